//! The bench of the store of two copies, in memory.

use lantern_room::store::{MemoryStore, MemoryStrip, Twin};

use crate::contract::Bench;

/// A database and two files in memory.
#[derive(Default)]
pub struct TwoCopies(MemoryStore, [MemoryStrip; 2]);

impl Bench for TwoCopies {
    type Home = Twin<MemoryStore, MemoryStrip>;

    async fn open(&self) -> Self::Home {
        Twin::open(self.0.clone(), Ok(self.1.clone()), None).await.unwrap()
    }

    async fn plant(&self, key: &[u8], bytes: &[u8]) {
        self.0.plant(key, bytes);
    }

    async fn bytes_at(&self, key: &[u8]) -> Option<Vec<u8>> {
        self.0.bytes_at(key)
    }
}
