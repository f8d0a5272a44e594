//! A profile that is prepared once and begun from again and again.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::Browser;

/// The copy of a profile; gone when it is dropped.
pub struct Kept {
    profile: PathBuf,
    copy: PathBuf,
}

impl Kept {
    /// Copies the profile of a browser that has ended.
    pub fn of(browser: &Browser, name: &str) -> Self {
        assert_eq!(browser.group(), 0, "the browser still writes");
        let profile = browser.profile().to_path_buf();
        let copy = profile.with_extension(name);
        copied(&profile, &copy);
        Self { profile, copy }
    }

    /// The profile is again as it was when it was copied. The browser must have ended.
    pub fn put_back(&self) {
        copied(&self.copy, &self.profile);
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        // It is of no use any more, and nobody is told of a temporary directory that stays.
        let _ = fs::remove_dir_all(&self.copy);
    }
}

/// Puts a copy of a directory in the place of whatever is there.
pub fn copied(from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    let done = Command::new("cp").arg("-a").arg(from).arg(to).status().expect("cp");
    assert!(done.success(), "{} could not be copied", from.display());
}
