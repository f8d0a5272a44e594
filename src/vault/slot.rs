//! One way into the vault: the vault key wrapped for a passphrase, for the recovery code or for a passkey, or the file
//! that holds it for the school.
//!
//! A slot on disk is a CBOR map. Its format and its kind keep their places for ever, so that a build that cannot open
//! a slot can still tell what it is and carry it along, byte for byte.

use minicbor::bytes::{ByteArray, ByteVec};

use super::kdf::{KdfParams, derive};
use super::passkey::{MOST_CREDENTIAL_BYTES, PasskeyCredential};
use super::school::SchoolSlot;
use super::wrap::{FORMAT, Owner, SlotChance, Wrapped};
use super::{DataKey, KeyBytes, Passphrase, RecoveryCode, VaultError};
use crate::domain::{Fields, RecordError, VaultId};

pub(super) mod field {
    pub(in crate::vault) const FORMAT: u32 = 0;
    pub(in crate::vault) const ID: u32 = 1;
    pub(in crate::vault) const KIND: u32 = 2;
    pub(in crate::vault) const SALT: u32 = 3;
    pub(in crate::vault) const NONCE: u32 = 4;
    pub(in crate::vault) const COMMITMENT: u32 = 5;
    pub(in crate::vault) const SEALED: u32 = 6;
    pub(in crate::vault) const MEMORY_KIB: u32 = 7;
    pub(in crate::vault) const PASSES: u32 = 8;
    pub(in crate::vault) const LANES: u32 = 9;
    pub(in crate::vault) const CREDENTIAL: u32 = 10;
    pub(in crate::vault) const PRF_SALT: u32 = 11;
    pub(in crate::vault) const RECIPIENT: u32 = 12;
    pub(in crate::vault) const BLOB: u32 = 13;
}

/// What opens a slot that wraps the vault key by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// A passkey of this tablet, by what it derives from a salt (WebAuthn PRF).
    Passkey {
        /// The salt of our own derivation.
        salt: [u8; 16],
        /// Which passkey, and what it is to derive from.
        passkey: PasskeyCredential,
    },
}

/// The numbers of the kinds on disk, never reused.
const PASSPHRASE: u16 = 1;
const RECOVERY_CODE: u16 = 2;
const PASSKEY: u16 = 3;
pub(super) const SCHOOL: u16 = 4;

impl SlotKind {
    pub(super) const fn number(&self) -> u16 {
        match self {
            Self::Passphrase { .. } => PASSPHRASE,
            Self::RecoveryCode { .. } => RECOVERY_CODE,
            Self::Passkey { .. } => PASSKEY,
        }
    }

    pub(super) const fn salt(&self) -> [u8; 16] {
        match self {
            Self::Passphrase { salt, .. } | Self::RecoveryCode { salt } | Self::Passkey { salt, .. } => *salt,
        }
    }

    pub(super) const fn params(&self) -> Option<KdfParams> {
        match self {
            Self::Passphrase { params, .. } => Some(*params),
            Self::RecoveryCode { .. } | Self::Passkey { .. } => None,
        }
    }

