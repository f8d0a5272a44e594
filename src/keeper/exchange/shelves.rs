//! Everything that an open vault holds, read anew from the disk.

use crate::domain::{RecordId, SubjectId};
use crate::keeper::Refusal;
use crate::keeper::open_vault::OpenVault;
use crate::store::{Store, StoredRow};

use super::merge::Here;

impl OpenVault {
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
                let former = self.formers.get(&subject).map(Vec::as_slice).unwrap_or_default();
                match self.opened(row, self.keys.get(&subject), former) {
                    Ok(change) => drop(here.records.insert((subject, change.id), change)),
                    Err(_) => drop(here.unreadable.insert((subject, id))),
                }
            }
        }
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
