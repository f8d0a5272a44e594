//! Wrapping the vault key for one secret: XChaCha20-Poly1305 under a key derived by HKDF-SHA256, with a commitment.

use hkdf::Hkdf;
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::aead::{NONCE, TAG, decrypt, encrypt};
use super::passkey::PasskeyCredential;
use super::slot::SlotKind;
use super::{DataKey, KeyBytes, VaultError, chance};
use crate::domain::{KeyId, VaultId};

/// The version of all that is in this file; bound into every seal.
pub(super) const FORMAT: u16 = 1;
/// Bytes of the vault key and its tag.
const SEALED: usize = 32 + TAG;

/// Whose key is wrapped.
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

/// A wrapped vault key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wrapped {
    pub(super) nonce: [u8; NONCE],
    pub(super) commitment: [u8; 32],
    pub(super) sealed: [u8; SEALED],
}

impl Wrapped {
    /// Wraps `key` for a secret that is as hard to guess as a key: a derived passphrase or a recovery code.
    pub(super) fn make(
        vault: VaultId,
        key: &DataKey,
        id: [u8; 16],
        kind: &SlotKind,
        secret: &[u8],
        nonce: [u8; NONCE],
    ) -> Result<Self, VaultError> {
        let owner = Owner { vault, key: key.id() };
        let (wrapping, commitment) = derived(secret, &kind.salt())?;
        let mut buffer = Zeroizing::new(Vec::with_capacity(SEALED));
        // EXPOSE: the vault key is what is wrapped.
        buffer.extend_from_slice(key.expose());
        encrypt(&wrapping, &nonce, &bound(owner, id, kind), &mut buffer)?;
        let sealed = buffer.as_slice().try_into().map_err(|_| VaultError::SealBroken)?;
        // EXPOSE: the commitment is meant to be read; it tells nothing of the secret.
        Ok(Self { nonce, commitment: *commitment.expose(), sealed })
    }

    /// Unwraps the vault key. The commitment decides first, in constant time, whether this is the secret; only then
    /// does the seal.
    pub(super) fn open(
        &self,
        owner: Owner,
        id: [u8; 16],
        kind: &SlotKind,
        secret: &[u8],
    ) -> Result<DataKey, VaultError> {
        let (wrapping, commitment) = derived(secret, &kind.salt())?;
        if !bool::from(commitment.expose().ct_eq(&self.commitment)) {
            return Err(VaultError::WrongSecret);
        }
        let mut buffer = Zeroizing::new(self.sealed.to_vec());
        decrypt(&wrapping, &self.nonce, &bound(owner, id, kind), &mut buffer)?;
        let bytes = buffer.first_chunk().ok_or(VaultError::SealBroken)?;
        Ok(DataKey::new(owner.key, KeyBytes::from_bytes(bytes)))
    }
}

/// The wrapping key, and the commitment to it: XChaCha20-Poly1305 alone lets one ciphertext open under two keys.
fn derived(secret: &[u8], salt: &[u8; 16]) -> Result<(KeyBytes, KeyBytes), VaultError> {
    let hkdf = Hkdf::<Sha256>::new(Some(salt), secret);
    let expand = |info: &[u8]| KeyBytes::written(|bytes| hkdf.expand(info, bytes)).map_err(|_| VaultError::SealBroken);
    Ok((expand(b"lantern-room slot wrap")?, expand(b"lantern-room slot commit")?))
}

