//! What can be wrong with a backup file, or with whom it is to be for. Nothing of such a file is taken in.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why a file was not made or not read.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum FileTrouble {
    /// Not an age file, or one whose content is something else.
    #[error("not a backup")]
    NotABackup,
    /// The passphrase or the recovery code is not this file's.
    #[error("that does not open the file")]
    WrongKey,
    /// The file opens with a passphrase of its own, not with a recovery code.
    #[error("the file needs a passphrase")]
    NeedsPassphrase,
    /// The file opens with a recovery code, not with a passphrase.
    #[error("the file needs a recovery code")]
    NeedsCode,
    /// It is a backup, but not as it was written: cut, changed or put together.
    #[error("the file is damaged")]
    Damaged,
    /// A newer app wrote it.
    #[error("the file needs Lantern Room {app} or newer (format {version})")]
    NewerFile {
        /// The format of the file.
        version: u16,
        /// The version of the app that wrote it.
        app: String,
    },
    /// More than a file may hold.
    #[error("too large")]
    TooLarge,
    /// To open it would take more memory or time than a tablet can give.
    #[error("too costly to open")]
    TooCostly,
    /// Changes in it are dated so far ahead that no edit could follow them.
    #[error("the file is from the future")]
    Ahead,
    /// It says that it is about one child but holds something else.
    #[error("the file holds what it should not")]
    Mixed,
    /// Nothing is known that it could be encrypted to.
    #[error("no recovery code is known to make it for")]
    NoRecipient,
    /// The key to encrypt to is not an age public key.
    #[error("not a public key")]
    OddRecipient,
    /// No file was read that could be brought in.
    #[error("no file was read")]
    NothingRead,
    /// After it was brought in, not everything was there.
    #[error("what was brought in is not all there")]
    NotVerified,
    /// The program that makes and reads files could not be had, or has failed.
    #[error("the exchange program failed")]
    Program,
}
