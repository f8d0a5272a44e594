//! The store of two copies: a database and a journal, of which each repairs the other.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::domain::SubjectId;
use crate::vault::VaultHeader;

use super::databases::readable;
use super::journal::{Found, Journal, Strip};
use super::opfs::NoStrips;
use super::repair::{Compared, compare};
use super::row::row_key;
use super::turnstile::Turnstile;
use super::{Act, Condition, Databases, DoorRow, Head, SecondCopy, Store, StoreError, StoredRow};

/// A database and, where there can be one, a journal.
pub struct Twin<D: Databases, S> {
    pub(super) databases: D,
    /// The one that is written, and its number.
    pub(super) database: RefCell<Rc<D::Database>>,
    pub(super) number: Cell<u32>,
    pub(super) journal: Option<Journal<S>>,
    pub(super) turnstile: Turnstile,
    pub(super) head: Cell<Head>,
    /// Whether the journal must be written anew, so that nothing taken out of the vault lives on in it.
    must_rewrite: Cell<bool>,
    pub(super) condition: Cell<Condition>,
}

/// Whether an earlier header lies in the journal that may open for somebody who is kept out by now: it was to be written
/// anew, and was not.
fn lets_in_others_than(found: &Found) -> bool {
    let read = |bytes: &Vec<u8>| VaultHeader::from_bytes(bytes).ok();
    let Some(now) = found.contents.header.as_ref().and_then(read) else { return false };
    // One of an earlier form alone lets in the same people, and may be wanted yet.
    found.former_headers.iter().any(|former| read(former).is_none_or(|former| former.with_schema(now.schema) != now))
}

/// Compares the two copies. As with the opening, a database is asked twice before it is taken for damaged.
async fn compared<S: Strip>(
    database: &impl Store,
    opened: Option<&(Journal<S>, Found)>,
    condition: Condition,
) -> Result<Compared, StoreError> {
    match compare(database, opened, condition).await {
        Err(error) if error.means_damage() => compare(database, opened, condition).await,
        outcome => outcome,
    }
}

impl<D: Databases, S: Strip> Twin<D, S> {
    /// Opens both copies, compares them and lets each repair the other. A database that refuses while the journal is
    /// whole, at its door or once its rows are asked for, is followed by another; where none opens, the journal alone goes
    /// on. `remembered` is what something outside them remembers of a vault here: how many acts its history had at least.
    ///
    /// # Errors
    /// [`StoreError`]; [`StoreError::TwoVaults`] when the copies have nothing to do with each other.
    pub async fn open(
        databases: D,
        strips: Result<[S; 2], NoStrips>,
        remembered: Option<u64>,
    ) -> Result<Self, StoreError> {
        let mut condition = Condition::default();
        let opened = match strips.map(Journal::open) {
            Ok(Ok(opened)) => Some(opened),
            Ok(Err(error @ StoreError::NewerApp { .. })) => return Err(error),
            Ok(Err(_)) | Err(NoStrips::Refused) => {
                condition.second_copy = SecondCopy::Refused;
                None
            }
            Err(NoStrips::Impossible) => {
                condition.second_copy = SecondCopy::Impossible;
                None
            }
        };
        let mut there = databases.there().await;
        there.sort_unstable();
        let mut number = there.last().copied().unwrap_or(1);
        let is_whole = opened.as_ref().is_some_and(|(_, found)| found.is_whole());
        let begun = match readable(&databases, number).await {
            Ok(database) => match compared(&database, opened.as_ref(), condition).await {
                // Its rows could not be read or written, and the other copy has come to another point.
                Err(error) if is_whole && error.means_damage() => None,
                outcome => Some((database, outcome?)),
            },
            Err(error) if is_whole && error.means_damage() => None,
            Err(error) => return Err(error),
        };
        let (database, compared) = match begun {
            Some(begun) => begun,
            None => {
                number += 1;
                let database = match readable(&databases, number).await {
                    Ok(database) => database,
                    // It is not the one database that is damaged.
                    Err(_) => {
                        condition.second_copy = SecondCopy::Alone;
                        databases.stand_in()
                    }
                };
                let outcome = compared(&database, opened.as_ref(), condition).await?;
                (database, outcome)
            }
        };
        let Compared { head, reached, journal_is_good, condition } = compared;
        let found = opened.as_ref().map(|(_, found)| found);
        let traces = remembered.is_some() || number > 1 || found.is_some_and(|found| found.anything);
        let lets_in_others = found.is_some_and(lets_in_others_than);
        let journal = opened.map(|(journal, _)| journal).filter(|_| journal_is_good);
        let twin = Self {
            databases,
            database: RefCell::new(Rc::new(database)),
            number: Cell::new(number),
            journal,
            turnstile: Turnstile::default(),
            head: Cell::new(head),
            must_rewrite: Cell::new(lets_in_others),
            condition: Cell::new(condition),
        };
        for earlier in there.into_iter().filter(|earlier| *earlier < number) {
            twin.take_in_earlier(earlier).await;
        }
        // Records without a header are nobody's beginning either.
        let lost = twin.door().await?.is_none() && (traces || twin.count().await? > 0);
        let older = !lost && remembered.is_some_and(|remembered| remembered > reached);
        twin.condition.set(Condition { lost, older, ..twin.condition.get() });
        Ok(twin)
    }

    pub(super) fn database(&self) -> Rc<D::Database> {
        self.database.borrow().clone()
    }

    /// Writes the journal anew where that is due.
    fn tidy(&self, journal: &Journal<S>) {
        if self.must_rewrite.get() || journal.is_overgrown() {
            // Nothing is lost if it fails: the journal goes on as it is, and the next act tries again.
            let rewritten = journal.contents().and_then(|contents| journal.rewrite(&contents, journal.head()));
            self.must_rewrite.set(rewritten.is_err());
        }
    }

