//! The door: making a vault, opening it, and giving it a new passphrase.

use subtle::ConstantTimeEq;

use crate::content::wordlist;
use crate::domain::{Preferences, SubjectId, text};
use crate::platform::clock::Clock;
use crate::store::{Act, Store};
use crate::vault::{
    DataKey, KdfParams, KeyBytes, Knocks, Passphrase, RecoveryCode, VaultError, VaultHeader, derive, is_secret_key,
    suggest,
};

use super::Refusal;
use super::core::{Keeper, KeyCost, Prepared, Stage};
use super::exchange::note_recipient;
use super::message::{Proof, Reply, Standing, Whisper, WhisperedBytes};
use super::open_vault::OpenVault;
use super::schema;
use super::shown_code::ShownCode;

/// Words of a suggested passphrase: five of 7,776 are 64 bits.
const SUGGESTED_WORDS: usize = 5;

/// A passphrase of random words.
pub(super) fn suggestion() -> Result<Reply, Refusal> {
    let passphrase = suggest(wordlist::word, wordlist::COUNT, SUGGESTED_WORDS)?;
    Ok(Reply::Suggestion(Whisper::new(passphrase.expose().to_owned())))
}

/// Whether two short codes are the same, in a time that tells nothing.
pub(super) fn same_code(kept: &Whisper, typed: &Whisper) -> bool {
    kept.expose().as_bytes().ct_eq(typed.expose().trim().as_bytes()).into()
}

/// A short code is four to eight digits.
pub(super) fn checked_code(code: &Whisper) -> Result<Whisper, Refusal> {
    let digits = code.expose().trim();
    let fits = (4..=8).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
    if fits { Ok(Whisper::new(digits.to_owned())) } else { Err(Refusal::OddCode) }
}

impl<S: Store, C: Clock> Keeper<S, C> {
    pub(super) async fn door_standing(&self) -> Result<Standing, Refusal> {
        let Some(door) = self.store.door().await? else {
            return Ok(if self.store.condition().lost { Standing::Lost } else { Standing::NoVault });
        };
        let mut knocks = self.knocks(door.knocks.as_deref());
        Ok(Standing::Locked { wait_millis: self.wait(&mut knocks) })
    }

    pub(super) async fn prepare(&mut self, nickname: &str, passphrase: &Whisper) -> Result<Reply, Refusal> {
        let lost = self.store.condition().lost;
        if matches!(self.stage, Stage::Open(_)) || lost || self.store.door().await?.is_some() {
            return Err(Refusal::VaultExists);
        }
        let nickname = text::line(nickname, text::NAME_LIMIT)?;
        let passphrase = Passphrase::chosen(passphrase.expose())?;
        let (header, key, recovery) = VaultHeader::create(&passphrase, self.cost()?)?;
        let code = ShownCode::of(recovery)?;
        let sheet = code.sheet();
        self.stage = Stage::Prepared(Box::new(Prepared { nickname, header, key, code }));
        Ok(sheet)
    }

    pub(super) async fn make(&mut self, typed_back: &[Whisper], cover_code: Whisper) -> Result<Reply, Refusal> {
        let cover_code = checked_code(&cover_code)?;
        let Stage::Prepared(prepared) = &self.stage else { return Err(Refusal::NotOpen) };
        prepared.code.check(typed_back)?;
        if self.store.door().await?.is_some() {
            return Err(Refusal::VaultExists);
        }
        let recipient = self.recipient_of(&prepared.code.recovery).await;
        let Stage::Prepared(prepared) = core::mem::replace(&mut self.stage, Stage::Door) else {
            return Err(Refusal::NotOpen);
        };
        let Prepared { nickname, header, key, code } = *prepared;
        let mut vault = OpenVault::empty(&header, key);
        let mut draft = vault.act(self.clock.now());
        draft.add(SubjectId::HOUSEHOLD, Preferences::new(nickname.clone()))?;
        note_recipient(&mut draft, recipient)?;
        if let Err(refusal) = draft.commit_with(Act::new().header(header.to_bytes()), &self.store).await {
            // Nothing was written: the prepared vault waits for another try.
            let key = vault.into_key();
            self.stage = Stage::Prepared(Box::new(Prepared { nickname, header, key, code }));
            return Err(refusal);
        }
        self.enter(vault, cover_code);
        self.standing().await
    }

    pub(super) async fn unlock_by(&mut self, proof: &Proof, cover_code: &Whisper) -> Result<Reply, Refusal> {
        let cover_code = checked_code(cover_code)?;
        let (header, key) = self.prove(proof).await?;
        self.load(&header, key, cover_code).await
    }

