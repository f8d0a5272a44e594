//! What is recorded, and its rules; plain Rust that knows no web, no storage and no Leptos.

pub mod change;
pub mod fields;
pub mod id;
pub mod level;
pub mod moment;
pub mod revision;

pub use change::{Change, Kind};
pub use fields::{Fields, Kept, Record, RecordError};
pub use id::{KeyId, RecordId, SubjectId, VaultId};
pub use level::Level;
pub use moment::Moment;
pub use revision::{HybridClock, Revision};
