//! A profile on a disk of its own, which can be filled to the last byte.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::Browser;

/// How large such a disk is.
const SIZE: &str = "size=400m";

/// A small disk where a profile was; taken away when it is dropped, with everything on it.
pub struct TightDisk {
    profile: PathBuf,
}

impl TightDisk {
    /// Moves the profile of a browser that has ended to a disk of its own. None where this machine lets nobody have one.
    pub fn under(browser: &Browser) -> Option<Self> {
        assert_eq!(browser.group(), 0, "the browser still writes");
        let profile = browser.profile().to_path_buf();
        let aside = profile.with_extension("aside");
        fs::rename(&profile, &aside).expect("the profile can be moved");
        fs::create_dir(&profile).expect("a place for the disk");
        let mounted = run(Command::new("mount").args(["-t", "tmpfs", "-o", SIZE, "tmpfs"]).arg(&profile));
        let disk = mounted.then(|| Self { profile: profile.clone() });
        let from = aside.join(".");
        assert!(run(Command::new("cp").arg("-a").arg(from).arg(&profile)), "the profile could not be copied");
        fs::remove_dir_all(&aside).expect("the first copy can be removed");
        disk
    }

    /// Fills it up, but for so many bytes.
    pub fn fill(&self, left: u64) {
        let ballast = self.ballast();
        let free = free(&self.profile);
        let length = free.saturating_sub(left).to_string();
        assert!(run(Command::new("fallocate").args(["-l", &length]).arg(ballast)), "the disk could not be filled");
    }

    /// There is room again.
    pub fn free_up(&self) {
        fs::remove_file(self.ballast()).expect("the ballast is there");
    }

    fn ballast(&self) -> PathBuf {
        self.profile.join("ballast")
    }
}

impl Drop for TightDisk {
    fn drop(&mut self) {
        // Lazily: a browser that is just ending may still hold a file of it.
        run(Command::new("umount").arg("-l").arg(&self.profile));
    }
}

/// How many bytes are free where this path is.
fn free(path: &Path) -> u64 {
    let said = Command::new("df").args(["--output=avail", "-B1"]).arg(path).output().expect("df").stdout;
    let said = String::from_utf8_lossy(&said);
    said.lines().last().and_then(|line| line.trim().parse().ok()).expect("a number of bytes")
}

fn run(command: &mut Command) -> bool {
    command.output().is_ok_and(|done| done.status.success())
}
