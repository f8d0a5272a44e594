//! Questions about check-ins: every tap is kept, a finished one is only ever amended, a removed one can come back.

use crate::domain::{Amendment, Answer, Answers, CheckIn, FeelingWord, Level, RecordId, SubjectId, text};
use crate::platform::clock::Clock;
use crate::store::Store;

use super::Refusal;
use super::core::{Keeper, Work};
use super::draft::Value;
use super::message::{Reply, Waiting};
use super::open_vault::OpenVault;

impl<S: Store, C: Clock> Keeper<S, C> {
    pub(super) async fn begin_check_in(&mut self, pupil: Option<SubjectId>, level: Level) -> Result<Reply, Refusal> {
        let Work { opened, store, now } = self.open()?;
        let mut draft = opened.vault.act(now);
        let subject = draft.whom(pupil)?;
        let id = draft.add(subject, CheckIn::begin(now, level))?;
        draft.commit(store).await?;
        row(&opened.vault, subject, id)
    }

    pub(super) async fn change_level(
        &mut self,
        subject: SubjectId,
        id: RecordId,
        level: Level,
    ) -> Result<Reply, Refusal> {
        self.change_check_in(subject, id, |check_in| CheckIn { level, ..check_in }).await
    }

    pub(super) async fn keep_answers(
        &mut self,
        subject: SubjectId,
        id: RecordId,
        answers: Answers,
    ) -> Result<Reply, Refusal> {
        let answers = checked(answers)?;
        self.change_check_in(subject, id, |check_in| CheckIn { answers, ..check_in }).await
    }

    pub(super) async fn finish_check_in(&mut self, subject: SubjectId, id: RecordId) -> Result<Reply, Refusal> {
        let now = self.clock.now();
        self.change_check_in(subject, id, |check_in| CheckIn { finished: Some(now), ..check_in }).await
    }

    async fn change_check_in(
        &mut self,
        subject: SubjectId,
        id: RecordId,
        change: impl FnOnce(CheckIn) -> CheckIn,
    ) -> Result<Reply, Refusal> {
        let Work { opened, store, now } = self.reach(subject, id)?;
        let kept = opened.vault.library.check_in(subject, id).ok_or(Refusal::NotFound)?;
        if kept.record.is_finished() {
            return Err(Refusal::Finished);
        }
        let kept = kept.with(change(kept.record.clone()));
        let mut draft = opened.vault.act(now);
        draft.put(subject, id, &kept);
        draft.commit(store).await?;
        row(&opened.vault, subject, id)
    }

    pub(super) fn check_in(&mut self, subject: SubjectId, id: RecordId) -> Result<Reply, Refusal> {
        row(&self.reach(subject, id)?.opened.vault, subject, id)
    }

    pub(super) async fn amend_check_in(
        &mut self,
        subject: SubjectId,
        id: RecordId,
        answers: Answers,
        reason: Option<String>,
    ) -> Result<Reply, Refusal> {
        let Work { opened, store, now } = self.open()?;
        let kept = opened.vault.library.check_in(subject, id).ok_or(Refusal::NotFound)?;
        if !kept.record.is_finished() {
            return Err(Refusal::NotFound);
        }
        let amendment = Amendment { check_in: id, made: now, reason, answers: checked(answers)? }.checked()?;
        let mut draft = opened.vault.act(now);
        draft.add(subject, amendment)?;
        draft.commit(store).await?;
        row(&opened.vault, subject, id)
    }

    pub(super) async fn remove_check_in(&mut self, subject: SubjectId, id: RecordId) -> Result<Reply, Refusal> {
        let Work { opened, store, now } = self.open()?;
        let values = values_of(&opened.vault, subject, id)?;
        let mut draft = opened.vault.act(now);
        for value in &values {
            draft.remove(subject, value);
        }
        draft.commit(store).await?;
        opened.vault.removed = Some((subject, values));
        Ok(Reply::Done)
    }

    pub(super) async fn undo_removal(&mut self) -> Result<Reply, Refusal> {
        let Work { opened, store, now } = self.open()?;
        let (subject, values) = opened.vault.removed.take().ok_or(Refusal::NotFound)?;
        let mut draft = opened.vault.act(now);
        for value in &values {
            draft.lay(subject, value);
        }
        let kept = draft.commit(store).await;
        if let Err(refusal) = kept {
            opened.vault.removed = Some((subject, values));
            return Err(refusal);
        }
        Ok(Reply::Done)
    }

    pub(super) fn waiting(&mut self) -> Result<Reply, Refusal> {
        let Work { opened, store, .. } = self.open()?;
        Ok(Reply::Waiting(Waiting { older: store.condition().older, ..opened.vault.library.waiting() }))
    }
}

fn row(vault: &OpenVault, subject: SubjectId, id: RecordId) -> Result<Reply, Refusal> {
    vault.library.row(subject, id).map(Reply::CheckIn).ok_or(Refusal::NotFound)
}

/// A check-in and its amendments as they are, the check-in first.
fn values_of(vault: &OpenVault, subject: SubjectId, id: RecordId) -> Result<Vec<Value>, Refusal> {
    let check_in = vault.library.check_in(subject, id).ok_or(Refusal::NotFound)?;
    let amendments = vault.library.amendments(subject, id);
    let amendments = amendments.into_iter().map(|(id, amendment)| Value::of(id, amendment));
    Ok([Value::of(id, check_in)].into_iter().chain(amendments).collect())
}

/// The child's own words are kept as they were said, if they can be.
fn checked(mut answers: Answers) -> Result<Answers, Refusal> {
    if let Answer::Given(feeling) = &mut answers.feeling {
        for word in &mut feeling.words {
            if let FeelingWord::Own(own) = word {
                *own = text::line(own, text::OWN_WORD_LIMIT)?;
            }
        }
    }
    Ok(answers)
}
