//! Packages that come from npm.

use super::{debian, on_path, run, say};
use crate::failure::{Failure, NamesFile, Result};
use crate::places::Places;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// Node.js with npm, installed where that can be done; the sentence is what is said otherwise.
pub(super) fn ensure(sentence: &str) -> Result {
    if on_path("node").is_some() && on_path("npm").is_some() {
        return Ok(());
    }
    if !debian::can_install() {
        return Err(Failure::new(sentence));
    }
    debian::install(&["nodejs", "npm"], sentence)
}

/// Installs a package into a directory of the tool cache, whole or not at all, and gives its `node_modules`.
pub(super) fn install(places: &Places, directory: &str, package: &str, version: &str) -> Result<PathBuf> {
    let home = places.tool(directory);
    say(&format!("Installing {package} {version} from npm…"));
    let half = places.tool(&format!("{directory}.half"));
    fs::create_dir_all(&half).naming("make", &half)?;
    let mut npm = Command::new("npm");
    npm.args(["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"]).arg(&half);
    npm.arg(format!("{package}@{version}"));
    run(&mut npm, &format!("{package} could not be installed: npm did not get it."))?;
    if home.exists() {
        fs::remove_dir_all(&home).naming("remove", &home)?;
    }
    fs::rename(&half, &home).naming("rename", &half)?;
    Ok(home.join("node_modules"))
}
