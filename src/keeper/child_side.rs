//! The child's side of the tablet: what it may know and do. Whatever the page asks for, nothing else is answered until the
//! short code brings the tablet back to the adult.

use crate::domain::session::{Event, Tap};
use crate::domain::{Drawing, OtherWay, OwnWord, Prepared, RecordId, SubjectId};
use crate::platform::clock::Clock;
use crate::store::Store;

use super::Refusal;
use super::core::{Keeper, Stage, Turned, Work};
use super::message::{ChildView, Reply, Side};
use super::sessions::runs;

impl<S: Store, C: Clock> Keeper<S, C> {
    /// Turns the tablet to the child.
    pub(super) async fn turn(
        &mut self,
        subject: SubjectId,
        session: Option<RecordId>,
        side: Side,
    ) -> Result<Reply, Refusal> {
        let Work { opened, store, now } = self.open()?;
        let library = &opened.vault.library;
        let belongs = match side {
            Side::CheckIn(id) => library.check_in(subject, id).is_some(),
            Side::Arrive | Side::Leave | Side::Boxes | Side::Rest => session.is_some(),
        };
        if !belongs || session.is_some_and(|id| library.session(subject, id).is_none()) {
            return Err(Refusal::NotFound);
        }
        // A check-in that is made in a session is one of its facts.
        if let (Side::CheckIn(check_in), Some(session)) = (side, session)
            && let Some(kept) = library.session(subject, session)
            && !kept.record.is_ended()
            && !kept.record.log.iter().any(|entry| entry.event == Event::CheckIn(check_in))
        {
            let mut draft = opened.vault.act(now);
            draft.tap(subject, session, Tap::Log(Event::CheckIn(check_in)))?;
            draft.commit(store).await?;
        }
        self.show(Turned { subject, session, side });
        self.standing().await
    }

    /// Shows a side from now on.
    pub(super) fn show(&mut self, turned: Turned) {
        let now = self.clocks();
        let moment = self.clock.now();
        let Stage::Open(opened) = &mut self.stage else { return };
        let session = turned.session.and_then(|id| opened.vault.library.session(turned.subject, id));
        // A lantern that burns while something is made stays until the minutes that were meant for it are over.
        let stays = session
            .map(|kept| &kept.record)
            .filter(|session| runs(session))
            .map_or(0, |session| u64::from(session.burn(moment).minutes_left) * 60_000);
        opened.turned = Some(turned);
        opened.watch.turn(stays, now);
    }

    /// From under the cover back to the child.
    pub(super) async fn turn_back(&mut self) -> Result<Reply, Refusal> {
        if let Stage::Open(opened) = &self.stage
            && opened.watch.is_covered()
            && let Some(turned) = opened.turned
        {
            self.show(turned);
        }
        self.standing().await
    }

    /// The lantern is left on, while a session lasts.
    pub(super) fn rest(&mut self) -> Result<Reply, Refusal> {
        let turned = self.turned()?;
        if turned.session.is_some() {
            self.show(Turned { side: Side::Rest, ..turned });
        }
        self.child_side()
    }

    pub(super) fn child_side(&mut self) -> Result<Reply, Refusal> {
        let Turned { subject, session: session_id, side } = self.turned()?;
        let now = self.clock.now();
        let Stage::Open(opened) = &self.stage else { return Err(Refusal::NotOpen) };
        let library = &opened.vault.library;
        let pupil = library.pupil(subject).map(|(_, kept)| &kept.record);
        let session = session_id.and_then(|id| library.session(subject, id)).map(|kept| kept.record.for_the_child());
        let check_in = match side {
            Side::CheckIn(id) => Some(library.check_in(subject, id).ok_or(Refusal::NotFound)?.record.clone()),
            _ => None,
        };
        let told = match (&session, side) {
            (Some(session), Side::Boxes) => session
                .log
                .iter()
                .filter_map(|entry| match entry.event {
                    Event::CheckIn(id) => library.check_in(subject, id).map(|kept| kept.record.clone()),
                    _ => None,
                })
                .collect(),
            _ => Vec::new(),
        };
        let level = match (&check_in, &session, pupil) {
            (Some(check_in), ..) => check_in.level,
            (_, Some(session), _) => session.level,
            (_, _, Some(pupil)) => pupil.level,
            _ => crate::domain::Level::B,
        };
        let mut prepared = library.prepared(subject).map_or_else(Prepared::default, |(_, kept)| kept.record.clone());
        for own in &mut prepared.own_words {
            own.linked = None;
        }
        let tile = pupil.map(|pupil| (pupil.animal.clone(), pupil.colour.clone()));
        Ok(Reply::Child(ChildView { subject, session_id, side, tile, level, prepared, check_in, session, told, now }))
    }

    pub(super) async fn keep_drawing(
        &mut self,
        subject: SubjectId,
        check_in: RecordId,
        drawing: Drawing,
    ) -> Result<Reply, Refusal> {
        if !drawing.is_sound() {
            return Err(Refusal::NotFound);
        }
        let Work { opened, store, now } = self.reach(subject, check_in)?;
        let kept = opened.vault.library.check_in(subject, check_in).ok_or(Refusal::NotFound)?;
        if kept.record.is_finished() {
            return Err(Refusal::Finished);
        }
        // Drawn again in the same check-in, it is the same picture going on.
        let before = match kept.record.answers.other_way.given() {
            Some(OtherWay::Drawing(id)) => opened.vault.library.drawing(subject, *id).map(|kept| (*id, kept.clone())),
            _ => None,
        };
        let drawing = Drawing { made: now, ..drawing };
        let mut draft = opened.vault.act(now);
        let id = match before {
            Some((id, kept)) => {
                draft.put(subject, id, &kept.with(drawing));
                id
            }
            None => draft.add(subject, drawing)?,
        };
        draft.commit(store).await?;
        Ok(Reply::Kept(id))
    }

    pub(super) fn drawing(&mut self, subject: SubjectId, id: RecordId) -> Result<Reply, Refusal> {
        // The child may see their own.
        if self.is_turned() && self.turned()?.subject != subject {
            return Err(Refusal::NotOpen);
        }
        let Stage::Open(opened) = &self.stage else { return Err(Refusal::NotOpen) };
        if opened.watch.is_covered() {
            return Err(Refusal::NotOpen);
        }
        let kept = opened.vault.library.drawing(subject, id).ok_or(Refusal::NotFound)?;
        Ok(Reply::Drawing(kept.record.clone()))
    }

    pub(super) async fn keep_own_word(
        &mut self,
        subject: SubjectId,
        check_in: RecordId,
        word: OwnWord,
    ) -> Result<Reply, Refusal> {
        let Work { opened, store, now } = self.reach(subject, check_in)?;
        let known = opened.vault.library.prepared(subject).cloned();
        let mut prepared = known.as_ref().map_or_else(Prepared::default, |(_, kept)| kept.record.clone());
        prepared.learn(word);
        let mut draft = opened.vault.act(now);
        draft.set_only(subject, subject.as_bytes(), known, prepared.checked()?);
        draft.commit(store).await?;
        Ok(Reply::Done)
    }

    pub(super) async fn prepare_child(&mut self, subject: SubjectId, prepared: Prepared) -> Result<Reply, Refusal> {
        let Work { opened, store, now } = self.open()?;
        opened.vault.library.pupil(subject).ok_or(Refusal::NotFound)?;
        let known = opened.vault.library.prepared(subject).cloned();
        let mut draft = opened.vault.act(now);
        draft.set_only(subject, subject.as_bytes(), known, prepared.checked()?);
        draft.commit(store).await?;
        Ok(Reply::Done)
    }
}