    /// Rows of a subject that the journal has in a newer form than the database, or whole where they were spoilt there, or
    /// that the database has not at all. Where both `agree`, a row that looks newer there was spoilt, too.
    fn behind(&self, subject: SubjectId, rows: &[StoredRow], agree: bool) -> Vec<[u8; 32]> {
        let Some(journal) = &self.journal else { return Vec::new() };
        let mut behind = Vec::new();
        for (key, held) in journal.of_subject(subject) {
            let present = rows.iter().any(|row| match row {
                StoredRow::Envelope(envelope) => {
                    row_key(envelope) == key && if agree { held.is(envelope) } else { held.is_had_by(envelope) }
                }
                StoredRow::Unreadable { key: stored, newer, .. } => *newer && stored[..] == key,
            });
            if !present {
                behind.push(key);
            }
        }
        behind
    }

    fn degrade(&self) {
        self.condition.set(Condition { second_copy: SecondCopy::Refused, ..self.condition.get() });
    }
}

impl<D: Databases, S: Strip> Store for Twin<D, S> {
    async fn door(&self) -> Result<Option<DoorRow>, StoreError> {
        self.database().door().await
    }

    async fn commit(&self, mut act: Act) -> Result<(), StoreError> {
        if act.is_empty() {
            return Ok(());
        }
        let _pass = self.turnstile.enter().await;
        let (body, head) = Journal::<S>::prepared(&act, self.head.get());
        act.head = Some(head.to_bytes());
        // The journal first: what it has no room for is then in neither copy, and what the database refuses is taken back.
        let second_copy = self.condition.get().second_copy;
        let journal = self.journal.as_ref().filter(|_| second_copy != SecondCopy::Refused);
        let staged = match journal.map(|journal| journal.stage(&body, head)) {
            Some(Ok(staged)) => Some(staged),
            Some(Err(error)) if matches!(error, StoreError::Full(_)) || second_copy == SecondCopy::Alone => {
                return Err(error);
            }
            Some(Err(_)) => {
                // The files themselves refuse, as after somebody cleared them. One copy and a word about it is better
                // than none.
                self.degrade();
                None
            }
            None => None,
        };
        if let Err(error) = self.write(&act).await {
            if let (Some(journal), Some(_)) = (journal, staged) {
                journal.take_back();
            }
            return Err(error);
        }
        self.head.set(head);
        // What stands at the door may let in somebody who is to be kept out from now on.
        let shuts_out = act.header.is_some() && !act.migrates;
        self.must_rewrite.set(self.must_rewrite.get() || act.erases || shuts_out);
        if let (Some(journal), Some(staged)) = (journal, staged) {
            journal.keep(staged, &act);
            self.tidy(journal);
        }
        Ok(())
    }

    async fn subjects(&self) -> Result<Vec<SubjectId>, StoreError> {
        let mut subjects = self.database().subjects().await?;
        if let Some(journal) = &self.journal {
            for subject in journal.subjects() {
                if let Err(place) = subjects.binary_search(&subject) {
                    subjects.insert(place, subject);
                }
            }
        }
        Ok(subjects)
    }

    async fn envelopes_of(&self, subject: SubjectId) -> Result<Vec<StoredRow>, StoreError> {
        let rows = self.rows_of(subject).await?;
        let Some(journal) = self.journal.as_ref().filter(|_| !self.behind(subject, &rows, true).is_empty()) else {
            return Ok(rows);
        };
        // Rows were lost or others were put in their place, while everything else agrees; or an act was being written while
        // they were read, or the journal is not written any more. So they are read once more while nobody writes.
        let _pass = self.turnstile.enter().await;
        let database = self.database();
        let head = database.door().await?.and_then(|door| door.head);
        let rows = database.envelopes_of(subject).await?;
        let behind = self.behind(subject, &rows, head == Some(journal.head().to_bytes()));
        if behind.is_empty() {
            return Ok(rows);
        }
        let mut kept = journal.contents()?.rows;
        let mut act = Act::new();
        act.mends = true;
        act.envelopes.extend(behind.iter().filter_map(|key| kept.remove(key)));
        self.note_put_back(act.envelopes.len());
        database.commit(act).await?;
        database.envelopes_of(subject).await
    }

    async fn count(&self) -> Result<usize, StoreError> {
        self.database().count().await
    }

    async fn set_aside(&self) -> Result<bool, StoreError> {
        let _pass = self.turnstile.enter().await;
        let Some(journal) = &self.journal else {
            // Where there can be no second copy there can be no third one either: the act itself is all or nothing.
            return Ok(self.condition.get().second_copy == SecondCopy::Impossible);
        };
        if self.condition.get().second_copy != SecondCopy::Kept {
            return Ok(false);
        }
        journal.set_aside()
    }

    async fn settle(&self) {
        let _pass = self.turnstile.enter().await;
        if let Some(journal) = &self.journal {
            journal.settle();
        }
    }

    fn accept_older(&self) {
        self.condition.set(Condition { older: false, ..self.condition.get() });
    }

    fn condition(&self) -> Condition {
        self.condition.get()
    }

    fn reached(&self) -> u64 {
        self.head.get().sequence
    }

    async fn close(self) {
        // What was handed out of it lives no longer than its work.
        if let Ok(database) = Rc::try_unwrap(self.database.into_inner()) {
            database.close().await;
        }
    }
}

#[cfg(test)]
#[path = "twin_tests.rs"]
mod tests;
