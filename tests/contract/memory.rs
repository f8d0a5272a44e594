//! The bench of the store in memory, natively and in a browser.

use lantern_room::store::MemoryStore;

use crate::contract::Bench;

/// Memory.
#[derive(Default)]
pub struct Memory(MemoryStore);

impl Bench for Memory {
    type Home = MemoryStore;

    async fn open(&self) -> MemoryStore {
        self.0.clone()
    }

    async fn plant(&self, key: &[u8], bytes: &[u8]) {
        self.0.plant(key, bytes);
    }

    async fn bytes_at(&self, key: &[u8]) -> Option<Vec<u8>> {
        self.0.bytes_at(key)
    }
}
