//! A file that a journal is written in, as far as a journal needs one.

use crate::store::StoreError;

/// A file of bytes. All of it answers at once: the browser's file system gives a worker such files.
pub trait Strip {
    /// All its bytes.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    fn read(&self) -> Result<Vec<u8>, StoreError>;

    /// Writes bytes at a place; they are on the disk only after [`Strip::flush`].
    ///
    /// # Errors
    /// [`StoreError::Full`], or another refusal; some of the bytes may have been written.
    fn write(&self, at: u64, bytes: &[u8]) -> Result<(), StoreError>;

    /// Cuts the file to a length.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be cut.
    fn cut(&self, length: u64) -> Result<(), StoreError>;

    /// Returns once all that was written is on the disk.
    ///
    /// # Errors
    /// [`StoreError`]; what was written since the last flush may be lost.
    fn flush(&self) -> Result<(), StoreError>;
}
