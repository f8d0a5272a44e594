//! The databases of one place: the usual one, and those that took the place of one that would not open any more.
//!
//! A database that refuses is not deleted: what is in it may be had some day. Another is made beside it under the next
//! number and filled from the journal. That it is there is all the record there is of it: the one with the highest number
//! is the one that is written, and what an earlier one has and this one has not is taken in whenever it can be read. Once
//! all of an earlier one was read and there is nothing in it that both copies have not, it is let go: it takes room, and
//! what is erased from the vault or sealed with a new key would live on in it.

use super::{Store, StoreError};

/// The databases of one place, by number from 1.
#[allow(async_fn_in_trait)] // As with a store: every caller is ours and on one thread.
pub trait Databases {
    /// What each of them is.
    type Database: Store;

    /// The numbers of those that are there, as far as the browser tells.
    async fn there(&self) -> Vec<u32>;

    /// Opens one of them, and makes it where it is not there.
    ///
    /// # Errors
    /// [`StoreError`]; [`StoreError::means_damage`] where nothing but another database helps.
    async fn open(&self, number: u32) -> Result<Self::Database, StoreError>;

    /// Lets go of one of them. Where that is refused it is there at the next opening.
    fn let_go(&self, number: u32);

    /// What stands in for a database where none opens: empty, and gone when it is closed.
    fn stand_in(&self) -> Self::Database;
}

/// Opens a database and sees that it can be read at all. It is asked twice: a browser whose storage has just been started
/// anew refuses once.
pub(super) async fn readable<D: Databases>(databases: &D, number: u32) -> Result<D::Database, StoreError> {
    match read_a_little(databases, number).await {
        Err(error) if error.means_damage() => read_a_little(databases, number).await,
        opened => opened,
    }
}

async fn read_a_little<D: Databases>(databases: &D, number: u32) -> Result<D::Database, StoreError> {
    let database = databases.open(number).await?;
    database.door().await?;
    database.count().await?;
    database.subjects().await?;
    Ok(database)
}
