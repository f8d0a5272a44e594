//! One way into the vault: the vault key wrapped for a passphrase or for the recovery code.
//!
//! A slot on disk is a CBOR map. Its number, its kind and its format keep their places for ever, so that a build that
//! cannot open a slot can still tell what it is and carry it along, byte for byte.

use hkdf::Hkdf;
use minicbor::bytes::{ByteArray, ByteVec};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::aead::{NONCE, TAG, decrypt, encrypt};
use super::kdf::{KdfParams, derive};
use super::{DataKey, KeyBytes, Passphrase, RecoveryCode, VaultError, chance};
use crate::domain::{Fields, KeyId, RecordError, VaultId};

/// The format of a slot that this build writes.
const FORMAT: u16 = 1;
/// Bytes of the vault key and its tag.
const WRAPPED: usize = 32 + TAG;

mod field {
    pub(super) const FORMAT: u32 = 0;
    pub(super) const ID: u32 = 1;
    pub(super) const KIND: u32 = 2;
    pub(super) const SALT: u32 = 3;
    pub(super) const NONCE: u32 = 4;
    pub(super) const COMMITMENT: u32 = 5;
    pub(super) const WRAPPED: u32 = 6;
    pub(super) const MEMORY_KIB: u32 = 7;
    pub(super) const PASSES: u32 = 8;
    pub(super) const LANES: u32 = 9;
}

/// What opens a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotKind {
    /// The adult's passphrase.
    Passphrase {
        /// How it is derived, as read: checked against the bounds before it is used.
        params: KdfParams,
        /// The salt of the derivation.
        salt: [u8; 16],
    },
    /// The printed recovery code.
    RecoveryCode {
        /// The salt of the derivation.
        salt: [u8; 16],
    },
}

/// The numbers of the kinds on disk, never reused.
const PASSPHRASE: u16 = 1;
const RECOVERY_CODE: u16 = 2;

impl SlotKind {
    const fn number(self) -> u16 {
        match self {
            Self::Passphrase { .. } => PASSPHRASE,
            Self::RecoveryCode { .. } => RECOVERY_CODE,
        }
    }

    const fn salt(self) -> [u8; 16] {
        match self {
            Self::Passphrase { salt, .. } | Self::RecoveryCode { salt } => salt,
        }
    }

    const fn params(self) -> Option<KdfParams> {
        match self {
            Self::Passphrase { params, .. } => Some(params),
            Self::RecoveryCode { .. } => None,
        }
    }
}

