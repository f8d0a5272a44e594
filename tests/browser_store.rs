//! The store's contract in a page of a real browser, and what only IndexedDB can get wrong.
#![cfg(target_arch = "wasm32")]
#![allow(async_fn_in_trait, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "contract/browser.rs"]
mod browser;
mod contract;
#[path = "contract/memory.rs"]
mod memory;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use browser::{Disk, told, unused_name};
use contract::{Bench, envelope, record, subject};
use futures_channel::oneshot;
use lantern_room::store::{Act, IndexedDbStore, Opening, Store, StoreError, StoredRow};
use memory::Memory;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

macro_rules! on_disk {
    ($($point:ident,)*) => {
        mod on_disk { $(
            #[wasm_bindgen_test::wasm_bindgen_test]
            async fn $point() {
                crate::contract::$point(&crate::Disk::fresh()).await;
            }
        )* }
    };
}

macro_rules! in_memory {
    ($($point:ident,)*) => {
        mod in_memory { $(
            #[wasm_bindgen_test::wasm_bindgen_test]
            async fn $point() {
                crate::contract::$point(&crate::Memory::default()).await;
            }
        )* }
    };
}

every_point!(on_disk);
every_point!(in_memory);

/// Replaces something of the browser until dropped. Both are JavaScript; the first one's value undoes it.
struct Patched(js_sys::Function);

impl Patched {
    fn with(script: &str) -> Self {
        Self(js_sys::Function::new_no_args(script).call0(&JsValue::NULL).unwrap().into())
    }
}

impl Drop for Patched {
    fn drop(&mut self) {
        self.0.call0(&JsValue::NULL).unwrap();
    }
}

fn one_envelope() -> Act {
    Act::new().header(vec![1]).envelope(envelope(subject(1), record(1), 1, b"sealed"))
}

/// A closure to call and something to wait for.
fn bell() -> (impl Fn() + 'static, oneshot::Receiver<()>) {
    let (ring, rung) = oneshot::channel();
    let ring = RefCell::new(Some(ring));
    let call = move || {
        if let Some(ring) = ring.borrow_mut().take() {
            let _ = ring.send(());
        }
    };
    (call, rung)
}

#[wasm_bindgen_test]
async fn every_write_is_strict() {
    let disk = Disk::fresh();
    let store = disk.open().await;
    let seen = js_sys::Array::new();
    js_sys::Reflect::set(&js_sys::global(), &"seenDurabilities".into(), &seen).unwrap();
    let patched = Patched::with(
        "const old = IDBDatabase.prototype.transaction;
         IDBDatabase.prototype.transaction = function (...how) {
           const made = old.apply(this, how);
           if (made.mode === 'readwrite') seenDurabilities.push(made.durability);
           return made;
         };
         return () => { IDBDatabase.prototype.transaction = old; };",
    );
    store.commit(one_envelope()).await.unwrap();
    store.commit(Act::new().knocks(vec![1])).await.unwrap();
    drop(patched);
    assert_eq!(seen.join(" "), "strict strict");
    store.close().await;
}

#[wasm_bindgen_test]
async fn a_newer_page_that_upgrades_is_let_through_and_told() {
    let disk = Disk::fresh();
    let (superseded, heard) = bell();
    let store = IndexedDbStore::open(Opening::of(&disk.name).on_superseded(superseded)).await.unwrap();
    store.commit(one_envelope()).await.unwrap();
    let newer = disk.raw_at(900).await;
    assert!(told(heard).await, "nobody was told");
    let refused = store.commit(one_envelope()).await;
    assert!(matches!(refused, Err(StoreError::NewerApp { supported: 1, .. })), "{refused:?}");
    newer.close();
    store.close().await;
}

#[wasm_bindgen_test]
async fn a_newer_database_is_refused_and_left_untouched() {
    let disk = Disk::fresh();
    let store = disk.open().await;
    store.commit(one_envelope()).await.unwrap();
    store.close().await;
    disk.raw_at(900).await.close();

    let refused = IndexedDbStore::open(Opening::of(&disk.name)).await.err().unwrap();
    let StoreError::NewerApp { supported: 1, trouble } = refused else { panic!("{refused:?}") };
    assert_eq!(trouble.name, "VersionError");
    assert!(!trouble.message.is_empty());
    let kept = disk.bytes_at(&contract::key(subject(1), record(1))).await;
    assert_eq!(kept, Some(envelope(subject(1), record(1), 1, b"sealed").to_bytes()));
    let raw = disk.raw().await;
    assert_eq!(raw.version(), 900.0);
    raw.close();
}

/// Lets `open` ask for one version more, as the next build will.
fn next_build() -> Patched {
    Patched::with(
        "const old = IDBFactory.prototype.open;
         IDBFactory.prototype.open = function (name, version) {
           return version === undefined ? old.call(this, name) : old.call(this, name, version + 1);
         };
         return () => { IDBFactory.prototype.open = old; };",
    )
}

#[wasm_bindgen_test]
async fn an_upgrade_waits_for_a_page_that_lets_go() {
    let disk = Disk::fresh();
    disk.open().await.close().await;
    let stubborn = Rc::new(Cell::new(Some(disk.raw().await)));
    let (blocked, heard) = bell();
    let opening = Opening::of(&disk.name).on_blocked(move || {
        blocked();
        if let Some(database) = stubborn.take() {
            database.close();
        }
    });
    let patched = next_build();
    let store = IndexedDbStore::open(opening).await.unwrap();
    drop(patched);
    assert!(told(heard).await, "nobody was told");
    store.commit(one_envelope()).await.unwrap();
    store.close().await;
}

