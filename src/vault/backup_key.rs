//! The secret that a recovery code is to backup files.

use hkdf::Hkdf;
use sha2::Sha256;

use super::{KeyBytes, RecoveryCode, VaultError};

/// What the derivation is for. Part of the format of backups: see docs/backup.md.
const INFO: &[u8] = b"lantern-room backup";

impl RecoveryCode {
    /// The 32 bytes that open backups made for this code: HKDF-SHA256 over its carrying symbols, without a salt. The code
    /// has 130 random bits, so nothing slower is needed.
    ///
    /// # Errors
    /// None that can happen: the length is fixed.
    pub fn backup_secret(&self) -> Result<KeyBytes, VaultError> {
        let hkdf = Hkdf::<Sha256>::new(None, self.expose_carrying());
        KeyBytes::written(|bytes| hkdf.expand(INFO, bytes)).map_err(|_| VaultError::SealBroken)
    }
}
