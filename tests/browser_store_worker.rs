//! The store's contract where the app keeps it: in a dedicated worker.
#![cfg(target_arch = "wasm32")]
#![allow(async_fn_in_trait, clippy::unwrap_used)]
#![allow(dead_code)] // The page's tests use more of the benches.

#[path = "contract/browser.rs"]
mod browser;
mod contract;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);

macro_rules! on_disk {
    ($($point:ident,)*) => { $(
        #[wasm_bindgen_test::wasm_bindgen_test]
        async fn $point() {
            contract::$point(&browser::Disk::fresh()).await;
        }
    )* };
}

every_point!(on_disk);

/// The store as the app has it: database and journal.
mod of_two_copies {
    use lantern_room::store::{IndexedDatabases, OpfsStrip, Store, Twin};

    use crate::every_point;

    use super::browser::Disk;
    use super::contract::{self, Bench, envelope, record, subject};

    /// A database and a directory of its own.
    struct TwoCopies(Disk);

    impl Bench for TwoCopies {
        type Home = Twin<IndexedDatabases, OpfsStrip>;

        async fn open(&self) -> Self::Home {
            Twin::open(IndexedDatabases::of(&self.0.name), OpfsStrip::pair(&self.0.name).await, None).await.unwrap()
        }

        async fn plant(&self, key: &[u8], bytes: &[u8]) {
            self.0.plant(key, bytes).await;
        }

        async fn bytes_at(&self, key: &[u8]) -> Option<Vec<u8>> {
            self.0.bytes_at(key).await
        }
    }

    macro_rules! on_disk {
        ($($point:ident,)*) => { $(
            #[wasm_bindgen_test::wasm_bindgen_test]
            async fn $point() {
                contract::$point(&TwoCopies(Disk::fresh())).await;
            }
        )* };
    }

    every_point!(on_disk);

    #[wasm_bindgen_test::wasm_bindgen_test]
    async fn a_database_that_the_browser_lost_is_put_back_from_the_journal() {
        use indexed_db_futures::database::Database;
        use lantern_room::store::{Act, Condition};

        let bench = TwoCopies(Disk::fresh());
        let store = bench.open().await;
        store.commit(Act::new().header(vec![1]).knocks(vec![2])).await.unwrap();
        for number in 1..40 {
            store.commit(Act::new().envelope(envelope(subject(1), record(number), 1, b"sealed"))).await.unwrap();
        }
        let kept = store.envelopes_of(subject(1)).await.unwrap();
        store.close().await;
        Database::delete_by_name(&bench.0.name).unwrap().await.unwrap();

        let store = bench.open().await;
        assert_eq!(store.condition().put_back, 39);
        assert_eq!(store.envelopes_of(subject(1)).await.unwrap(), kept);
        assert_eq!(store.door().await.unwrap().unwrap().knocks, Some(vec![2]));
        store.close().await;
        let store = bench.open().await;
        assert_eq!(store.condition(), Condition::default());
        store.close().await;
    }

    #[wasm_bindgen_test::wasm_bindgen_test]
    async fn a_database_that_was_followed_is_let_go_when_both_copies_have_all_of_it() {
        use lantern_room::platform::{shelf, timer};
        use lantern_room::store::{Act, IndexedDbStore, Opening};
        use lantern_room::vault::{KdfParams, Passphrase, VaultHeader};

        let bench = TwoCopies(Disk::fresh());
        let header = VaultHeader::create(&Passphrase::typed("a passphrase for tests"), KdfParams::FLOOR).unwrap().0;
        let store = bench.open().await;
        store.commit(Act::new().header(header.to_bytes()).knocks(vec![2])).await.unwrap();
        store.close().await;
        let later = [&bench.0.name, ".2"].concat();
        IndexedDbStore::open(Opening::of(&later)).await.unwrap().close().await;

        let store = bench.open().await;
        while shelf::databases().await.contains(&bench.0.name) {
            timer::sleep(20).await;
        }
        assert!(shelf::databases().await.contains(&later));
        store.close().await;
        let store = bench.open().await;
        assert_eq!(store.door().await.unwrap().unwrap().header, header.to_bytes());
        store.close().await;
    }
}

mod services {
    use lantern_room::platform::clock::{self, BrowserClock, Clock};
    use lantern_room::platform::locks::{self, NotHeld};
    use lantern_room::platform::{persistence, timer};
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    async fn a_worker_has_a_clock_and_timers() {
        let before = BrowserClock.monotonic_millis();
        timer::sleep(20).await;
        assert!(BrowserClock.monotonic_millis() > before);
        assert!(clock::now().utc_millis > 1_700_000_000_000);
        assert_eq!(timer::within(10, std::future::pending::<()>()).await, None);
    }

    #[wasm_bindgen_test]
    async fn a_worker_can_hold_the_writers_lock() {
        let held = locks::acquire("test-worker-lock").await.unwrap();
        assert_eq!(locks::acquire("test-worker-lock").await.err(), Some(NotHeld::Busy));
        drop(held);
        drop(locks::take_over("test-worker-lock", None, 5000).await.unwrap());
    }

    #[wasm_bindgen_test]
    async fn a_worker_knows_its_room_but_cannot_ask_for_it_to_be_kept() {
        assert!(persistence::estimate().await.is_some());
        assert_eq!(persistence::persist().await, None);
    }
}
