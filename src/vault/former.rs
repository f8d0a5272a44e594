//! A new vault key, and the one that was: sealed under the new one, while what it once sealed is being sealed again.

use minicbor::bytes::ByteArray;
use zeroize::Zeroizing;

use super::aead::{NONCE, TAG, decrypt, encrypt};
use super::{DataKey, KdfParams, KeyBytes, Passphrase, RecoveryCode, VaultError, VaultHeader, chance};
use crate::domain::{Fields, KeyId, RecordError, VaultId};

const FORMAT: u16 = 1;
const SEALED: usize = 32 + TAG;

mod field {
    pub(super) const FORMAT: u32 = 0;
    pub(super) const KEY: u32 = 1;
    pub(super) const NONCE: u32 = 2;
    pub(super) const SEALED: u32 = 3;
}

/// The former vault key under the present one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Former {
    key: KeyId,
    nonce: [u8; NONCE],
    sealed: [u8; SEALED],
}

impl Former {
    pub(super) fn make(vault: VaultId, former: &DataKey, present: &DataKey) -> Result<Self, VaultError> {
        Self::make_with_nonce(vault, former, present, chance::random()?)
    }

    /// As [`Former::make`] with a given nonce: apart from it only a test may call this.
    pub(super) fn make_with_nonce(
        vault: VaultId,
        former: &DataKey,
        present: &DataKey,
        nonce: [u8; NONCE],
    ) -> Result<Self, VaultError> {
        let mut buffer = Zeroizing::new(Vec::with_capacity(SEALED));
        // EXPOSE: the former key is what is sealed.
        buffer.extend_from_slice(former.expose());
        encrypt(present.bytes(), &nonce, &bound(vault, present.id(), former.id()), &mut buffer)?;
        let sealed = buffer.as_slice().try_into().map_err(|_| VaultError::SealBroken)?;
        Ok(Self { key: former.id(), nonce, sealed })
    }

    pub(super) fn open(&self, vault: VaultId, present: &DataKey) -> Result<DataKey, VaultError> {
        let mut buffer = Zeroizing::new(self.sealed.to_vec());
        decrypt(present.bytes(), &self.nonce, &bound(vault, present.id(), self.key), &mut buffer)?;
        let bytes = buffer.first_chunk().ok_or(VaultError::SealBroken)?;
        Ok(DataKey::new(self.key, KeyBytes::from_bytes(bytes)))
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut fields = Fields::default();
        fields.put(field::FORMAT, FORMAT);
        fields.put(field::KEY, ByteArray::from(*self.key.as_bytes()));
        fields.put(field::NONCE, ByteArray::from(self.nonce));
        fields.put(field::SEALED, ByteArray::from(self.sealed));
        fields.to_bytes()
    }

    pub(super) fn from_bytes(bytes: &[u8]) -> Result<Self, RecordError> {
        let mut fields = Fields::parse(bytes)?;
        match fields.need(field::FORMAT)? {
            FORMAT => {}
            0 => return Err(RecordError::Unexpected(field::FORMAT)),
            newer => return Err(RecordError::TooNew(newer)),
        }
        Ok(Self {
            key: KeyId::from_bytes(fields.need::<ByteArray<16>>(field::KEY)?.into()),
            nonce: fields.need::<ByteArray<NONCE>>(field::NONCE)?.into(),
            sealed: fields.need::<ByteArray<SEALED>>(field::SEALED)?.into(),
        })
    }
}

impl VaultHeader {
    /// The same vault under a new key, because somebody may know the present one: with a passphrase and a new recovery
    /// code as its ways in. The former key, and any that was not done with, is kept sealed under the new one until
    /// [`VaultHeader::without_former`].
    ///
    /// Passkeys are dropped, to be added again by their owner. The school's slot keeps its recipient and waits for its
    /// file to be made anew. What only a newer app can open is carried along: it leads to the former key.
    ///
    /// # Errors
    /// As [`VaultHeader::with_new_passphrase`].
    pub fn rotated(
        &self,
        key: &DataKey,
        passphrase: &Passphrase,
        params: KdfParams,
    ) -> Result<(Self, DataKey, RecoveryCode), VaultError> {
        if key.id() != self.key {
            return Err(VaultError::OtherKey(self.key));
        }
        let next = DataKey::make()?;
        let bare = Self {
            key: next.id(),
            former: self.formers_under(key, &next)?,
            ..self.without(|slot| slot.is_for_passkeys() || slot.is_for_school())
        };
        let (header, code) = bare.with_new_passphrase(&next, passphrase, params)?.with_new_recovery(&next)?;
        match self.school() {
            Some(school) => Ok((header.with_school_slot(&next, school.recipient(), Vec::new())?, next, code)),
            None => Ok((header, next, code)),
        }
    }

    /// Whether something may still lie under a former key.
    pub const fn is_rotating(&self) -> bool {
        !self.former.is_empty()
    }

    /// The former keys that can be had, the newest first.
    pub fn former_keys(&self, key: &DataKey) -> Vec<DataKey> {
        let opened = |former: &Vec<u8>| Former::from_bytes(former).ok()?.open(self.vault, key).ok();
        self.former.iter().filter_map(opened).collect()
    }

    /// This vault's key and its former ones, sealed under the next.
    fn formers_under(&self, key: &DataKey, next: &DataKey) -> Result<Vec<Vec<u8>>, VaultError> {
        let earlier = self.former_keys(key);
        let all = core::iter::once(key).chain(&earlier);
        all.map(|former| Ok(Former::make(self.vault, former, next)?.to_bytes())).collect()
    }

    /// The same vault once nothing lies under a former key any more: they are gone for ever.
    pub fn without_former(&self) -> Self {
        Self { former: Vec::new(), ..self.clone() }
    }
}

/// What the seal is bound to: a word of its own, format, vault, the present key's name and the former one's.
fn bound(vault: VaultId, present: KeyId, former: KeyId) -> Vec<u8> {
    [b"lantern-room former key", &FORMAT.to_be_bytes()[..], vault.as_bytes(), present.as_bytes(), former.as_bytes()]
        .concat()
}
