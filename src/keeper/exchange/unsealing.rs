//! Opening what a browser kept sealed, with the passphrase or the recovery code of one of the vaults in it.

use std::collections::BTreeMap;

use zeroize::Zeroizing;

use crate::domain::{Change, Kept, Kind, Moment, SubjectId};
use crate::keeper::Refusal;
use crate::keeper::message::FileSecret;
use crate::keeper::subject_key::SubjectKey;
use crate::store::Contents;
use crate::vault::{self, DataKey, Envelope, Passphrase, RecoveryCode, VaultError, VaultHeader};

use super::content::{Content, Extent, Header};
use super::sealed_file::SealedFile;
use super::{FileTrouble, is_carried};

/// More different headers than this are in no honest file, and each costs a key.
const HEADERS: usize = 16;

/// What can be read of the vault that the secret opens; how many things in the file cannot is counted.
///
/// # Errors
/// [`FileTrouble::WrongKey`] where it opens none of them, [`FileTrouble::TooCostly`], or [`Refusal::MistypedCode`].
pub(super) fn open(file: SealedFile, secret: &FileSecret) -> Result<Content, Refusal> {
    let SealedFile { mut headers, envelopes, journals, mut troubles } = file;
    let mut sealed = Vec::new();
    for bytes in &envelopes {
        match Envelope::from_bytes(bytes) {
            Ok(envelope) => sealed.push(envelope),
            Err(_) => troubles += 1,
        }
    }
    for bytes in &journals {
        let Contents { header, rows, .. } = Contents::of_file(bytes);
        headers.extend(header);
        sealed.extend(rows.into_values());
    }
    let (header, key) = match secret {
        FileSecret::Passphrase(typed) => {
            let passphrase = Passphrase::typed(typed.expose());
            unlock(headers, &|header| header.unlock_with_passphrase(&passphrase))
        }
        FileSecret::RecoveryCode(typed) => {
            let code = RecoveryCode::parse(typed.expose()).map_err(|_| Refusal::MistypedCode)?;
            unlock(headers, &|header| header.unlock_with_recovery(&code))
        }
    }?;
    let mut keys = Keys::of(&header, key);
    let ours = sealed.into_iter().filter(|envelope| envelope.header.vault == header.vault);
    // The newest first: where it does not open, an older one of the same record may.
    let mut rows: BTreeMap<_, Vec<Envelope>> = BTreeMap::new();
    for envelope in ours {
        rows.entry((envelope.header.subject, envelope.header.record)).or_default().push(envelope);
    }
    rows.values_mut().for_each(|row| row.sort_by_key(|envelope| core::cmp::Reverse(envelope.header.revision)));
    for (_, row) in rows.iter().filter(|((subject, _), _)| *subject == SubjectId::KEYRING) {
        keys.take_in(row);
    }
    let mut changes = Vec::new();
    for ((subject, _), row) in rows {
        match row.iter().find_map(|envelope| keys.open(envelope)) {
            Some(change) if is_carried(&change) && change.is_in_place() => changes.push(change),
            Some(change) if !is_carried(&change) => {}
            None if keys.erased.contains(&subject) => {}
            _ => troubles = troubles.saturating_add(1),
        }
    }
    let head = changes.iter().map(|change| change.revision).max();
    // It says up to when it reaches: when it was taken out, nothing sealed could say.
    let made = changes.iter().map(|change| change.at).max_by_key(|at| at.utc_millis);
    let made = made.unwrap_or(Moment { utc_millis: 0, offset_minutes: 0 });
    let header = Header { app: String::new(), vault: header.vault, made, extent: Extent::Vault, head };
    Ok(Content { header, changes, unreadable: Some(troubles) })
}

/// How a secret opens a vault.
type Unlock<'a> = &'a dyn Fn(&VaultHeader) -> Result<DataKey, VaultError>;

/// The first vault that the secret opens, with its key.
fn unlock(mut headers: Vec<Vec<u8>>, secret: Unlock<'_>) -> Result<(VaultHeader, DataKey), FileTrouble> {
    headers.sort_unstable();
    headers.dedup();
    let mut trouble = FileTrouble::WrongKey;
    for header in headers.iter().take(HEADERS).filter_map(|bytes| VaultHeader::from_bytes(bytes).ok()) {
        match secret(&header) {
            Ok(key) => return Ok((header, key)),
            Err(VaultError::OutOfMemory | VaultError::ParametersOutOfBounds) => trouble = FileTrouble::TooCostly,
            Err(_) => {}
        }
    }
    Err(trouble)
}

/// All keys that a vault's key leads to.
struct Keys {
    keyring: Vec<DataKey>,
    subjects: Vec<DataKey>,
    /// Whose key was destroyed: what lies under it is meant to be unreadable.
    erased: Vec<SubjectId>,
}

impl Keys {
    fn of(header: &VaultHeader, key: DataKey) -> Self {
        let mut keyring = header.former_keys(&key);
        keyring.insert(0, key);
        Self { keyring, subjects: Vec::new(), erased: Vec::new() }
    }

    /// Takes in the versions of a record of the keyring, the newest first.
    fn take_in(&mut self, row: &[Envelope]) {
        for (place, envelope) in row.iter().enumerate() {
            let Some(change) = self.open(envelope).filter(|change| change.kind == Kind::SUBJECT_KEY) else { continue };
            let body = change.body.map(Zeroizing::new);
            match body.as_ref().map(|body| Kept::<SubjectKey>::from_body(body)) {
                None if place == 0 => return self.erased.push(SubjectId::from_bytes(*change.id.as_bytes())),
                Some(Ok(kept)) => {
                    self.subjects.push(kept.record.key);
                    self.subjects.extend(kept.record.formers);
                }
                _ => {}
            }
        }
    }

    fn open(&self, envelope: &Envelope) -> Option<Change> {
        let keys = if envelope.header.subject == SubjectId::KEYRING { &self.keyring } else { &self.subjects };
        keys.iter().filter(|key| key.id() == envelope.header.key).find_map(|key| vault::open(envelope, key).ok())
    }
}