/// What the seal is bound to: format, vault, vault key's name, the slot's own name, its kind, the parameters of the
/// derivation (zeros where there are none) and its salt; of a passkey also its id, led by its length in two bytes, and
/// what it derives from. Numbers are big-endian.
fn bound(owner: Owner, id: [u8; 16], kind: &SlotKind) -> Vec<u8> {
    let params = kind.params().map_or([0; 3], |params| [params.memory_kib, params.passes, params.lanes]);
    let passkey = kind.passkey().map(PasskeyCredential::bound).unwrap_or_default();
    [
        &FORMAT.to_be_bytes()[..],
        owner.vault.as_bytes(),
        owner.key.as_bytes(),
        &id,
        &kind.number().to_be_bytes(),
        &params.map(u32::to_be_bytes).concat(),
        &kind.salt(),
        &passkey,
    ]
    .concat()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::vault::KdfParams;

    const OWNER: Owner = Owner { vault: VaultId::from_bytes([1; 16]), key: KeyId::from_bytes([2; 16]) };
    const ID: [u8; 16] = [4; 16];
    const PARAMS: KdfParams = KdfParams::DEFAULT;

    fn kind(params: KdfParams) -> SlotKind {
        SlotKind::Passphrase { params, salt: [3; 16] }
    }

    fn wrapped() -> Wrapped {
        let key = DataKey::new(OWNER.key, KeyBytes::from_bytes(&[7; 32]));
        Wrapped::make(OWNER.vault, &key, ID, &kind(PARAMS), b"derived", [5; 24]).unwrap()
    }

    #[test]
    fn every_field_of_the_associated_data_is_bound() {
        let wrapped = wrapped();
        assert_eq!(wrapped.open(OWNER, ID, &kind(PARAMS), b"derived").unwrap().expose(), &[7; 32]);
        for changed in [
            kind(KdfParams { memory_kib: PARAMS.memory_kib + 1, ..PARAMS }),
            kind(KdfParams { passes: PARAMS.passes + 1, ..PARAMS }),
            kind(KdfParams { lanes: PARAMS.lanes + 1, ..PARAMS }),
            SlotKind::RecoveryCode { salt: [3; 16] },
        ] {
            assert_eq!(wrapped.open(OWNER, ID, &changed, b"derived"), Err(VaultError::SealBroken), "{changed:?}");
        }
        assert_eq!(wrapped.open(OWNER, [9; 16], &kind(PARAMS), b"derived"), Err(VaultError::SealBroken));
        let other_vault = Owner { vault: VaultId::from_bytes([9; 16]), ..OWNER };
        let other_key = Owner { key: KeyId::from_bytes([9; 16]), ..OWNER };
        for owner in [other_vault, other_key] {
            assert_eq!(wrapped.open(owner, ID, &kind(PARAMS), b"derived"), Err(VaultError::SealBroken), "{owner:?}");
        }
        let salted = SlotKind::Passphrase { params: PARAMS, salt: [9; 16] };
        assert_eq!(wrapped.open(OWNER, ID, &salted, b"derived"), Err(VaultError::WrongSecret));
        assert!(bound(OWNER, ID, &kind(PARAMS)).starts_with(&FORMAT.to_be_bytes()));
    }

    #[test]
    fn a_passkeys_id_and_what_it_derives_from_are_bound() {
        let passkey = |credential: &[u8], first| SlotKind::Passkey {
            salt: [3; 16],
            passkey: PasskeyCredential { credential: credential.to_vec(), prf_salt: [first; 32] },
        };
        let key = DataKey::new(OWNER.key, KeyBytes::from_bytes(&[7; 32]));
        let wrapped = Wrapped::make(OWNER.vault, &key, ID, &passkey(b"one", 1), b"derived", [5; 24]).unwrap();
        assert_eq!(wrapped.open(OWNER, ID, &passkey(b"one", 1), b"derived").unwrap().expose(), &[7; 32]);
        for changed in [passkey(b"two", 1), passkey(b"on", 1), passkey(b"one\x01", 1), passkey(b"one", 2)] {
            assert_eq!(wrapped.open(OWNER, ID, &changed, b"derived"), Err(VaultError::SealBroken), "{changed:?}");
        }
    }

    #[test]
    fn every_byte_of_what_is_wrapped_counts() {
        let open = |wrapped: Wrapped| wrapped.open(OWNER, ID, &kind(PARAMS), b"derived");
        for place in 0..SEALED {
            let mut wrapped = wrapped();
            wrapped.sealed[place] ^= 1;
            assert_eq!(open(wrapped), Err(VaultError::SealBroken));
        }
        for place in 0..NONCE {
            let mut wrapped = wrapped();
            wrapped.nonce[place] ^= 1;
            assert_eq!(open(wrapped), Err(VaultError::SealBroken));
        }
    }

    #[test]
    fn the_commitment_decides_before_the_seal() {
        assert_eq!(wrapped().open(OWNER, ID, &kind(PARAMS), b"another"), Err(VaultError::WrongSecret));
        for place in 0..32 {
            let mut wrapped = wrapped();
            wrapped.commitment[place] ^= 1;
            assert_eq!(wrapped.open(OWNER, ID, &kind(PARAMS), b"derived"), Err(VaultError::WrongSecret));
        }
    }
}
