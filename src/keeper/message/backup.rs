//! What page and keeper say about backup files, and about versions that were set aside.

use serde::{Deserialize, Serialize};

use crate::domain::{Due, Kind, Moment, Pupil, RecordId, SubjectId};
use crate::keeper::exchange::{Extent, Summary};

use super::{Proof, Whisper};

/// What the page asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BackupAsk {
    /// How it is with backups: [`BackupReply::State`].
    State,
    /// Make a file: [`BackupReply::File`].
    Make {
        /// Who it is, asked for again.
        proof: Proof,
        /// How much of the vault.
        extent: Extent,
        /// Who can open it.
        seal: Seal,
    },
    /// Read a file, and change nothing of what is recorded: [`BackupReply::Reading`].
    Read {
        /// Its bytes.
        file: Vec<u8>,
        /// What opens it.
        secret: FileSecret,
        /// What for.
        purpose: ReadFor,
    },
    /// Bring in the file that was read: [`BackupReply::Reading`], with what was done.
    Merge,
    /// Have files be for the school's own key too, or no longer: [`BackupReply::State`].
    KeepSchoolKey {
        /// Who it is, asked for again.
        proof: Proof,
        /// The public key as typed; empty for none.
        key: String,
    },
    /// Make files for the recovery code from now on: [`BackupReply::State`].
    LearnCode {
        /// The code as typed.
        recovery_code: Whisper,
    },
    /// What was set aside and waits for a choice: [`BackupReply::SetAside`].
    SetAside,
    /// Choose between a record's value and the version set aside: [`BackupReply::SetAside`], with what still waits.
    Choose {
        /// Whose record.
        subject: SubjectId,
        /// Where the version lies.
        place: RecordId,
        /// Which is kept as the record's value.
        keep: Keep,
    },
}

/// Who can open a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Seal {
    /// Whoever has the recovery code, and the school, if it has a key.
    Code,
    /// Whoever knows this passphrase.
    Passphrase(Whisper),
    /// Whoever has the secret to this public key.
    Key(String),
}

/// What opens a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileSecret {
    /// A recovery code, as typed.
    RecoveryCode(Whisper),
    /// A passphrase, or a secret key in letters.
    Passphrase(Whisper),
}

/// What a file is read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReadFor {
    /// Only to see whether it is whole.
    Checking,
    /// To be brought in, once the adult has seen what that does.
    Merging,
}

/// Which version of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Keep {
    /// The one that is the record's value.
    Present,
    /// The one that was set aside.
    Other,
}

/// What the keeper answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BackupReply {
    /// How it is with backups.
    State(BackupState),
    /// A file.
    File(BackupFile),
    /// What a file holds.
    Reading(FileReading),
    /// What waits for a choice.
    SetAside(Vec<SetAsideRow>),
}

/// How it is with backups.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupState {
    /// Whether it is time for one.
    pub due: Due,
    /// How many records have changed since the last one that was checked.
    pub changed: u32,
    /// When that was made.
    pub verified: Option<Moment>,
    /// When a file was last made, checked or not.
    pub made: Option<Moment>,
    /// The public key to which the recovery code is the secret.
    pub recipient: Option<String>,
    /// The school's own public key.
    pub school: Option<String>,
    /// How many versions wait for a choice.
    pub to_choose: u32,
}

/// An encrypted file that was read back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupFile {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// When it was made.
    pub made: Moment,
    /// How many records it holds.
    pub records: u32,
    /// How many records here cannot be read and are therefore not in it.
    pub left_out: u32,
}

/// What a file holds, and what bringing it in does or did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileReading {
    /// How much it holds.
    pub extent: Extent,
    /// Whether it was made from this very vault.
    pub own: bool,
    /// When it was made.
    pub made: Moment,
    /// How many records it holds.
    pub records: u32,
    /// The children in it.
    pub pupils: Vec<Pupil>,
    /// In numbers.
    pub summary: Summary,
    /// How many records of that time are here and not in it.
    pub missing: u32,
    /// Whether it now counts as the backup of this vault.
    pub verified: bool,
    /// For what `recovery.html` took out of a browser: how many things in it cannot be read. Nothing for a backup.
    pub unreadable: Option<u32>,
    /// Whether some of it is dated later than tomorrow. Once it is brought in, that is as late as this tablet's own clock.
    pub ahead: bool,
}

/// A record of which two versions are kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAsideRow {
    /// Whose.
    pub subject: SubjectId,
    /// The child, if it is one.
    pub pupil: Option<Pupil>,
    /// Where the other version lies.
    pub place: RecordId,
    /// What sort of record it is.
    pub kind: Kind,
    /// The record's value; nothing when it cannot be read.
    pub present: Option<Version>,
    /// The other version.
    pub other: Version,
}

/// A version of a record, as far as it is told without knowing its kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// When it was made.
    pub at: Moment,
    /// Whether the record was removed with it.
    pub removed: bool,
    /// The words in it that the other version does not have.
    pub words: Vec<String>,
}
