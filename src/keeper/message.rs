//! What the page and the keeper say to each other. Spoken in postcard, never stored; both ends come from one build.

use core::fmt;

use serde::{Deserialize, Serialize};
use zeroize::Zeroize;

use crate::domain::{Amendment, Answers, CheckIn, Level, Moment, Preferences, Pupil, RecordId, School, SubjectId};

use super::Refusal;

/// The version of this language. Page and keeper refuse each other when it differs, which only a half-done update can
/// bring about.
pub const PROTOCOL: u16 = 1;

/// A text that must not be seen in a log and is wiped when it is dropped.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Zeroize)]
#[zeroize(drop)]
pub struct Whisper(String);

impl Whisper {
    /// Wraps a secret text.
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// The text itself, for the one who must read it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Whisper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Whisper(…)")
    }
}

/// What the page asks of the keeper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ask {
    /// How do things stand? The first question of every page; answered with [`Reply::Standing`].
    Standing {
        /// The page's [`PROTOCOL`].
        protocol: u16,
    },

    /// Look around with made-up children, in memory only: [`Reply::Standing`].
    OpenDemo,
    /// Suggest a passphrase: [`Reply::Suggestion`].
    SuggestPassphrase,
    /// Prepare a vault, without writing anything: [`Reply::RecoverySheet`].
    PrepareVault {
        /// What the adult calls it.
        nickname: String,
        /// The passphrase they chose.
        passphrase: Whisper,
    },
    /// Make the prepared vault, once the recovery code was typed back in part: [`Reply::Standing`].
    MakeVault {
        /// The groups asked for in the recovery sheet, as typed.
        typed_back: Vec<Whisper>,
        /// The short code for this time.
        cover_code: Whisper,
    },
    /// Open the vault: [`Reply::Standing`].
    Unlock {
        /// The passphrase.
        passphrase: Whisper,
        /// The short code for this time.
        cover_code: Whisper,
    },
    /// Open the vault with the recovery code and give it a new passphrase: [`Reply::Standing`].
    ReplacePassphrase {
        /// The printed code, as typed.
        recovery_code: Whisper,
        /// The new passphrase.
        passphrase: Whisper,
        /// The short code for this time.
        cover_code: Whisper,
    },

    /// Cover the screen: [`Reply::Standing`].
    Cover,
    /// Bring the screen back: [`Reply::Standing`].
    Uncover {
        /// The short code, as typed.
        code: Whisper,
    },
    /// Let go of the keys; the worker may then be ended: [`Reply::Standing`].
    Lock,
    /// Someone touched the screen: [`Reply::Done`].
    Touch,
    /// Let another window have the vault: the keys and the store are let go of. [`Reply::Standing`].
    Yield,
    /// Take the vault over from another window: [`Reply::Standing`].
    TakeOver,

    /// The children on the list, by name: [`Reply::Pupils`].
    Pupils,
    /// One child and their check-ins: [`Reply::Page`].
    PupilPage {
        /// Whose.
        pupil: SubjectId,
    },
    /// Add a child: [`Reply::Pupil`].
    AddPupil {
        /// Everything about them; `added` and `archived` are the keeper's to set.
        pupil: Pupil,
    },
    /// Change what is recorded of a child, archiving included: [`Reply::Pupil`].
    AmendPupil {
        /// Who.
        subject: SubjectId,
        /// The new value.
        pupil: Pupil,
    },

    /// Begin a check-in: [`Reply::CheckIn`].
    BeginCheckIn {
        /// With whom; nobody yet when someone is here now.
        pupil: Option<SubjectId>,
        /// The language level to show.
        level: Level,
    },
    /// Show a check-in under way in another language level: [`Reply::CheckIn`].
    ChangeLevel {
        /// Whose.
        subject: SubjectId,
        /// Which check-in.
        check_in: RecordId,
        /// The level to show from now on.
        level: Level,
    },
    /// Keep the answers as they stand after a tap: [`Reply::CheckIn`].
    KeepAnswers {
        /// Whose.
        subject: SubjectId,
        /// Which check-in.
        check_in: RecordId,
        /// All the answers.
        answers: Answers,
    },
    /// "Done": [`Reply::CheckIn`].
    FinishCheckIn {
        /// Whose.
        subject: SubjectId,
        /// Which.
        check_in: RecordId,
    },
    /// One check-in with its history: [`Reply::CheckIn`].
    CheckIn {
        /// Whose.
        subject: SubjectId,
        /// Which.
        check_in: RecordId,
    },
    /// Say whose check-in it was: [`Reply::CheckIn`], under its new subject.
    AttachCheckIn {
        /// The visitor's subject.
        visitor: SubjectId,
        /// Which check-in.
        check_in: RecordId,
        /// The child.
        pupil: SubjectId,
    },
    /// Correct a finished check-in: [`Reply::CheckIn`].
    AmendCheckIn {
        /// Whose.
        subject: SubjectId,
        /// Which.
        check_in: RecordId,
        /// How the answers should read.
        answers: Answers,
        /// Why, if the adult says.
        reason: Option<String>,
    },
    /// Remove a check-in and its amendments: [`Reply::Done`].
    RemoveCheckIn {
        /// Whose.
        subject: SubjectId,
        /// Which.
        check_in: RecordId,
    },
    /// Bring back what was removed last: [`Reply::CheckIn`].
    UndoRemoval,
    /// What waits for the adult: check-ins under way or without a child: [`Reply::Waiting`].
    Waiting,

    /// The vault's preferences: [`Reply::Preferences`].
    Preferences,
    /// Change them: [`Reply::Preferences`].
    KeepPreferences {
        /// The new ones.
        preferences: Preferences,
    },
    /// The school's details: [`Reply::School`].
    School,
    /// Change them: [`Reply::School`].
    KeepSchool {
        /// The new ones.
        school: School,
    },
    /// Is anything kept that cannot be read? [`Reply::Health`].
    Health,
}

/// The keeper's answer to an [`Ask`].
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
    Waiting(Vec<CheckInRow>),
    /// The preferences.
    Preferences(Preferences),
    /// The school's details.
    School(School),
    /// What is kept but cannot be read.
    Health(Health),
}

/// Where the vault stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// There is no vault on this tablet.
    NoVault,
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
}

/// What the keeper says without being asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Notice {
    /// The vault's standing has changed: it was covered, locked or taken elsewhere.
    Standing(Standing),
    /// The store's connection is gone for good; nothing more can be saved until a reload.
    StoreLost,
}

/// From the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// The page's number for it.
    pub number: u32,
    /// What it asks.
    pub ask: Ask,
}

/// From the keeper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Post {
    /// The keeper hears from now on.
    Ready,
    /// The answer to the letter of that number.
    Answer(u32, Result<Reply, Refusal>),
    /// Something unasked.
    Notice(Notice),
}
