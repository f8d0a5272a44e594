//! Keys, slots and sealing; plain Rust.

pub mod envelope;
mod error;

pub use envelope::{Envelope, EnvelopeHeader};
pub use error::VaultError;
