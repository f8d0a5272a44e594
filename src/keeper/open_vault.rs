//! An unlocked vault: its keys, what it knows, and the one way in which anything is written.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Change, HybridClock, Kept, Kind, Moment, Record, RecordId, SetAside, SubjectId, VaultId};
use crate::store::{Act, Store, StoredRow};
use crate::vault::{self, DataKey, Envelope, VaultError, VaultHeader, chance};

use super::library::Library;
use super::manifest::{self, Manifest};
use super::resealing::Outstanding;
use super::subject_key::SubjectKey;
use super::{Refusal, StorageTrouble};

/// An unlocked vault.
pub struct OpenVault {
    pub(super) vault: VaultId,
    pub(super) key: DataKey,
    /// Vault keys that were, the newest first, while something lies under them.
    pub(super) former: Vec<DataKey>,
    pub(super) keys: BTreeMap<SubjectId, DataKey>,
    /// Subjects' keys that were, while something lies under them.
    pub(super) formers: BTreeMap<SubjectId, Vec<DataKey>>,
    pub(super) outstanding: Outstanding,
    pub(super) clock: HybridClock,
    pub(super) manifest: Manifest,
    /// What is known.
    pub library: Library,
    /// What was removed last, and of whom, so that it can be brought back.
    pub removed: Option<(SubjectId, Vec<Value>)>,
}

/// What a row of the keyring was.
enum Taken {
    /// A key.
    Key,
    /// A key that was written before there were accounts, and its record as it is written now.
    EarlyKey(SubjectId, Kept<SubjectKey>),
    /// A key that was destroyed: its subject's rows are to be let lie.
    Erased(SubjectId),
    /// Something that cannot be read.
    Nothing,
}

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

impl OpenVault {
    /// A vault that was made just now and holds nothing.
    pub fn empty(header: &VaultHeader, key: DataKey) -> Self {
        Self {
            vault: header.vault,
            key,
            former: Vec::new(),
            keys: BTreeMap::new(),
            formers: BTreeMap::new(),
            outstanding: Outstanding::default(),
            clock: HybridClock::new(header.author),
            manifest: Manifest::default(),
            library: Library::default(),
            removed: None,
        }
    }

    /// Opens everything that is on disk. What does not open is counted and left as it is.
    ///
    /// # Errors
    /// [`Refusal::Storage`] when the store cannot be read.
    pub async fn load(header: &VaultHeader, key: DataKey, store: &impl Store, now: Moment) -> Result<Self, Refusal> {
        let mut vault = Self::empty(header, key);
        vault.former = header.former_keys(&vault.key);
        vault.outstanding.keyring = header.is_rotating();
        vault.outstanding.header = header.is_rotating();
        let mut erased = BTreeSet::new();
        let mut account = None;
        let mut account_is_damaged = false;
        let mut unaccounted = Vec::new();
        let mut must_be_accounted = false;
        for row in store.envelopes_of(SubjectId::KEYRING).await? {
            vault.observe(&row);
            match row {
                StoredRow::Envelope(envelope) if envelope.header.record == manifest::PLACE => account = Some(envelope),
                StoredRow::Unreadable { key, newer: false, .. } if key == manifest::row_key() => {
                    account_is_damaged = true
                }
                row => match vault.take_key(row) {
                    Taken::Key => must_be_accounted = true,
                    Taken::EarlyKey(subject, kept) => unaccounted.push((subject, kept)),
                    Taken::Erased(subject) => drop(erased.insert(subject)),
                    Taken::Nothing => {}
                },
            }
        }
        for subject in store.subjects().await?.into_iter().filter(|subject| *subject != SubjectId::KEYRING) {
            for row in store.envelopes_of(subject).await? {
                vault.observe(&row);
                if erased.contains(&subject) {
                    continue;
                }
                let former = vault.formers.get(&subject).map(Vec::as_slice).unwrap_or_default();
                vault.outstanding.left += u32::from(header.is_rotating() || !former.is_empty());
                match vault.opened(row, vault.keys.get(&subject), former) {
                    Ok(change) => vault.library.take_in(&change),
                    Err(error) => vault.library.note_unopened(subject, matches!(error, VaultError::TooNew(_))),
                }
            }
        }
        let account = account
            .and_then(|envelope| vault.opened(StoredRow::Envelope(envelope), Some(&vault.key), &vault.former).ok());
        let account = account.and_then(|change| change.body).and_then(|body| Kept::from_body(&body).ok());
        vault.manifest.compare(account, must_be_accounted || account_is_damaged, now.utc_millis);
        if account_is_damaged {
            // Nothing but a new account can be made of it, and no act could be written beside it. Should this fail, the
            // next act says so.
            let sealed = vault.sealed_account(&[], now)?;
            let mut act = Act::new().envelope(sealed);
            act.mends = true;
            let _ = store.commit(act).await;
        } else if !unaccounted.is_empty() && !header.is_rotating() {
            // From before there were accounts: from now on there is one. Should this fail, the next unlocking tries again;
            // a vault that changes its key writes all of these anew as it is.
            vault.begin_account(unaccounted, store, now).await?;
        }
        Ok(vault)
    }

