//! The one way in which anything is written: the changes of an act, gathered, sealed and written together.

use crate::domain::{Change, Kept, Kind, Moment, Record, RecordId, SetAside, SubjectId};
use crate::store::{Act, Store};
use crate::vault::{self, DataKey, chance};

use super::Refusal;
use super::library::Library;
use super::open_vault::OpenVault;
use super::subject_key::SubjectKey;

/// A record as it is known, if it is.
pub type Known<R> = Option<(RecordId, Kept<R>)>;

/// A record's value without its place in time, on its way from one place to another.
pub struct Value {
    /// The record's id.
    pub id: RecordId,
    kind: Kind,
    body: Vec<u8>,
}

impl Value {
    /// The value of a record, unknown fields included.
    pub fn of<R: Record>(id: RecordId, kept: &Kept<R>) -> Self {
        Self { id, kind: R::KIND, body: kept.to_body() }
    }
}

/// The changes of one act, all of which are written or none.
pub struct Draft<'a> {
    vault: &'a mut OpenVault,
    now: Moment,
    changes: Vec<Change>,
    new_keys: Vec<(SubjectId, DataKey)>,
    dropped_keys: Vec<SubjectId>,
}

impl OpenVault {
    /// Makes ready the writing of one act.
    pub fn act(&mut self, now: Moment) -> Draft<'_> {
        Draft { vault: self, now, changes: Vec::new(), new_keys: Vec::new(), dropped_keys: Vec::new() }
    }
}

