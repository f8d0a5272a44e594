//! The store of two copies: a database and a journal, of which each repairs the other.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use crate::domain::SubjectId;
use crate::vault::VaultHeader;

use super::journal::{Contents, Found, Journal, Strip};
use super::opfs::NoStrips;
use super::row::row_key;
use super::turnstile::Turnstile;
use super::{Act, Condition, DoorRow, Head, SecondCopy, Store, StoreError, StoredRow};

/// A database and, where there can be one, a journal.
pub struct Twin<D, S> {
    database: D,
    journal: Option<Journal<S>>,
    turnstile: Turnstile,
    head: Cell<Head>,
    /// Acts that the database has and the journal refused: they go into it before anything else does.
    owed: RefCell<VecDeque<Prepared>>,
    /// Whether the journal must be written anew, so that nothing taken out of the vault lives on in it.
    must_rewrite: Cell<bool>,
    condition: Cell<Condition>,
}

/// An act, its bytes in the journal and how far the history has come with it.
struct Prepared {
    act: Act,
    body: Vec<u8>,
    head: Head,
}

/// What the database holds, as far as it can be read.
struct Read {
    door: Option<DoorRow>,
    contents: Contents,
    /// Keys of rows that a newer app wrote: nothing is put in their place.
    newer: Vec<Vec<u8>>,
}

impl<D: Store, S: Strip> Twin<D, S> {
    /// Opens both copies, compares them and lets each repair the other. `remembered` says that something outside them
    /// remembers a vault here.
    ///
    /// # Errors
    /// [`StoreError`]; [`StoreError::TwoVaults`] when the copies have nothing to do with each other.
    pub async fn open(database: D, strips: Result<[S; 2], NoStrips>, remembered: bool) -> Result<Self, StoreError> {
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
        let door = database.door().await?;
        let theirs = door.as_ref().and_then(|door| door.head.as_deref()).and_then(Head::from_bytes);
        let mut head = theirs.unwrap_or_default();
        let mut traces = remembered;
        let mut journal = None;
        if let Some((mine, found)) = opened {
            traces |= found.anything;
            let empty = door.is_none() && found.contents == Contents::default();
            let agree = theirs == Some(mine.head()) && !found.damaged && database.count().await? == mine.count();
            if empty && found.damaged && found.anything {
                // Whatever these files once held, somebody may yet make something of it: they are left as they are.
                condition.second_copy = SecondCopy::Refused;
            } else if agree || empty {
                journal = Some(mine);
            } else {
                let read = read(&database, door).await?;
                let repaired = repair(&database, &mine, read, found, &mut condition).await?;
                head = repaired.head;
                journal = repaired.journal_is_good.then_some(mine);
            }
        }
        // Records without a header are nobody's beginning either.
        condition.lost = database.door().await?.is_none() && (traces || database.count().await? > 0);
        Ok(Self {
            database,
            journal,
            turnstile: Turnstile::default(),
            head: Cell::new(head),
            owed: RefCell::default(),
            must_rewrite: Cell::new(false),
            condition: Cell::new(condition),
        })
    }

    /// Writes to the journal what it is owed.
    fn pay(&self, journal: &Journal<S>) -> Result<(), StoreError> {
        let mut owed = self.owed.borrow_mut();
        while let Some(Prepared { act, body, head }) = owed.front() {
            journal.append(act, body, *head)?;
            owed.pop_front();
        }
        drop(owed);
        if self.must_rewrite.get() || journal.is_overgrown() {
            // Nothing is lost if it fails: the journal goes on as it is, and the next act tries again.
            let rewritten = journal.contents().and_then(|contents| journal.rewrite(&contents, journal.head()));
            self.must_rewrite.set(rewritten.is_err());
        }
        Ok(())
    }

