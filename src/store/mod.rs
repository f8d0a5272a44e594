//! Sealed envelopes on disk: one trait, several homes.
//!
//! A store knows no clear text. It keeps two things: the *door* (the vault's header, readable without a key, and the
//! count of wrong guesses) and the *envelopes*, one row for each record, which only a key opens.
//!
//! # When something is saved
//! 1. The vault seals every change of an act; nothing is sealed while a transaction is open.
//! 2. [`Store::commit`] writes the whole act or nothing of it, and returns only once the disk has it.
//! 3. Only then may anybody say "saved".
//!
//! # Two copies
//! A browser can lose a whole database, so the same envelopes also go to an append-only [journal](Journal) in the origin's
//! private file system. [`Twin`] is a [`Store`] made of the two: it commits to the database first and to the journal
//! second, and returns when both have the act; at opening it compares the two and each repairs the other. A database that
//! refuses is followed by [another](Databases); where none opens, the journal alone goes on. How far the history has come
//! is remembered outside both, so that an older state of both is not taken for the whole.
//!
//! Callers see one trait, which speaks of all changes of a subject and never of rows: old envelopes of a subject can one
//! day be packed into sealed pages without a caller noticing.

mod act;
mod condition;
mod databases;
mod error;
mod head;
mod home;
pub mod indexed_db;
mod journal;
mod memory;
mod opfs;
mod place;
mod repair;
mod row;
mod succession;
mod turnstile;
mod twin;

pub use act::{Act, DoorRow};
pub use condition::{Condition, SecondCopy};
pub use databases::Databases;
pub use error::{DomTrouble, StoreError};
pub use head::Head;
pub use home::{Home, Housed};
pub use indexed_db::{IndexedDatabases, IndexedDbStore, Opening};
#[cfg(any(test, fuzzing))]
pub use journal::trials;
pub use journal::{Contents, Journal, MemoryStrip, Strip};
pub use memory::{MemoryDatabases, MemoryStore};
pub use opfs::{NoStrips, OpfsStrip};
pub use place::Place;
pub use row::StoredRow;
pub use twin::Twin;

use crate::domain::SubjectId;

/// A home of the vault's door and its envelopes.
///
/// Futures need not be `Send`: a store lives on the one thread that opened it.
#[allow(async_fn_in_trait)] // Every caller is ours and on one thread, so no bound on the futures is missed.
pub trait Store {
    /// What stands at the door, or `None` where no vault was ever made.
    ///
    /// # Errors
    /// [`StoreError`] when the disk does not answer; an error never means "empty".
    async fn door(&self) -> Result<Option<DoorRow>, StoreError>;

    /// Writes all of an act or nothing of it; durable when it returns.
    ///
    /// An envelope replaces its record's row only if its revision is higher; an older one is left out without a word, so
    /// that writing the same act twice, or an old backup, changes nothing. A revision names one change: an envelope with
    /// the revision that is already there is the same change, perhaps sealed again, and is left out too.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing of the act was written. [`StoreError::RowUnreadable`] when the row to be replaced
    /// cannot be read by this build, because it would be destroyed.
    async fn commit(&self, act: Act) -> Result<(), StoreError>;

    /// Every subject that has at least one row, in ascending order.
    ///
    /// # Errors
    /// [`StoreError`] when the disk does not answer.
    async fn subjects(&self) -> Result<Vec<SubjectId>, StoreError>;

    /// Everything kept of one subject, in ascending order of record, the unreadable included.
    ///
    /// # Errors
    /// [`StoreError`] when the disk does not answer.
    async fn envelopes_of(&self, subject: SubjectId) -> Result<Vec<StoredRow>, StoreError>;

    /// How many rows there are, the unreadable included.
    ///
    /// # Errors
    /// [`StoreError`] when the disk does not answer.
    async fn count(&self) -> Result<usize, StoreError>;

    /// Keeps everything as it is now a second time, before it is brought into a newer form; it stays until
    /// [`Store::settle`]. Whether it may be brought into that form now: not while the place for it refuses.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing was changed.
    async fn set_aside(&self) -> Result<bool, StoreError> {
        Ok(true)
    }

    /// Lets go of what was set aside: everything has been opened in its newer form.
    async fn settle(&self) {}

    /// Somebody was told that this is an older state, and goes on with it.
    fn accept_older(&self) {}

    /// How many acts its history has; 0 where none is kept.
    fn reached(&self) -> u64 {
        0
    }

    /// What the store knows of its own health.
    fn condition(&self) -> Condition {
        Condition::default()
    }

    /// Lets go of the disk. Whatever was committed stays.
    async fn close(self);
}
