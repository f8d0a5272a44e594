//! Where questions about files are answered: how it is with backups, and for whom files are encrypted.

use zeroize::Zeroize;

use crate::domain::{Backup, Change, SubjectId};
use crate::keeper::Refusal;
use crate::keeper::core::{Keeper, Work};
use crate::keeper::draft::{Draft, Known};
use crate::keeper::message::{BackupAsk, BackupReply, BackupState, FileSecret, Proof, Reply, Whisper};
use crate::platform::clock::Clock;
use crate::store::Store;
use crate::vault::RecoveryCode;

use super::making::count;
use super::{Errand, FileKey, FileTrouble, Outcome};

impl<S: Store, C: Clock> Keeper<S, C> {
    pub(in crate::keeper) async fn backup(&mut self, ask: BackupAsk) -> Result<Reply, Refusal> {
        self.open()?;
        let reply = match ask {
            BackupAsk::State => self.backup_state()?,
            BackupAsk::Make { proof, extent, seal } => self.make_file(&proof, extent, seal).await?,
            BackupAsk::Read { file, secret, purpose } => self.read_file(file, &secret, purpose).await?,
            BackupAsk::Merge => self.merge_file().await?,
            BackupAsk::KeepSchoolKey { proof, key } => self.keep_school_key(&proof, &key).await?,
            BackupAsk::LearnCode { recovery_code } => self.learn_code(&recovery_code).await?,
            BackupAsk::SetAside => self.set_aside().await?,
            BackupAsk::Choose { subject, place, keep } => self.choose(subject, place, keep).await?,
        };
        Ok(Reply::Backup(reply))
    }

    fn backup_state(&mut self) -> Result<BackupReply, Refusal> {
        let Work { opened, now, .. } = self.open()?;
        let library = &opened.vault.library;
        let backup = library.backup().map(|(_, kept)| kept.record.clone());
        // Without a record of it nothing is known to be backed up: what is there waits.
        let backup = backup.unwrap_or_else(|| Backup::none_since(crate::domain::Moment { utc_millis: 0, ..now }));
        let changed = library.changed_since(backup.head).saturating_add(backup.brought);
        let to_choose = u32::try_from(library.to_choose().count()).unwrap_or(u32::MAX);
        Ok(BackupReply::State(BackupState {
            due: backup.due(changed, now),
            changed,
            verified: backup.verified,
            made: backup.made,
            recipient: backup.recipient,
            school: backup.school,
            to_choose,
        }))
    }

    async fn keep_school_key(&mut self, proof: &Proof, key: &str) -> Result<BackupReply, Refusal> {
        self.prove(proof).await?;
        let school = if key.trim().is_empty() { None } else { Some(self.checked_key(key).await?) };
        self.change_backup(|backup| backup.school = school).await?;
        self.backup_state()
    }

    async fn learn_code(&mut self, typed: &Whisper) -> Result<BackupReply, Refusal> {
        let code = RecoveryCode::parse(typed.expose()).map_err(|_| Refusal::MistypedCode)?;
        self.knock(&|header| header.unlock_with_recovery(&code)).await?;
        let recipient = self.recipient_of(&code).await.ok_or(FileTrouble::Program)?;
        self.change_backup(|backup| backup.recipient = Some(recipient)).await?;
        self.backup_state()
    }

    /// Writes down what has changed about backups.
    pub(super) async fn change_backup(&mut self, change: impl FnOnce(&mut Backup)) -> Result<(), Refusal> {
        let Work { opened, store, now } = self.open()?;
        let mut draft = opened.vault.act(now);
        note(&mut draft, change)?;
        draft.commit(store).await
    }

    /// A public key that was typed.
    pub(in crate::keeper) async fn checked_key(&self, text: &str) -> Result<String, Refusal> {
        match self.exchange.run(Errand::CheckRecipient { text: text.to_owned() }).await? {
            Outcome::Recipient(key) => Ok(key),
            _ => Err(FileTrouble::Program.into()),
        }
    }

    /// The public key to a recovery code; nothing when the exchange program cannot be had. Whoever makes a code also
    /// keeps this, see [`note_recipient`].
    pub(in crate::keeper) async fn recipient_of(&self, code: &RecoveryCode) -> Option<String> {
        // EXPOSE: the exchange program derives the public key from it.
        let secret = *code.backup_secret().ok()?.expose();
        match self.exchange.run(Errand::Recipient { secret }).await {
            Ok(Outcome::Recipient(key)) => Some(key),
            _ => None,
        }
    }
}

/// Keeps for whom backups are to be encrypted, in the same act in which the recovery code is made or replaced. Nothing
/// means that the code has to be typed once before a backup can be made for it.
///
/// # Errors
/// [`Refusal::Device`] without randomness.
pub fn note_recipient(draft: &mut Draft<'_>, recipient: Option<String>) -> Result<(), Refusal> {
    note(draft, |backup| backup.recipient = recipient)
}

/// As [`note_recipient`], after which everything waits for a new backup.
///
/// # Errors
/// As [`note_recipient`].
pub fn note_rotation(draft: &mut Draft<'_>, recipient: Option<String>) -> Result<(), Refusal> {
    note(draft, |backup| (backup.recipient, backup.head, backup.brought) = (recipient, None, 0))
}

/// Notes that a file has brought records with revisions of their own, in the act that brings them: where these are not
/// higher than the last backup's, nothing else says that it lacks them.
///
/// # Errors
/// As [`note_recipient`].
pub fn note_brought(draft: &mut Draft<'_>, values: &[Change]) -> Result<(), Refusal> {
    let head = draft.library().backup().and_then(|(_, kept)| kept.record.head);
    let below = count(values.iter().filter(|change| Some(change.revision) <= head).count());
    if below == 0 { Ok(()) } else { note(draft, |backup| backup.brought = backup.brought.saturating_add(below)) }
}

/// Changes what is known about backups, in an act.
fn note(draft: &mut Draft<'_>, change: impl FnOnce(&mut Backup)) -> Result<(), Refusal> {
    let known: Known<Backup> = draft.library().backup().cloned();
    let mut backup = known.as_ref().map_or_else(|| Backup::none_since(draft.now()), |(_, kept)| kept.record.clone());
    change(&mut backup);
    draft.set(SubjectId::HOUSEHOLD, known, backup)
}

/// What opens a file, from what was typed.
pub(super) fn file_key(secret: &FileSecret) -> Result<FileKey, Refusal> {
    Ok(match secret {
        FileSecret::Passphrase(typed) => FileKey::Typed(typed.expose().to_owned()),
        FileSecret::RecoveryCode(typed) => {
            let code = RecoveryCode::parse(typed.expose()).map_err(|_| Refusal::MistypedCode)?;
            let mut secret = code.backup_secret()?;
            // EXPOSE: the exchange program opens the file with it.
            let key = FileKey::Secret(*secret.expose());
            secret.zeroize();
            key
        }
    })
}
