//! What pages ask of the keeper, each with its own answer type.

use crate::domain::session::{ConcernPointer, Course, Parts, Purpose, Repair, Sort, Tap};
use crate::domain::{Answers, Drawing, Level, OwnWord, Preferences, Prepared, Pupil, RecordId, School, SubjectId};
use crate::keeper::Refusal;
use crate::keeper::message::{
    Answer, Ask, BackupAsk, BackupFile, BackupReply, BackupState, CheckInRow, ChildView, FileReading, GroupRow,
    GroupTap, Health, Keys, KeysAsk, Proof, PupilPage, PupilRow, Purpose as ProofPurpose, Reply, SessionRow,
    SetAsideRow, Side, Waiting,
};

use super::house::House;

/// Takes the one reply that answers the question; any other means that page and keeper differ.
macro_rules! expect {
    ($answer:expr, $reply:path) => {
        match $answer {
            Ok($reply(value)) => Ok(value),
            Ok(_) => Err(Refusal::OtherBuild),
            Err(refusal) => Err(refusal),
        }
    };
}

type Told<T> = Result<T, Refusal>;

/// Every method's error is the keeper's [`Refusal`].
#[allow(clippy::missing_errors_doc)]
impl House {
    /// Asks for more than how things stand.
    pub async fn read(self, ask: Ask) -> Told<Reply> {
        self.ask(ask).await?.unfold()
    }

    /// The children, archived ones too, by name.
    pub async fn pupils(self) -> Told<Vec<PupilRow>> {
        expect!(self.read(Ask::Pupils).await, Reply::Pupils)
    }

    /// One child and their check-ins, newest first.
    pub async fn pupil_page(self, pupil: SubjectId) -> Told<PupilPage> {
        expect!(self.read(Ask::PupilPage { pupil }).await, Reply::Page)
    }

    /// Adds a child.
    pub async fn add_pupil(self, pupil: Pupil) -> Told<PupilRow> {
        expect!(self.read(Ask::AddPupil { pupil }).await, Reply::Pupil)
    }

    /// Changes what is recorded of a child.
    pub async fn amend_pupil(self, subject: SubjectId, pupil: Pupil) -> Told<PupilRow> {
        expect!(self.read(Ask::AmendPupil { subject, pupil }).await, Reply::Pupil)
    }

    /// Begins a check-in.
    pub async fn begin_check_in(self, pupil: Option<SubjectId>, level: Level) -> Told<CheckInRow> {
        expect!(self.read(Ask::BeginCheckIn { pupil, level }).await, Reply::CheckIn)
    }

    /// Shows a check-in under way in another language level.
    pub async fn change_level(self, subject: SubjectId, check_in: RecordId, level: Level) -> Told<CheckInRow> {
        expect!(self.read(Ask::ChangeLevel { subject, check_in, level }).await, Reply::CheckIn)
    }

    /// Keeps the answers as they stand after a tap.
    pub async fn keep_answers(self, subject: SubjectId, check_in: RecordId, answers: Answers) -> Told<CheckInRow> {
        expect!(self.read(Ask::KeepAnswers { subject, check_in, answers }).await, Reply::CheckIn)
    }

    /// "Done".
    pub async fn finish_check_in(self, subject: SubjectId, check_in: RecordId) -> Told<CheckInRow> {
        expect!(self.read(Ask::FinishCheckIn { subject, check_in }).await, Reply::CheckIn)
    }

    /// One check-in with its history.
    pub async fn check_in(self, subject: SubjectId, check_in: RecordId) -> Told<CheckInRow> {
        expect!(self.read(Ask::CheckIn { subject, check_in }).await, Reply::CheckIn)
    }

    /// Says whose check-in it was.
    pub async fn attach_check_in(self, visitor: SubjectId, check_in: RecordId, pupil: SubjectId) -> Told<()> {
        self.read(Ask::AttachCheckIn { visitor, check_in, pupil }).await.map(drop)
    }

    /// Corrects a finished check-in; the first answers stay in its history.
    pub async fn amend_check_in(
        self,
        subject: SubjectId,
        check_in: RecordId,
        answers: Answers,
        reason: Option<String>,
    ) -> Told<CheckInRow> {
        expect!(self.read(Ask::AmendCheckIn { subject, check_in, answers, reason }).await, Reply::CheckIn)
    }

