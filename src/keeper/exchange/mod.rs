//! Backup, restore and handing over: an encrypted file that the ordinary `age` tool opens, and a merge that never loses.
//!
//! A file holds changes in the clear under its own encryption (`lines`, `age_file`); subjects' keys stay here. What comes
//! in is read whole, checked whole, compared (`merge`), shown, and written in one act.

pub mod age_file;
pub mod bridge;
mod choosing;
mod content;
mod desk;
pub mod errand;
mod json;
mod lines;
mod making;
mod merge;
pub mod program;
mod reading;
mod sealed_file;
mod shelves;
#[cfg(test)]
mod tests;
#[cfg(any(test, fuzzing))]
pub mod trials;
mod trouble;
mod unsealing;
#[cfg(test)]
mod unsealing_tests;
#[cfg(test)]
mod visitor_tests;

pub use content::{Content, Extent, Header};
pub use desk::{note_recipient, note_rotation};
pub use errand::{Errand, Exchange, FileKey, NoExchange, Outcome, SealTo};
pub use merge::Summary;
pub use trouble::FileTrouble;

use crate::domain::{Change, Kind, SubjectId};

/// Whether a change goes into files: not the keys of this vault, and not what is only about this tablet's backups.
fn is_carried(change: &Change) -> bool {
    change.subject != SubjectId::KEYRING && change.kind != Kind::SUBJECT_KEY && change.kind != Kind::BACKUP
}
