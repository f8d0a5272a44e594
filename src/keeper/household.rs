//! Questions about the vault as a whole.

use crate::domain::{Preferences, School, SubjectId};
use crate::platform::clock::Clock;
use crate::store::{Act, Store};

use super::Refusal;
use super::core::{Keeper, Work};
use super::message::{Health, Reply};
use super::resealing::header_of;

impl<S: Store, C: Clock> Keeper<S, C> {
    pub(super) fn preferences(&mut self) -> Result<Reply, Refusal> {
        Ok(Reply::Preferences(self.open()?.opened.vault.library.preferences_in_force()))
    }

    pub(super) async fn keep_preferences(&mut self, preferences: Preferences) -> Result<Reply, Refusal> {
        let demo = self.demo;
        let Work { opened, store, now } = self.open()?;
        let preferences = preferences.checked()?;
        let known = opened.vault.library.preferences().cloned();
        let was_mine_alone = opened.vault.library.preferences_in_force().mine_alone;
        let mut act = Act::new();
        if was_mine_alone && !preferences.mine_alone && !demo {
            // Whoever's finger the tablet knows must not open it from now on.
            act = act.header(header_of(store).await?.without_passkeys().to_bytes());
        }
        let mut draft = opened.vault.act(now);
        draft.set(SubjectId::HOUSEHOLD, known, preferences.clone())?;
        draft.commit_with(act, store).await?;
        opened.watch.follow(&preferences);
        Ok(Reply::Preferences(preferences))
    }

    pub(super) fn school(&mut self) -> Result<Reply, Refusal> {
        let school = self.open()?.opened.vault.library.school().map(|(_, kept)| kept.record.clone());
        Ok(Reply::School(school.unwrap_or_default()))
    }

    pub(super) async fn keep_school(&mut self, school: School) -> Result<Reply, Refusal> {
        let Work { opened, store, now } = self.open()?;
        let school = school.checked()?;
        let known = opened.vault.library.school().cloned();
        let mut draft = opened.vault.act(now);
        draft.set_only(SubjectId::HOUSEHOLD, SubjectId::HOUSEHOLD.as_bytes(), known, school.clone());
        draft.commit(store).await?;
        Ok(Reply::School(school))
    }

    pub(super) fn accept_older(&mut self) -> Result<Reply, Refusal> {
        self.open()?.store.accept_older();
        Ok(Reply::Done)
    }

    pub(super) fn health(&mut self) -> Result<Reply, Refusal> {
        let condition = self.store.condition();
        let vault = &self.open()?.opened.vault;
        Ok(Reply::Health(Health {
            altered: vault.was_altered(),
            older: condition.older,
            second_copy: condition.second_copy,
            put_back: u32::try_from(condition.put_back).unwrap_or(u32::MAX),
            ..vault.library.health()
        }))
    }
}
