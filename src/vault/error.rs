//! What can go wrong with keys and seals.

use thiserror::Error;

use crate::domain::{KeyId, RecordError};

/// Why something could not be sealed, opened or unlocked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum VaultError {
    /// Not the bytes of an envelope, of a vault header or of whatever else was to be read.
    #[error("the bytes are not an envelope")]
    NotAnEnvelope,
    /// Written by a newer app.
    #[error("written by a newer app (format {0})")]
    TooNew(u16),
    /// The seal does not hold: another key, or bytes that were changed.
    #[error("the seal does not hold")]
    SealBroken,
    /// Sealed with another key than the one given: the one named here is needed.
    #[error("sealed with another key")]
    OtherKey(KeyId),
    /// What was sealed is not a change.
    #[error("what was sealed cannot be read: {0}")]
    Content(#[from] RecordError),
    /// The secret does not open this slot.
    #[error("that is not the key")]
    WrongSecret,
    /// The header holds no slot of the kind asked for that this build can read.
    #[error("there is no such way in")]
    NoSlot,
    /// The header holds as many slots as a header may.
    #[error("there are too many ways in")]
    HeaderFull,
    /// A passphrase of one's own choice is too short.
    #[error("the passphrase is {missing} characters too short")]
    TooShort {
        /// How many characters (Unicode scalar values) more are needed.
        missing: usize,
    },
    /// Key-derivation parameters weaker than the floor or heavier than the ceiling.
    #[error("key-derivation parameters out of bounds")]
    ParametersOutOfBounds,
    /// The device has not the memory that the key derivation asks for.
    #[error("not enough memory to derive the key")]
    OutOfMemory,
    /// The device gave no randomness.
    #[error("the device gave no random numbers")]
    NoRandomness,
    /// The word source has fewer words than it said.
    #[error("the word list is too short")]
    NoWords,
}
