//! The ways into the vault while it is open: another passphrase, a new recovery code, passkeys, the school's way in; and
//! showing once more that it is you, before what a child with an open tablet must not do.

use crate::domain::Clocks;
use crate::platform::clock::Clock;
use crate::store::{Act, Store};
use crate::vault::{DataKey, PasskeyCredential, Passphrase, RecoveryCode, VaultHeader};

use super::Refusal;
use super::core::{Keeper, Work};
use super::door::key_bytes;
use super::exchange::note_recipient;
use super::message::{Keys, KeysAsk, Passkey, Proof, Purpose, Reply, Whisper, WhisperedBytes};
use super::resealing::header_of;
use super::shown_code::ShownCode;

/// How long a proof is good for, in milliseconds: long enough to choose a passphrase.
const GOOD_FOR: u64 = 5 * 60_000;

/// What is under way with the keys of an open vault. Gone as soon as the screen is covered.
#[derive(Default)]
pub(super) struct KeysAtWork {
    /// Who it is was shown, when and before what.
    confirmed: Option<(Purpose, Clocks)>,
    /// What waits for a recovery code to be typed back.
    pending: Option<Pending>,
}

/// What a new recovery code is for.
struct Pending {
    code: ShownCode,
    /// The header and key of a new vault key; nothing where only the code is new.
    rotation: Option<Box<(VaultHeader, DataKey)>>,
}

impl<S: Store, C: Clock> Keeper<S, C> {
    pub(super) async fn answer_about_keys(&mut self, ask: KeysAsk) -> Result<Reply, Refusal> {
        match ask {
            KeysAsk::State => self.keys().await,
            KeysAsk::Confirm { proof, purpose } => self.confirm(&proof, purpose).await,
            KeysAsk::ChangePassphrase { present, passphrase } => self.change_passphrase(&present, &passphrase).await,
            KeysAsk::PrepareRecovery => self.prepare_recovery(),
            KeysAsk::KeepRecovery { typed_back } => self.keep_recovery(&typed_back).await,
            KeysAsk::PrepareRotation { passphrase } => self.prepare_rotation(&passphrase).await,
            KeysAsk::Rotate { typed_back } => self.rotate(&typed_back).await,
            KeysAsk::AddPasskey { credential, prf_salt, derived } => {
                self.add_passkey(PasskeyCredential { credential, prf_salt }, &derived).await
            }
            KeysAsk::RemovePasskey { credential } => self.remove_passkey(&credential).await,
            KeysAsk::LetSchoolIn { key } => self.let_school_in(&key).await,
            KeysAsk::ShutSchoolOut => self.shut_school_out().await,
        }
    }

    /// Shows that whoever asks may do something: it takes a way into the vault again, and counts as a knock at the door.
    /// [`Keeper::spend`] asks for it.
    ///
    /// # Errors
    /// [`Refusal::WrongSecret`] or [`Refusal::TooSoon`], as at the door; [`Refusal::NotOpen`].
    pub(super) async fn confirm(&mut self, proof: &Proof, purpose: Purpose) -> Result<Reply, Refusal> {
        self.open()?;
        // The made-up children have no door, and nothing of theirs is anybody's.
        if !self.demo {
            self.prove(proof).await?;
        }
        let now = self.clocks();
        self.open()?.opened.keys.confirmed = Some((purpose, now));
        Ok(Reply::Done)
    }

    /// Uses up a proof: good for one act, and for a few minutes.
    ///
    /// # Errors
    /// [`Refusal::NotConfirmed`] without one for this purpose; [`Refusal::NotOpen`].
    pub(super) fn spend(&mut self, purpose: Purpose) -> Result<(), Refusal> {
        let now = self.clocks();
        match self.open()?.opened.keys.confirmed.take() {
            Some((shown, at)) if shown == purpose && now.since(at) < GOOD_FOR => Ok(()),
            _ => Err(Refusal::NotConfirmed),
        }
    }

    pub(super) async fn passkeys_at_the_door(&self) -> Result<Reply, Refusal> {
        // Made-up children have no door.
        let passkeys = match self.store.door().await? {
            Some(door) => passkeys_of(&VaultHeader::from_bytes(&door.header)?),
            None => Vec::new(),
        };
        Ok(Reply::Passkeys(passkeys))
    }

    async fn keys(&mut self) -> Result<Reply, Refusal> {
        let demo = self.demo;
        let Work { opened, store, .. } = self.open()?;
        let mine_alone = opened.vault.library.preferences_in_force().mine_alone;
        let resealing = opened.vault.resealing();
        if demo {
            return Ok(Reply::Keys(Keys { mine_alone, resealing, ..Keys::default() }));
        }
        let header = header_of(store).await?;
        let school = header.school();
        Ok(Reply::Keys(Keys {
            passkeys: passkeys_of(&header),
            mine_alone,
            school: school.map(|school| school.recipient().to_owned()),
            school_waits: school.is_some_and(|school| school.blob().is_none()),
            resealing,
        }))
    }

    async fn change_passphrase(&mut self, present: &Whisper, passphrase: &Whisper) -> Result<Reply, Refusal> {
        self.open()?;
        let passphrase = Passphrase::chosen(passphrase.expose())?;
        let (header, key) = self.prove(&Proof::Passphrase(present.clone())).await?;
        let header = header.with_new_passphrase(&key, &passphrase, self.cost()?)?;
        self.write_header(&header).await
    }

