//! What becomes of a database that refuses: another follows it, and it is never lost from sight.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::domain::SubjectId;
use crate::vault::VaultHeader;

use super::databases::readable;
use super::journal::Strip;
use super::row::row_key;
use super::{Act, Condition, Databases, SecondCopy, Store, StoreError, StoredRow, Twin};

impl<D: Databases, S: Strip> Twin<D, S> {
    /// The rows of a subject as the database has them. Where it answers, and yet its rows cannot be read, another
    /// database takes its place.
    pub(super) async fn rows_of(&self, subject: SubjectId) -> Result<Vec<StoredRow>, StoreError> {
        let database = self.database();
        match database.envelopes_of(subject).await {
            Err(error) if error.means_damage() && database.count().await.is_ok() => {
                self.follow(&database, error).await?;
                self.database().envelopes_of(subject).await
            }
            rows => rows,
        }
    }

    /// Writes an act into the database. Where that is gone or damaged, and says so twice, into another that takes its place.
    pub(super) async fn write(&self, act: &Act) -> Result<(), StoreError> {
        let database = self.database();
        let mut said = 0;
        loop {
            match database.commit(act.clone()).await {
                Err(error) if error == StoreError::Vanished || error.means_damage() => {
                    said += 1;
                    if said == 2 {
                        self.succeed(&database, error).await?;
                        return self.database().commit(act.clone()).await;
                    }
                }
                written => return written,
            }
        }
    }

    async fn follow(&self, refused: &Rc<D::Database>, error: StoreError) -> Result<(), StoreError> {
        let _pass = self.turnstile.enter().await;
        self.succeed(refused, error).await
    }

    /// Lets another database, made from the journal, take the place of one that refuses. Only one may do so at a time.
    async fn succeed(&self, refused: &Rc<D::Database>, error: StoreError) -> Result<(), StoreError> {
        if !Rc::ptr_eq(refused, &self.database.borrow()) {
            // Somebody else has just done it.
            return Ok(());
        }
        let is_kept = self.condition.get().second_copy == SecondCopy::Kept;
        let Some(journal) = self.journal.as_ref().filter(|_| is_kept) else { return Err(error) };
        let Some(contents) = journal.whole_contents()? else { return Err(error) };
        let number = self.number.get() + 1;
        let database = readable(&self.databases, number).await?;
        let mut act = contents.into_act();
        act.head = Some(journal.head().to_bytes());
        let rows = act.envelopes.len();
        database.commit(act).await?;
        self.database.replace(Rc::new(database));
        self.number.set(number);
        self.note_put_back(rows);
        Ok(())
    }

    /// Takes in what an earlier database of this place has and nothing else has: it may have been written while the journal
    /// could not be. One that still cannot be read is left alone, and asked again at the next opening; one that has nothing
    /// more to give is let go.
    pub(super) async fn take_in_earlier(&self, number: u32) {
        let Ok(earlier) = self.databases.open(number).await else { return };
        let Ok((act, is_a_part)) = self.missing_from(&earlier).await else { return };
        earlier.close().await;
        let rows = act.envelopes.len();
        // Nothing is lost where it cannot be written now: it stays where it is.
        if !act.is_empty() {
            if self.commit(act).await.is_ok() {
                self.note_put_back(rows);
            }
        } else if is_a_part && self.condition.get().second_copy == SecondCopy::Kept {
            self.databases.let_go(number);
        }
    }

    /// What another database of the same vault has in a newer form, or alone; and whether all the rest of it is here too.
    async fn missing_from(&self, earlier: &D::Database) -> Result<(Act, bool), StoreError> {
        let (mut act, theirs) = (Act::new(), earlier.door().await?);
        let door = match self.door().await? {
            Some(door) => door,
            None => {
                let Some(door) = theirs.clone() else { return Ok((act, false)) };
                (act.header, act.knocks) = (Some(door.header.clone()), door.knocks.clone());
                door
            }
        };
        let Ok(VaultHeader { vault, .. }) = VaultHeader::from_bytes(&door.header) else { return Ok((act, false)) };
        let mut is_a_part = theirs.is_none_or(|theirs| theirs.header == door.header);
        for subject in earlier.subjects().await? {
            let mut present = BTreeMap::new();
            for row in self.envelopes_of(subject).await? {
                match row {
                    StoredRow::Envelope(envelope) => {
                        present.insert(row_key(&envelope).to_vec(), Some(envelope.header.revision));
                    }
                    StoredRow::Unreadable { key, .. } => drop(present.insert(key, None)),
                }
            }
            for row in earlier.envelopes_of(subject).await? {
                let StoredRow::Envelope(envelope) = row else {
                    is_a_part = false;
                    continue;
                };
                let here = present.get(&row_key(&envelope)[..]).copied();
                let is_ours = envelope.header.vault == vault;
                is_a_part &= is_ours && !matches!(here, Some(None));
                if is_ours && here.is_none_or(|here| here.is_some_and(|here| here < envelope.header.revision)) {
                    act.envelopes.push(envelope);
                }
            }
        }
        Ok((act, is_a_part))
    }

    pub(super) fn note_put_back(&self, rows: usize) {
        let condition = self.condition.get();
        self.condition.set(Condition { put_back: condition.put_back + rows, ..condition });
    }
}

#[cfg(test)]
#[path = "succession_tests.rs"]
mod tests;
