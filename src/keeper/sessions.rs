//! Questions about sessions: begin one, every tap in it, its note, what was passed on.

use crate::domain::session::{ConcernPointer, Course, Event, Note, NoteAmendment, Parts, Repair, Sort, Tap};
use crate::domain::{Level, RecordId, Session, SubjectId};
use crate::platform::clock::Clock;
use crate::store::Store;

use super::Refusal;
use super::core::{Keeper, Work};
use super::draft::{Draft, Value};
use super::message::Reply;
use super::open_vault::OpenVault;

impl<S: Store, C: Clock> Keeper<S, C> {
    pub(super) async fn begin_session(
        &mut self,
        pupil: Option<SubjectId>,
        level: Level,
        sort: Sort,
        course: Course,
    ) -> Result<Reply, Refusal> {
        let Work { opened, store, now } = self.open()?;
        let mut draft = opened.vault.act(now);
        let subject = draft.whom(pupil)?;
        let id = draft.add(subject, Session::begin(now, level, sort, course))?;
        draft.commit(store).await?;
        opened.attending = Some((subject, id));
        row(&opened.vault, subject, id)
    }

    /// Whoever looks at a session that is running attends to it: left untouched, the tablet turns to the child.
    pub(super) fn session(&mut self, subject: SubjectId, id: RecordId) -> Result<Reply, Refusal> {
        let opened = self.open()?.opened;
        let kept = opened.vault.library.session(subject, id).ok_or(Refusal::NotFound)?;
        opened.attending = runs(&kept.record).then_some((subject, id));
        row(&opened.vault, subject, id)
    }

    pub(super) async fn tap_session(&mut self, subject: SubjectId, id: RecordId, tap: Tap) -> Result<Reply, Refusal> {
        tap.checked()?;
        let of_child = tap.is_the_childs();
        let turned = self.is_turned();
        let Work { opened, store, now } = if of_child { self.reach(subject, id)? } else { self.open()? };
        let mut draft = opened.vault.act(now);
        draft.tap(subject, id, tap)?;
        draft.commit(store).await?;
        let kept = opened.vault.library.session(subject, id).ok_or(Refusal::NotFound)?;
        opened.attending = runs(&kept.record).then_some((subject, id));
        if turned { self.child_side() } else { row(&self.open()?.opened.vault, subject, id) }
    }

    pub(super) async fn keep_note(
        &mut self,
        subject: SubjectId,
        session: RecordId,
        parts: Parts,
        close: bool,
    ) -> Result<Reply, Refusal> {
        parts.checked()?;
        let Work { opened, store, now } = self.open()?;
        let library = &opened.vault.library;
        if !library.session(subject, session).ok_or(Refusal::NotFound)?.record.is_ended() {
            return Err(Refusal::NotFound);
        }
        let known = library.note(subject, session).map(|(id, kept)| (id, kept.clone()));
        if known.as_ref().is_some_and(|(_, kept)| kept.record.is_closed()) {
            return Err(Refusal::Finished);
        }
        let begun = known.as_ref().map_or(now, |(_, kept)| kept.record.begun);
        let mut draft = opened.vault.act(now);
        draft.set_only(
            subject,
            session.as_bytes(),
            known,
            Note { session, begun, closed: close.then_some(now), parts },
        );
        draft.commit(store).await?;
        row(&opened.vault, subject, session)
    }

    pub(super) async fn amend_note(
        &mut self,
        subject: SubjectId,
        session: RecordId,
        parts: Parts,
        reason: String,
    ) -> Result<Reply, Refusal> {
        let Work { opened, store, now } = self.open()?;
        let (note, kept) = opened.vault.library.note(subject, session).ok_or(Refusal::NotFound)?;
        if !kept.record.is_closed() {
            return Err(Refusal::NotFound);
        }
        let amendment = NoteAmendment { note, made: now, reason, parts }.checked()?;
        let mut draft = opened.vault.act(now);
        draft.add(subject, amendment)?;
        draft.commit(store).await?;
        row(&opened.vault, subject, session)
    }

