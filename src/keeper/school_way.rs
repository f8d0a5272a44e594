//! The school's way into the vault: its key, sealed in an `age` file for the school's public key, so that what is kept of
//! a child outlives the adult who kept it.

use zeroize::{Zeroize, Zeroizing};

use crate::platform::clock::Clock;
use crate::store::Store;
use crate::vault::{KeyBytes, Passphrase, VaultHeader};

use super::Refusal;
use super::core::{Keeper, Work};
use super::door::checked_code;
use super::exchange::{Errand, FileKey, FileTrouble, Outcome};
use super::message::{Purpose, Reply, Whisper};
use super::resealing::header_of;

impl<S: Store, C: Clock> Keeper<S, C> {
    /// Gives the school's public key a way in; confirmed for [`Purpose::School`].
    pub(super) async fn let_school_in(&mut self, typed: &str) -> Result<Reply, Refusal> {
        self.open()?;
        let recipient = self.checked_key(typed).await?;
        self.spend(Purpose::School)?;
        // EXPOSE: the exchange program seals the key for the school.
        let mut key = *self.open()?.opened.vault.key.expose();
        let sealed = self.exchange.run(Errand::SealKey { key, to: recipient.clone() }).await;
        key.zeroize();
        let Outcome::File(file) = sealed? else { return Err(FileTrouble::Program.into()) };
        let Work { opened, store, .. } = self.open()?;
        let header = header_of(store).await?.with_school_slot(&opened.vault.key, &recipient, file)?;
        self.write_header(&header).await
    }

    /// Takes the school's way in away.
    pub(super) async fn shut_school_out(&mut self) -> Result<Reply, Refusal> {
        let header = header_of(self.open()?.store).await?.without_school_slot();
        self.write_header(&header).await
    }

    /// Opens the vault with the school's secret key, and gives it a new passphrase. A secret key is no guess: one that
    /// does not open the school's file never comes as far as a knock.
    pub(super) async fn unlock_for_school(
        &mut self,
        secret_key: &Whisper,
        passphrase: &Passphrase,
        cover_code: &Whisper,
    ) -> Result<Reply, Refusal> {
        let cover_code = checked_code(cover_code)?;
        let wrong = Refusal::WrongSecret { wait_millis: 0 };
        let door = self.store.door().await?.ok_or(Refusal::NotOpen)?;
        let header = VaultHeader::from_bytes(&door.header)?;
        let file = header.school().and_then(|school| school.blob()).ok_or(wrong.clone())?.to_vec();
        let typed = FileKey::Typed(secret_key.expose().trim().to_ascii_uppercase());
        let key = match self.exchange.run(Errand::OpenKey { file, key: typed }).await {
            Ok(Outcome::Key(bytes)) => KeyBytes::from_bytes(&Zeroizing::new(bytes)),
            Err(FileTrouble::WrongKey | FileTrouble::NeedsCode) => return Err(wrong),
            Err(trouble) => return Err(trouble.into()),
            Ok(_) => return Err(FileTrouble::Program.into()),
        };
        let (header, key) = self.knock(&|header| header.unlock_with_raw_key(&key)).await?;
        self.open_with(header, key, passphrase, cover_code).await
    }
}