    /// Removes a check-in.
    pub async fn remove_check_in(self, subject: SubjectId, check_in: RecordId) -> Told<()> {
        self.read(Ask::RemoveCheckIn { subject, check_in }).await.map(|_| ())
    }

    /// Brings back what was removed last.
    pub async fn undo_removal(self) -> Told<()> {
        self.read(Ask::UndoRemoval).await.map(drop)
    }

    /// What is under way, without a child, or without its note.
    pub async fn waiting(self) -> Told<Waiting> {
        expect!(self.read(Ask::Waiting).await, Reply::Waiting)
    }

    /// The vault's preferences.
    pub async fn preferences(self) -> Told<Preferences> {
        expect!(self.read(Ask::Preferences).await, Reply::Preferences)
    }

    /// Changes the vault's preferences.
    pub async fn keep_preferences(self, preferences: Preferences) -> Told<Preferences> {
        expect!(self.read(Ask::KeepPreferences { preferences }).await, Reply::Preferences)
    }

    /// The school's details.
    pub async fn school(self) -> Told<School> {
        expect!(self.read(Ask::School).await, Reply::School)
    }

    /// Changes the school's details.
    pub async fn keep_school(self, school: School) -> Told<School> {
        expect!(self.read(Ask::KeepSchool { school }).await, Reply::School)
    }

    /// What is kept but cannot be read.
    pub async fn health(self) -> Told<Health> {
        expect!(self.read(Ask::Health).await, Reply::Health)
    }

    /// Goes on with an older state.
    pub async fn accept_older(self) -> Told<()> {
        self.read(Ask::AcceptOlder).await.map(drop)
    }

    /// The ways into the vault.
    pub async fn keys(self) -> Told<Keys> {
        expect!(self.about_keys(KeysAsk::State).await, Reply::Keys)
    }

    /// Asks about the ways into the vault.
    pub async fn about_keys(self, ask: KeysAsk) -> Told<Reply> {
        self.read(ask.fold()?).await
    }

    /// Shows once more who it is.
    pub async fn confirm(self, proof: Proof, purpose: ProofPurpose) -> Told<()> {
        self.about_keys(KeysAsk::Confirm { proof, purpose }).await.map(drop)
    }

    /// Turns the tablet to the child.
    pub async fn turn(self, subject: SubjectId, session: Option<RecordId>, side: Side) -> Told<()> {
        self.ask(Ask::Turn { subject, session, side }).await.map(drop)
    }

    /// From under the cover back to the child.
    pub fn turn_back(self) {
        self.tell(Ask::TurnBack);
    }

    /// What the child's side shows.
    pub async fn child_side(self) -> Told<ChildView> {
        expect!(self.read(Ask::ChildSide).await, Reply::Child)
    }

    /// The child is done with what was shown.
    pub async fn rest(self) -> Told<ChildView> {
        expect!(self.read(Ask::Rest).await, Reply::Child)
    }

    /// A tap in a session, from the child's side.
    pub async fn tap_as_child(self, subject: SubjectId, session: RecordId, tap: Tap) -> Told<ChildView> {
        expect!(self.read(Ask::TapSession { subject, session, tap }).await, Reply::Child)
    }

    /// Keeps a drawing; its id.
    pub async fn keep_drawing(self, subject: SubjectId, check_in: RecordId, drawing: Drawing) -> Told<RecordId> {
        expect!(self.read(Ask::KeepDrawing { subject, check_in, drawing }).await, Reply::Kept)
    }

    /// A picture.
    pub async fn drawing(self, subject: SubjectId, drawing: RecordId) -> Told<Drawing> {
        expect!(self.read(Ask::Drawing { subject, drawing }).await, Reply::Drawing)
    }

    /// Learns what the child says about a word of their own.
    pub async fn keep_own_word(self, subject: SubjectId, check_in: RecordId, word: OwnWord) -> Told<()> {
        self.read(Ask::KeepOwnWord { subject, check_in, word }).await.map(drop)
    }

