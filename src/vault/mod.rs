//! Keys, slots and sealing; plain Rust.
//!
//! ```text
//! // secret.rs — no Clone, Debug redacted, zeroized on drop, PartialEq in constant time
//! pub struct Secret<const N: usize>;   pub type KeyBytes = Secret<32>;
//!   Secret::make() -> Result<Self, VaultError>            // random
//!   Secret::from_bytes(&[u8; N]) -> Self;  .expose() -> &[u8; N]
//! pub struct SecretText;  SecretText::new(String); .expose() -> &str
//!
//! // chance.rs
//! pub fn fill(&mut [u8]) -> Result<(), VaultError>;  pub fn random<const N: usize>() -> Result<[u8; N], VaultError>
//! pub fn random_16() -> Result<[u8; 16], VaultError>;  pub fn random_u64() -> Result<u64, VaultError>
//!
//! // passphrase.rs
//! pub struct Passphrase;
//!   Passphrase::typed(&str) -> Self                         // for unlocking: no length rule
//!   Passphrase::chosen(&str) -> Result<Self, VaultError>    // TooShort { missing }
//!   .expose() -> &str;  .strength() -> Strength;  Passphrase::MIN_CHARACTERS = 15
//! pub fn suggest(words: impl Fn(u16) -> Option<&'static str>, total: u16, how_many: usize) -> Result<Passphrase, VaultError>
//! pub enum Strength { TooShort { missing: usize }, Weak(Weakness), Fair, Good }
//! pub enum Weakness { Common, Repeats, Sequence }
//!
//! // seal.rs
//! pub struct DataKey;  DataKey::make() -> Result<Self, VaultError>;  DataKey::new(KeyId, KeyBytes) -> Self
//!   .id() -> KeyId;  .expose() -> &[u8; 32]                 // to write a subject's key into the keyring
//! pub fn seal(&Change, VaultId, &DataKey) -> Result<Envelope, VaultError>
//! pub fn open(&Envelope, &DataKey) -> Result<Change, VaultError>     // OtherKey(needed), SealBroken, TooNew, Content
//!
//! // kdf.rs
//! pub struct KdfParams { pub memory_kib: u32, pub passes: u32, pub lanes: u32 }   // Copy
//!   FLOOR, CEILING, DEFAULT, LOW_MEMORY;  .check() -> Result<Self, VaultError>
//!   KdfParams::calibrate(measure: impl FnMut(KdfParams) -> Result<u64 /*ms*/, VaultError>) -> Result<KdfParams, VaultError>
//! pub fn derive(&Passphrase, salt: &[u8; 16], KdfParams) -> Result<KeyBytes, VaultError>
//!   #[cfg(test)] KdfParams::CHEAP                            // for unit tests of this crate only
//!
//! // recovery.rs
//! pub struct RecoveryCode;  RecoveryCode::make() -> Result<Self, VaultError>
//!   RecoveryCode::parse(&str) -> Result<Self, CodeMistake>
//!   .expose_groups() -> [&str; 9]  (nine groups of three);  .group_matches(index: usize, typed: &str) -> bool
//! pub enum CodeMistake { Length { found: usize }, Character { found: char, place: usize }, Check }
//!
//! // header.rs
//! pub struct VaultHeader { pub vault: VaultId, pub key: KeyId, pub author: u64, .. }   // Clone, PartialEq
//!   VaultHeader::create(&Passphrase, KdfParams) -> Result<(VaultHeader, DataKey, RecoveryCode), VaultError>
//!   .to_bytes() -> Vec<u8>;  VaultHeader::from_bytes(&[u8]) -> Result<Self, VaultError>;  .slots() -> &[Slot]
//!   .unlock_with_passphrase(&Passphrase) / .unlock_with_recovery(&RecoveryCode) -> Result<DataKey, VaultError>
//!       // WrongSecret | SealBroken (header was changed) | NoSlot | ParametersOutOfBounds | OutOfMemory
//!   .with_new_passphrase(&DataKey, &Passphrase, KdfParams) -> Result<VaultHeader, VaultError>
//!   .with_new_recovery(&DataKey) -> Result<(VaultHeader, RecoveryCode), VaultError>
//!   .with_new_author() -> Result<VaultHeader, VaultError>    // when a header is restored on another tablet
//!
//! // guesses.rs
//! pub struct Knocks { pub failed: u32, pub last_millis: u64 }   // Copy, Default
//!   .wait_until(&mut self, now: u64) -> u64   // ≤ now: free. May move last_millis back to now: save it when it changed
//!   .after_failure(&mut self, now: u64);  .to_bytes() -> [u8; 13];  Knocks::from_bytes(&[u8]) -> Result<Self, VaultError>
//! ```

pub mod envelope;
mod error;

pub use envelope::{Envelope, EnvelopeHeader};
pub use error::VaultError;
