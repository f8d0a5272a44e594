//! The vault's header: which vault it is and which ways lead into it. It lies in the clear beside the envelopes.

use minicbor::bytes::{ByteArray, ByteVec};

use super::passkey::PasskeyCredential;
use super::school::SchoolSlot;
use super::slot::{Slot, SlotKind};
use super::wrap::{Owner, SlotChance};
use super::{DataKey, KdfParams, KeyBytes, Passphrase, RecoveryCode, VaultError, chance};
use crate::domain::{Fields, KeyId, RecordError, VaultId};

/// The format of a header that this build writes.
const FORMAT: u16 = 1;
/// The form of the records in a header that names none.
const FIRST_SCHEMA: u16 = 1;
/// A header is never longer than this.
const MOST_BYTES: usize = 64 * 1024;
/// A header never has more slots than this.
const MOST_SLOTS: usize = 32;

mod field {
    pub(super) const FORMAT: u32 = 0;
    pub(super) const VAULT: u32 = 1;
    pub(super) const KEY: u32 = 2;
    pub(super) const AUTHOR: u32 = 3;
    pub(super) const SLOTS: u32 = 4;
    pub(super) const FORMER: u32 = 5;
    pub(super) const SCHEMA: u32 = 6;
}

/// A vault's header. What this build does not know of it, fields and slots, is carried along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VaultHeader {
    /// Which vault this is.
    pub vault: VaultId,
    /// The name of the vault key that every slot wraps.
    pub key: KeyId,
    /// A random number that tells this tablet's changes from another's.
    pub author: u64,
    pub(super) slots: Vec<Slot>,
    /// The vault keys that were, each sealed under the one that is; only while the vault is being sealed again. As they
    /// were read: a damaged one closes what is under it, not the vault.
    pub(super) former: Vec<Vec<u8>>,
    /// In which form the records as a whole are, from 1. Where it is higher than an app knows, it leaves them alone.
    pub schema: u16,
    pub(super) unknown: Fields,
}

impl VaultHeader {
    /// A new vault with its key and its two ways in. The code is shown once; the vault is not to be kept before the
    /// adult has typed parts of it back.
    ///
    /// # Errors
    /// [`VaultError::TooShort`], [`VaultError::ParametersOutOfBounds`], [`VaultError::OutOfMemory`],
    /// [`VaultError::NoRandomness`].
    pub fn create(passphrase: &Passphrase, params: KdfParams) -> Result<(Self, DataKey, RecoveryCode), VaultError> {
        let key = DataKey::make()?;
        let bare = Self {
            vault: VaultId::from_bytes(chance::random_16()?),
            key: key.id(),
            author: chance::random_u64()?,
            slots: Vec::new(),
            former: Vec::new(),
            schema: FIRST_SCHEMA,
            unknown: Fields::default(),
        };
        let (header, code) = bare.with_new_passphrase(&key, passphrase, params)?.with_new_recovery(&key)?;
        Ok((header, key, code))
    }

    /// The ways in, those included that only a newer app can open.
    pub fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// Opens the vault with a passphrase.
    ///
    /// # Errors
    /// [`VaultError::WrongSecret`]; [`VaultError::SealBroken`] when the passphrase is right but the header was changed;
    /// [`VaultError::NoSlot`]; [`VaultError::ParametersOutOfBounds`]; [`VaultError::OutOfMemory`].
    pub fn unlock_with_passphrase(&self, passphrase: &Passphrase) -> Result<DataKey, VaultError> {
        self.unlock(|slot| slot.open_with_passphrase(self.owner(), passphrase))
    }

    /// Opens the vault with its recovery code.
    ///
    /// # Errors
    /// [`VaultError::WrongSecret`], [`VaultError::SealBroken`] or [`VaultError::NoSlot`], as for a passphrase.
    pub fn unlock_with_recovery(&self, code: &RecoveryCode) -> Result<DataKey, VaultError> {
        self.unlock(|slot| slot.open_with_recovery(self.owner(), code))
    }

    /// Opens the vault with what a passkey derived from its salt.
    ///
    /// # Errors
    /// [`VaultError::WrongSecret`], [`VaultError::SealBroken`] or [`VaultError::NoSlot`], as for a passphrase.
    pub fn unlock_with_passkey(&self, credential: &[u8], derived: &KeyBytes) -> Result<DataKey, VaultError> {
        self.unlock(|slot| slot.open_with_passkey(self.owner(), credential, derived))
    }

    /// Opens the vault with the bytes of its key, as they come out of the school's file.
    ///
    /// # Errors
    /// [`VaultError::WrongSecret`] when they are not this vault's key; [`VaultError::NoSlot`] without a school's slot.
    pub fn unlock_with_raw_key(&self, key: &KeyBytes) -> Result<DataKey, VaultError> {
        self.unlock(|slot| slot.school().map(|school| school.open(self.owner(), key)))
    }

