//! The databases of one place in IndexedDB, by name: the usual one, and `….2`, `….3` for those that followed.

use crate::platform::{shelf, timer};
use crate::store::place::{named, number_of};
use crate::store::{Databases, Housed, MemoryStore, StoreError};

use super::{IndexedDbStore, Opening};

/// How long the list of databases is waited for, in milliseconds.
const PATIENCE: u32 = 2_000;

/// The databases of one place.
pub struct IndexedDatabases {
    usual: String,
}

impl IndexedDatabases {
    /// Those of which the usual one has this name.
    pub fn of(usual: &str) -> Self {
        Self { usual: usual.to_owned() }
    }
}

impl Databases for IndexedDatabases {
    type Database = Housed<IndexedDbStore>;

    async fn there(&self) -> Vec<u32> {
        let names = timer::within(PATIENCE, shelf::databases()).await.unwrap_or_default();
        names.iter().filter_map(|name| number_of(&self.usual, name)).collect()
    }

    async fn open(&self, number: u32) -> Result<Self::Database, StoreError> {
        let store = IndexedDbStore::open(Opening::of(&named(&self.usual, number))).await?;
        Ok(Housed::Disk(Box::new(store)))
    }

    fn let_go(&self, number: u32) {
        shelf::delete_database(&named(&self.usual, number));
    }

    fn stand_in(&self) -> Self::Database {
        Housed::Memory(MemoryStore::new())
    }
}