    /// Rows of a subject that the journal has in a newer form than the database, or that the database has not at all.
    fn behind(&self, subject: SubjectId, rows: &[StoredRow]) -> Vec<[u8; 32]> {
        let Some(journal) = &self.journal else { return Vec::new() };
        let mut behind = Vec::new();
        for (key, revision) in journal.of_subject(subject) {
            let present = rows.iter().any(|row| match row {
                StoredRow::Envelope(envelope) => row_key(envelope) == key && envelope.header.revision >= revision,
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

/// Everything that the database holds.
async fn read(database: &impl Store, door: Option<DoorRow>) -> Result<Read, StoreError> {
    let mut contents = Contents::default();
    let mut newer = Vec::new();
    for subject in database.subjects().await? {
        for row in database.envelopes_of(subject).await? {
            match row {
                StoredRow::Envelope(envelope) => contents.take_row(envelope),
                StoredRow::Unreadable { key, newer: true, .. } => newer.push(key),
                StoredRow::Unreadable { .. } => {}
            }
        }
    }
    Ok(Read { door, contents, newer })
}

struct Repaired {
    head: Head,
    journal_is_good: bool,
}

/// Makes both copies hold all that either holds: of each record the newer revision. The journal comes first, so that
/// whatever happens in between, nothing that was in one of them is in neither.
async fn repair<S: Strip>(
    database: &impl Store,
    journal: &Journal<S>,
    read: Read,
    found: Found,
    condition: &mut Condition,
) -> Result<Repaired, StoreError> {
    let Read { door, contents: mut union, newer } = read;
    let theirs = door.as_ref().and_then(|door| door.head.as_deref()).and_then(Head::from_bytes).unwrap_or_default();
    let Contents { header, knocks, rows } = found.contents;
    let vault = |header: Option<&Vec<u8>>| header.and_then(|bytes| VaultHeader::from_bytes(bytes).ok());
    let (one, other) = (vault(door.as_ref().map(|door| &door.header)), vault(header.as_ref()));
    if let (Some(one), Some(other)) = (&one, &other)
        && one.vault != other.vault
    {
        return Err(StoreError::TwoVaults);
    }
    let database_leads = one.is_some() && (other.is_none() || theirs.sequence >= journal.head().sequence);
    let door = door.unwrap_or_else(|| DoorRow { header: Vec::new(), knocks: None, head: None });
    let own_header = (!door.header.is_empty()).then_some(door.header);
    let mine = (header.clone(), knocks);
    (union.header, union.knocks) =
        if database_leads || mine.0.is_none() { (own_header.clone(), door.knocks) } else { mine };

    let mut copied = union
        .rows
        .iter()
        .filter(|(key, envelope)| rows.get(*key).is_none_or(|kept| kept.header.revision < envelope.header.revision));
    condition.copied = copied.by_ref().count();
    let mut act = Act::new();
    act.mends = true;
    for (key, envelope) in rows {
        let behind = union.rows.get(&key).is_none_or(|kept| kept.header.revision < envelope.header.revision);
        if behind && !newer.iter().any(|newer| newer[..] == key) {
            act.envelopes.push(envelope.clone());
            union.take_row(envelope);
        }
    }
    condition.put_back = act.envelopes.len();

    let mut journal_is_good = true;
    let mut head = journal.head();
    if found.damaged || condition.copied > 0 || union.header != header || theirs.sequence > head.sequence {
        let leader = if theirs.sequence > head.sequence { theirs } else { head };
        head = leader.after(b"made good");
        journal_is_good = journal.rewrite(&union, head).is_ok();
        if !journal_is_good {
            condition.second_copy = SecondCopy::Refused;
        }
    }
    if union.header != own_header {
        act.header = union.header;
    }
    act.knocks = union.knocks;
    act.head = Some(head.to_bytes());
    database.commit(act).await?;
    Ok(Repaired { head, journal_is_good })
}

impl<D: Store, S: Strip> Store for Twin<D, S> {
    async fn door(&self) -> Result<Option<DoorRow>, StoreError> {
        self.database.door().await
    }

    async fn commit(&self, mut act: Act) -> Result<(), StoreError> {
        if act.is_empty() {
            return Ok(());
        }
        let _pass = self.turnstile.enter().await;
        let (body, head) = Journal::<S>::prepared(&act, self.head.get());
        act.head = Some(head.to_bytes());
        self.database.commit(act.clone()).await?;
        self.head.set(head);
        // What stands at the door may let in somebody who is to be kept out from now on.
        self.must_rewrite.set(self.must_rewrite.get() || act.erases || act.header.is_some());
        let Some(journal) = &self.journal else { return Ok(()) };
        if self.condition.get().second_copy == SecondCopy::Refused {
            return Ok(());
        }
        self.owed.borrow_mut().push_back(Prepared { act, body, head });
        match self.pay(journal) {
            // There is no room: the act is in one copy, and not to be called saved before it is in both.
            Err(error @ StoreError::Full(_)) => Err(error),
            Err(_) => {
                // The files themselves refuse, as after somebody cleared them. One copy and a word about it is better
                // than none.
                self.degrade();
                Ok(())
            }
            Ok(()) => Ok(()),
        }
    }

    async fn subjects(&self) -> Result<Vec<SubjectId>, StoreError> {
        let mut subjects = self.database.subjects().await?;
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
        let rows = self.database.envelopes_of(subject).await?;
        let behind = self.behind(subject, &rows);
        let (Some(journal), false) = (&self.journal, behind.is_empty()) else { return Ok(rows) };
        // Rows were lost or older ones were put in their place, while everything else agrees.
        let mut kept = journal.contents()?.rows;
        let mut act = Act::new();
        act.mends = true;
        act.envelopes.extend(behind.iter().filter_map(|key| kept.remove(key)));
        let condition = self.condition.get();
        self.condition.set(Condition { put_back: condition.put_back + act.envelopes.len(), ..condition });
        self.database.commit(act).await?;
        self.database.envelopes_of(subject).await
    }

    async fn count(&self) -> Result<usize, StoreError> {
        self.database.count().await
    }

    fn condition(&self) -> Condition {
        self.condition.get()
    }

    async fn close(self) {
        self.database.close().await;
    }
}

#[cfg(test)]
#[path = "twin_tests.rs"]
mod tests;
