//! Making a file: a backup of the vault, or one child to hand over.

use crate::domain::{Backup, SubjectId};
use crate::keeper::Refusal;
use crate::keeper::core::{Keeper, Work};
use crate::keeper::message::{BackupFile, BackupReply, Proof, Seal};
use crate::platform::clock::Clock;
use crate::store::Store;
use crate::vault::Passphrase;

use super::content::{Content, Extent, Header};
use super::{Errand, FileTrouble, Outcome, SealTo, is_carried};

impl<S: Store, C: Clock> Keeper<S, C> {
    /// Makes a file. What comes out has been read back; whether the person's copy of it is whole is another question.
    pub(super) async fn make_file(
        &mut self,
        proof: &Proof,
        extent: Extent,
        seal: Seal,
    ) -> Result<BackupReply, Refusal> {
        self.prove(proof).await?;
        let to = self.seal_to(extent, seal).await?;
        let Work { opened, store, now } = self.open()?;
        let vault = &opened.vault;
        if let Extent::Child(subject) = extent {
            vault.library.pupil(subject).ok_or(Refusal::NotFound)?;
        }
        let here = vault.everything(store).await?;
        let wanted = |subject: SubjectId| match extent {
            Extent::Vault => true,
            Extent::Child(child) => subject == child,
        };
        let left_out = count(here.unreadable.iter().filter(|(subject, _)| wanted(*subject)).count());
        let changes = here.records.into_values().filter(|change| wanted(change.subject) && is_carried(change));
        let changes = changes.collect::<Vec<_>>();
        let records = count(changes.iter().filter(|change| change.body.is_some()).count());
        let header = Header {
            app: env!("CARGO_PKG_VERSION").to_owned(),
            vault: vault.vault,
            made: now,
            extent,
            head: changes.iter().map(|change| change.revision).max(),
        };
        let content = Content { header, changes, unreadable: None };
        let Outcome::File(bytes) = self.exchange.run(Errand::Seal { content, to }).await? else {
            return Err(FileTrouble::Program.into());
        };
        if extent == Extent::Vault {
            self.change_backup(|backup| backup.made = Some(now)).await?;
        }
        Ok(BackupReply::File(BackupFile { bytes, made: now, records, left_out }))
    }

    async fn seal_to(&mut self, extent: Extent, seal: Seal) -> Result<SealTo, Refusal> {
        match seal {
            Seal::Passphrase(chosen) => {
                Passphrase::chosen(chosen.expose())?;
                Ok(SealTo::Passphrase(chosen.expose().to_owned()))
            }
            Seal::Key(typed) => Ok(SealTo::Recipients(vec![self.checked_key(&typed).await?])),
            // A child is handed to somebody else, who does not have this vault's code.
            Seal::Code if extent != Extent::Vault => Err(FileTrouble::NoRecipient.into()),
            Seal::Code => {
                let known = self.open()?.opened.vault.library.backup();
                let Some(Backup { recipient: Some(own), school, .. }) = known.map(|(_, kept)| &kept.record) else {
                    return Err(FileTrouble::NoRecipient.into());
                };
                Ok(SealTo::Recipients([own].into_iter().chain(school).cloned().collect()))
            }
        }
    }
}

/// How many, where more than four thousand million do not happen.
pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
