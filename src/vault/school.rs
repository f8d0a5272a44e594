//! The school's own way in: an `age` file that holds the vault key for the school's public key.
//!
//! It is sealed and opened elsewhere: here are its place in the header, and the commitment by which the key that comes
//! out of it is known. The commitment lies behind a random key of 256 bits and helps nobody to guess.

use hkdf::Hkdf;
use minicbor::bytes::{ByteArray, ByteVec};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use super::slot::{SCHOOL, bytes, field};
use super::wrap::{FORMAT, Owner};
use super::{DataKey, KeyBytes, VaultError};
use crate::domain::{Fields, KeyId, RecordError, VaultId};

/// The longest `age` file that is taken for one vault key; one for a single recipient has about 200 bytes.
const MOST_BLOB_BYTES: usize = 8 * 1024;
/// The longest recipient; one of today has 62 characters, a post-quantum one about 2,000.
const MOST_RECIPIENT_BYTES: usize = 4 * 1024;

/// What a school's secret key begins with, in `age`'s own letters.
const SECRET: &str = "AGE-SECRET-KEY-1";

/// Whether what was typed where a recovery code is asked for is meant as a school's secret key.
pub fn is_secret_key(typed: &str) -> bool {
    typed.trim_start().get(..SECRET.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(SECRET))
}

/// The school's slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchoolSlot {
    id: [u8; 16],
    salt: [u8; 16],
    commitment: [u8; 32],
    recipient: String,
    blob: Vec<u8>,
}

impl SchoolSlot {
    /// A slot for a vault key that `blob` holds for `recipient`.
    pub(super) fn make(
        vault: VaultId,
        key: &DataKey,
        recipient: &str,
        blob: Vec<u8>,
        (id, salt): ([u8; 16], [u8; 16]),
    ) -> Result<Self, VaultError> {
        if recipient.is_empty() || recipient.len() > MOST_RECIPIENT_BYTES || blob.len() > MOST_BLOB_BYTES {
            return Err(VaultError::HeaderFull);
        }
        let recipient = recipient.to_owned();
        // EXPOSE: the commitment is derived from the key.
        let commitment = commitment(vault, key.id(), key.expose(), id, salt, &recipient)?;
        Ok(Self { id, salt, commitment, recipient, blob })
    }

    /// The school's public key, as `age` writes it.
    pub fn recipient(&self) -> &str {
        &self.recipient
    }

    /// The `age` file that holds the vault key; nothing while it waits to be made anew for a new vault key.
    pub fn blob(&self) -> Option<&[u8]> {
        Some(&self.blob[..]).filter(|blob| !blob.is_empty())
    }

    /// The vault key, if these are its bytes.
    pub(super) fn open(&self, owner: Owner, key: &KeyBytes) -> Result<DataKey, VaultError> {
        // EXPOSE: the commitment is derived from the key.
        let found = commitment(owner.vault, owner.key, key.expose(), self.id, self.salt, &self.recipient)?;
        if !bool::from(found.ct_eq(&self.commitment)) {
            return Err(VaultError::WrongSecret);
        }
        // EXPOSE: one more copy, wiped like this one.
        Ok(DataKey::new(owner.key, KeyBytes::from_bytes(key.expose())))
    }

    pub(super) fn from_fields(fields: &mut Fields) -> Result<Self, RecordError> {
        let slot = Self {
            id: bytes(fields, field::ID)?,
            salt: bytes(fields, field::SALT)?,
            commitment: bytes(fields, field::COMMITMENT)?,
            recipient: fields.need(field::RECIPIENT)?,
            blob: fields.need::<ByteVec>(field::BLOB)?.into(),
        };
        if slot.recipient.is_empty() || slot.recipient.len() > MOST_RECIPIENT_BYTES {
            return Err(RecordError::Unexpected(field::RECIPIENT));
        }
        if slot.blob.len() > MOST_BLOB_BYTES {
            return Err(RecordError::Unexpected(field::BLOB));
        }
        Ok(slot)
    }

    pub(super) fn to_fields(&self) -> Fields {
        let mut fields = Fields::default();
        fields.put(field::FORMAT, FORMAT);
        fields.put(field::ID, ByteArray::from(self.id));
        fields.put(field::KIND, SCHOOL);
        fields.put(field::SALT, ByteArray::from(self.salt));
        fields.put(field::COMMITMENT, ByteArray::from(self.commitment));
        fields.put(field::RECIPIENT, &self.recipient);
        fields.put(field::BLOB, ByteVec::from(self.blob.clone()));
        fields
    }
}

/// HKDF-SHA256 of the key under the salt; bound to format, vault, the key's name, the slot's own name, its kind and the
/// recipient. The file itself is not bound: it may be made again for the same recipient.
fn commitment(
    vault: VaultId,
    key_id: KeyId,
    key: &[u8; 32],
    id: [u8; 16],
    salt: [u8; 16],
    recipient: &str,
) -> Result<[u8; 32], VaultError> {
    let info = [
        b"lantern-room school commit",
        &FORMAT.to_be_bytes()[..],
        vault.as_bytes(),
        key_id.as_bytes(),
        &id,
        &SCHOOL.to_be_bytes(),
        recipient.as_bytes(),
    ]
    .concat();
    let mut found = [0; 32];
    Hkdf::<Sha256>::new(Some(&salt), key).expand(&info, &mut found).map_err(|_| VaultError::SealBroken)?;
    Ok(found)
}
