//! A visitor turns out to be a child on the list: all that is recorded of the visitor moves to the child, and the
//! visitor's key is destroyed.

use crate::domain::{Change, Kept, Kind, Moved, Prepared, RecordId, SetAside, SubjectId};
use crate::platform::clock::Clock;
use crate::store::Store;

use super::Refusal;
use super::core::{Keeper, Work};
use super::draft::Draft;
use super::message::Reply;

impl<S: Store, C: Clock> Keeper<S, C> {
    pub(super) async fn attach_check_in(
        &mut self,
        visitor: SubjectId,
        id: RecordId,
        pupil: SubjectId,
    ) -> Result<Reply, Refusal> {
        let Work { opened, store, now } = self.open()?;
        let library = &opened.vault.library;
        if library.pupil(pupil).is_none() || library.pupil(visitor).is_some() || library.is_damaged(visitor) {
            return Err(Refusal::NotFound);
        }
        library
            .check_in(visitor, id)
            .map(drop)
            .or_else(|| library.session(visitor, id).map(drop))
            .ok_or(Refusal::NotFound)?;
        // Read anew: a newer app's records, and versions that wait to be chosen, go along.
        let moving = opened.vault.all_of(visitor, store).await?;
        let mut draft = opened.vault.act(now);
        for change in &moving {
            draft.move_to(pupil, change)?;
            draft.put_body(visitor, change.id, change.kind, None);
        }
        draft.add(pupil, Moved { from: visitor })?;
        draft.drop_subject(visitor);
        draft.commit(store).await?;
        opened.attending = None;
        Ok(Reply::Done)
    }
}

impl Draft<'_> {
    /// Writes a visitor's record under the child. The other tablet may have named them before, and its file been brought
    /// in: what is there already is then gone on with or kept beside, and never written over by something older.
    fn move_to(&mut self, pupil: SubjectId, change: &Change) -> Result<(), Refusal> {
        let Some(body) = &change.body else { return Ok(()) };
        if change.kind == Kind::PREPARED {
            // Words of their own that a visitor brought are the child's from now on.
            let brought = Kept::<Prepared>::from_body(body).map_err(|_| Refusal::Unreadable)?;
            let known = self.library().prepared(pupil).cloned();
            let mut prepared = known.as_ref().map_or_else(Prepared::default, |(_, kept)| kept.record.clone());
            brought.record.own_words.into_iter().for_each(|own| prepared.learn(own));
            self.set_only(pupil, pupil.as_bytes(), known, prepared);
            return Ok(());
        }
        if change.kind == Kind::SET_ASIDE {
            let aside = Kept::<SetAside>::from_body(body).map_err(|_| Refusal::Unreadable)?;
            self.lay_beside(pupil, aside);
            return Ok(());
        }
        match self.library().head(pupil, change.id) {
            // The same hand went on with it.
            Some(head) if head.author() == change.revision.author() && head >= change.revision => {}
            Some(head) if head.author() != change.revision.author() => {
                self.lay_beside(pupil, Kept::new(SetAside::version(change)));
            }
            // Under its own revision: it is the same value, and what waits beside it still does.
            _ => self.take_over(Change { subject: pupil, ..change.clone() })?,
        }
        Ok(())
    }

    /// Keeps a version beside the record's value, unless it has been taken into account.
    fn lay_beside(&mut self, subject: SubjectId, aside: Kept<SetAside>) {
        let place = aside.record.id();
        let kept = match self.library().set_aside(subject, place) {
            Some(known) => known.with(known.record.joined(&aside.record)),
            None => aside,
        };
        self.put(subject, place, &kept);
    }
}
