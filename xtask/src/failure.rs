//! What stops a command: one sentence for the person at the terminal.

use std::fmt;
use std::path::Path;

/// A sentence that says what went wrong and, where there is something, what to do about it.
#[derive(Debug)]
pub struct Failure(String);

/// What every command gives back.
pub type Result<T = ()> = std::result::Result<T, Failure>;

impl Failure {
    /// A failure told in the given words.
    pub fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Turns an operating system's error into a sentence that names the file.
pub trait NamesFile<T> {
    /// "could not `doing` the file `path`: what the system said".
    fn naming(self, doing: &str, path: &Path) -> Result<T>;
}

impl<T> NamesFile<T> for std::io::Result<T> {
    fn naming(self, doing: &str, path: &Path) -> Result<T> {
        self.map_err(|error| Failure::new(format!("Could not {doing} {}: {error}.", path.display())))
    }
}
