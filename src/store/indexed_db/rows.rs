//! Reading and writing rows, each in one transaction.

use indexed_db_futures::KeyRange;
use indexed_db_futures::database::Database;
use indexed_db_futures::internals::SystemRepr;
use indexed_db_futures::object_store::ObjectStore;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{
    Transaction, TransactionDurability, TransactionMode, TransactionOptions, TransactionRef,
};
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use crate::domain::SubjectId;
use crate::store::row::{newest_of_each, replaces, subject_after, subject_of};
use crate::store::{Act, DomTrouble, DoorRow, StoreError, StoredRow};

use super::trouble::{refusal, sorted};
use super::v1::{DOOR, ENVELOPES, HEAD, HEADER, KNOCKS};

/// The door's rows.
pub(super) async fn door(database: &Database) -> Result<Option<DoorRow>, StoreError> {
    read(database, DOOR, async |door| {
        let header = door.get::<JsValue, _, _>(HEADER).primitive()?;
        let knocks = door.get::<JsValue, _, _>(KNOCKS).primitive()?;
        let head = door.get::<JsValue, _, _>(HEAD).primitive()?;
        // What is not bytes reads as no bytes: no vault opens with that, and nobody takes it for a vault that was never made.
        let header = header.await?.map(|value| value_bytes(&value).unwrap_or_default());
        let knocks = knocks.await?.map(|value| value_bytes(&value).unwrap_or_default());
        let head = head.await?.map(|value| value_bytes(&value).unwrap_or_default());
        Ok(header.map(|header| DoorRow { header, knocks, head }))
    })
    .await
}

/// How many rows there are.
pub(super) async fn count(database: &Database) -> Result<usize, StoreError> {
    read(database, ENVELOPES, async |rows| Ok(rows.count().primitive()?.await? as usize)).await
}

/// Every subject with a row, by jumping from one to the first key after it.
pub(super) async fn subjects(database: &Database) -> Result<Vec<SubjectId>, StoreError> {
    read(database, ENVELOPES, async |rows| {
        let mut subjects = Vec::new();
        let mut from = KeyRange::LowerBound(bytes(&[]), false);
        while let Some(key) = rows.get_key::<JsValue, _>(from).primitive()?.await? {
            let Some(key) = key_bytes(&key) else { break };
            from = match subject_of(&key) {
                None => KeyRange::LowerBound(bytes(&key), true),
                Some(subject) => {
                    subjects.push(subject);
                    let Some(next) = subject_after(subject) else { break };
                    KeyRange::LowerBound(bytes(next.as_bytes()), false)
                }
            };
        }
        Ok(subjects)
    })
    .await
}

/// All rows of a subject.
pub(super) async fn of_subject(database: &Database, subject: SubjectId) -> Result<Vec<StoredRow>, StoreError> {
    read(database, ENVELOPES, async |rows| {
        let first = bytes(subject.as_bytes());
        let range = match subject_after(subject) {
            Some(next) => KeyRange::Bound(first, false, bytes(next.as_bytes()), true),
            None => KeyRange::LowerBound(first, false),
        };
        let keys = rows.get_all_keys::<JsValue>().with_query::<JsValue, _>(range.clone()).primitive()?;
        let values = rows.get_all::<JsValue>().with_query::<JsValue, _>(range).primitive()?;
        keys.await?.zip(values.await?).map(|(key, value)| Ok(stored(&key?, &value?))).collect()
    })
    .await
}

/// Writes an act: all of it or nothing, and on the disk when this returns.
pub(super) async fn commit(database: &Database, act: &Act) -> Result<(), StoreError> {
    let strict = TransactionOptions::new().with_durability(TransactionDurability::Strict);
    let transaction = database
        .transaction([DOOR, ENVELOPES])
        .with_mode(TransactionMode::Readwrite)
        .with_options(strict)
        .build()
        .map_err(refusal)?;
    let raw = transaction.as_sys().clone();
    let outcome = match write(&transaction, act).await {
        Ok(()) => transaction.commit().await.map_err(refusal),
        Err(refused) => {
            // Fails only if the browser has ended the transaction already, and that took everything back as well.
            let _ = transaction.abort().await;
            Err(refused)
        }
    };
    // Where the browser itself ended the transaction, only the transaction knows why: a full disk, above all.
    outcome.map_err(|error| match (error, raw.error()) {
        (StoreError::Refused(_) | StoreError::ConnectionLost(_), Some(why)) => sorted(DomTrouble::from(&why)),
        (error, _) => error,
    })
}

async fn write(transaction: &Transaction<'_>, act: &Act) -> Result<(), StoreError> {
    let door = transaction.object_store(DOOR).map_err(refusal)?;
    let rows = transaction.object_store(ENVELOPES).map_err(refusal)?;
    // All old rows are asked for at once and come back in order. What is put is not awaited one by one: a put that
    // fails ends the transaction, and committing it tells.
    let mut asked = Vec::with_capacity(act.envelopes.len());
    for (key, envelope) in newest_of_each(&act.envelopes) {
        asked.push((key, envelope, rows.get::<JsValue, JsValue, _>(bytes(&key)).primitive().map_err(refusal)?));
    }
    for (key, envelope, present) in asked {
        let present = present.await.map_err(refusal)?.map(|value| stored(&bytes(&key), &value));
        if replaces(envelope, present.as_ref(), act.mends)? {
            put(&rows, bytes(&key), &envelope.to_bytes())?;
        }
    }
    for (key, value) in [(HEADER, &act.header), (KNOCKS, &act.knocks), (HEAD, &act.head)] {
        if let Some(value) = value {
            put(&door, key.into(), value)?;
        }
    }
    Ok(())
}

fn put(store: &ObjectStore<'_>, key: JsValue, value: &[u8]) -> Result<(), StoreError> {
    store.put(bytes(value)).with_key(key).without_key_type().primitive().map(|_| ()).map_err(refusal)
}

/// Reads in one transaction of its own.
async fn read<T>(
    database: &Database,
    store: &str,
    work: impl AsyncFn(&ObjectStore<'_>) -> indexed_db_futures::Result<T>,
) -> Result<T, StoreError> {
    let transaction = database.transaction(store).build().map_err(refusal)?;
    let store = TransactionRef::object_store(&transaction, store).map_err(refusal)?;
    work(&store).await.map_err(refusal)
}

fn bytes(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

/// The bytes of a key: the browser hands a binary key back as a buffer.
fn key_bytes(key: &JsValue) -> Option<Vec<u8>> {
    key.dyn_ref::<ArrayBuffer>().map(|buffer| Uint8Array::new(buffer).to_vec()).or_else(|| value_bytes(key))
}

fn value_bytes(value: &JsValue) -> Option<Vec<u8>> {
    value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec)
}

fn stored(key: &JsValue, value: &JsValue) -> StoredRow {
    StoredRow::read(&key_bytes(key).unwrap_or_default(), &value_bytes(value).unwrap_or_default())
}
