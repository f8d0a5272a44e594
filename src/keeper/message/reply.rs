//! What the keeper answers: how things stand, and what is recorded.

use serde::{Deserialize, Serialize};

use crate::domain::session::{After, ConcernPointer, Repair};
use crate::domain::{
    Amendment, Answers, CheckIn, Drawing, Moment, Preferences, Prepared, Pupil, RecordId, School, SubjectId,
};

use super::{BackupReply, ChildView, GroupRow, Keys, Passkey, SecondCopy, SessionRow, Whisper};

/// The keeper's answer to an [`super::Ask`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reply {
    /// It is done, and what was to be kept is on disk.
    Done,
    /// How things stand.
    Standing(Standing),
    /// A passphrase to choose or not.
    Suggestion(Whisper),
    /// The recovery code, to be printed, and which of its groups to type back.
    RecoverySheet {
        /// The code's groups, in order.
        groups: Vec<Whisper>,
        /// Places of the groups to type back, from 0.
        ask_for: Vec<u8>,
    },
    /// The children on the list.
    Pupils(Vec<PupilRow>),
    /// One child.
    Pupil(PupilRow),
    /// One child and their check-ins, newest first.
    Page(PupilPage),
    /// One check-in.
    CheckIn(CheckInRow),
    /// What waits.
    Waiting(Waiting),
    /// One session.
    Session(SessionRow),
    /// One group.
    Group(GroupRow),
    /// What the child's side shows.
    Child(ChildView),
    /// One picture.
    Drawing(Drawing),
    /// It is kept under this id.
    Kept(RecordId),
    /// The preferences.
    Preferences(Preferences),
    /// The school's details.
    School(School),
    /// What is kept but cannot be read.
    Health(Health),
    /// The passkeys that open the vault.
    Passkeys(Vec<Passkey>),
    /// The ways into the vault.
    Keys(Keys),
    /// About backup, restore and handing over.
    Backup(BackupReply),
}

/// Where the vault stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// There is no vault on this tablet.
    NoVault,
    /// There was one, and nothing of it is left in this browser: an alarm, never a beginning.
    Lost,
    /// There is one, and it is locked.
    Locked {
        /// Milliseconds until a passphrase may be tried again.
        wait_millis: u32,
    },
    /// It is open.
    Open {
        /// Made-up children, kept in memory only.
        demo: bool,
    },
    /// It is open under the cover.
    Covered {
        /// How many tries of the short code are left.
        tries_left: u8,
        /// Made-up children, kept in memory only.
        demo: bool,
        /// Whether the child's side is under it, so that it can go back there without a code.
        turned: bool,
    },
    /// It is open and the child has the tablet.
    Turned {
        /// Made-up children, kept in memory only.
        demo: bool,
    },
    /// Another window of this browser has it.
    Elsewhere,
}

/// A child on the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PupilRow {
    /// Who.
    pub subject: SubjectId,
    /// What is recorded of them.
    pub pupil: Pupil,
    /// When they last checked in.
    pub last_check_in: Option<Moment>,
}

/// A child's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PupilPage {
    /// Who.
    pub row: PupilRow,
    /// Their check-ins, newest first.
    pub check_ins: Vec<CheckInRow>,
    /// Their sessions, newest first, without the check-ins made in them.
    pub sessions: Vec<SessionRow>,
    /// What was followed by more calm, and how often.
    pub after: Vec<After>,
    /// What is prepared for them.
    pub prepared: Prepared,
    /// Their pictures.
    pub drawings: Vec<(RecordId, Drawing)>,
    /// Concerns that were passed on.
    pub concerns: Vec<ConcernPointer>,
    /// Repair notes.
    pub repairs: Vec<(RecordId, Repair)>,
}

/// What waits for the adult.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// Check-ins under way, or of somebody not yet named. Newest first.
    pub check_ins: Vec<CheckInRow>,
    /// Sessions under way, or whose note is not closed. Newest first.
    pub sessions: Vec<SessionRow>,
    /// Groups under way.
    pub groups: Vec<GroupRow>,
    /// What is here is an older state, and nobody has said yet that they know.
    pub older: bool,
}

/// A check-in with its history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckInRow {
    /// Whose: a pupil, or a visitor not yet named.
    pub subject: SubjectId,
    /// Whether the subject is a pupil.
    pub attached: bool,
    /// Which.
    pub id: RecordId,
    /// As it was first answered.
    pub check_in: CheckIn,
    /// Later corrections, oldest first.
    pub amendments: Vec<Amendment>,
}

impl CheckInRow {
    /// The answers as they read now.
    pub fn answers(&self) -> &Answers {
        self.amendments.last().map_or(&self.check_in.answers, |amendment| &amendment.answers)
    }
}

/// What is on disk but cannot be read; all of it is kept untouched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Health {
    /// How many records there are in all.
    pub records: u32,
    /// How many of them cannot be read.
    pub unreadable: u32,
    /// How many of those need a newer app.
    pub too_new: u32,
    /// Whether something was taken away, or put back as it was before, from outside the app.
    pub altered: bool,
    /// Whether all of it is an older state: what was written last is missing.
    pub older: bool,
    /// Whether everything is kept twice.
    pub second_copy: SecondCopy,
    /// How many records had to be put back from the second copy.
    pub put_back: u32,
}
