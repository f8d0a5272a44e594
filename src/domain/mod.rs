//! What is recorded, and its rules; plain Rust that knows no web, no storage and no Leptos.

pub mod answers;
pub mod backup;
pub mod change;
pub mod check_in;
pub mod drawing;
pub mod fields;
pub mod household;
pub mod id;
pub mod level;
pub mod moment;
pub mod moved;
pub mod prepared;
pub mod presence;
pub mod pupil;
#[cfg(test)]
mod records_tests;
pub mod revision;
pub mod session;
pub mod set_aside;
pub mod text;

pub use answers::{Answer, Answers, BodySense, Feeling, FeelingWord, OtherWay, PadPoint, Size};
pub use backup::{Backup, Due};
pub use change::{Change, Kind};
pub use check_in::{Amendment, CheckIn};
pub use drawing::{Drawing, Stroke};
pub use fields::{Fields, Kept, Record, RecordError};
pub use household::{Preferences, School};
pub use id::{KeyId, RecordId, SubjectId, VaultId};
pub use level::Level;
pub use moment::Moment;
pub use moved::Moved;
pub use prepared::{OwnWord, Prepared};
pub use presence::{Clocks, Verdict, Watch};
pub use pupil::{Pupil, YearGroup};
pub use revision::{HybridClock, Revision};
pub use session::{Note, NoteAmendment, Session};
pub use set_aside::SetAside;
pub use text::TextFault;
