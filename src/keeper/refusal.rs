//! Why the keeper did not do what it was asked. In every case what was on disk before is still there.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::domain::TextFault;
use crate::store::StoreError;
use crate::vault::VaultError;

use super::exchange::FileTrouble;

/// The keeper's "no", with what the page needs to say so and to offer a way on.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum Refusal {
    /// Not the passphrase, the recovery code or the short code.
    #[error("that does not open it")]
    WrongSecret {
        /// Milliseconds until the next try.
        wait_millis: u32,
    },
    /// Too soon after a wrong one.
    #[error("not yet")]
    TooSoon {
        /// Milliseconds until the next try.
        wait_millis: u32,
    },
    /// The recovery code cannot be one: something was mistyped.
    #[error("the recovery code was mistyped")]
    MistypedCode,
    /// The groups typed back are not those of the recovery code.
    #[error("the groups do not match")]
    GroupsDiffer,
    /// The passphrase is too short.
    #[error("the passphrase is {missing} characters too short")]
    ShortPassphrase {
        /// How many characters are missing.
        missing: u8,
    },
    /// The short code is not four to eight digits.
    #[error("the short code is not a short code")]
    OddCode,
    /// A text field cannot be taken as it is.
    #[error("{0}")]
    Text(#[from] TextFault),
    /// There is no such pupil or check-in, or no longer.
    #[error("not found")]
    NotFound,
    /// The check-in is finished: it can only be amended.
    #[error("already finished")]
    Finished,
    /// The vault is covered, locked or not there.
    #[error("the vault is not open")]
    NotOpen,
    /// There is a vault already.
    #[error("there is a vault already")]
    VaultExists,
    /// Page and keeper come from different builds.
    #[error("page and keeper differ")]
    OtherBuild,
    /// The vault's header, or a key that is needed for this, cannot be read; nothing was touched.
    #[error("a key cannot be read")]
    Unreadable,
    /// The vault was written by a newer app.
    #[error("the vault needs a newer app")]
    NewerApp,
    /// It is first to be shown again who asks.
    #[error("not confirmed")]
    NotConfirmed,
    /// Several people may have this tablet.
    #[error("the tablet is shared")]
    SharedTablet,
    /// What is kept is still being sealed again after the last change of key.
    #[error("still sealing again")]
    StillResealing,
    /// The device gave no random numbers, or not enough memory.
    #[error("the device could not do it")]
    Device,
    /// The keeper is no more: it was ended or has failed. What was shown as saved is on disk.
    #[error("the keeper is gone")]
    Gone,
    /// A backup file could not be made or read.
    #[error("file: {0}")]
    File(#[from] FileTrouble),
    /// It could not be written or read.
    #[error("storage: {0}")]
    Storage(StorageTrouble),
}

/// What is wrong with the store.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum StorageTrouble {
    /// The browser offers no storage here.
    #[error("not available")]
    Unavailable,
    /// There is no room left.
    #[error("full")]
    Full,
    /// It did not answer in time.
    #[error("no answer")]
    TimedOut,
    /// Another window holds an older version open.
    #[error("blocked by another window")]
    Blocked,
    /// The connection was lost and could not be had again.
    #[error("connection lost")]
    Lost,
    /// The two copies of what is kept here are of different vaults; neither was touched.
    #[error("the two copies differ")]
    TwoVaults,
    /// Something else; the browser's own name for it.
    #[error("{0}")]
    Other(String),
}

impl From<VaultError> for Refusal {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::WrongSecret => Self::WrongSecret { wait_millis: 0 },
            VaultError::TooNew(_) => Self::NewerApp,
            VaultError::TooShort { missing } => {
                Self::ShortPassphrase { missing: u8::try_from(missing).unwrap_or(u8::MAX) }
            }
            VaultError::NoRandomness | VaultError::OutOfMemory | VaultError::NoWords => Self::Device,
            VaultError::NotAnEnvelope
            | VaultError::SealBroken
            | VaultError::OtherKey(_)
            | VaultError::Content(_)
            | VaultError::NoSlot
            | VaultError::HeaderFull
            | VaultError::ParametersOutOfBounds => Self::Unreadable,
        }
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        Self::Storage(match error {
            StoreError::Full(_) => StorageTrouble::Full,
            StoreError::Blocked => StorageTrouble::Blocked,
            StoreError::OpenTimedOut => StorageTrouble::TimedOut,
            StoreError::NewerApp { .. } | StoreError::RowUnreadable { newer: true, .. } => return Self::NewerApp,
            StoreError::Unavailable(_) => StorageTrouble::Unavailable,
            StoreError::ConnectionLost(_) | StoreError::Vanished => StorageTrouble::Lost,
            StoreError::RowUnreadable { .. } => return Self::Unreadable,
            StoreError::TwoVaults => StorageTrouble::TwoVaults,
            StoreError::Refused(trouble) => StorageTrouble::Other(trouble.name),
        })
    }
}
