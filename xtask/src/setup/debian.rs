//! Packages of a Debian (or a descendant) on which we may install.

use super::{on_path, run, said, say};
use crate::failure::Result;
use std::process::Command;

/// Whether packages can be installed without asking: a Debian, and we are root.
pub(super) fn can_install() -> bool {
    on_path("apt-get").is_some() && said(Command::new("id").arg("-u")).is_some_and(|id| id == "0")
}

/// Installs packages; the sentence is what is said when that fails.
pub(super) fn install(packages: &[&str], sentence: &str) -> Result {
    say(&format!("Installing {} from Debian…", packages.join(", ")));
    refresh(sentence)?;
    run(apt().args(["install", "-y", "--no-install-recommends"]).args(packages), sentence)
}

/// Fetches the list of packages: a new machine has none yet, and an old list may name packages that are gone.
pub(super) fn refresh(sentence: &str) -> Result {
    run(apt().arg("update"), sentence)
}

fn apt() -> Command {
    let mut apt = Command::new("apt-get");
    apt.args(["-qq", "-o", "Dpkg::Use-Pty=0"]).env("DEBIAN_FRONTEND", "noninteractive");
    apt
}
