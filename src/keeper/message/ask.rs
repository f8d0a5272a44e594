//! What the page asks of the keeper: commands and queries.

use serde::{Deserialize, Serialize};

use crate::domain::session::{ConcernPointer, Course, Parts, Purpose, Repair, Sort, Tap};
use crate::domain::{Answers, Drawing, Level, OwnWord, Preferences, Prepared, Pupil, RecordId, School, SubjectId};

use super::{BackupAsk, GroupTap, Place, Side, Whisper, WhisperedBytes};

/// What the page asks of the keeper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ask {
    /// How do things stand? The first question of every page; answered with [`super::Reply::Standing`].
    Standing {
        /// The page's [`PROTOCOL`].
        protocol: u16,
    },

    /// Which of the tablet's vaults is meant; what every page asks first: [`super::Reply::Standing`].
    At {
        /// The page's [`PROTOCOL`].
        protocol: u16,
        /// Where it lies; nothing when the page remembers none.
        place: Option<Place>,
        /// Whether the page remembers a vault there.
        remembered: bool,
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
    /// Turn the tablet to the child: from now on nothing is answered but what that side needs, until the short code
    /// brings it back. From under the cover it goes back to the child without a code, to where it was:
    /// [`super::Reply::Standing`].
    Turn {
        /// Whose side.
        subject: SubjectId,
        /// The session it belongs to.
        session: Option<RecordId>,
        /// What is shown there.
        side: Side,
    },
    /// From under the cover back to the child: [`super::Reply::Standing`].
    TurnBack,
    /// The child is done with what was shown: the lantern is left on, while a session lasts:
    /// [`super::Reply::Child`].
    Rest,
    /// What the child's side shows: [`super::Reply::Child`].
    ChildSide,
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
    /// Keep a child's drawing: [`super::Reply::Kept`].
    KeepDrawing {
        /// Whose.
        subject: SubjectId,
        /// In which check-in it was made.
        check_in: RecordId,
        /// The picture; `made` is the keeper's to set.
        drawing: Drawing,
    },
    /// Learn what the child says about a word of their own: [`super::Reply::Done`].
    KeepOwnWord {
        /// Whose.
        subject: SubjectId,
        /// In which check-in it was said.
        check_in: RecordId,
        /// The word; what it is linked to is not the child's to say.
        word: OwnWord,
    },
    /// What the adult has prepared for a child: [`super::Reply::Done`].
    Prepare {
        /// For whom.
        subject: SubjectId,
        /// All of it.
        prepared: Prepared,
    },
    /// One of the child's pictures: [`super::Reply::Drawing`].
    Drawing {
        /// Whose.
        subject: SubjectId,
        /// Which.
        drawing: RecordId,
    },

    /// Begin a session: [`super::Reply::Session`].
    BeginSession {
        /// With whom; nobody yet when someone is here now.
        pupil: Option<SubjectId>,
        /// The language level of the child's side.
        level: Level,
        /// How it came about.
        sort: Sort,
        /// Its stages and minutes.
        course: Course,
    },
    /// One session with its note: [`super::Reply::Session`].
    Session {
        /// Whose.
        subject: SubjectId,
        /// Which.
        session: RecordId,
    },
    /// A tap in a session: [`super::Reply::Session`], or [`super::Reply::Child`] from the child's side.
    TapSession {
        /// Whose.
        subject: SubjectId,
        /// Which.
        session: RecordId,
        /// What was tapped.
        tap: Tap,
    },
    /// Keep a session's note as it stands; `close` makes it final: [`super::Reply::Session`].
    KeepNote {
        /// Whose.
        subject: SubjectId,
        /// Of which session.
        session: RecordId,
        /// What it says.
        parts: Parts,
        /// Whether it is closed with this.
        close: bool,
    },
    /// Amend a closed note: [`super::Reply::Session`].
    AmendNote {
        /// Whose.
        subject: SubjectId,
        /// Of which session.
        session: RecordId,
        /// How it should read.
        parts: Parts,
        /// Why.
        reason: String,
    },
    /// Remove a session, its note and what belongs to that: [`super::Reply::Done`].
    RemoveSession {
        /// Whose.
        subject: SubjectId,
        /// Which.
        session: RecordId,
    },
    /// A concern was passed on: [`super::Reply::Session`].
    PassOn {
        /// Whose.
        subject: SubjectId,
        /// In which session.
        session: RecordId,
        /// When, to which role, and where it is written down.
        pointer: ConcernPointer,
    },
    /// Keep a repair note: [`super::Reply::Done`].
    KeepRepair {
        /// With whom.
        subject: SubjectId,
        /// The one that is changed; nothing for a new one.
        repair: Option<RecordId>,
        /// The note.
        note: Repair,
    },

    /// Begin a group: [`super::Reply::Group`].
    BeginGroup {
        /// What for.
        purpose: Purpose,
        /// Who is there, in the order in which they sit.
        members: Vec<SubjectId>,
        /// The stages and minutes of each child's session.
        course: Course,
    },
    /// One group with its sessions: [`super::Reply::Group`].
    Group {
        /// Which.
        group: RecordId,
    },
    /// A tap in a group: [`super::Reply::Group`].
    TapGroup {
        /// Which.
        group: RecordId,
        /// What was tapped.
        tap: GroupTap,
    },

    /// Remove a check-in and its amendments: [`super::Reply::Done`].
    RemoveCheckIn {
        /// Whose.
        subject: SubjectId,
        /// Which.
        check_in: RecordId,
    },
    /// Bring back what was removed last: [`super::Reply::Done`].
    UndoRemoval,
    /// What waits for the adult: what is under way, without a child, or without its note: [`super::Reply::Waiting`].
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
    /// Go on with the older state that was found: [`super::Reply::Done`].
    AcceptOlder,

    /// The passkeys that open the vault, for whoever stands at the door: [`super::Answer::Passkeys`].
    Passkeys,
    /// Open the vault with what a passkey derived: [`super::Reply::Standing`].
    UnlockWithPasskey {
        /// Which passkey.
        credential: Vec<u8>,
        /// What it derived from its salt.
        derived: WhisperedBytes,
        /// The short code for this time.
        cover_code: Whisper,
    },
    /// About the ways into the open vault: a [`super::KeysAsk`] in postcard, folded so that the door need not be able to
    /// write it.
    Keys(WhisperedBytes),
    /// Backup, restore and handing over: [`super::Reply::Backup`].
    Backup(BackupAsk),
}

impl Ask {
    /// Whether nothing but the standing is asked for.
    pub fn asks_how_it_stands(&self) -> bool {
        matches!(self, Self::At { .. } | Self::Standing { .. })
    }
}
