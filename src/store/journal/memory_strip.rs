//! A journal's file in memory, for tests: one that can be torn, and whose disk can fail.

use std::cell::RefCell;
use std::rc::Rc;

use super::Strip;
use crate::store::{DomTrouble, StoreError};

#[derive(Debug, Default)]
struct File {
    bytes: Vec<u8>,
    /// What is on the disk for certain.
    flushed: Vec<u8>,
    /// How many more operations succeed; nothing where all do.
    left: Option<usize>,
    /// How many more writings there is room for; nothing where there is always room.
    room: Option<usize>,
}

/// A file in memory. A clone is a second handle on it.
#[derive(Clone, Debug, Default)]
pub struct MemoryStrip(Rc<RefCell<File>>);

impl MemoryStrip {
    /// The file's bytes.
    pub fn bytes(&self) -> Vec<u8> {
        self.0.borrow().bytes.clone()
    }

    /// Puts other bytes in their place.
    pub fn put(&self, bytes: Vec<u8>) {
        let mut file = self.0.borrow_mut();
        file.flushed.clone_from(&bytes);
        file.bytes = bytes;
    }

    /// From now on only so many writes, cuts and flushes succeed; the one after them writes half of what it should.
    pub fn fail_after(&self, operations: usize) {
        self.0.borrow_mut().left = Some(operations);
    }

    /// From now on there is room for so many writings; everything else succeeds.
    pub fn fill_after(&self, writings: usize) {
        self.0.borrow_mut().room = Some(writings);
    }

    /// The process has died: of what was not flushed, the first so many bytes happen to be there.
    pub fn crash(&self, lucky: usize) {
        let mut file = self.0.borrow_mut();
        file.left = None;
        let reached = file.flushed.len().min(file.bytes.len());
        let kept = if file.bytes.get(..reached) == file.flushed.get(..reached) && file.bytes.len() >= reached {
            file.bytes.get(..(reached + lucky).min(file.bytes.len())).unwrap_or_default().to_vec()
        } else {
            file.flushed.clone()
        };
        file.flushed.clone_from(&kept);
        file.bytes = kept;
    }
}

impl File {
    fn has_room(&mut self) -> bool {
        let left = self.room.as_mut();
        left.is_none_or(|left| {
            let has = *left > 0;
            *left = left.saturating_sub(1);
            has
        })
    }

    /// Whether the disk still does as it is told.
    fn works(&mut self) -> bool {
        match &mut self.left {
            None => true,
            Some(0) => false,
            Some(left) => {
                *left -= 1;
                true
            }
        }
    }
}

fn refused() -> StoreError {
    StoreError::Full(DomTrouble { name: "QuotaExceededError".to_owned(), ..DomTrouble::default() })
}

impl Strip for MemoryStrip {
    fn read(&self) -> Result<Vec<u8>, StoreError> {
        Ok(self.bytes())
    }

    fn write(&self, at: u64, bytes: &[u8]) -> Result<(), StoreError> {
        let mut file = self.0.borrow_mut();
        let works = file.works() && file.has_room();
        file.bytes.resize(at as usize, 0);
        file.bytes.extend_from_slice(if works { bytes } else { bytes.get(..bytes.len() / 2).unwrap_or_default() });
        if works { Ok(()) } else { Err(refused()) }
    }

    fn cut(&self, length: u64) -> Result<(), StoreError> {
        let mut file = self.0.borrow_mut();
        if !file.works() {
            return Err(refused());
        }
        file.bytes.resize(length as usize, 0);
        Ok(())
    }

    fn flush(&self) -> Result<(), StoreError> {
        let mut file = self.0.borrow_mut();
        if !file.works() {
            return Err(refused());
        }
        file.flushed = file.bytes.clone();
        Ok(())
    }
}
