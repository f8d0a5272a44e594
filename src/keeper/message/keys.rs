//! What page and keeper say about the ways into the vault.

use core::fmt;

use serde::{Deserialize, Serialize};
use zeroize::Zeroize;

use super::{Ask, Refusal, Whisper};

/// Secret bytes that must not be seen in a log and are wiped when they are dropped.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Zeroize)]
#[zeroize(drop)]
pub struct WhisperedBytes(Vec<u8>);

impl WhisperedBytes {
    /// Wraps secret bytes.
    pub const fn new(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The bytes themselves, for the one who must read them.
    pub fn expose(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for WhisperedBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WhisperedBytes(…)")
    }
}

/// What the page asks of the keeper about the keys of an open vault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum KeysAsk {
    /// How it is with the ways in: [`super::Reply::Keys`].
    State,
    /// Show once more that it is you, before something that a child with an open tablet must not do:
    /// [`super::Reply::Done`]. Good for one such act within a few minutes.
    Confirm {
        /// How.
        proof: Proof,
        /// Before what.
        purpose: Purpose,
    },
    /// Another passphrase: [`super::Reply::Done`].
    ChangePassphrase {
        /// The one that is valid now.
        present: Whisper,
        /// The one that is to be.
        passphrase: Whisper,
    },
    /// Make a new recovery code; the old one is valid until it is kept. Confirmed for [`Purpose::RecoveryCode`]:
    /// [`super::Reply::RecoverySheet`].
    PrepareRecovery,
    /// Keep the new recovery code, once it was typed back in part: [`super::Reply::Done`].
    KeepRecovery {
        /// The groups asked for, as typed.
        typed_back: Vec<Whisper>,
    },
    /// Somebody may have seen it: make a new vault key, passphrase and recovery code; nothing is changed yet. Confirmed
    /// for [`Purpose::Rotation`]: [`super::Reply::RecoverySheet`].
    PrepareRotation {
        /// The new passphrase.
        passphrase: Whisper,
    },
    /// Put the new key to use, once the recovery code was typed back in part: [`super::Reply::Done`].
    Rotate {
        /// The groups asked for, as typed.
        typed_back: Vec<Whisper>,
    },
    /// One more way in, on a tablet that is one adult's alone. Confirmed for [`Purpose::Passkey`]:
    /// [`super::Reply::Done`].
    AddPasskey {
        /// The passkey's id.
        credential: Vec<u8>,
        /// The salt that it derived from.
        prf_salt: [u8; 32],
        /// What it derived.
        derived: WhisperedBytes,
    },
    /// One way in less: [`super::Reply::Done`].
    RemovePasskey {
        /// The passkey's id.
        credential: Vec<u8>,
    },
    /// A way in for the school, by its own key. Confirmed for [`Purpose::School`]: [`super::Reply::Done`].
    LetSchoolIn {
        /// The school's public key, as typed.
        key: String,
    },
    /// The school's way in is no more: [`super::Reply::Done`].
    ShutSchoolOut,
}

impl KeysAsk {
    /// Makes it ready for its way.
    ///
    /// # Errors
    /// [`Refusal::OtherBuild`] when it cannot be written, which none of ours is.
    pub fn fold(&self) -> Result<Ask, Refusal> {
        let bytes = postcard::to_allocvec(self).map_err(|_| Refusal::OtherBuild)?;
        Ok(Ask::Keys(WhisperedBytes::new(bytes)))
    }

    /// What was folded.
    ///
    /// # Errors
    /// [`Refusal::OtherBuild`] when the page speaks another build's words.
    pub fn unfold(folded: &WhisperedBytes) -> Result<Self, Refusal> {
        postcard::from_bytes(folded.expose()).map_err(|_| Refusal::OtherBuild)
    }
}

/// How somebody shows that they may.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Proof {
    /// By the passphrase.
    Passphrase(Whisper),
    /// By a passkey.
    Passkey {
        /// Which.
        credential: Vec<u8>,
        /// What it derived from its salt.
        derived: WhisperedBytes,
    },
}

/// Before what somebody shows again who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Purpose {
    /// Taking what is kept out of the vault.
    Export,
    /// Deleting all that is kept of a child.
    DeleteChild,
    /// A new recovery code.
    RecoveryCode,
    /// A passkey as one more way in.
    Passkey,
    /// A new vault key.
    Rotation,
    /// A way in for the school.
    School,
}

/// A passkey as the door needs it; nothing of it is secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passkey {
    /// Its id.
    pub credential: Vec<u8>,
    /// What it derives from.
    pub prf_salt: [u8; 32],
}

/// The ways into the vault, for Settings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keys {
    /// The passkeys.
    pub passkeys: Vec<Passkey>,
    /// Whether the adult said that this tablet is theirs alone.
    pub mine_alone: bool,
    /// The school's public key, if the school has a way in.
    pub school: Option<String>,
    /// Whether that way in waits to be made anew for a new vault key.
    pub school_waits: bool,
    /// What is still to be sealed again after a change of key.
    pub resealing: Resealing,
}

/// How far the sealing under a new key has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Resealing {
    /// There is nothing to do.
    #[default]
    Nothing,
    /// It goes on by itself while the vault is open.
    UnderWay {
        /// About how many records are left.
        left: u32,
    },
    /// All that can be read is under the new key; what cannot be read keeps its former key, so that it is not lost.
    AllButTheUnreadable,
}
