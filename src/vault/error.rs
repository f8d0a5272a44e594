//! What can go wrong with keys and seals.

use thiserror::Error;

use crate::domain::RecordError;

/// Why something could not be sealed, opened or unlocked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum VaultError {
    /// Not the bytes of an envelope or of a vault header.
    #[error("the bytes are not an envelope")]
    NotAnEnvelope,
    /// Written by a newer app.
    #[error("written by a newer app (format {0})")]
    TooNew(u16),
    /// The seal does not hold: another key, or bytes that were changed.
    #[error("the seal does not hold")]
    SealBroken,
    /// What was sealed is not a change.
    #[error("what was sealed cannot be read: {0}")]
    Content(#[from] RecordError),
    /// The secret does not open this slot.
    #[error("that is not the key")]
    WrongSecret,
    /// Key-derivation parameters weaker than the floor or heavier than the ceiling.
    #[error("key-derivation parameters out of bounds")]
    ParametersOutOfBounds,
    /// The device gave no randomness.
    #[error("the device gave no random numbers")]
    NoRandomness,
}
