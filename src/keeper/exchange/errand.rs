//! What the keeper has the exchange program do. The program is a module of its own, fetched when it is first needed, so
//! that encryption for the outside weighs on nobody who does not use it; what goes to and fro is postcard.

use core::future::Future;
use core::pin::Pin;

use serde::{Deserialize, Serialize};
use zeroize::Zeroize;

use super::sealed_file::SealedFile;
use super::{Content, FileTrouble};

/// One task. The clear text in it is wiped by whoever takes it apart.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Errand {
    /// The public key to a secret that was derived from a recovery code: [`Outcome::Recipient`].
    Recipient {
        /// The derived secret.
        secret: [u8; 32],
    },
    /// A public key that was typed, as it is to be kept: [`Outcome::Recipient`].
    CheckRecipient {
        /// As it was typed.
        text: String,
    },
    /// Writes a file and reads it back: [`Outcome::File`].
    Seal {
        /// What it holds.
        content: Content,
        /// Who can open it.
        to: SealTo,
    },
    /// Seals a vault's key for a public key: [`Outcome::File`].
    SealKey {
        /// The key.
        key: [u8; 32],
        /// The public key.
        to: String,
    },
    /// Opens such a file: [`Outcome::Key`].
    OpenKey {
        /// Its bytes.
        file: Vec<u8>,
        /// What opens it.
        key: FileKey,
    },
    /// Reads a file: [`Outcome::Content`].
    Open {
        /// Its bytes.
        file: Vec<u8>,
        /// What opens it.
        key: FileKey,
    },
    /// Reads what `recovery.html` took out: [`Outcome::Sealed`].
    ReadSealed {
        /// The file's bytes.
        file: Vec<u8>,
    },
}

/// Who can open a file.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SealTo {
    /// Whoever has the secret to one of these public keys.
    Recipients(Vec<String>),
    /// Whoever knows the passphrase.
    Passphrase(String),
}

/// What opens a file.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileKey {
    /// The secret derived from a recovery code.
    Secret([u8; 32]),
    /// A passphrase, or an age secret key in letters.
    Typed(String),
}

impl Zeroize for FileKey {
    fn zeroize(&mut self) {
        match self {
            Self::Secret(bytes) => bytes.zeroize(),
            Self::Typed(text) => text.zeroize(),
        }
    }
}

impl Zeroize for SealTo {
    fn zeroize(&mut self) {
        if let Self::Passphrase(text) = self {
            text.zeroize();
        }
    }
}

/// What came of it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// An age public key.
    Recipient(String),
    /// An encrypted file.
    File(Vec<u8>),
    /// What a file holds.
    Content(Content),
    /// A vault's key.
    Key([u8; 32]),
    /// What a browser kept, sealed as it lay there.
    Sealed(SealedFile),
}

/// Who runs errands: the program itself where it is at hand, or a bridge to it.
pub trait Exchange {
    /// Runs one.
    fn run(&self, errand: Errand) -> Running<'_>;
}

/// An errand under way; its error says why nothing came of it.
pub type Running<'a> = Pin<Box<dyn Future<Output = Result<Outcome, FileTrouble>> + 'a>>;

/// Nobody runs errands here.
pub struct NoExchange;

impl Exchange for NoExchange {
    fn run(&self, _: Errand) -> Running<'_> {
        Box::pin(async { Err(FileTrouble::Program) })
    }
}
