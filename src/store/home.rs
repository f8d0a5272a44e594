//! A store that is either on the device or in memory only.
//!
//! A keeper made for both at once would be in the worker twice; one that is made for either is there once.

use crate::domain::SubjectId;

use super::{Act, Condition, DoorRow, IndexedDatabases, MemoryStore, OpfsStrip, Store, StoreError, StoredRow, Twin};

/// One of the two.
pub enum Housed<D> {
    /// On the device.
    Disk(Box<D>),
    /// In memory, gone with the keeper.
    Memory(MemoryStore),
}

/// Where the envelopes of one keeper live: in the browser's database and in the journal, or in memory.
pub type Home = Housed<Twin<IndexedDatabases, OpfsStrip>>;

impl<D: Store> Store for Housed<D> {
    async fn door(&self) -> Result<Option<DoorRow>, StoreError> {
        match self {
            Self::Disk(store) => store.door().await,
            Self::Memory(store) => store.door().await,
        }
    }

    async fn commit(&self, act: Act) -> Result<(), StoreError> {
        match self {
            Self::Disk(store) => store.commit(act).await,
            Self::Memory(store) => store.commit(act).await,
        }
    }

    async fn subjects(&self) -> Result<Vec<SubjectId>, StoreError> {
        match self {
            Self::Disk(store) => store.subjects().await,
            Self::Memory(store) => store.subjects().await,
        }
    }

    async fn envelopes_of(&self, subject: SubjectId) -> Result<Vec<StoredRow>, StoreError> {
        match self {
            Self::Disk(store) => store.envelopes_of(subject).await,
            Self::Memory(store) => store.envelopes_of(subject).await,
        }
    }

    async fn count(&self) -> Result<usize, StoreError> {
        match self {
            Self::Disk(store) => store.count().await,
            Self::Memory(store) => store.count().await,
        }
    }

    async fn set_aside(&self) -> Result<bool, StoreError> {
        match self {
            Self::Disk(store) => store.set_aside().await,
            Self::Memory(store) => store.set_aside().await,
        }
    }

    async fn settle(&self) {
        match self {
            Self::Disk(store) => store.settle().await,
            Self::Memory(store) => store.settle().await,
        }
    }

    fn reached(&self) -> u64 {
        match self {
            Self::Disk(store) => store.reached(),
            Self::Memory(store) => store.reached(),
        }
    }

    fn accept_older(&self) {
        match self {
            Self::Disk(store) => store.accept_older(),
            Self::Memory(store) => store.accept_older(),
        }
    }

    fn condition(&self) -> Condition {
        match self {
            Self::Disk(store) => store.condition(),
            Self::Memory(store) => store.condition(),
        }
    }

    async fn close(self) {
        match self {
            Self::Disk(store) => (*store).close().await,
            Self::Memory(store) => store.close().await,
        }
    }
}