    pub(super) const fn passkey(&self) -> Option<&PasskeyCredential> {
        match self {
            Self::Passkey { passkey, .. } => Some(passkey),
            Self::Passphrase { .. } | Self::RecoveryCode { .. } => None,
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
    /// The school's.
    School(SchoolSlot),
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

#[derive(Clone, Debug, PartialEq, Eq)]
struct Known {
    id: [u8; 16],
    kind: SlotKind,
    wrapped: Wrapped,
}

impl Slot {
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
        let wrapped = Wrapped::make(vault, key, chance.id, &kind, secret.expose(), chance.nonce)?;
        Ok(Known { id: chance.id, kind, wrapped }.into())
    }

    /// Wraps the vault key for a recovery code.
    pub(super) fn for_recovery(
        vault: VaultId,
        key: &DataKey,
        code: &RecoveryCode,
        chance: SlotChance,
    ) -> Result<Self, VaultError> {
        let kind = SlotKind::RecoveryCode { salt: chance.salt };
        let wrapped = Wrapped::make(vault, key, chance.id, &kind, code.expose_carrying(), chance.nonce)?;
        Ok(Known { id: chance.id, kind, wrapped }.into())
    }

    /// Wraps the vault key for a passkey, by what it derived from its salt.
    pub(super) fn for_passkey(
        vault: VaultId,
        key: &DataKey,
        passkey: PasskeyCredential,
        derived: &KeyBytes,
        chance: SlotChance,
    ) -> Result<Self, VaultError> {
        let kind = SlotKind::Passkey { salt: chance.salt, passkey };
        // EXPOSE: what the passkey derived is what the wrapping key is derived from.
        let wrapped = Wrapped::make(vault, key, chance.id, &kind, derived.expose(), chance.nonce)?;
        Ok(Known { id: chance.id, kind, wrapped }.into())
    }

    /// The school's slot.
    pub(super) fn for_school(school: SchoolSlot) -> Self {
        Self { raw: school.to_fields().to_bytes(), reading: Reading::School(school) }
    }

    /// Unwraps the vault key with a passphrase; nothing when this slot is not for one.
    pub(super) fn open_with_passphrase(
        &self,
        owner: Owner,
        passphrase: &Passphrase,
    ) -> Option<Result<DataKey, VaultError>> {
        let Reading::Known(Known { id, kind, wrapped }) = &self.reading else { return None };
        let SlotKind::Passphrase { params, salt } = kind else { return None };
        // EXPOSE: the passphrase's key is what the wrapping key is derived from.
        Some(derive(passphrase, salt, *params).and_then(|secret| wrapped.open(owner, *id, kind, secret.expose())))
    }

    /// Unwraps the vault key with a recovery code; nothing when this slot is not for one.
    pub(super) fn open_with_recovery(&self, owner: Owner, code: &RecoveryCode) -> Option<Result<DataKey, VaultError>> {
        let Reading::Known(Known { id, kind, wrapped }) = &self.reading else { return None };
        let SlotKind::RecoveryCode { .. } = kind else { return None };
        Some(wrapped.open(owner, *id, kind, code.expose_carrying()))
    }

    /// Unwraps the vault key with what a passkey derived; nothing when this slot is not for that passkey.
    pub(super) fn open_with_passkey(
        &self,
        owner: Owner,
        credential: &[u8],
        derived: &KeyBytes,
    ) -> Option<Result<DataKey, VaultError>> {
        let Reading::Known(Known { id, kind, wrapped }) = &self.reading else { return None };
        kind.passkey().filter(|passkey| passkey.credential == credential)?;
        // EXPOSE: what the passkey derived is what the wrapping key is derived from.
        Some(wrapped.open(owner, *id, kind, derived.expose()))
    }

    /// What secret opens it, if it is one that this build knows. The school's slot is opened by none of ours.
    pub const fn kind(&self) -> Option<&SlotKind> {
        match &self.reading {
            Reading::Known(known) => Some(&known.kind),
            Reading::School(_) | Reading::Newer { .. } | Reading::Unreadable { .. } => None,
        }
    }

    /// The school's slot, if it is that.
    pub const fn school(&self) -> Option<&SchoolSlot> {
        match &self.reading {
            Reading::School(school) => Some(school),
            Reading::Known(_) | Reading::Newer { .. } | Reading::Unreadable { .. } => None,
        }
    }

    /// Whether this is a way in for a passphrase, even a damaged one or one of a newer format.
    pub(super) fn is_for_passphrase(&self) -> bool {
        self.kind_number() == Some(PASSPHRASE)
    }

    /// Whether this is a way in for a recovery code, even a damaged one or one of a newer format.
    pub(super) fn is_for_recovery(&self) -> bool {
        self.kind_number() == Some(RECOVERY_CODE)
    }

    /// Whether this is the school's, even damaged or of a newer format.
    pub(super) fn is_for_school(&self) -> bool {
        self.kind_number() == Some(SCHOOL)
    }

    /// Whether this is for a passkey, even damaged or of a newer format.
    pub(super) fn is_for_passkeys(&self) -> bool {
        self.kind_number() == Some(PASSKEY)
    }

    /// Whether this is for the passkey of that id.
    pub(super) fn is_for_passkey(&self, credential: &[u8]) -> bool {
        self.kind().and_then(SlotKind::passkey).is_some_and(|passkey| passkey.credential == credential)
    }

    fn kind_number(&self) -> Option<u16> {
        match &self.reading {
            Reading::Known(known) => Some(known.kind.number()),
            Reading::School(_) => Some(SCHOOL),
            Reading::Newer { kind, .. } => Some(*kind),
            Reading::Unreadable { kind } => *kind,
        }
    }

    /// The format of a slot that only a newer app can open.
    pub(super) const fn newer_format(&self) -> Option<u16> {
        match self.reading {
            Reading::Newer { format, .. } => Some(format),
            Reading::Known(_) | Reading::School(_) | Reading::Unreadable { .. } => None,
        }
    }

    /// The slot as it stands in a header.
    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.raw
    }

    /// Reads a slot. Whatever is not understood is kept as it is, so nothing here is an error.
    pub(super) fn from_bytes(raw: Vec<u8>) -> Self {
        let reading = Reading::of(&raw).unwrap_or_else(|_| Reading::Unreadable {
            kind: Fields::parse(&raw).ok().and_then(|mut fields| fields.need(field::KIND).ok()),
        });
        Self { raw, reading }
    }
}

impl Reading {
    fn of(raw: &[u8]) -> Result<Self, RecordError> {
        let mut fields = Fields::parse(raw)?;
        let format: u16 = fields.need(field::FORMAT)?;
        let number: u16 = fields.need(field::KIND)?;
        if format == 0 {
            return Err(RecordError::Unexpected(field::FORMAT));
        }
        if format > FORMAT || !matches!(number, PASSPHRASE | RECOVERY_CODE | PASSKEY | SCHOOL) {
            return Ok(Self::Newer { kind: number, format });
        }
        if number == SCHOOL {
            return SchoolSlot::from_fields(&mut fields).map(Self::School);
        }
        let salt = bytes(&mut fields, field::SALT)?;
        let kind = match number {
            RECOVERY_CODE => SlotKind::RecoveryCode { salt },
            PASSKEY => {
                let credential = Vec::from(fields.need::<ByteVec>(field::CREDENTIAL)?);
                if !(1..=MOST_CREDENTIAL_BYTES).contains(&credential.len()) {
                    return Err(RecordError::Unexpected(field::CREDENTIAL));
                }
                let passkey = PasskeyCredential { credential, prf_salt: bytes(&mut fields, field::PRF_SALT)? };
                SlotKind::Passkey { salt, passkey }
            }
            _ => {
                let params = KdfParams {
                    memory_kib: fields.need(field::MEMORY_KIB)?,
                    passes: fields.need(field::PASSES)?,
                    lanes: fields.need(field::LANES)?,
                };
                SlotKind::Passphrase { params, salt }
            }
        };
        let wrapped = Wrapped {
            nonce: bytes(&mut fields, field::NONCE)?,
            commitment: bytes(&mut fields, field::COMMITMENT)?,
            sealed: bytes(&mut fields, field::SEALED)?,
        };
        Ok(Self::Known(Known { id: bytes(&mut fields, field::ID)?, kind, wrapped }))
    }
}

impl From<Known> for Slot {
    fn from(known: Known) -> Self {
        let Known { id, kind, wrapped } = &known;
        let mut fields = Fields::default();
        fields.put(field::FORMAT, FORMAT);
        fields.put(field::ID, ByteArray::from(*id));
        fields.put(field::KIND, kind.number());
        fields.put(field::SALT, ByteArray::from(kind.salt()));
        fields.put(field::NONCE, ByteArray::from(wrapped.nonce));
        fields.put(field::COMMITMENT, ByteArray::from(wrapped.commitment));
        fields.put(field::SEALED, ByteArray::from(wrapped.sealed));
        if let Some(params) = kind.params() {
            fields.put(field::MEMORY_KIB, params.memory_kib);
            fields.put(field::PASSES, params.passes);
            fields.put(field::LANES, params.lanes);
        }
        if let Some(passkey) = kind.passkey() {
            fields.put(field::CREDENTIAL, ByteVec::from(passkey.credential.clone()));
            fields.put(field::PRF_SALT, ByteArray::from(passkey.prf_salt));
        }
        Self { raw: fields.to_bytes(), reading: Reading::Known(known) }
    }
}

pub(super) fn bytes<const N: usize>(fields: &mut Fields, key: u32) -> Result<[u8; N], RecordError> {
    fields.need::<ByteArray<N>>(key).map(Into::into)
}
