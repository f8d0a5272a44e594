//! Trunk, in the version that the build was made with.

use super::{Tools, cargo, run, say};
use crate::failure::Result;
use crate::places::Places;

/// From 0.22 on a file's name follows its content.
const VERSION: &str = "0.22.1";

pub(super) fn ensure(places: &Places, tools: &mut Tools) -> Result {
    let home = places.tool(&format!("trunk-{VERSION}"));
    if !home.join("bin/trunk").is_file() {
        say(&format!("Installing Trunk {VERSION} (about seven minutes on two cores)…"));
        let mut install = cargo();
        // It declares a newer Rust than ours and builds with ours.
        install
            .args(["install", "trunk", "--version", VERSION, "--locked", "--ignore-rust-version", "--root"])
            .arg(&home);
        // Its own settings take three times as long, for a tool that runs for three seconds.
        install.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        // What is left of a build that was cut short is used by the next try.
        install.env("CARGO_TARGET_DIR", places.cache.join("target-trunk"));
        run(
            &mut install,
            &format!("Trunk {VERSION} could not be installed with cargo install: is crates.io reachable?"),
        )?;
        // A gigabyte that nothing needs again; when it cannot be removed, nothing is wrong.
        let _ = std::fs::remove_dir_all(places.cache.join("target-trunk"));
    }
    tools.first.push(home.join("bin"));
    Ok(())
}
