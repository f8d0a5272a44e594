//! Randomness: the only place that asks the device for it.

use super::VaultError;

/// Fills a buffer with random bytes.
///
/// # Errors
/// [`VaultError::NoRandomness`] when the device gives none; nothing must be sealed or named then.
pub fn fill(bytes: &mut [u8]) -> Result<(), VaultError> {
    getrandom::fill(bytes).map_err(|_| VaultError::NoRandomness)
}

/// Random bytes.
///
/// # Errors
/// As [`fill`].
pub fn random<const N: usize>() -> Result<[u8; N], VaultError> {
    let mut bytes = [0; N];
    fill(&mut bytes)?;
    Ok(bytes)
}

/// What a new identifier is made of.
///
/// # Errors
/// As [`fill`].
pub fn random_16() -> Result<[u8; 16], VaultError> {
    random()
}

/// A random number, as for the author of revisions.
///
/// # Errors
/// As [`fill`].
pub fn random_u64() -> Result<u64, VaultError> {
    random().map(u64::from_be_bytes)
}
