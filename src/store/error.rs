//! What can go wrong with the disk.

use core::fmt;

use thiserror::Error;

use crate::domain::{RecordId, SubjectId};

/// What the browser said of a failure, kept as it said it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DomTrouble {
    /// The exception's name, such as `QuotaExceededError`.
    pub name: String,
    /// The browser's own sentence.
    pub message: String,
    /// The exception's old number, 0 where it has none.
    pub code: u16,
}

impl fmt::Display for DomTrouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.message)
    }
}

/// Why the store could not do as it was asked. Of a failed act nothing was written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StoreError {
    /// No room left: make room or take a backup, then try again.
    #[error("no room left on this device ({0})")]
    Full(DomTrouble),
    /// Another page of the app holds an older database open: close it, then try again.
    #[error("another page of the app is open and must be closed first")]
    Blocked,
    /// The database did not answer in time: try again, or restart the browser.
    #[error("the database does not answer")]
    OpenTimedOut,
    /// A newer app wrote the database. It was left untouched; this app must be updated.
    #[error("the database needs a newer app than format {supported} ({trouble})")]
    NewerApp {
        /// The newest format that this build can open.
        supported: u32,
        /// What the browser said.
        trouble: DomTrouble,
    },
    /// This browser, or this mode of it, offers no database at all.
    #[error("this browser offers no database ({0})")]
    Unavailable(DomTrouble),
    /// The connection was lost and could not be had back.
    #[error("the connection to the database was lost ({0})")]
    ConnectionLost(DomTrouble),
    /// The database that was open a moment ago no longer exists: an alarm, never a fresh start.
    #[error("the database has vanished")]
    Vanished,
    /// The two copies are of different vaults. Neither was touched.
    #[error("the database and the journal hold different vaults")]
    TwoVaults,
    /// The row that would be replaced cannot be read by this build, so it was kept and nothing was written.
    #[error("record {record} of {subject} is kept in a form that this app cannot read")]
    RowUnreadable {
        /// Whom the row is about.
        subject: SubjectId,
        /// Which record it is.
        record: RecordId,
        /// Whether a newer app seems to have written it: then that app is what is missing.
        newer: bool,
    },
    /// The browser refused for another reason.
    #[error("the database refused ({0})")]
    Refused(DomTrouble),
}

impl StoreError {
    /// Whether it sounds as if the database itself were damaged: not full, forbidden, newer or held by another window.
    /// Browsers say it with few words, and with the same ones when they have only just lost their storage's process.
    pub fn means_damage(&self) -> bool {
        const DAMAGE: [&str; 5] = ["UnknownError", "AbortError", "DataError", "NotReadableError", "NotFoundError"];
        match self {
            Self::Refused(trouble) | Self::ConnectionLost(trouble) => DAMAGE.contains(&trouble.name.as_str()),
            _ => false,
        }
    }
}
