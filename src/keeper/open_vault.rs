//! An unlocked vault: its keys, what it knows, and the account of what is there.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Change, HybridClock, Kept, Kind, Moment, RecordId, SubjectId, VaultId};
use crate::store::{Act, Store, StoredRow};
use crate::vault::{self, DataKey, Envelope, VaultError, VaultHeader};

use super::Refusal;
use super::draft::Value;
use super::library::Library;
use super::manifest::{self, Manifest};
use super::resealing::{Outstanding, header_of};
use super::subject_key::SubjectKey;

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

    /// Goes on as another author, unless nothing has been written as this one. A backup may hold what was written and
    /// lost: by the same author it would count as what led to the edits that are made now, which did not know of it.
    ///
    /// # Errors
    /// [`Refusal`] when the header could not be written.
    pub async fn go_on_from_an_older_state(&mut self, store: &impl Store) -> Result<(), Refusal> {
        if self.library.knows_author(self.clock.author()) {
            let header = header_of(store).await?.with_new_author()?;
            store.commit(Act::new().header(header.to_bytes())).await?;
            self.clock = self.clock.clone().passed_to(header.author);
        }
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
}
