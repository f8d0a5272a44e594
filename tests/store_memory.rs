//! The store's contract, kept by the store in memory.
#![cfg(not(target_arch = "wasm32"))]
#![allow(async_fn_in_trait, clippy::unwrap_used)]

mod contract;
#[path = "contract/memory.rs"]
mod memory;
#[path = "contract/twin.rs"]
mod twin;

use contract::{envelope, record, subject};
use futures_executor::block_on;
use lantern_room::store::{Act, DomTrouble, MemoryStore, Store, StoreError};
use memory::Memory;

macro_rules! natively {
    ($($point:ident,)*) => {
        $(
            #[test]
            fn $point() {
                block_on(contract::$point(&Memory::default()));
            }
        )*
    };
}

every_point!(natively);

mod of_two_copies {
    use super::*;

    macro_rules! natively {
        ($($point:ident,)*) => {
            $(
                #[test]
                fn $point() {
                    block_on(contract::$point(&twin::TwoCopies::default()));
                }
            )*
        };
    }

    every_point!(natively);
}

#[test]
fn a_failure_that_was_asked_for_comes_once_and_writes_nothing() {
    block_on(async {
        let store = MemoryStore::new();
        let full = StoreError::Full(DomTrouble { name: "QuotaExceededError".into(), ..DomTrouble::default() });
        store.fail_next_commit(full.clone());
        let act = Act::new().header(vec![1]).envelope(envelope(subject(1), record(1), 1, b"kept on screen"));
        assert_eq!(store.commit(act.clone()).await, Err(full));
        assert_eq!((store.door().await, store.subjects().await), (Ok(None), Ok(vec![])));
        assert_eq!(store.commit(act).await, Ok(()));
        assert_eq!(store.subjects().await, Ok(vec![subject(1)]));
    });
}
