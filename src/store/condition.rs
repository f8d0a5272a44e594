//! What a store knows of its own health.

use serde::{Deserialize, Serialize};

/// Whether everything is kept twice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum SecondCopy {
    /// It is, and both copies agree.
    #[default]
    Kept,
    /// This browser has no place for a second copy: backups matter all the more.
    Impossible,
    /// Something holds the second copy's files, or they refuse: it is made good at the next opening.
    Refused,
    /// The second copy is the only one: every database refuses.
    Alone,
}

/// What a store found when it was opened, and how it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Condition {
    /// Whether everything is kept twice.
    pub second_copy: SecondCopy,
    /// How many records had to be put back into the database from the journal.
    pub put_back: usize,
    /// How many records were put into the journal because it did not have them.
    pub copied: usize,
    /// A vault was here once, and nothing of it is here now.
    pub lost: bool,
    /// Its history had come further than what is here now.
    pub older: bool,
}