    /// Tries a way into the vault; counted as a knock.
    pub(super) async fn prove(&mut self, proof: &Proof) -> Result<(VaultHeader, DataKey), Refusal> {
        match proof {
            Proof::Passphrase(passphrase) => {
                let passphrase = Passphrase::typed(passphrase.expose());
                self.knock(&|header| header.unlock_with_passphrase(&passphrase)).await
            }
            Proof::Passkey { credential, derived } => {
                let derived = key_bytes(derived)?;
                self.knock(&|header| header.unlock_with_passkey(credential, &derived)).await
            }
        }
    }

    pub(super) async fn replace_passphrase(
        &mut self,
        recovery_code: &Whisper,
        passphrase: &Whisper,
        cover_code: Whisper,
    ) -> Result<Reply, Refusal> {
        let passphrase = Passphrase::chosen(passphrase.expose())?;
        if is_secret_key(recovery_code.expose()) {
            return self.unlock_for_school(recovery_code, &passphrase, &cover_code).await;
        }
        let cover_code = checked_code(&cover_code)?;
        let recovery = RecoveryCode::parse(recovery_code.expose()).map_err(|_| Refusal::MistypedCode)?;
        let (header, key) = self.knock(&|header| header.unlock_with_recovery(&recovery)).await?;
        self.open_with(header, key, &passphrase, cover_code).await
    }

    /// Opens the vault that another way in has opened, with a new passphrase from now on.
    pub(super) async fn open_with(
        &mut self,
        header: VaultHeader,
        key: DataKey,
        passphrase: &Passphrase,
        cover_code: Whisper,
    ) -> Result<Reply, Refusal> {
        let header = header.with_new_passphrase(&key, passphrase, self.cost()?)?;
        self.store.commit(Act::new().header(header.to_bytes())).await?;
        self.load(&header, key, cover_code).await
    }

    pub(super) async fn load(
        &mut self,
        header: &VaultHeader,
        key: DataKey,
        cover_code: Whisper,
    ) -> Result<Reply, Refusal> {
        let now = self.clock.now();
        let mut vault = OpenVault::load(header, key, &self.store, now).await?;
        schema::bring_up(self.steps, header, &mut vault, &self.store, now).await?;
        if self.store.condition().older {
            vault.go_on_from_an_older_state(&self.store).await?;
        }
        self.enter(vault, cover_code);
        self.standing().await
    }

    /// Tries a secret. The try is counted on disk before it is made, so that pulling the plug does not make it free.
    pub(super) async fn knock(
        &mut self,
        open: &dyn Fn(&VaultHeader) -> Result<DataKey, VaultError>,
    ) -> Result<(VaultHeader, DataKey), Refusal> {
        let door = self.store.door().await?.ok_or(Refusal::NotOpen)?;
        let header = VaultHeader::from_bytes(&door.header)?;
        schema::check(&header, self.steps)?;
        let mut knocks = self.knocks(door.knocks.as_deref());
        let wait_millis = self.wait(&mut knocks);
        if wait_millis > 0 {
            self.store.commit(Act::new().knocks(knocks.to_bytes().to_vec())).await?;
            return Err(Refusal::TooSoon { wait_millis });
        }
        knocks.after_failure(self.clock.now().utc_millis);
        self.store.commit(Act::new().knocks(knocks.to_bytes().to_vec())).await?;
        match open(&header) {
            Ok(key) => {
                self.store.commit(Act::new().knocks(Knocks::default().to_bytes().to_vec())).await?;
                Ok((header, key))
            }
            Err(VaultError::WrongSecret) => Err(Refusal::WrongSecret { wait_millis: self.wait(&mut knocks) }),
            Err(error) => Err(error.into()),
        }
    }

    /// The count of wrong guesses. One that cannot be read counts as several: never as none.
    fn knocks(&self, bytes: Option<&[u8]>) -> Knocks {
        let several = Knocks { failed: 6, last_millis: self.clock.now().utc_millis };
        bytes.map_or_else(Knocks::default, |bytes| Knocks::from_bytes(bytes).unwrap_or(several))
    }

    fn wait(&self, knocks: &mut Knocks) -> u32 {
        let now = self.clock.now().utc_millis;
        u32::try_from(knocks.wait_until(now).saturating_sub(now)).unwrap_or(u32::MAX)
    }

    pub(super) fn cost(&self) -> Result<KdfParams, Refusal> {
        match self.key_cost {
            KeyCost::Fixed(params) => Ok(params),
            KeyCost::Measured => Ok(KdfParams::calibrate(|params| {
                let trial = Passphrase::typed("measuring how long a guess takes");
                let start = self.clock.monotonic_millis();
                derive(&trial, &[0; 16], params)?;
                Ok(self.clock.monotonic_millis().saturating_sub(start))
            })?),
        }
    }
}

/// What a passkey derived is 32 bytes; anything else opens nothing.
pub(super) fn key_bytes(derived: &WhisperedBytes) -> Result<KeyBytes, Refusal> {
    let bytes = derived.expose().try_into().map_err(|_| Refusal::WrongSecret { wait_millis: 0 })?;
    Ok(KeyBytes::from_bytes(bytes))
}