    /// Writes the first account, and that there is one beside every key.
    async fn begin_account(
        &mut self,
        keys: Vec<(SubjectId, Kept<SubjectKey>)>,
        store: &impl Store,
        now: Moment,
    ) -> Result<(), Refusal> {
        let mut envelopes = Vec::with_capacity(keys.len());
        for (subject, kept) in &keys {
            envelopes.push(self.keyring_envelope(*subject, kept, now)?);
        }
        let _ = self.commit_sealed(Act::new(), envelopes, store, now).await;
        Ok(())
    }

    /// The account of what will be there once these envelopes are.
    fn sealed_account(&mut self, envelopes: &[Envelope], now: Moment) -> Result<Envelope, VaultError> {
        let account = Kept::new(self.manifest.account_with(envelopes));
        let change = Change {
            subject: SubjectId::KEYRING,
            id: manifest::PLACE,
            revision: self.clock.tick(now.utc_millis),
            at: now,
            kind: Kind::ACCOUNT,
            body: Some(account.to_body()),
        };
        vault::seal(&change, self.vault, &self.key)
    }

    /// Writes envelopes and the account of what is then there, in one act.
    pub(super) async fn commit_sealed(
        &mut self,
        act: Act,
        envelopes: Vec<Envelope>,
        store: &impl Store,
        now: Moment,
    ) -> Result<(), Refusal> {
        let account = self.sealed_account(&envelopes, now)?;
        store.commit(act.envelopes(envelopes.iter().cloned()).envelope(account)).await?;
        envelopes.iter().for_each(|envelope| self.manifest.see(envelope));
        Ok(())
    }

    /// Whether something was found that was taken away or put back from outside, now or at an earlier opening.
    pub fn was_altered(&self) -> bool {
        self.manifest.differed().is_some()
    }

    /// What was written before must be older than what will be written, even after the tablet's clock was set back.
    fn observe(&mut self, row: &StoredRow) {
        if let StoredRow::Envelope(envelope) = row {
            self.clock.observe(envelope.header.revision);
            self.manifest.see(envelope);
        }
    }

    /// Takes in a row of the keyring.
    fn take_key(&mut self, row: StoredRow) -> Taken {
        let opened = self.opened(row, Some(&self.key), &self.former).and_then(|change| {
            let key = change.body.as_deref().map(Kept::<SubjectKey>::from_body).transpose()?;
            Ok((SubjectId::from_bytes(*change.id.as_bytes()), key))
        });
        match opened {
            Ok((subject, Some(kept))) => {
                let early = (!kept.record.accounted).then(|| kept.with(kept.record.again()));
                self.know_key(subject, kept.record);
                early.map_or(Taken::Key, |again| Taken::EarlyKey(subject, again))
            }
            Ok((subject, None)) => Taken::Erased(subject),
            Err(error) => {
                self.library.note_unopened(SubjectId::KEYRING, matches!(error, VaultError::TooNew(_)));
                Taken::Nothing
            }
        }
    }