    pub(super) async fn pass_on(
        &mut self,
        subject: SubjectId,
        session: RecordId,
        pointer: ConcernPointer,
    ) -> Result<Reply, Refusal> {
        let pointer = pointer.checked()?;
        let Work { opened, store, now } = self.open()?;
        let over = opened.vault.library.session(subject, session).ok_or(Refusal::NotFound)?.record.is_ended();
        let mut draft = opened.vault.act(now);
        let id = draft.add(subject, pointer)?;
        // A session that is over takes no more lines; the pointer stands by itself.
        if !over {
            draft.tap(subject, session, Tap::Log(Event::Concern(id)))?;
        }
        draft.commit(store).await?;
        row(&opened.vault, subject, session)
    }

    pub(super) async fn keep_repair(
        &mut self,
        subject: SubjectId,
        id: Option<RecordId>,
        note: Repair,
    ) -> Result<Reply, Refusal> {
        note.checked()?;
        let Work { opened, store, now } = self.open()?;
        opened.vault.library.pupil(subject).ok_or(Refusal::NotFound)?;
        let known = match id {
            Some(id) => {
                let kept = opened.vault.library.repair(subject, id).ok_or(Refusal::NotFound)?;
                Some((id, kept.clone()))
            }
            None => None,
        };
        let made = known.as_ref().map_or(now, |(_, kept)| kept.record.made);
        let mut draft = opened.vault.act(now);
        draft.set(subject, known, Repair { made, ..note })?;
        draft.commit(store).await?;
        Ok(Reply::Done)
    }

    pub(super) async fn remove_session(&mut self, subject: SubjectId, session: RecordId) -> Result<Reply, Refusal> {
        let Work { opened, store, now } = self.open()?;
        let library = &opened.vault.library;
        let kept = library.session(subject, session).ok_or(Refusal::NotFound)?;
        let mut values = vec![Value::of(session, kept)];
        if let Some((note, kept)) = library.note(subject, session) {
            values.push(Value::of(note, kept));
            values.extend(library.note_amendments(subject, note).into_iter().map(|(id, kept)| Value::of(id, kept)));
        }
        let mut draft = opened.vault.act(now);
        for value in &values {
            draft.remove(subject, value);
        }
        draft.commit(store).await?;
        opened.vault.removed = Some((subject, values));
        opened.attending = None;
        Ok(Reply::Done)
    }
}

/// Whether it goes on right now.
pub(super) fn runs(session: &Session) -> bool {
    !session.is_ended() && !session.is_paused()
}

fn row(vault: &OpenVault, subject: SubjectId, id: RecordId) -> Result<Reply, Refusal> {
    vault.library.session_row(subject, id).map(Reply::Session).ok_or(Refusal::NotFound)
}

impl Draft<'_> {
    /// A tap in a session. The last session of a child whose end is in sight counts down.
    ///
    /// # Errors
    /// [`Refusal::NotFound`], and [`Refusal::Finished`] for a session that is over.
    pub fn tap(&mut self, subject: SubjectId, id: RecordId, tap: Tap) -> Result<(), Refusal> {
        let now = self.now();
        let kept = self.library().session(subject, id).ok_or(Refusal::NotFound)?;
        let ends = matches!(tap, Tap::End);
        let mut session = kept.record.clone();
        if !session.take(now, tap) {
            return Err(Refusal::Finished);
        }
        let kept = kept.with(session);
        self.put(subject, id, &kept);
        let prepared = self.library().prepared(subject).cloned();
        if let (true, Some((id, kept))) = (ends, prepared)
            && let Some(left) = kept.record.sessions_left
        {
            let mut prepared = kept.record.clone();
            prepared.sessions_left = Some(left.saturating_sub(1));
            self.put(subject, id, &kept.with(prepared));
        }
        Ok(())
    }
}