    /// Keeps what is prepared for a child.
    pub async fn prepare(self, subject: SubjectId, prepared: Prepared) -> Told<()> {
        self.read(Ask::Prepare { subject, prepared }).await.map(drop)
    }

    /// Begins a session.
    pub async fn begin_session(
        self,
        pupil: Option<SubjectId>,
        level: Level,
        sort: Sort,
        course: Course,
    ) -> Told<SessionRow> {
        expect!(self.read(Ask::BeginSession { pupil, level, sort, course }).await, Reply::Session)
    }

    /// One session with its note.
    pub async fn session(self, subject: SubjectId, session: RecordId) -> Told<SessionRow> {
        expect!(self.read(Ask::Session { subject, session }).await, Reply::Session)
    }

    /// A tap in a session.
    pub async fn tap_session(self, subject: SubjectId, session: RecordId, tap: Tap) -> Told<SessionRow> {
        expect!(self.read(Ask::TapSession { subject, session, tap }).await, Reply::Session)
    }

    /// Keeps a session's note, and closes it with that if told so. Posted when this returns: the vault may be about to go.
    pub fn keep_note(
        self,
        subject: SubjectId,
        session: RecordId,
        parts: Parts,
        close: bool,
    ) -> impl Future<Output = Told<SessionRow>> {
        let answer = self.ask(Ask::KeepNote { subject, session, parts, close });
        async move { expect!(answer.await.and_then(Answer::unfold), Reply::Session) }
    }

    /// Amends a closed note.
    pub async fn amend_note(
        self,
        subject: SubjectId,
        session: RecordId,
        parts: Parts,
        reason: String,
    ) -> Told<SessionRow> {
        expect!(self.read(Ask::AmendNote { subject, session, parts, reason }).await, Reply::Session)
    }

    /// Removes a session with its note.
    pub async fn remove_session(self, subject: SubjectId, session: RecordId) -> Told<()> {
        self.read(Ask::RemoveSession { subject, session }).await.map(drop)
    }

    /// Keeps that a concern was passed on.
    pub async fn pass_on(self, subject: SubjectId, session: RecordId, pointer: ConcernPointer) -> Told<SessionRow> {
        expect!(self.read(Ask::PassOn { subject, session, pointer }).await, Reply::Session)
    }

    /// Keeps a repair note.
    pub async fn keep_repair(self, subject: SubjectId, repair: Option<RecordId>, note: Repair) -> Told<()> {
        self.read(Ask::KeepRepair { subject, repair, note }).await.map(drop)
    }

    /// Begins a group.
    pub async fn begin_group(self, purpose: Purpose, members: Vec<SubjectId>, course: Course) -> Told<GroupRow> {
        expect!(self.read(Ask::BeginGroup { purpose, members, course }).await, Reply::Group)
    }

    /// One group with its sessions.
    pub async fn group(self, group: RecordId) -> Told<GroupRow> {
        expect!(self.read(Ask::Group { group }).await, Reply::Group)
    }

    /// A tap in a group.
    pub async fn tap_group(self, group: RecordId, tap: GroupTap) -> Told<GroupRow> {
        expect!(self.read(Ask::TapGroup { group, tap }).await, Reply::Group)
    }

    /// Asks about backups.
    async fn backup(self, ask: BackupAsk) -> Told<BackupReply> {
        expect!(self.read(Ask::Backup(ask)).await, Reply::Backup)
    }

    /// How it is with backups: asked for, or after something about them was changed.
    pub async fn backup_state(self, ask: BackupAsk) -> Told<BackupState> {
        expect!(self.backup(ask).await, BackupReply::State)
    }

    /// Makes a file.
    pub async fn make_file(self, ask: BackupAsk) -> Told<BackupFile> {
        expect!(self.backup(ask).await, BackupReply::File)
    }

    /// Reads a file, or brings in the one that was read.
    pub async fn file_reading(self, ask: BackupAsk) -> Told<FileReading> {
        expect!(self.backup(ask).await, BackupReply::Reading)
    }

    /// What was set aside and still waits, perhaps after a choice.
    pub async fn versions(self, ask: BackupAsk) -> Told<Vec<SetAsideRow>> {
        expect!(self.backup(ask).await, BackupReply::SetAside)
    }
}
