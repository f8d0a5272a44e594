//! Age files: encrypting to public keys or to a passphrase, and opening them again.

use std::io::{Read, Write};
use std::str::FromStr;

use age::secrecy::{ExposeSecret, SecretString};
use age::{DecryptError, Decryptor, EncryptError, Encryptor, scrypt, x25519};
use bech32::{Bech32, Hrp};
use zeroize::{Zeroize, Zeroizing};

use super::errand::{FileKey, SealTo};
use super::{FileTrouble, lines};

/// How dear a passphrase file is to try a passphrase on: 2¹⁶, about a second on a tablet.
const COST: u8 = 16;
/// The dearest file that is tried to be opened: 2¹⁸ is 256 MiB of memory.
const DEAREST: u8 = 18;
/// Within how many bytes the part of a file that says who can open it must end.
const HEAD: usize = 16 * 1024;
/// What encryption adds at most: the head, and a tag for each chunk of 64 KiB.
const ADDED: usize = HEAD + lines::FILE / 4096;

/// The secret key, in age's own letters, that stands for 32 bytes derived from a recovery code.
fn identity(secret: &[u8; 32]) -> Result<x25519::Identity, FileTrouble> {
    let prefix = Hrp::parse("age-secret-key-").map_err(|_| FileTrouble::Program)?;
    let mut text = bech32::encode_upper::<Bech32>(prefix, secret).map_err(|_| FileTrouble::Program)?;
    let identity = x25519::Identity::from_str(&text).map_err(|_| FileTrouble::Program);
    text.zeroize();
    identity
}

/// The public key to a derived secret.
pub(super) fn recipient_of(secret: &[u8; 32]) -> Result<String, FileTrouble> {
    identity(secret).map(|identity| identity.to_public().to_string())
}

/// A public key as it is kept.
pub(super) fn checked_recipient(text: &str) -> Result<String, FileTrouble> {
    let text: String = text.split_whitespace().collect();
    x25519::Recipient::from_str(&text).map(|key| key.to_string()).map_err(|_| FileTrouble::OddRecipient)
}

/// Encrypts, then opens what was written and compares.
pub(super) fn seal(clear: &[u8], to: &SealTo) -> Result<Vec<u8>, FileTrouble> {
    // Whoever keeps the secrets is not here: a key that lives for this moment only reads the file back.
    let witness = x25519::Identity::generate();
    let file = match to {
        SealTo::Recipients(keys) if keys.is_empty() => return Err(FileTrouble::NoRecipient),
        SealTo::Recipients(keys) => {
            let keys = keys.iter().map(|key| x25519::Recipient::from_str(key).map_err(|_| FileTrouble::OddRecipient));
            let mut keys = keys.collect::<Result<Vec<_>, _>>()?;
            keys.push(witness.to_public());
            encrypt(clear, keys.iter().map(|key| key as &dyn age::Recipient))?
        }
        SealTo::Passphrase(passphrase) => {
            let mut key = scrypt::Recipient::new(SecretString::from(passphrase.clone()));
            key.set_work_factor(COST);
            encrypt(clear, core::iter::once(&key as &dyn age::Recipient))?
        }
    };
    let read_back = match to {
        SealTo::Recipients(_) => decrypt(&file, &witness)?,
        SealTo::Passphrase(passphrase) => open(&file, &FileKey::Typed(passphrase.clone()))?,
    };
    if *read_back == clear { Ok(file) } else { Err(FileTrouble::Program) }
}

fn encrypt<'a>(clear: &[u8], to: impl Iterator<Item = &'a dyn age::Recipient>) -> Result<Vec<u8>, FileTrouble> {
    let encryptor = Encryptor::with_recipients(to).map_err(|error| match error {
        EncryptError::MissingRecipients => FileTrouble::NoRecipient,
        _ => FileTrouble::Program,
    })?;
    let mut file = Vec::with_capacity(clear.len() + clear.len() / 4096 + 2048);
    let mut output = encryptor.wrap_output(&mut file).map_err(|_| FileTrouble::Program)?;
    output.write_all(clear).map_err(|_| FileTrouble::Program)?;
    output.finish().map_err(|_| FileTrouble::Program)?;
    Ok(file)
}

/// Opens a file.
pub(super) fn open(file: &[u8], key: &FileKey) -> Result<Zeroizing<Vec<u8>>, FileTrouble> {
    if !file.starts_with(b"age-encryption.org/v1\n") {
        return Err(FileTrouble::NotABackup);
    }
    if file.len() > lines::FILE + ADDED {
        return Err(FileTrouble::TooLarge);
    }
    // Each key that a file names is tried: a file with thousands of them would keep a tablet busy for minutes.
    if !file.windows(5).take(HEAD).any(|window| window == b"\n--- ") {
        return Err(FileTrouble::Damaged);
    }
    let for_passphrase = Decryptor::new_buffered(file).map_err(|error| trouble(&error))?.is_scrypt();
    match key {
        FileKey::Secret(_) if for_passphrase => Err(FileTrouble::NeedsPassphrase),
        FileKey::Secret(secret) => decrypt(file, &identity(secret)?),
        FileKey::Typed(text) => match x25519::Identity::from_str(text.trim()) {
            Ok(identity) => decrypt(file, &identity),
            Err(_) if for_passphrase => {
                let mut identity = scrypt::Identity::new(SecretString::from(text.clone()));
                identity.set_max_work_factor(DEAREST);
                decrypt(file, &identity)
            }
            Err(_) => Err(FileTrouble::NeedsCode),
        },
    }
}

fn decrypt(file: &[u8], identity: &dyn age::Identity) -> Result<Zeroizing<Vec<u8>>, FileTrouble> {
    let decryptor = Decryptor::new_buffered(file).map_err(|error| trouble(&error))?;
    let mut input = decryptor.decrypt(core::iter::once(identity)).map_err(|error| trouble(&error))?;
    // Never more than the file: there is nothing in it that unfolds.
    let mut clear = Zeroizing::new(Vec::with_capacity(file.len()));
    input.read_to_end(&mut clear).map_err(|_| FileTrouble::Damaged)?;
    Ok(clear)
}

fn trouble(error: &DecryptError) -> FileTrouble {
    match error {
        DecryptError::NoMatchingKeys | DecryptError::KeyDecryptionFailed | DecryptError::DecryptionFailed => {
            FileTrouble::WrongKey
        }
        DecryptError::ExcessiveWork { .. } => FileTrouble::TooCostly,
        DecryptError::UnknownFormat => FileTrouble::NotABackup,
        // A head that was changed, or a key that opens something else than it should.
        _ => FileTrouble::Damaged,
    }
}

/// The secret key of a derived secret in age's letters: for whoever opens a file by hand.
pub fn secret_key(secret: &[u8; 32]) -> Result<Zeroizing<String>, FileTrouble> {
    Ok(Zeroizing::new(identity(secret)?.to_string().expose_secret().to_owned()))
}

#[cfg(test)]
#[path = "age_tests.rs"]
mod tests;