    /// The passkeys that open the vault.
    pub fn passkeys(&self) -> impl Iterator<Item = &PasskeyCredential> {
        self.slots.iter().filter_map(|slot| slot.kind().and_then(SlotKind::passkey))
    }

    /// The school's slot.
    pub fn school(&self) -> Option<&SchoolSlot> {
        self.slots.iter().find_map(Slot::school)
    }

    /// The same vault with another passphrase; the old one opens it no more. Everything else stays as it was.
    ///
    /// # Errors
    /// As [`VaultHeader::create`]; also [`VaultError::OtherKey`] when `key` is not this vault's,
    /// [`VaultError::TooNew`] when only a newer app can replace the passphrase, [`VaultError::HeaderFull`].
    pub fn with_new_passphrase(
        &self,
        key: &DataKey,
        passphrase: &Passphrase,
        params: KdfParams,
    ) -> Result<Self, VaultError> {
        passphrase.long_enough()?;
        self.replace(key, Slot::is_for_passphrase, || {
            Slot::for_passphrase(self.vault, key, passphrase, params, SlotChance::make()?)
        })
    }

    /// The same vault with another recovery code; the old one opens it no more. Everything else stays as it was.
    ///
    /// # Errors
    /// As [`VaultHeader::with_new_passphrase`], except for what concerns passphrases.
    pub fn with_new_recovery(&self, key: &DataKey) -> Result<(Self, RecoveryCode), VaultError> {
        let code = RecoveryCode::make()?;
        let header = self.with_recovery(key, &code)?;
        Ok((header, code))
    }

    /// The same with a code that was made and shown before.
    ///
    /// # Errors
    /// As [`VaultHeader::with_new_recovery`].
    pub fn with_recovery(&self, key: &DataKey, code: &RecoveryCode) -> Result<Self, VaultError> {
        self.replace(key, Slot::is_for_recovery, || Slot::for_recovery(self.vault, key, code, SlotChance::make()?))
    }

    /// The same vault with a passkey as one more way in. It is never the only one.
    ///
    /// # Errors
    /// [`VaultError::NoSlot`] when no passphrase that this build can try opens the vault, and as
    /// [`VaultHeader::with_new_recovery`].
    pub fn with_passkey(
        &self,
        key: &DataKey,
        passkey: PasskeyCredential,
        derived: &KeyBytes,
    ) -> Result<Self, VaultError> {
        if !self.slots.iter().any(|slot| matches!(slot.kind(), Some(SlotKind::Passphrase { .. }))) {
            return Err(VaultError::NoSlot);
        }
        let credential = passkey.credential.clone();
        self.replace(
            key,
            |slot| slot.is_for_passkey(&credential),
            || Slot::for_passkey(self.vault, key, passkey, derived, SlotChance::make()?),
        )
    }

    /// The same vault without that passkey.
    pub fn without_passkey(&self, credential: &[u8]) -> Self {
        self.without(|slot| slot.is_for_passkey(credential))
    }

    /// The same vault without any passkey, a damaged one's slot included.
    pub fn without_passkeys(&self) -> Self {
        self.without(Slot::is_for_passkeys)
    }

    /// The same vault with a way in for the school: `blob` is an `age` file for `recipient` that holds the 32 bytes of
    /// `key` and nothing else. It takes the place of one that was there.
    ///
    /// # Errors
    /// [`VaultError::HeaderFull`] when recipient or file are not of a size that they can have, and as
    /// [`VaultHeader::with_new_recovery`].
    pub fn with_school_slot(&self, key: &DataKey, recipient: &str, blob: Vec<u8>) -> Result<Self, VaultError> {
        self.replace(key, Slot::is_for_school, || {
            let chance = (chance::random()?, chance::random()?);
            Ok(Slot::for_school(SchoolSlot::make(self.vault, key, recipient, blob, chance)?))
        })
    }

    /// The same vault without a way in for the school.
    pub fn without_school_slot(&self) -> Self {
        self.without(Slot::is_for_school)
    }

    /// The same vault as another author: for one that goes on from an older state, so that what it writes now is never
    /// taken for the continuation of what it had written and lost.
    ///
    /// # Errors
    /// [`VaultError::NoRandomness`].
    pub fn with_new_author(&self) -> Result<Self, VaultError> {
        Ok(Self { author: chance::random_u64()?, ..self.clone() })
    }

    /// The same vault with its records in another form.
    pub fn with_schema(&self, schema: u16) -> Self {
        Self { schema, ..self.clone() }
    }

