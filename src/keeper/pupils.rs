//! Questions about the children on the list.

use crate::domain::{Pupil, SubjectId};
use crate::platform::clock::Clock;
use crate::store::Store;

use super::Refusal;
use super::core::{Keeper, Work};
use super::message::Reply;

impl<S: Store, C: Clock> Keeper<S, C> {
    pub(super) fn pupils(&mut self) -> Result<Reply, Refusal> {
        Ok(Reply::Pupils(self.open()?.opened.vault.library.pupils()))
    }

    pub(super) fn pupil_page(&mut self, pupil: SubjectId) -> Result<Reply, Refusal> {
        self.open()?.opened.vault.library.page(pupil).map(Reply::Page).ok_or(Refusal::NotFound)
    }

    pub(super) async fn add_pupil(&mut self, pupil: Pupil) -> Result<Reply, Refusal> {
        let Work { opened, store, now } = self.open()?;
        let pupil = Pupil { added: now, archived: false, ..pupil.checked()? };
        let mut draft = opened.vault.act(now);
        let subject = draft.new_subject()?;
        draft.add(subject, pupil)?;
        draft.commit(store).await?;
        opened.vault.library.pupil_row(subject).map(Reply::Pupil).ok_or(Refusal::NotFound)
    }

    pub(super) async fn amend_pupil(&mut self, subject: SubjectId, pupil: Pupil) -> Result<Reply, Refusal> {
        let Work { opened, store, now } = self.open()?;
        let (id, kept) = opened.vault.library.pupil(subject).ok_or(Refusal::NotFound)?;
        let (id, kept) = (*id, kept.with(Pupil { added: kept.record.added, ..pupil.checked()? }));
        let mut draft = opened.vault.act(now);
        draft.put(subject, id, &kept);
        draft.commit(store).await?;
        opened.vault.library.pupil_row(subject).map(Reply::Pupil).ok_or(Refusal::NotFound)
    }
}