    /// Knows a subject's key, and those before it.
    pub(super) fn know_key(&mut self, subject: SubjectId, record: SubjectKey) {
        self.keys.insert(subject, record.key);
        if !record.formers.is_empty() {
            self.formers.insert(subject, record.formers);
        }
    }

    /// A record of the keyring as it is written.
    pub(super) fn keyring_envelope(
        &mut self,
        subject: SubjectId,
        kept: &Kept<SubjectKey>,
        now: Moment,
    ) -> Result<Envelope, VaultError> {
        let change = Change {
            subject: SubjectId::KEYRING,
            id: RecordId::from_bytes(*subject.as_bytes()),
            revision: self.clock.tick(now.utc_millis),
            at: now,
            kind: Kind::SUBJECT_KEY,
            body: Some(kept.to_body()),
        };
        vault::seal(&change, self.vault, &self.key)
    }

    pub(super) fn opened(
        &self,
        row: StoredRow,
        key: Option<&DataKey>,
        former: &[DataKey],
    ) -> Result<Change, VaultError> {
        let envelope = match row {
            StoredRow::Envelope(envelope) => envelope,
            StoredRow::Unreadable { newer: true, .. } => return Err(VaultError::TooNew(u16::MAX)),
            StoredRow::Unreadable { .. } => return Err(VaultError::NotAnEnvelope),
        };
        if envelope.header.vault != self.vault {
            return Err(VaultError::SealBroken);
        }
        let former = former.iter().find(|former| former.id() == envelope.header.key);
        vault::open(&envelope, former.or(key).ok_or(VaultError::SealBroken)?)
    }

    /// Gives the key back: the vault was not made after all.
    pub fn into_key(self) -> DataKey {
        self.key
    }

    /// Makes ready the writing of one act.
    pub fn act(&mut self, now: Moment) -> Draft<'_> {
        Draft { vault: self, now, changes: Vec::new(), new_keys: Vec::new(), dropped_keys: Vec::new() }
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
        let Some(head) = library.head(id).filter(|head| head.author() != self.vault.clock.author()) else { return };
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

impl From<VaultError> for Refusal {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::WrongSecret => Self::WrongSecret { wait_millis: 0 },
            VaultError::TooNew(_) => Self::NewerApp,
            VaultError::TooShort { missing } => {
                Self::ShortPassphrase { missing: u8::try_from(missing).unwrap_or(u8::MAX) }
            }
            VaultError::NoRandomness | VaultError::OutOfMemory | VaultError::NoWords => Self::Device,
            VaultError::NotAnEnvelope
            | VaultError::SealBroken
            | VaultError::OtherKey(_)
            | VaultError::Content(_)
            | VaultError::NoSlot
            | VaultError::HeaderFull
            | VaultError::ParametersOutOfBounds => Self::Unreadable,
        }
    }
}

impl From<crate::store::StoreError> for Refusal {
    fn from(error: crate::store::StoreError) -> Self {
        use crate::store::StoreError;
        Self::Storage(match error {
            StoreError::Full(_) => StorageTrouble::Full,
            StoreError::Blocked => StorageTrouble::Blocked,
            StoreError::OpenTimedOut => StorageTrouble::TimedOut,
            StoreError::NewerApp { .. } => return Self::NewerApp,
            StoreError::Unavailable(_) => StorageTrouble::Unavailable,
            StoreError::ConnectionLost(_) | StoreError::Vanished => StorageTrouble::Lost,
            StoreError::RowUnreadable { .. } => return Self::Unreadable,
            StoreError::TwoVaults => StorageTrouble::TwoVaults,
            StoreError::Refused(trouble) => StorageTrouble::Other(trouble.name),
        })
    }
}
