//! Sealing everything again after a change of the vault key: in small acts, in the background, to be gone on with after
//! whatever interruption.
//!
//! The new header names the new vault key and holds the former one sealed under it. From then on:
//! 1. every record of the keyring is written again under the new vault key; a subject gets a new key with that, and its
//!    record keeps the former one;
//! 2. every record of that subject is sealed again under the new key, as the next revision after its own: an edit that
//!    another tablet made in the meantime stays the later one;
//! 3. the subject's record is written without the former key;
//! 4. the header is written without the former vault key.
//!
//! Each row bears the name of its key, so after any of these acts everything can be read, and what is still to be done
//! can be seen. What cannot be opened, or was written by a newer app, is left as it is and keeps its former key.

use crate::domain::{Kept, Kind, Moment, RecordId, SubjectId};
use crate::platform::clock::Clock;
use crate::store::{Act, Store, StoredRow};
use crate::vault::{self, DataKey, Envelope, VaultError, VaultHeader};

use super::Refusal;
use super::core::{Keeper, Stage};
use super::exchange::note_rotation;
use super::message::Resealing;
use super::open_vault::OpenVault;
use super::subject_key::SubjectKey;

/// The most rows that one act seals again: few enough that a tap in between is answered at once.
const ROWS: usize = 48;

/// At one tick this many small acts of sealing again are done at most, and no further one after so many milliseconds.
const MOST_RESEALINGS: usize = 16;
const RESEALING_MILLIS: u64 = 100;

/// What is still to be done, as far as it is known.
#[derive(Debug, Default)]
pub struct Outstanding {
    /// The keyring may hold rows under a former vault key.
    pub keyring: bool,
    /// The header holds a former vault key.
    pub header: bool,
    /// Subjects whose rows that are left cannot be sealed again.
    stuck: Vec<SubjectId>,
    /// Records that cannot be sealed again hold up the end.
    held_up: bool,
    /// About how many rows are left.
    pub left: u32,
}

/// The rows of one subject as sealing again sees them.
struct Sorted {
    /// Under a former key and readable.
    former: Vec<Envelope>,
    /// Whether something could not be opened, so that its key must be kept.
    unreadable: bool,
}

impl OpenVault {
    /// How far it has come.
    pub fn resealing(&self) -> Resealing {
        let waits = self.outstanding.keyring || self.next_subject().is_some();
        match (waits, self.outstanding.header || !self.formers.is_empty()) {
            (true, _) => Resealing::UnderWay { left: self.outstanding.left.max(1) },
            (false, true) if self.outstanding.held_up || !self.outstanding.stuck.is_empty() => {
                Resealing::AllButTheUnreadable
            }
            (false, true) => Resealing::UnderWay { left: 1 },
            (false, false) => Resealing::Nothing,
        }
    }

    /// Whether it is still going on.
    pub fn is_resealing(&self) -> bool {
        matches!(self.resealing(), Resealing::UnderWay { .. })
    }

    /// Writes the header of a new vault key, unless another one has been written since it was made; about how many rows
    /// are then to be sealed again.
    pub async fn write_rotated(
        &mut self,
        header: &VaultHeader,
        recipient: Option<String>,
        store: &impl Store,
        now: Moment,
    ) -> Result<u32, Refusal> {
        let present = header_of(store).await?;
        if present.key != self.key.id() {
            return Err(Refusal::Unreadable);
        }
        let mut rows = 0;
        for subject in store.subjects().await? {
            rows += store.envelopes_of(subject).await?.len();
        }
        // Backups are for the new recovery code from the same moment on, and those there are open with the old one.
        let mut draft = self.act(now);
        note_rotation(&mut draft, recipient)?;
        draft.commit_with(Act::new().header(header.to_bytes()), store).await?;
        Ok(u32::try_from(rows).unwrap_or(u32::MAX))
    }

    /// Takes on a new vault key; the header with it has just been written.
    pub fn take_on(&mut self, key: DataKey, rows: u32) {
        let former = core::mem::replace(&mut self.key, key);
        self.former.insert(0, former);
        self.outstanding = Outstanding { keyring: true, header: true, left: rows, ..Outstanding::default() };
    }

