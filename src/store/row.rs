//! One row: the key it stands under, whether it can be read, and whether a newer one may take its place.

use std::collections::BTreeMap;

use crate::domain::{Revision, SubjectId};
use crate::vault::{Envelope, VaultError};

use super::StoreError;

/// What is kept of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoredRow {
    /// A sealed change.
    Envelope(Envelope),
    /// Something that this build cannot read: damaged, or written by a newer app. It stays on disk untouched.
    Unreadable {
        /// The key it stands under: sixteen bytes of subject, sixteen of record.
        key: Vec<u8>,
        /// How many bytes it has; 0 if it is not bytes at all.
        bytes_len: usize,
        /// Whether a newer app wrote it.
        newer: bool,
    },
}

impl StoredRow {
    /// Reads a row. An envelope under another record's key counts as unreadable.
    pub(super) fn read(key: &[u8], bytes: &[u8]) -> Self {
        match Envelope::from_bytes(bytes) {
            Ok(envelope) if row_key(&envelope)[..] == *key => Self::Envelope(envelope),
            outside => {
                let newer = matches!(outside, Err(VaultError::TooNew(_)));
                Self::Unreadable { key: key.to_vec(), bytes_len: bytes.len(), newer }
            }
        }
    }
}

/// The key of an envelope's row, so that all rows of a subject stand together.
pub(super) fn row_key(envelope: &Envelope) -> [u8; 32] {
    let mut key = [0; 32];
    let (subject, record) = key.split_at_mut(16);
    subject.copy_from_slice(envelope.header.subject.as_bytes());
    record.copy_from_slice(envelope.header.record.as_bytes());
    key
}

/// The subject whose row stands under a key, unless the key is too short to name one.
pub(super) fn subject_of(key: &[u8]) -> Option<SubjectId> {
    key.first_chunk::<16>().copied().map(SubjectId::from_bytes)
}

/// The first subject after this one, or `None` after the last.
pub(super) fn subject_after(subject: SubjectId) -> Option<SubjectId> {
    let next = u128::from_be_bytes(*subject.as_bytes()).checked_add(1)?;
    Some(SubjectId::from_bytes(next.to_be_bytes()))
}

/// The newest revision of each record of an act, by the key of its row.
fn newest_revisions(envelopes: &[Envelope]) -> BTreeMap<[u8; 32], Revision> {
    let mut newest = BTreeMap::new();
    for envelope in envelopes {
        let revision = newest.entry(row_key(envelope)).or_insert(envelope.header.revision);
        *revision = (*revision).max(envelope.header.revision);
    }
    newest
}

/// The newest envelope of each record of an act, with the key of its row.
pub(super) fn newest_of_each(envelopes: &[Envelope]) -> impl Iterator<Item = ([u8; 32], &Envelope)> {
    let newest = newest_revisions(envelopes);
    let keyed = envelopes.iter().map(|envelope| (row_key(envelope), envelope));
    keyed.filter(move |(key, envelope)| newest.get(key) == Some(&envelope.header.revision))
}

/// Whether an envelope takes the place of the row that is there. Damage gives way only to an act that mends: whoever writes
/// one has compared the two.
pub(super) fn replaces(envelope: &Envelope, present: Option<&StoredRow>, mends: bool) -> Result<bool, StoreError> {
    match present {
        None => Ok(true),
        Some(StoredRow::Envelope(old)) => {
            // Of one revision there is one envelope: the other was spoilt under its seal. A higher one may be spoilt itself.
            Ok(envelope.header.revision > old.header.revision || (mends && envelope != old))
        }
        Some(StoredRow::Unreadable { newer: false, .. }) if mends => Ok(true),
        Some(StoredRow::Unreadable { newer, .. }) => Err(StoreError::RowUnreadable {
            subject: envelope.header.subject,
            record: envelope.header.record,
            newer: *newer,
        }),
    }
}