#[wasm_bindgen_test]
async fn an_upgrade_that_stays_blocked_is_said_and_leaves_nothing_open() {
    let disk = Disk::fresh();
    disk.open().await.close().await;
    let stubborn = disk.raw().await;
    let patched = next_build();
    let refused = IndexedDbStore::open(Opening::of(&disk.name).answer_within(500)).await.err();
    drop(patched);
    assert_eq!(refused, Some(StoreError::Blocked));
    // The request is answered late; if what it opened were not closed, this upgrade could never come through.
    stubborn.close();
    let later = lantern_room::platform::timer::within(5000, disk.raw_at(900)).await;
    later.expect("the late connection stayed open").close();
}

#[wasm_bindgen_test]
async fn a_database_that_does_not_answer_is_given_up() {
    let disk = Disk::fresh();
    let patched = Patched::with(
        "const old = IDBFactory.prototype.open;
         IDBFactory.prototype.open = function () { return new EventTarget(); };
         return () => { IDBFactory.prototype.open = old; };",
    );
    let refused = IndexedDbStore::open(Opening::of(&disk.name).answer_within(100)).await.err();
    drop(patched);
    assert_eq!(refused, Some(StoreError::OpenTimedOut));
}

#[wasm_bindgen_test]
async fn a_lost_connection_is_opened_again() {
    let disk = Disk::fresh();
    let store = disk.open().await;
    store.commit(one_envelope()).await.unwrap();
    // The next three transactions meet a closed connection; the fourth is let through.
    let patched = Patched::with(
        "const old = IDBDatabase.prototype.transaction; let left = 3;
         IDBDatabase.prototype.transaction = function (...how) {
           if (left-- > 0) { this.close(); }
           return old.apply(this, how);
         };
         return () => { IDBDatabase.prototype.transaction = old; };",
    );
    let second = envelope(subject(1), record(2), 1, b"second");
    assert_eq!(store.commit(Act::new().envelope(second.clone())).await, Ok(()));
    drop(patched);
    let kept = store.envelopes_of(subject(1)).await.unwrap();
    assert_eq!(kept.get(1), Some(&StoredRow::Envelope(second)));
    store.close().await;
}

#[wasm_bindgen_test]
async fn a_connection_that_stays_lost_is_given_up_and_later_found_again() {
    let disk = Disk::fresh();
    let store = disk.open().await;
    let patched = Patched::with(
        "const old = IDBDatabase.prototype.transaction;
         IDBDatabase.prototype.transaction = function (...how) { this.close(); return old.apply(this, how); };
         return () => { IDBDatabase.prototype.transaction = old; };",
    );
    let refused = store.commit(one_envelope()).await;
    drop(patched);
    assert!(matches!(&refused, Err(StoreError::ConnectionLost(why)) if why.name == "InvalidStateError"), "{refused:?}");
    assert_eq!(store.door().await, Ok(None));
    assert_eq!(store.commit(one_envelope()).await, Ok(()));
    store.close().await;
}

#[wasm_bindgen_test]
async fn a_database_that_was_deleted_is_an_alarm_and_is_not_made_anew() {
    let disk = Disk::fresh();
    let store = disk.open().await;
    store.commit(one_envelope()).await.unwrap();
    indexed_db_futures::database::Database::delete_by_name(&disk.name).unwrap().await.unwrap();
    assert_eq!(store.commit(one_envelope()).await, Err(StoreError::Vanished));
    assert_eq!(store.door().await, Err(StoreError::Vanished));
    store.close().await;
}

#[wasm_bindgen_test]
async fn a_full_disk_is_said_and_takes_the_whole_act_back() {
    let disk = Disk::fresh();
    let store = disk.open().await;
    for script in [
        // Thrown by the third put of an act.
        "const old = IDBObjectStore.prototype.put; let left = 2;
         IDBObjectStore.prototype.put = function (...what) {
           if (left-- > 0) return old.apply(this, what);
           throw new DOMException('no room', 'QuotaExceededError');
         };
         return () => { IDBObjectStore.prototype.put = old; };",
        // Found out by the browser only when it commits.
        "const old = IDBTransaction.prototype.commit;
         const error = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'error');
         Object.defineProperty(IDBTransaction.prototype, 'error',
           { ...error, get() { return new DOMException('no room', 'QuotaExceededError'); } });
         IDBTransaction.prototype.commit = function () { this.abort(); };
         return () => {
           IDBTransaction.prototype.commit = old;
           Object.defineProperty(IDBTransaction.prototype, 'error', error);
         };",
    ] {
        let patched = Patched::with(script);
        let act = Act::new()
            .header(vec![1])
            .envelopes([envelope(subject(1), record(1), 1, b"a"), envelope(subject(1), record(2), 1, b"b")]);
        let refused = store.commit(act).await;
        drop(patched);
        assert!(matches!(&refused, Err(StoreError::Full(why)) if why.message == "no room"), "{refused:?}");
        assert_eq!(store.door().await, Ok(None));
        assert_eq!(store.subjects().await, Ok(vec![]));
    }
    assert_eq!(store.commit(one_envelope()).await, Ok(()));
    store.close().await;
}

#[wasm_bindgen_test]
async fn a_browser_without_a_database_is_said() {
    for (value, name) in [
        ("{ value: undefined, configurable: true }", "NotFoundError"),
        ("{ get() { throw new DOMException('not here', 'SecurityError'); }, configurable: true }", "SecurityError"),
    ] {
        let patched = Patched::with(&format!(
            "const old = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB');
             Object.defineProperty(globalThis, 'indexedDB', {value});
             return () => Object.defineProperty(globalThis, 'indexedDB', old);"
        ));
        let refused = IndexedDbStore::open(Opening::of(&unused_name())).await.err();
        drop(patched);
        assert!(matches!(&refused, Some(StoreError::Unavailable(why)) if why.name == name), "{refused:?}");
    }
}