    fn prepare_recovery(&mut self) -> Result<Reply, Refusal> {
        self.spend(Purpose::RecoveryCode)?;
        self.pend(Pending { code: ShownCode::of(RecoveryCode::make()?)?, rotation: None })
    }

    /// Takes in a new recovery code, to be shown.
    fn pend(&mut self, pending: Pending) -> Result<Reply, Refusal> {
        let sheet = pending.code.sheet();
        self.open()?.opened.keys.pending = Some(pending);
        Ok(sheet)
    }

    async fn keep_recovery(&mut self, typed_back: &[Whisper]) -> Result<Reply, Refusal> {
        let pending = self.open()?.opened.keys.pending.take_if(|pending| pending.rotation.is_none());
        let pending = pending.ok_or(Refusal::NotConfirmed)?;
        let kept = self.keep_code(&pending, typed_back).await;
        if kept.is_err() {
            // Nothing was written: what is typed next may be right.
            self.open()?.opened.keys.pending = Some(pending);
        }
        kept
    }

    /// Makes a code that was typed back valid, and with it the public key that backups are encrypted for.
    async fn keep_code(&mut self, pending: &Pending, typed_back: &[Whisper]) -> Result<Reply, Refusal> {
        pending.code.check(typed_back)?;
        let recovery = &pending.code.recovery;
        let recipient = self.recipient_of(recovery).await;
        let Work { opened, store, now } = self.open()?;
        let header = header_of(store).await?.with_recovery(&opened.vault.key, recovery)?;
        let mut draft = opened.vault.act(now);
        note_recipient(&mut draft, recipient)?;
        draft.commit_with(Act::new().header(header.to_bytes()), store).await?;
        opened.keys = KeysAtWork::default();
        Ok(Reply::Done)
    }

    async fn prepare_rotation(&mut self, passphrase: &Whisper) -> Result<Reply, Refusal> {
        let passphrase = Passphrase::chosen(passphrase.expose())?;
        if self.open()?.opened.vault.is_resealing() {
            return Err(Refusal::StillResealing);
        }
        self.spend(Purpose::Rotation)?;
        let cost = self.cost()?;
        let Work { opened, store, .. } = self.open()?;
        let (header, key, recovery) = header_of(store).await?.rotated(&opened.vault.key, &passphrase, cost)?;
        self.pend(Pending { code: ShownCode::of(recovery)?, rotation: Some(Box::new((header, key))) })
    }

    async fn rotate(&mut self, typed_back: &[Whisper]) -> Result<Reply, Refusal> {
        let pending = self.open()?.opened.keys.pending.take_if(|pending| pending.rotation.is_some());
        let pending = pending.ok_or(Refusal::NotConfirmed)?;
        let recipient = self.recipient_of(&pending.code.recovery).await;
        let Work { opened, store, now } = self.open()?;
        let done = match (&pending.rotation, pending.code.check(typed_back)) {
            (Some(rotation), Ok(())) => opened.vault.write_rotated(&rotation.0, recipient, store, now).await,
            _ => Err(Refusal::GroupsDiffer),
        };
        match (done, pending) {
            (Ok(rows), Pending { rotation: Some(rotation), .. }) => {
                opened.vault.take_on(rotation.1, rows);
                opened.keys = KeysAtWork::default();
                Ok(Reply::Done)
            }
            (done, pending) => {
                // Nothing was written: what is typed next may be right.
                opened.keys.pending = Some(pending);
                Err(done.err().unwrap_or(Refusal::NotConfirmed))
            }
        }
    }

    async fn add_passkey(&mut self, passkey: PasskeyCredential, derived: &WhisperedBytes) -> Result<Reply, Refusal> {
        let derived = key_bytes(derived)?;
        if !self.open()?.opened.vault.library.preferences_in_force().mine_alone {
            return Err(Refusal::SharedTablet);
        }
        self.spend(Purpose::Passkey)?;
        let Work { opened, store, .. } = self.open()?;
        let credential = passkey.credential.clone();
        let header = header_of(store).await?.with_passkey(&opened.vault.key, passkey, &derived)?;
        // As it will be read: what would not open at the door is not written.
        let read = VaultHeader::from_bytes(&header.to_bytes())?;
        if read.unlock_with_passkey(&credential, &derived)? != opened.vault.key {
            return Err(Refusal::Unreadable);
        }
        self.write_header(&header).await
    }

    async fn remove_passkey(&mut self, credential: &[u8]) -> Result<Reply, Refusal> {
        let header = header_of(self.open()?.store).await?.without_passkey(credential);
        self.write_header(&header).await
    }

    /// Writes a changed header of the open vault. What was prepared on another one is void.
    pub(super) async fn write_header(&mut self, header: &VaultHeader) -> Result<Reply, Refusal> {
        let Work { opened, store, .. } = self.open()?;
        store.commit(Act::new().header(header.to_bytes())).await?;
        opened.keys = KeysAtWork::default();
        Ok(Reply::Done)
    }
}

fn passkeys_of(header: &VaultHeader) -> Vec<Passkey> {
    let passkey =
        |passkey: &PasskeyCredential| Passkey { credential: passkey.credential.clone(), prf_salt: passkey.prf_salt };
    header.passkeys().map(passkey).collect()
}