/// A slot: its exact bytes, and what this build understands of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    raw: Vec<u8>,
    reading: Reading,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Reading {
    Known(Known),
    /// Of a newer format, or of a kind that a later release brought.
    Newer {
        kind: u16,
        format: u16,
    },
    /// Damaged; the kind may still be legible.
    Unreadable {
        kind: Option<u16>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Known {
    id: [u8; 16],
    kind: SlotKind,
    nonce: [u8; NONCE],
    commitment: [u8; 32],
    wrapped: [u8; WRAPPED],
}

/// Whose key is wrapped: bound into every slot.
#[derive(Clone, Copy, Debug)]
pub(super) struct Owner {
    pub(super) vault: VaultId,
    pub(super) key: KeyId,
}

/// What is random about a new slot. Only a test gives anything else.
pub(super) struct SlotChance {
    pub(super) id: [u8; 16],
    pub(super) salt: [u8; 16],
    pub(super) nonce: [u8; NONCE],
}

impl SlotChance {
    pub(super) fn make() -> Result<Self, VaultError> {
        Ok(Self { id: chance::random()?, salt: chance::random()?, nonce: chance::random()? })
    }
}

impl Slot {
    /// What opens it, if this build knows.
    pub const fn kind(&self) -> Option<SlotKind> {
        match self.reading {
            Reading::Known(known) => Some(known.kind),
            Reading::Newer { .. } | Reading::Unreadable { .. } => None,
        }
    }

    /// Whether this is a way in for a passphrase, even one of a newer format.
    pub(super) fn is_for_passphrase(&self) -> bool {
        self.kind_number() == Some(PASSPHRASE)
    }

    /// Whether this is a way in for a recovery code, even one of a newer format.
    pub(super) fn is_for_recovery(&self) -> bool {
        self.kind_number() == Some(RECOVERY_CODE)
    }

    fn kind_number(&self) -> Option<u16> {
        match self.reading {
            Reading::Known(known) => Some(known.kind.number()),
            Reading::Newer { kind, .. } => Some(kind),
            Reading::Unreadable { kind } => kind,
        }
    }

    /// The format of a slot that only a newer app can open.
    pub(super) const fn newer_format(&self) -> Option<u16> {
        match self.reading {
            Reading::Newer { format, .. } => Some(format),
            Reading::Known(_) | Reading::Unreadable { .. } => None,
        }
    }

    /// The slot as it stands in a header.
    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.raw
    }

    /// Reads a slot. Whatever is not understood is kept as it is, so nothing here is an error.
    pub(super) fn from_bytes(raw: Vec<u8>) -> Self {
        let reading = Known::read(&raw).unwrap_or_else(|_| Reading::Unreadable {
            kind: Fields::parse(&raw).ok().and_then(|mut fields| fields.need(field::KIND).ok()),
        });
        Self { raw, reading }
    }

    /// Wraps the vault key for a passphrase.
    pub(super) fn for_passphrase(
        vault: VaultId,
        key: &DataKey,
        passphrase: &Passphrase,
        params: KdfParams,
        chance: SlotChance,
    ) -> Result<Self, VaultError> {
        let secret = derive(passphrase, &chance.salt, params)?;
        let kind = SlotKind::Passphrase { params, salt: chance.salt };
        // EXPOSE: the passphrase's key is what the wrapping key is derived from.
        Self::wrap(vault, key, kind, secret.expose(), chance)
    }

    /// Wraps the vault key for a recovery code.
    pub(super) fn for_recovery(
        vault: VaultId,
        key: &DataKey,
        code: &RecoveryCode,
        chance: SlotChance,
    ) -> Result<Self, VaultError> {
        let kind = SlotKind::RecoveryCode { salt: chance.salt };
        Self::wrap(vault, key, kind, code.expose_carrying(), chance)
    }

    fn wrap(
        vault: VaultId,
        key: &DataKey,
        kind: SlotKind,
        secret: &[u8],
        chance: SlotChance,
    ) -> Result<Self, VaultError> {
        let owner = Owner { vault, key: key.id() };
        let (wrapping, commitment) = derived(secret, &kind.salt())?;
        let mut buffer = Vec::with_capacity(WRAPPED);
        // EXPOSE: the vault key is what is wrapped.
        buffer.extend_from_slice(key.expose());
        encrypt(&wrapping, &chance.nonce, &bound(owner, chance.id, kind), &mut buffer)?;
        let wrapped = buffer.try_into().map_err(|_| VaultError::SealBroken)?;
        let known = Known { id: chance.id, kind, nonce: chance.nonce, commitment: *commitment.expose(), wrapped };
        Ok(Self { raw: known.to_bytes(), reading: Reading::Known(known) })
    }

    /// Unwraps the vault key with a passphrase; nothing when this slot is not for one.
    pub(super) fn open_with_passphrase(
        &self,
        owner: Owner,
        passphrase: &Passphrase,
    ) -> Option<Result<DataKey, VaultError>> {
        let Reading::Known(known) = self.reading else { return None };
        let SlotKind::Passphrase { params, salt } = known.kind else { return None };
        // EXPOSE: the passphrase's key is what the wrapping key is derived from.
        Some(derive(passphrase, &salt, params).and_then(|secret| known.unwrap(owner, secret.expose())))
    }

    /// Unwraps the vault key with a recovery code; nothing when this slot is not for one.
    pub(super) fn open_with_recovery(&self, owner: Owner, code: &RecoveryCode) -> Option<Result<DataKey, VaultError>> {
        let Reading::Known(known) = self.reading else { return None };
        let SlotKind::RecoveryCode { .. } = known.kind else { return None };
        Some(known.unwrap(owner, code.expose_carrying()))
    }
}

impl Known {
    fn read(raw: &[u8]) -> Result<Reading, RecordError> {
        let mut fields = Fields::parse(raw)?;
        let format: u16 = fields.need(field::FORMAT)?;
        let number: u16 = fields.need(field::KIND)?;
        match format {
            FORMAT => {}
            0 => return Err(RecordError::Unexpected(field::FORMAT)),
            newer => return Ok(Reading::Newer { kind: number, format: newer }),
        }
        if !matches!(number, PASSPHRASE | RECOVERY_CODE) {
            return Ok(Reading::Newer { kind: number, format });
        }
        let id = bytes(&mut fields, field::ID)?;
        let salt = bytes(&mut fields, field::SALT)?;
        let kind = match number {
            PASSPHRASE => SlotKind::Passphrase {
                params: KdfParams {
                    memory_kib: fields.need(field::MEMORY_KIB)?,
                    passes: fields.need(field::PASSES)?,
                    lanes: fields.need(field::LANES)?,
                },
                salt,
            },
            _ => SlotKind::RecoveryCode { salt },
        };
        Ok(Reading::Known(Self {
            id,
            kind,
            nonce: bytes(&mut fields, field::NONCE)?,
            commitment: bytes(&mut fields, field::COMMITMENT)?,
            wrapped: bytes(&mut fields, field::WRAPPED)?,
        }))
    }

    fn to_bytes(self) -> Vec<u8> {
        let mut fields = Fields::default();
        fields.put(field::FORMAT, FORMAT);
        fields.put(field::ID, ByteArray::from(self.id));
        fields.put(field::KIND, self.kind.number());
        fields.put(field::SALT, ByteArray::from(self.kind.salt()));
        fields.put(field::NONCE, ByteArray::from(self.nonce));
        fields.put(field::COMMITMENT, ByteArray::from(self.commitment));
        fields.put(field::WRAPPED, ByteVec::from(self.wrapped.to_vec()));
        if let Some(params) = self.kind.params() {
            fields.put(field::MEMORY_KIB, params.memory_kib);
            fields.put(field::PASSES, params.passes);
            fields.put(field::LANES, params.lanes);
        }
        fields.to_bytes()
    }

    /// The commitment decides first, in constant time, whether this is the secret; only then does the seal.
    fn unwrap(&self, owner: Owner, secret: &[u8]) -> Result<DataKey, VaultError> {
        let (wrapping, commitment) = derived(secret, &self.kind.salt())?;
        if !bool::from(commitment.expose().ct_eq(&self.commitment)) {
            return Err(VaultError::WrongSecret);
        }
        let mut buffer = Zeroizing::new(self.wrapped.to_vec());
        decrypt(&wrapping, &self.nonce, &bound(owner, self.id, self.kind), &mut buffer)?;
        let bytes = KeyBytes::written(|bytes| {
            let key = buffer.first_chunk::<32>().ok_or(VaultError::SealBroken)?;
            bytes.copy_from_slice(key);
            Ok::<(), VaultError>(())
        })?;
        Ok(DataKey::new(owner.key, bytes))
    }
}

/// The wrapping key, and the commitment to it: XChaCha20-Poly1305 alone lets one ciphertext open under two keys.
fn derived(secret: &[u8], salt: &[u8; 16]) -> Result<(KeyBytes, KeyBytes), VaultError> {
    let hkdf = Hkdf::<Sha256>::new(Some(salt), secret);
    let expand = |info: &[u8]| KeyBytes::written(|bytes| hkdf.expand(info, bytes)).map_err(|_| VaultError::SealBroken);
    Ok((expand(b"lantern-room slot wrap")?, expand(b"lantern-room slot commit")?))
}

/// What a slot's seal is bound to: format, vault, vault key's name, the slot and everything about how it is opened.
fn bound(owner: Owner, id: [u8; 16], kind: SlotKind) -> Vec<u8> {
    let params = kind.params().map_or([0; 3], |params| [params.memory_kib, params.passes, params.lanes]);
    [
        &FORMAT.to_be_bytes()[..],
        owner.vault.as_bytes(),
        owner.key.as_bytes(),
        &id,
        &kind.number().to_be_bytes(),
        &params.map(u32::to_be_bytes).concat(),
        &kind.salt(),
    ]
    .concat()
}

fn bytes<const N: usize>(fields: &mut Fields, key: u32) -> Result<[u8; N], RecordError> {
    fields.need::<ByteArray<N>>(key).map(Into::into)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const OWNER: Owner = Owner { vault: VaultId::from_bytes([1; 16]), key: KeyId::from_bytes([2; 16]) };
    const PARAMS: KdfParams = KdfParams::DEFAULT;
    const KIND: SlotKind = SlotKind::Passphrase { params: PARAMS, salt: [3; 16] };

    fn with(params: KdfParams) -> Known {
        Known { kind: SlotKind::Passphrase { params, salt: [3; 16] }, ..known() }
    }

    fn known() -> Known {
        let key = DataKey::new(OWNER.key, KeyBytes::from_bytes(&[7; 32]));
        let slot =
            Slot::wrap(OWNER.vault, &key, KIND, b"derived", SlotChance { id: [4; 16], salt: [3; 16], nonce: [5; 24] });
        match slot.unwrap().reading {
            Reading::Known(known) => known,
            other => unreachable!("{other:?}"),
        }
    }

    #[test]
    fn every_field_of_the_associated_data_is_bound() {
        let known = known();
        assert_eq!(known.unwrap(OWNER, b"derived").unwrap().expose(), &[7; 32]);
        for changed in [
            with(KdfParams { memory_kib: PARAMS.memory_kib + 1, ..PARAMS }),
            with(KdfParams { passes: PARAMS.passes + 1, ..PARAMS }),
            with(KdfParams { lanes: PARAMS.lanes + 1, ..PARAMS }),
            Known { kind: SlotKind::RecoveryCode { salt: [3; 16] }, ..known },
            Known { id: [9; 16], ..known },
            Known { nonce: [9; 24], ..known },
            Known { wrapped: [9; WRAPPED], ..known },
        ] {
            assert_eq!(changed.unwrap(OWNER, b"derived"), Err(VaultError::SealBroken), "{changed:?}");
        }
        for owner in
            [Owner { vault: VaultId::from_bytes([9; 16]), ..OWNER }, Owner { key: KeyId::from_bytes([9; 16]), ..OWNER }]
        {
            assert_eq!(known.unwrap(owner, b"derived"), Err(VaultError::SealBroken), "{owner:?}");
        }
        let salted = Known { kind: SlotKind::Passphrase { params: PARAMS, salt: [9; 16] }, ..known };
        assert_eq!(salted.unwrap(OWNER, b"derived"), Err(VaultError::WrongSecret));
        assert!(bound(OWNER, known.id, KIND).starts_with(&FORMAT.to_be_bytes()));
    }

    #[test]
    fn the_commitment_decides_before_the_seal() {
        let known = known();
        assert_eq!(known.unwrap(OWNER, b"another"), Err(VaultError::WrongSecret));
        let uncommitted = Known { commitment: [0; 32], ..known };
        assert_eq!(uncommitted.unwrap(OWNER, b"derived"), Err(VaultError::WrongSecret));
    }

    #[test]
    fn a_slot_survives_its_bytes_and_the_key_is_not_in_them() {
        let raw = known().to_bytes();
        let slot = Slot::from_bytes(raw.clone());
        assert_eq!(slot.reading, Reading::Known(known()));
        assert_eq!(slot.as_bytes(), raw);
        assert!(!raw.windows(4).any(|bytes| bytes == [7; 4]));
    }
}
