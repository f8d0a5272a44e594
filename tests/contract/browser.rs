//! Benches of the browser: IndexedDB, and memory once more. Everything here reaches the database past our own store.

use futures_channel::oneshot;
use indexed_db_futures::database::Database;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::TransactionMode;
use js_sys::Uint8Array;
use lantern_room::store::{IndexedDbStore, Opening};
use wasm_bindgen::{JsCast, JsValue};

use crate::contract::Bench;

/// A name that no other test and no earlier run has used.
pub fn unused_name() -> String {
    let dice = js_sys::Math::random().to_bits();
    format!("test-{dice:x}")
}

/// A database of its own.
pub struct Disk {
    pub name: String,
}

impl Disk {
    pub fn fresh() -> Self {
        Self { name: unused_name() }
    }

    /// Opens the database as it is, whatever its version.
    pub async fn raw(&self) -> Database {
        Database::open(self.name.clone()).await.unwrap()
    }

    /// Opens the database with a version of the future.
    pub async fn raw_at(&self, version: u32) -> Database {
        Database::open(self.name.clone()).with_version(version).with_on_upgrade_needed(|_, _| Ok(())).await.unwrap()
    }
}

impl Bench for Disk {
    type Home = IndexedDbStore;

    async fn open(&self) -> IndexedDbStore {
        IndexedDbStore::open(Opening::of(&self.name)).await.unwrap()
    }

    async fn plant(&self, key: &[u8], bytes: &[u8]) {
        let database = self.raw().await;
        let transaction = database.transaction("envelopes").with_mode(TransactionMode::Readwrite).build().unwrap();
        let rows = transaction.object_store("envelopes").unwrap();
        let (key, value): (JsValue, JsValue) = (Uint8Array::from(key).into(), Uint8Array::from(bytes).into());
        rows.put(value).with_key(key).without_key_type().primitive().unwrap().await.unwrap();
        drop(rows);
        transaction.commit().await.unwrap();
        database.close();
    }

    async fn bytes_at(&self, key: &[u8]) -> Option<Vec<u8>> {
        let database = self.raw().await;
        let transaction = database.transaction("envelopes").build().unwrap();
        let rows = transaction.object_store("envelopes").unwrap();
        let key: JsValue = Uint8Array::from(key).into();
        let value = rows.get::<JsValue, JsValue, _>(key).primitive().unwrap().await.unwrap();
        drop(rows);
        drop(transaction);
        database.close();
        value.map(|value| value.dyn_into::<Uint8Array>().unwrap().to_vec())
    }
}

/// Ends when `wake` is called, at the latest after five seconds.
pub async fn told(waiting: oneshot::Receiver<()>) -> bool {
    matches!(lantern_room::platform::timer::within(5000, waiting).await, Some(Ok(())))
}
