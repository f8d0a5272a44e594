//! Everything that an open vault holds, read anew from the disk.

use crate::domain::{Change, Kept, Kind, Moved, RecordId, SubjectId};
use crate::keeper::Refusal;
use crate::keeper::open_vault::OpenVault;
use crate::store::{Store, StoredRow};
use crate::vault::VaultError;

use super::merge::Here;

impl OpenVault {
    /// Reads every row of one subject.
    ///
    /// # Errors
    /// [`Refusal::Storage`] when the store cannot be read, [`Refusal::Unreadable`] when a row cannot.
    pub(in crate::keeper) async fn all_of(
        &self,
        subject: SubjectId,
        store: &impl Store,
    ) -> Result<Vec<Change>, Refusal> {
        let rows = store.envelopes_of(subject).await?.into_iter();
        rows.map(|row| self.opened_of(subject, row).map_err(|_| Refusal::Unreadable)).collect()
    }

    fn opened_of(&self, subject: SubjectId, row: StoredRow) -> Result<Change, VaultError> {
        let former = self.formers.get(&subject).map(Vec::as_slice).unwrap_or_default();
        self.opened(row, self.keys.get(&subject), former)
    }

    /// Reads every row. What cannot be opened is named, and stays as it is.
    ///
    /// # Errors
    /// [`Refusal::Storage`] when the store cannot be read.
    pub(in crate::keeper) async fn everything(&self, store: &impl Store) -> Result<Here, Refusal> {
        let mut here = Here::default();
        for row in store.envelopes_of(SubjectId::KEYRING).await? {
            if let Ok(change) = self.opened(row, Some(&self.key), &self.former)
                && change.body.is_none()
            {
                here.erased.insert(SubjectId::from_bytes(*change.id.as_bytes()));
            }
        }
        for subject in store.subjects().await? {
            if subject == SubjectId::KEYRING || here.erased.contains(&subject) {
                continue;
            }
            for row in store.envelopes_of(subject).await? {
                let id = id_of(&row);
                match self.opened_of(subject, row) {
                    Ok(change) => drop(here.records.insert((subject, change.id), change)),
                    Err(_) => drop(here.unreadable.insert((subject, id))),
                }
            }
        }
        let moved = |change: &Change| {
            let body = change.body.as_ref().filter(|_| change.kind == Kind::MOVED)?;
            Some((Kept::<Moved>::from_body(body).ok()?.record.from, change.subject))
        };
        here.moved = here.records.values().filter_map(moved).collect();
        Ok(here)
    }
}

/// The record that a row is about, as far as its key says.
fn id_of(row: &StoredRow) -> RecordId {
    match row {
        StoredRow::Envelope(envelope) => envelope.header.record,
        StoredRow::Unreadable { key, .. } => {
            let mut id = [0; 16];
            id.iter_mut().zip(key.iter().skip(16)).for_each(|(byte, of_key)| *byte = *of_key);
            RecordId::from_bytes(id)
        }
    }
}