impl Draft<'_> {
    /// When the act takes place.
    pub const fn now(&self) -> Moment {
        self.now
    }

    /// What is known before the act.
    pub const fn library(&self) -> &Library {
        &self.vault.library
    }

    /// A new subject with a key of its own.
    ///
    /// # Errors
    /// [`Refusal::Device`] without randomness.
    pub fn new_subject(&mut self) -> Result<SubjectId, Refusal> {
        let subject = SubjectId::from_bytes(chance::random_16()?);
        self.give_key(subject)?;
        Ok(subject)
    }

    /// A pupil who is on the list, or a new subject for somebody who is just here.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] for a pupil who is not there, and as [`Draft::new_subject`].
    pub fn whom(&mut self, pupil: Option<SubjectId>) -> Result<SubjectId, Refusal> {
        match pupil {
            Some(pupil) => self.vault.library.pupil(pupil).map(|_| pupil).ok_or(Refusal::NotFound),
            None => self.new_subject(),
        }
    }

    fn give_key(&mut self, subject: SubjectId) -> Result<(), Refusal> {
        let key = DataKey::make()?;
        let kept = Kept::new(SubjectKey::new(key));
        let id = RecordId::from_bytes(*subject.as_bytes());
        self.write(SubjectId::KEYRING, id, Kind::SUBJECT_KEY, Some(kept.to_body()));
        self.new_keys.push((subject, kept.record.key));
        Ok(())
    }

    /// Destroys a subject's key. What is left of it on disk can never be opened again.
    pub fn drop_subject(&mut self, subject: SubjectId) {
        self.write(SubjectId::KEYRING, RecordId::from_bytes(*subject.as_bytes()), Kind::SUBJECT_KEY, None);
        self.dropped_keys.push(subject);
    }

    /// A new record.
    ///
    /// # Errors
    /// [`Refusal::Device`] without randomness.
    pub fn add<R: Record>(&mut self, subject: SubjectId, record: R) -> Result<RecordId, Refusal> {
        let id = RecordId::from_bytes(chance::random_16()?);
        self.put(subject, id, &Kept::new(record));
        Ok(id)
    }

    /// A record's new value.
    pub fn put<R: Record>(&mut self, subject: SubjectId, id: RecordId, kept: &Kept<R>) {
        self.write(subject, id, R::KIND, Some(kept.to_body()));
    }

    /// The value of a record of which a subject has one: the new value of the one that is known, or the first.
    ///
    /// # Errors
    /// [`Refusal::Device`] without randomness.
    pub fn set<R: Record>(&mut self, subject: SubjectId, known: Known<R>, record: R) -> Result<(), Refusal> {
        match known {
            Some((id, kept)) => self.put(subject, id, &kept.with(record)),
            None => drop(self.add(subject, record)?),
        }
        Ok(())
    }

    /// As [`Draft::set`] for a record of which something has only one, on whichever tablet it was begun: the first has a
    /// name that follows from what it belongs to.
    pub fn set_only<R: Record>(&mut self, subject: SubjectId, of: &[u8; 16], known: Known<R>, record: R) {
        match known {
            Some((id, kept)) => self.put(subject, id, &kept.with(record)),
            None => self.put(subject, RecordId::of_the_only(R::KIND, of), &Kept::new(record)),
        }
    }

    /// A record's end: its row is overwritten with nothing.
    pub fn remove(&mut self, subject: SubjectId, value: &Value) {
        self.write(subject, value.id, value.kind, None);
    }

    /// Lays a value down: where it was before, or under another subject.
    pub fn lay(&mut self, subject: SubjectId, value: &Value) {
        self.write(subject, value.id, value.kind, Some(value.body.clone()));
    }

    /// A value as another author left it: under its own revision, with a key for its subject if it has none yet.
    ///
    /// # Errors
    /// As [`Draft::ensure_key`].
    pub fn take_over(&mut self, change: Change) -> Result<(), Refusal> {
        self.ensure_key(change.subject)?;
        self.vault.clock.observe(change.revision);
        self.changes.push(change);
        Ok(())
    }

    /// A value of which only the bytes are known.
    pub fn put_body(&mut self, subject: SubjectId, id: RecordId, kind: Kind, body: Option<Vec<u8>>) {
        self.write(subject, id, kind, body);
    }

    /// Gives a subject a key, if it has none.
    ///
    /// # Errors
    /// [`Refusal::Unreadable`] when it may have one that cannot be read: another would orphan what is there.
    pub fn ensure_key(&mut self, subject: SubjectId) -> Result<(), Refusal> {
        if self.key_of(subject).is_some() {
            return Ok(());
        }
        if self.vault.library.is_damaged(SubjectId::KEYRING) {
            return Err(Refusal::Unreadable);
        }
        self.give_key(subject)
    }

    /// Notes that what another author wrote is taken into account by what is written now.
    fn note_seen(&mut self, subject: SubjectId, id: RecordId, kind: Kind) {
        let library = &self.vault.library;
        let Some(head) = library.head(subject, id).filter(|head| head.author() != self.vault.clock.author()) else {
            return;
        };
        let seen = SetAside::seen(id, head, self.now, kind);
        let place = seen.id();
        let kept = match library.set_aside(subject, place) {
            Some(known) if known.record.settled >= Some(head) => return,
            Some(known) => known.with(known.record.joined(&seen)),
            None => Kept::new(seen),
        };
        self.put(subject, place, &kept);
    }

    fn write(&mut self, subject: SubjectId, id: RecordId, kind: Kind, body: Option<Vec<u8>>) {
        if kind != Kind::SET_ASIDE && kind != Kind::SUBJECT_KEY {
            self.note_seen(subject, id, kind);
        }
        let revision = self.vault.clock.tick(self.now.utc_millis);
        self.changes.push(Change { subject, id, revision, at: self.now, kind, body });
    }

    /// Seals every change, writes them in one act and, once they are on disk, knows them.
    ///
    /// # Errors
    /// [`Refusal::Storage`] when nothing was written; the vault then knows no more than before.
    pub async fn commit(self, store: &impl Store) -> Result<(), Refusal> {
        self.commit_with(Act::new(), store).await
    }

    /// As [`Draft::commit`], together with what else belongs to the act.
    ///
    /// # Errors
    /// As [`Draft::commit`].
    pub async fn commit_with(mut self, act: Act, store: &impl Store) -> Result<(), Refusal> {
        let needed = self.changes.iter().map(|change| change.subject).find(|subject| self.key_of(*subject).is_none());
        match needed {
            // The household gets its key with its first record, unless it may have one that cannot be read: to give it
            // another would orphan what is there.
            Some(SubjectId::HOUSEHOLD) if !self.vault.library.is_damaged(SubjectId::KEYRING) => {
                self.give_key(SubjectId::HOUSEHOLD)?;
            }
            Some(_) => return Err(Refusal::Unreadable),
            None => {}
        }
        let mut envelopes = Vec::with_capacity(self.changes.len());
        for change in &self.changes {
            let key = self.key_of(change.subject).ok_or(Refusal::Unreadable)?;
            envelopes.push(vault::seal(change, self.vault.vault, key)?);
        }
        let act = act.erasing(!self.dropped_keys.is_empty());
        self.vault.commit_sealed(act, envelopes, store, self.now).await?;
        let Self { vault, changes, new_keys, dropped_keys, .. } = self;
        vault.keys.extend(new_keys);
        for subject in dropped_keys {
            vault.keys.remove(&subject);
            vault.formers.remove(&subject);
        }
        for change in &changes {
            // Our own bytes: what cannot be read here would be told at the next unlocking.
            let _ = vault.library.apply(change);
        }
        Ok(())
    }

    fn key_of(&self, subject: SubjectId) -> Option<&DataKey> {
        if subject == SubjectId::KEYRING {
            return Some(&self.vault.key);
        }
        let new = self.new_keys.iter().find(|(of, _)| *of == subject).map(|(_, key)| key);
        new.or_else(|| self.vault.keys.get(&subject))
    }
}