    /// The header as it is kept.
    pub fn to_bytes(&self) -> Vec<u8> {
        let slots: Vec<_> = self.slots.iter().map(|slot| ByteVec::from(slot.as_bytes().to_vec())).collect();
        let mut fields = self.unknown.clone();
        fields.put(field::FORMAT, FORMAT);
        fields.put(field::VAULT, ByteArray::from(*self.vault.as_bytes()));
        fields.put(field::KEY, ByteArray::from(*self.key.as_bytes()));
        fields.put(field::AUTHOR, self.author);
        fields.put(field::SLOTS, slots);
        if !self.former.is_empty() {
            fields.put(field::FORMER, self.former.iter().cloned().map(ByteVec::from).collect::<Vec<_>>());
        }
        // A header of the first schema has always been written without it.
        fields.put_some(field::SCHEMA, (self.schema != FIRST_SCHEMA).then_some(self.schema));
        fields.to_bytes()
    }

    /// Reads a header. Slots that this build does not know, and parameters out of bounds, are no hindrance to reading:
    /// another slot may still open the vault.
    ///
    /// # Errors
    /// [`VaultError::TooNew`]; for anything else that is no header, too long or with too many slots,
    /// [`VaultError::NotAnEnvelope`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, VaultError> {
        if bytes.len() > MOST_BYTES {
            return Err(VaultError::NotAnEnvelope);
        }
        Self::read(bytes).map_err(|refusal| match refusal {
            RecordError::TooNew(format) => VaultError::TooNew(format),
            _ => VaultError::NotAnEnvelope,
        })
    }

    fn read(bytes: &[u8]) -> Result<Self, RecordError> {
        let mut fields = Fields::parse(bytes)?;
        match fields.need(field::FORMAT)? {
            FORMAT => {}
            0 => return Err(RecordError::Unexpected(field::FORMAT)),
            newer => return Err(RecordError::TooNew(newer)),
        }
        let vault: ByteArray<16> = fields.need(field::VAULT)?;
        let key: ByteArray<16> = fields.need(field::KEY)?;
        let author = fields.need(field::AUTHOR)?;
        let slots: Vec<ByteVec> = fields.need(field::SLOTS)?;
        if slots.len() > MOST_SLOTS {
            return Err(RecordError::Unexpected(field::SLOTS));
        }
        let former: Vec<ByteVec> = fields.take(field::FORMER)?.unwrap_or_default();
        Ok(Self {
            vault: VaultId::from_bytes(vault.into()),
            key: KeyId::from_bytes(key.into()),
            author,
            slots: slots.into_iter().map(|raw| Slot::from_bytes(raw.into())).collect(),
            former: former.into_iter().map(Into::into).collect(),
            schema: fields.take(field::SCHEMA)?.unwrap_or(FIRST_SCHEMA),
            unknown: fields,
        })
    }

    const fn owner(&self) -> Owner {
        Owner { vault: self.vault, key: self.key }
    }

    /// Tries every slot that `open` is for. One that opens is enough; of several refusals the most telling is given.
    fn unlock(&self, open: impl Fn(&Slot) -> Option<Result<DataKey, VaultError>>) -> Result<DataKey, VaultError> {
        let mut refusal = VaultError::NoSlot;
        for opened in self.slots.iter().filter_map(open) {
            match opened {
                Ok(key) => return Ok(key),
                Err(VaultError::WrongSecret) if refusal != VaultError::NoSlot => {}
                Err(other) => refusal = other,
            }
        }
        Err(refusal)
    }

    pub(super) fn without(&self, dropped: impl Fn(&Slot) -> bool) -> Self {
        let mut header = self.clone();
        header.slots.retain(|slot| !dropped(slot));
        header
    }

    /// Puts a new slot in the place of those it replaces.
    fn replace(
        &self,
        key: &DataKey,
        replaced: impl Fn(&Slot) -> bool,
        make: impl FnOnce() -> Result<Slot, VaultError>,
    ) -> Result<Self, VaultError> {
        if key.id() != self.key {
            return Err(VaultError::OtherKey(self.key));
        }
        // An old secret must not go on opening the vault in a newer app that still reads its slot.
        let newer = self.slots.iter().filter(|slot| replaced(slot)).find_map(Slot::newer_format);
        if let Some(format) = newer {
            return Err(VaultError::TooNew(format));
        }
        let place = self.slots.iter().position(&replaced).unwrap_or(self.slots.len());
        let mut header = self.clone();
        header.slots.retain(|slot| !replaced(slot));
        header.slots.insert(place, make()?);
        if header.slots.len() > MOST_SLOTS || header.to_bytes().len() > MOST_BYTES {
            return Err(VaultError::HeaderFull);
        }
        Ok(header)
    }
}

#[cfg(test)]
#[path = "header_tests.rs"]
mod tests;
