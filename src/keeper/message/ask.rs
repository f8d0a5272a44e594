//! What the page asks of the keeper: commands and queries.

use serde::{Deserialize, Serialize};

use crate::domain::{Answers, Level, Preferences, Pupil, RecordId, School, SubjectId};

use super::Whisper;

/// What the page asks of the keeper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ask {
    /// How do things stand? The first question of every page; answered with [`super::Reply::Standing`].
    Standing {
        /// The page's [`PROTOCOL`].
        protocol: u16,
    },

    /// Look around with made-up children, in memory only: [`super::Reply::Standing`].
    OpenDemo,
    /// Suggest a passphrase: [`super::Reply::Suggestion`].
    SuggestPassphrase,
    /// Prepare a vault, without writing anything: [`super::Reply::RecoverySheet`].
    PrepareVault {
        /// What the adult calls it.
        nickname: String,
        /// The passphrase they chose.
        passphrase: Whisper,
    },
    /// Make the prepared vault, once the recovery code was typed back in part: [`super::Reply::Standing`].
    MakeVault {
        /// The groups asked for in the recovery sheet, as typed.
        typed_back: Vec<Whisper>,
        /// The short code for this time.
        cover_code: Whisper,
    },
    /// Open the vault: [`super::Reply::Standing`].
    Unlock {
        /// The passphrase.
        passphrase: Whisper,
        /// The short code for this time.
        cover_code: Whisper,
    },
    /// Open the vault with the recovery code and give it a new passphrase: [`super::Reply::Standing`].
    ReplacePassphrase {
        /// The printed code, as typed.
        recovery_code: Whisper,
        /// The new passphrase.
        passphrase: Whisper,
        /// The short code for this time.
        cover_code: Whisper,
    },

    /// Cover the screen: [`super::Reply::Standing`].
    Cover,
    /// Bring the screen back: [`super::Reply::Standing`].
    Uncover {
        /// The short code, as typed.
        code: Whisper,
    },
    /// Let go of the keys; the worker may then be ended: [`super::Reply::Standing`].
    Lock,
    /// Someone touched the screen: [`super::Reply::Done`].
    Touch,
    /// Take the vault over from another window: [`super::Reply::Standing`].
    TakeOver,

    /// The children on the list, by name: [`super::Reply::Pupils`].
    Pupils,
    /// One child and their check-ins: [`super::Reply::Page`].
    PupilPage {
        /// Whose.
        pupil: SubjectId,
    },
    /// Add a child: [`super::Reply::Pupil`].
    AddPupil {
        /// Everything about them; `added` and `archived` are the keeper's to set.
        pupil: Pupil,
    },
    /// Change what is recorded of a child, archiving included: [`super::Reply::Pupil`].
    AmendPupil {
        /// Who.
        subject: SubjectId,
        /// The new value.
        pupil: Pupil,
    },

    /// Begin a check-in: [`super::Reply::CheckIn`].
    BeginCheckIn {
        /// With whom; nobody yet when someone is here now.
        pupil: Option<SubjectId>,
        /// The language level to show.
        level: Level,
    },
    /// Show a check-in under way in another language level: [`super::Reply::CheckIn`].
    ChangeLevel {
        /// Whose.
        subject: SubjectId,
        /// Which check-in.
        check_in: RecordId,
        /// The level to show from now on.
        level: Level,
    },
    /// Keep the answers as they stand after a tap: [`super::Reply::CheckIn`].
    KeepAnswers {
        /// Whose.
        subject: SubjectId,
        /// Which check-in.
        check_in: RecordId,
        /// All the answers.
        answers: Answers,
    },
    /// "Done": [`super::Reply::CheckIn`].
    FinishCheckIn {
        /// Whose.
        subject: SubjectId,
        /// Which.
        check_in: RecordId,
    },
    /// One check-in with its history: [`super::Reply::CheckIn`].
    CheckIn {
        /// Whose.
        subject: SubjectId,
        /// Which.
        check_in: RecordId,
    },
    /// Say whose check-in it was: [`super::Reply::CheckIn`], under its new subject.
    AttachCheckIn {
        /// The visitor's subject.
        visitor: SubjectId,
        /// Which check-in.
        check_in: RecordId,
        /// The child.
        pupil: SubjectId,
    },
    /// Correct a finished check-in: [`super::Reply::CheckIn`].
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
    /// Remove a check-in and its amendments: [`super::Reply::Done`].
    RemoveCheckIn {
        /// Whose.
        subject: SubjectId,
        /// Which.
        check_in: RecordId,
    },
    /// Bring back what was removed last: [`super::Reply::CheckIn`].
    UndoRemoval,
    /// What waits for the adult: check-ins under way or without a child: [`super::Reply::Waiting`].
    Waiting,

    /// The vault's preferences: [`super::Reply::Preferences`].
    Preferences,
    /// Change them: [`super::Reply::Preferences`].
    KeepPreferences {
        /// The new ones.
        preferences: Preferences,
    },
    /// The school's details: [`super::Reply::School`].
    School,
    /// Change them: [`super::Reply::School`].
    KeepSchool {
        /// The new ones.
        school: School,
    },
    /// Is anything kept that cannot be read? [`super::Reply::Health`].
    Health,
}
