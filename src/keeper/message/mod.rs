//! What the page and the keeper say to each other. Spoken in postcard, never stored; both ends come from one build.

mod ask;
mod backup;
mod keys;
mod reply;
mod session;

use core::fmt;

use serde::{Deserialize, Serialize};
use zeroize::Zeroize;

use super::Refusal;

pub use crate::store::{Place, SecondCopy};
pub use ask::Ask;
pub use backup::{
    BackupAsk, BackupFile, BackupReply, BackupState, FileReading, FileSecret, Keep, ReadFor, Seal, SetAsideRow, Version,
};
pub use keys::{Keys, KeysAsk, Passkey, Proof, Purpose, Resealing, WhisperedBytes};
pub use reply::{CheckInRow, Health, PupilPage, PupilRow, Reply, Standing, Waiting};
pub use session::{ChildView, GroupRow, GroupTap, NoteRow, SessionRow, Side};

/// The version of this language, and of the one between the keeper and the exchange program. They refuse each other when it
/// differs, which only a half-done update can bring about. It goes up with every change of what is said in either.
pub const PROTOCOL: u16 = 5;

/// A text that must not be seen in a log and is wiped when it is dropped.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Zeroize)]
#[zeroize(drop)]
pub struct Whisper(String);

impl Whisper {
    /// Wraps a secret text.
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// The text itself, for the one who must read it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Whisper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Whisper(…)")
    }
}

/// What the keeper says without being asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Notice {
    /// The vault's standing has changed: it was covered, locked or taken elsewhere.
    Standing(Standing),
}

/// From the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// The page's number for it.
    pub number: u32,
    /// What it asks.
    pub ask: Ask,
}

/// A reply on its way: what is recorded stays folded, so that whoever stands at the door need not be able to read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// How things stand.
    Standing(Standing),
    /// The passkeys that open the vault.
    Passkeys(Vec<Passkey>),
    /// Any other [`Reply`], in postcard.
    Folded(Vec<u8>),
}

impl Answer {
    /// Makes a reply ready for its way.
    ///
    /// # Errors
    /// [`Refusal::OtherBuild`] when it cannot be written, which no reply of ours is.
    pub fn fold(reply: &Reply) -> Result<Self, Refusal> {
        match reply {
            Reply::Standing(standing) => Ok(Self::Standing(*standing)),
            Reply::Passkeys(passkeys) => Ok(Self::Passkeys(passkeys.clone())),
            other => postcard::to_allocvec(other).map(Self::Folded).map_err(|_| Refusal::OtherBuild),
        }
    }

    /// The reply itself.
    ///
    /// # Errors
    /// [`Refusal::OtherBuild`] when the keeper speaks another build's words.
    pub fn unfold(self) -> Result<Reply, Refusal> {
        match self {
            Self::Standing(standing) => Ok(Reply::Standing(standing)),
            Self::Passkeys(passkeys) => Ok(Reply::Passkeys(passkeys)),
            Self::Folded(bytes) => {
                // It may hold a recovery code.
                let bytes = zeroize::Zeroizing::new(bytes);
                postcard::from_bytes(&bytes).map_err(|_| Refusal::OtherBuild)
            }
        }
    }
}

/// From the keeper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Post {
    /// The keeper hears from now on.
    Ready,
    /// The answer to the letter of that number.
    Answer(u32, Result<Answer, Refusal>),
    /// Something unasked.
    Notice(Notice),
}
