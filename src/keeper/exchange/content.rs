//! What a backup file holds: who made it when, and the changes.

use serde::{Deserialize, Serialize};

use crate::domain::{Change, Moment, Revision, SubjectId, VaultId};

/// The version of the lines that this build writes, and the newest that it reads.
pub const VERSION: u16 = 1;

/// How much of a vault a file is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Extent {
    /// The whole vault.
    Vault,
    /// One child, to be handed over.
    Child(SubjectId),
}

/// A file's first line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// The version of the app that made it.
    pub app: String,
    /// The vault that it was made from.
    pub vault: VaultId,
    /// When it was made.
    pub made: Moment,
    /// How much it holds.
    pub extent: Extent,
    /// The highest revision in it; nothing in an empty one.
    pub head: Option<Revision>,
}

/// All of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Its first line.
    pub header: Header,
    /// A record each, each record once.
    pub changes: Vec<Change>,
    /// Where it was not a backup but taken out of a browser sealed: how many things in the file cannot be read.
    pub unreadable: Option<u32>,
}