    /// Does one small act; whether there was one to do.
    ///
    /// # Errors
    /// [`Refusal`] when nothing was written; the same act is then tried again the next time.
    pub async fn reseal_some(&mut self, store: &impl Store, now: Moment) -> Result<bool, Refusal> {
        if self.outstanding.keyring {
            self.reseal_keyring(store, now).await?;
            return Ok(true);
        }
        if let Some(subject) = self.next_subject() {
            self.reseal_subject(subject, store, now).await?;
            return Ok(true);
        }
        if self.outstanding.header && !self.outstanding.held_up {
            self.forget_former(store).await?;
            return Ok(true);
        }
        Ok(false)
    }

    fn next_subject(&self) -> Option<SubjectId> {
        self.formers.keys().find(|subject| !self.outstanding.stuck.contains(subject)).copied()
    }

    /// Writes some of the keyring's records under the new vault key, and gives their subjects new keys.
    async fn reseal_keyring(&mut self, store: &impl Store, now: Moment) -> Result<(), Refusal> {
        let rows = store.envelopes_of(SubjectId::KEYRING).await?;
        let sorted = self.sorted(rows, &self.key, &self.former);
        let (mut envelopes, mut fresh) = (Vec::new(), Vec::new());
        for envelope in sorted.former.into_iter().take(ROWS) {
            let Some(former) = of_id(&self.former, &envelope) else { continue };
            match self.subject_key(&envelope, former) {
                Some((subject, kept)) => {
                    let next = kept.with(kept.record.followed_by(DataKey::make()?));
                    let act = self.keyring_envelope(subject, &next, now)?;
                    envelopes.push(act);
                    fresh.push((subject, next.record));
                }
                // A key that was destroyed, or what a newer app keeps here.
                None => {
                    let sealed = self.sealed_again(&envelope, former, &self.key)?;
                    envelopes.push(sealed);
                }
            }
        }
        if envelopes.is_empty() {
            self.outstanding.keyring = false;
            self.outstanding.held_up = sorted.unreadable;
            return Ok(());
        }
        // No edit to come may get a revision that was given here, even while the tablet's clock is set back.
        envelopes.iter().for_each(|envelope| self.clock.observe(envelope.header.revision));
        let count = envelopes.len();
        self.commit_sealed(Act::new(), envelopes, store, now).await?;
        for (subject, record) in fresh {
            self.know_key(subject, record);
        }
        self.count_off(count);
        Ok(())
    }

    /// Seals some of a subject's records under its new key; when there are none left, its former key is forgotten.
    async fn reseal_subject(&mut self, subject: SubjectId, store: &impl Store, now: Moment) -> Result<(), Refusal> {
        let (Some(key), Some(formers)) = (self.keys.get(&subject), self.formers.get(&subject)) else {
            self.formers.remove(&subject);
            return Ok(());
        };
        let sorted = self.sorted(store.envelopes_of(subject).await?, key, formers);
        if sorted.former.is_empty() {
            return if sorted.unreadable {
                self.outstanding.stuck.push(subject);
                Ok(())
            } else {
                self.forget_former_of(subject, store, now).await
            };
        }
        let mut envelopes = Vec::with_capacity(ROWS);
        for envelope in sorted.former.into_iter().take(ROWS) {
            let Some(former) = of_id(formers, &envelope) else { continue };
            envelopes.push(self.sealed_again(&envelope, former, key)?);
        }
        // No edit to come may get a revision that was given here, even while the tablet's clock is set back.
        envelopes.iter().for_each(|envelope| self.clock.observe(envelope.header.revision));
        let count = envelopes.len();
        self.commit_sealed(Act::new(), envelopes, store, now).await?;
        self.count_off(count);
        Ok(())
    }

    async fn forget_former_of(&mut self, subject: SubjectId, store: &impl Store, now: Moment) -> Result<(), Refusal> {
        let id = RecordId::from_bytes(*subject.as_bytes());
        let rows = store.envelopes_of(SubjectId::KEYRING).await?;
        let kept = rows.iter().find_map(|row| match row {
            StoredRow::Envelope(envelope) if envelope.header.record == id => self.subject_key(envelope, &self.key),
            _ => None,
        });
        let Some((_, kept)) = kept else {
            // Its record has become unreadable since it was read: what it held must not be overwritten.
            self.outstanding.stuck.push(subject);
            return Ok(());
        };
        let alone = kept.with(kept.record.alone());
        let envelope = self.keyring_envelope(subject, &alone, now)?;
        self.commit_sealed(Act::new(), vec![envelope], store, now).await?;
        self.formers.remove(&subject);
        Ok(())
    }

