//! The versions of the database, and the way from each to the next.
//!
//! An upgrade only ever creates stores. A store that exists is never changed: a new form of it is a new store, filled by
//! copying in an ordinary transaction once the database is open, and the old one is left alone until the copy is proven.

use indexed_db_futures::database::Database;

use super::v1;

/// A version of the database, by the browser's number for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Version {
    /// No database yet.
    Nothing = 0,
    /// The door and the envelopes.
    V1 = 1,
}

impl Version {
    /// The version that this build reads and writes.
    pub(super) const NEWEST: Self = Self::V1;

    /// The browser's number for this version.
    pub(super) const fn number(self) -> u32 {
        self as u32
    }

    fn from_number(number: u32) -> Option<Self> {
        [Self::Nothing, Self::V1].into_iter().find(|version| version.number() == number)
    }

    /// Takes one step up; `None` at the top.
    fn step(self, database: &Database) -> Option<indexed_db_futures::Result<Self>> {
        match self {
            Self::Nothing => Some(v1::create(database).map(|()| Self::V1)),
            Self::V1 => None,
        }
    }
}

/// Brings a database from its old version to the newest, one step at a time.
///
/// # Errors
/// What the browser refused; it then takes the whole upgrade back.
pub(super) fn upgrade(database: &Database, old: u32) -> indexed_db_futures::Result<()> {
    let mut at = Version::from_number(old).unwrap_or(Version::NEWEST);
    while let Some(next) = at.step(database) {
        at = next?;
    }
    Ok(())
}
