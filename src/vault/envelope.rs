//! The envelope: one sealed change. The same bytes are a row on disk, a frame of a journal and a document of a sync.

use crate::domain::{KeyId, RecordId, Revision, SubjectId, VaultId};

use sha2::{Digest, Sha256};

use super::VaultError;

/// What may be read of a record without a key; all of it is bound into the seal as associated data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EnvelopeHeader {
    /// The vault it belongs to.
    pub vault: VaultId,
    /// Whom it is about.
    pub subject: SubjectId,
    /// Which record it is.
    pub record: RecordId,
    /// Its place among the changes of that record.
    pub revision: Revision,
    /// The key that opens it.
    pub key: KeyId,
}

/// A sealed change: header, nonce and ciphertext.
///
/// Bytes: 1 of format version, 16 of vault, 16 of subject, 16 of record, 16 of revision, 16 of key id, 24 of nonce, then
/// the ciphertext with its 16-byte tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// What may be read without a key.
    pub header: EnvelopeHeader,
    pub(super) nonce: [u8; 24],
    pub(super) sealed: Vec<u8>,
}

/// The first byte of an envelope.
pub const ENVELOPE_FORMAT: u8 = 1;
/// Formats that a newer app may write; a first byte beyond is damage, not a format.
const FORMATS_TO_COME: u8 = 31;
const HEADER_BYTES: usize = 1 + 5 * 16;

impl EnvelopeHeader {
    /// The header as it stands at the start of an envelope, and as it is bound into the seal.
    pub fn to_bytes(self) -> [u8; HEADER_BYTES] {
        let mut bytes = [0; HEADER_BYTES];
        bytes[0] = ENVELOPE_FORMAT;
        let parts = [
            self.vault.as_bytes(),
            self.subject.as_bytes(),
            self.record.as_bytes(),
            &self.revision.to_bytes(),
            self.key.as_bytes(),
        ];
        for (place, part) in bytes[1..].chunks_exact_mut(16).zip(parts) {
            place.copy_from_slice(part);
        }
        bytes
    }
}

impl Envelope {
    /// What tells it from every other: a hash over its header, its nonce and its seal, and so over all of it.
    pub fn print(&self) -> [u8; 32] {
        let seal = self.sealed.last_chunk::<16>().copied().unwrap_or_default();
        let mut hash = Sha256::new();
        hash.update(self.header.to_bytes());
        hash.update(self.nonce);
        hash.update(seal);
        hash.finalize().into()
    }

    /// How many bytes it has.
    pub fn size(&self) -> usize {
        HEADER_BYTES + self.nonce.len() + self.sealed.len()
    }

    /// The envelope as one run of bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        [&self.header.to_bytes()[..], &self.nonce, &self.sealed].concat()
    }

    /// Reads an envelope's outside; nothing is opened yet.
    ///
    /// # Errors
    /// [`VaultError::NotAnEnvelope`] when it is too short, [`VaultError::TooNew`] when a newer app wrote it.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, VaultError> {
        match bytes.first() {
            None => return Err(VaultError::NotAnEnvelope),
            Some(&ENVELOPE_FORMAT) => {}
            Some(&format @ 2..=FORMATS_TO_COME) => return Err(VaultError::TooNew(format.into())),
            Some(_) => return Err(VaultError::NotAnEnvelope),
        }
        let (header, rest) = bytes.split_at_checked(HEADER_BYTES).ok_or(VaultError::NotAnEnvelope)?;
        let (nonce, sealed) = rest.split_first_chunk::<24>().ok_or(VaultError::NotAnEnvelope)?;
        let mut parts = [[0; 16]; 5];
        for (part, raw) in parts.iter_mut().zip(header[1..].chunks_exact(16)) {
            part.copy_from_slice(raw);
        }
        let [vault, subject, record, revision, key] = parts;
        Ok(Self {
            header: EnvelopeHeader {
                vault: VaultId::from_bytes(vault),
                subject: SubjectId::from_bytes(subject),
                record: RecordId::from_bytes(record),
                revision: Revision::from_bytes(revision),
                key: KeyId::from_bytes(key),
            },
            nonce: *nonce,
            sealed: sealed.to_vec(),
        })
    }
}
