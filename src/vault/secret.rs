//! Secrets are types: they do not print themselves, are wiped when dropped and are compared in constant time.

use core::fmt;

use subtle::ConstantTimeEq;
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::{VaultError, chance};

/// Secret bytes. They live on the heap, so that moving the secret leaves no copy on the stack.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct Secret<const N: usize>(Box<[u8; N]>);

/// The bytes of a key.
pub type KeyBytes = Secret<32>;

impl<const N: usize> Secret<N> {
    /// A random secret.
    ///
    /// # Errors
    /// [`VaultError::NoRandomness`].
    pub fn make() -> Result<Self, VaultError> {
        let mut secret = Self(Box::new([0; N]));
        chance::fill(secret.0.as_mut_slice())?;
        Ok(secret)
    }

    /// A secret with these bytes; the caller wipes its own copy.
    pub fn from_bytes(bytes: &[u8; N]) -> Self {
        let mut secret = Self(Box::new([0; N]));
        secret.0.copy_from_slice(bytes);
        secret
    }

    /// A secret written by `write`, which is given zeros.
    pub(super) fn written<E>(write: impl FnOnce(&mut [u8; N]) -> Result<(), E>) -> Result<Self, E> {
        let mut secret = Self(Box::new([0; N]));
        write(&mut secret.0)?;
        Ok(secret)
    }

    /// The bytes. Whoever calls this says why.
    pub fn expose(&self) -> &[u8; N] {
        &self.0
    }
}

impl<const N: usize> PartialEq for Secret<N> {
    fn eq(&self, other: &Self) -> bool {
        self.0.ct_eq(other.0.as_slice()).into()
    }
}

impl<const N: usize> Eq for Secret<N> {}

impl<const N: usize> fmt::Debug for Secret<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(secret)")
    }
}

/// A secret text.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct SecretText(String);

impl SecretText {
    /// Takes a text into keeping. A text that grew while it was written has left copies behind: reserve first.
    pub const fn new(text: String) -> Self {
        Self(text)
    }

    /// The text. Whoever calls this says why.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl PartialEq for SecretText {
    /// Constant in time for texts of equal length; the length itself shows.
    fn eq(&self, other: &Self) -> bool {
        self.0.as_bytes().ct_eq(other.0.as_bytes()).into()
    }
}

impl Eq for SecretText {}

impl fmt::Debug for SecretText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(secret)")
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_does_not_print_itself() {
        let bytes = Secret::from_bytes(&[0x41; 4]);
        let text = SecretText::new("marmalade".into());
        assert_eq!(format!("{bytes:?} {text:?}"), "(secret) (secret)");
    }

    #[test]
    fn wiping_leaves_nothing() {
        let mut secret = Secret::<32>::make().unwrap();
        assert_ne!(secret.expose(), &[0; 32]);
        secret.zeroize();
        assert_eq!(secret.expose(), &[0; 32]);
        let mut text = SecretText::new("marmalade".into());
        text.zeroize();
        assert_eq!(text.expose(), "");
    }

    #[test]
    fn two_made_secrets_differ_and_equal_ones_are_equal() {
        let secret = Secret::<32>::make().unwrap();
        assert_ne!(secret, Secret::make().unwrap());
        assert_eq!(secret, Secret::from_bytes(secret.expose()));
    }
}
