//! wasm-opt, which takes a third off what the compiler leaves.

use super::{Tools, debian, first_number, on_path, run, said, say};
use crate::failure::{Failure, NamesFile, Result};
use crate::places::Places;
use std::fs;
use std::process::Command;

/// Older ones write files that browsers refuse.
const OLDEST: u32 = 120;
/// The release that npm's package is taken from.
const VERSION: &str = "132.0.0";
const MISSING: &str = "wasm-opt 120 or newer is missing. Install binaryen (https://github.com/WebAssembly/binaryen/releases), \
    or Node.js with npm, from which it is then installed.";

pub(super) fn ensure(places: &Places, tools: &mut Tools) -> Result {
    let home = places.tool("binaryen-132");
    let programs = home.join("node_modules/.bin");
    if !programs.join("wasm-opt").exists() {
        let version = said(Command::new("wasm-opt").arg("--version"));
        if version.as_deref().and_then(first_number).is_some_and(|version| version >= OLDEST) {
            return Ok(());
        }
    }
    // npm's package runs on node, each time.
    if on_path("node").is_none() || on_path("npm").is_none() {
        if !debian::can_install() {
            return Err(Failure::new(MISSING));
        }
        debian::install(&["nodejs", "npm"], MISSING)?;
    }
    if !programs.join("wasm-opt").exists() {
        say(&format!("Installing wasm-opt (binaryen {VERSION}) from npm…"));
        let half = places.tool("binaryen-132.half");
        fs::create_dir_all(&half).naming("make", &half)?;
        let mut npm = Command::new("npm");
        npm.args(["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"]).arg(&half);
        npm.arg(format!("binaryen@{VERSION}"));
        run(&mut npm, "wasm-opt could not be installed: npm did not get the package binaryen.")?;
        if home.exists() {
            fs::remove_dir_all(&home).naming("remove", &home)?;
        }
        fs::rename(&half, &home).naming("rename", &half)?;
    }
    tools.first.push(programs);
    Ok(())
}
