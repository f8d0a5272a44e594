//! What pages ask of the keeper, each with its own answer type.

use crate::domain::{Answers, Level, Preferences, Pupil, RecordId, School, SubjectId};
use crate::keeper::Refusal;
use crate::keeper::message::{Ask, CheckInRow, Health, PupilPage, PupilRow, Reply};

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
    pub async fn attach_check_in(self, visitor: SubjectId, check_in: RecordId, pupil: SubjectId) -> Told<CheckInRow> {
        expect!(self.read(Ask::AttachCheckIn { visitor, check_in, pupil }).await, Reply::CheckIn)
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
    pub async fn undo_removal(self) -> Told<CheckInRow> {
        expect!(self.read(Ask::UndoRemoval).await, Reply::CheckIn)
    }

    /// Check-ins under way or without a child.
    pub async fn waiting(self) -> Told<Vec<CheckInRow>> {
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
}