    async fn forget_former(&mut self, store: &impl Store) -> Result<(), Refusal> {
        let header = header_of(store).await?;
        if header.key != self.key.id() {
            return Err(Refusal::Unreadable);
        }
        store.commit(Act::new().header(header.without_former().to_bytes())).await?;
        self.former.clear();
        self.outstanding =
            Outstanding { stuck: core::mem::take(&mut self.outstanding.stuck), ..Outstanding::default() };
        Ok(())
    }

    /// The same value under another key. It is no edit, and must not beat one.
    fn sealed_again(&self, envelope: &Envelope, former: &DataKey, key: &DataKey) -> Result<Envelope, VaultError> {
        vault::reseal(envelope, former, key, envelope.header.revision.same_value_by(self.clock.author()))
    }

    /// Which rows are to be sealed again. Where one cannot be opened, the former keys are to be kept.
    fn sorted(&self, rows: Vec<StoredRow>, key: &DataKey, formers: &[DataKey]) -> Sorted {
        let mut sorted = Sorted { former: Vec::new(), unreadable: false };
        for row in rows {
            match row {
                StoredRow::Envelope(envelope) if envelope.header.vault != self.vault => {}
                StoredRow::Envelope(envelope) if envelope.header.key == key.id() => {}
                StoredRow::Envelope(envelope) => {
                    let opened = of_id(formers, &envelope).map(|former| vault::open(&envelope, former));
                    match opened {
                        Some(Ok(_) | Err(VaultError::TooNew(_) | VaultError::Content(_))) => {
                            sorted.former.push(envelope);
                        }
                        // Damaged; or of a key that cannot be had now: a former one may be damaged in the header.
                        Some(Err(_)) | None => sorted.unreadable = true,
                    }
                }
                StoredRow::Unreadable { .. } => sorted.unreadable = true,
            }
        }
        sorted
    }

    /// The record of a subject's key, if that is what an envelope of the keyring holds and this build can read.
    fn subject_key(&self, envelope: &Envelope, key: &DataKey) -> Option<(SubjectId, Kept<SubjectKey>)> {
        let change = vault::open(envelope, key).ok().filter(|change| change.kind == Kind::SUBJECT_KEY)?;
        let kept = Kept::from_body(&zeroize::Zeroizing::new(change.body?)).ok()?;
        Some((SubjectId::from_bytes(*change.id.as_bytes()), kept))
    }

    fn count_off(&mut self, rows: usize) {
        self.outstanding.left = self.outstanding.left.saturating_sub(u32::try_from(rows).unwrap_or(u32::MAX));
    }
}

impl<S: Store, C: Clock> Keeper<S, C> {
    /// Seals again what still lies under a former key, for as long as nobody has to wait for it.
    pub(super) async fn reseal(&mut self) {
        let (start, now) = (self.clock.monotonic_millis(), self.clock.now());
        for _ in 0..MOST_RESEALINGS {
            let Stage::Open(opened) = &mut self.stage else { return };
            // What could not be written is tried again at the next tick.
            if !matches!(opened.vault.reseal_some(&self.store, now).await, Ok(true)) {
                return;
            }
            if self.clock.monotonic_millis().saturating_sub(start) > RESEALING_MILLIS {
                return;
            }
        }
    }
}

/// The key that an envelope was sealed with, if it is among these.
fn of_id<'a>(keys: &'a [DataKey], envelope: &Envelope) -> Option<&'a DataKey> {
    keys.iter().find(|key| key.id() == envelope.header.key)
}

/// The header as it stands on disk.
///
/// # Errors
/// [`Refusal::NotOpen`] where there is none, [`Refusal::Storage`], and as [`VaultHeader::from_bytes`].
pub(super) async fn header_of(store: &impl Store) -> Result<VaultHeader, Refusal> {
    let door = store.door().await?.ok_or(Refusal::NotOpen)?;
    Ok(VaultHeader::from_bytes(&door.header)?)
}
