//! Keys, slots and sealing; plain Rust.
//!
//! ```text
//! passphrase ──Argon2id──▶ 32 bytes ─┐
//! recovery code ─────────────────────┴─HKDF──▶ wrapping key + commitment      one slot of the header each
//!                                                   │ unwraps    (the school's `age` file holds the vault key itself)
//!                                              vault key ──seals──▶ the keyring's records, which are the subjects' keys
//!                                                                        │ each seals
//!                                                                   that subject's changes, one envelope each
//! ```
//!
//! The commitment is no shortcut for somebody who guesses: it lies behind the whole derivation, as the key does.

mod aead;
mod backup_key;
pub mod chance;
pub mod envelope;
mod error;
mod former;
#[cfg(test)]
mod golden;
mod guesses;
mod header;
mod kdf;
mod passkey;
mod passphrase;
mod recovery;
mod school;
mod seal;
mod secret;
mod slot;
mod strength;
#[cfg(any(test, fuzzing))]
pub mod trials;
mod wrap;

pub use envelope::{Envelope, EnvelopeHeader};
pub use error::VaultError;
pub use guesses::Knocks;
pub use header::VaultHeader;
pub use kdf::{KdfParams, derive};
pub use passkey::PasskeyCredential;
pub use passphrase::{Passphrase, suggest};
pub use recovery::{CodeMistake, RecoveryCode};
pub use school::{SchoolSlot, is_secret_key};
pub use seal::{DataKey, open, reseal, seal};
pub use secret::{KeyBytes, Secret, SecretText};
pub use slot::{Slot, SlotKind};
pub use strength::{Strength, Weakness};
