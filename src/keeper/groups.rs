//! Questions about groups. The header belongs to the house; what is about a child is written only under that child.

use crate::domain::session::{Course, Event, Group, Purpose, Sort};
use crate::domain::{RecordId, Session, SubjectId};
use crate::platform::clock::Clock;
use crate::store::Store;

use super::Refusal;
use super::core::{Keeper, Work};
use super::message::{GroupTap, Reply};
use crate::domain::session::Tap;

impl<S: Store, C: Clock> Keeper<S, C> {
    pub(super) async fn begin_group(
        &mut self,
        purpose: Purpose,
        members: Vec<SubjectId>,
        course: Course,
    ) -> Result<Reply, Refusal> {
        let Work { opened, store, now } = self.open()?;
        let mut levels = Vec::new();
        for member in &members {
            let (_, kept) = opened.vault.library.pupil(*member).ok_or(Refusal::NotFound)?;
            levels.push(kept.record.level);
        }
        let group = Group::begin(now, purpose, members.clone()).ok_or(Refusal::NotFound)?;
        let mut draft = opened.vault.act(now);
        let id = draft.add(SubjectId::HOUSEHOLD, group)?;
        for (member, level) in members.into_iter().zip(levels) {
            let mut session = Session::begin(now, level, Sort::Planned, course.clone());
            session.group = Some(id);
            draft.add(member, session)?;
        }
        draft.commit(store).await?;
        self.group(id)
    }

    pub(super) fn group(&mut self, id: RecordId) -> Result<Reply, Refusal> {
        let opened = self.open()?.opened;
        // Around one tablet no single child's side can come up by itself.
        opened.attending = None;
        opened.vault.library.group_row(id).map(Reply::Group).ok_or(Refusal::NotFound)
    }

    pub(super) async fn tap_group(&mut self, id: RecordId, tap: GroupTap) -> Result<Reply, Refusal> {
        let Work { opened, store, now } = self.open()?;
        let kept = opened.vault.library.group(id).ok_or(Refusal::NotFound)?.clone();
        if kept.record.ended.is_some() {
            return Err(Refusal::Finished);
        }
        let mut group = kept.record.clone();
        let everyone = match tap {
            GroupTap::NextRound => {
                group.rounds = group.rounds.saturating_add(1);
                None
            }
            GroupTap::Everyone(tap) => {
                tap.checked()?;
                // What one child said or an adult thinks of one is nobody else's.
                let shared = !matches!(
                    tap,
                    Tap::Log(
                        Event::Said(_) | Event::Thought(_) | Event::Next(_) | Event::CheckIn(_) | Event::Concern(_)
                    ) | Tap::Arrived(_)
                        | Tap::Left(_)
                        | Tap::Box(_)
                );
                Some(tap).filter(|_| shared)
            }
            GroupTap::End => {
                group.ended = Some(now);
                Some(Tap::End)
            }
        };
        let sessions = opened.vault.library.sessions_of_group(id, &group);
        let mut draft = opened.vault.act(now);
        if let Some(tap) = everyone {
            for (member, session) in sessions {
                match draft.tap(member, session, tap.clone()) {
                    // Whoever had to leave earlier has left.
                    Ok(()) | Err(Refusal::Finished) => {}
                    Err(refusal) => return Err(refusal),
                }
            }
        }
        draft.put(SubjectId::HOUSEHOLD, id, &kept.with(group));
        draft.commit(store).await?;
        self.group(id)
    }
}
