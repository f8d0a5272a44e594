//! wasm-opt, which takes a third off what the compiler leaves.

use super::{Tools, first_number, npm, said};
use crate::failure::Result;
use crate::places::Places;
use std::process::Command;

/// Older ones write files that browsers refuse.
const OLDEST: u32 = 120;
/// The release that npm's package is taken from.
const VERSION: &str = "132.0.0";
const DIRECTORY: &str = "binaryen-132";
const MISSING: &str = "wasm-opt 120 or newer is missing. Install binaryen (https://github.com/WebAssembly/binaryen/releases), \
    or Node.js with npm, from which it is then installed.";

pub(super) fn ensure(places: &Places, tools: &mut Tools) -> Result {
    let programs = places.tool(DIRECTORY).join("node_modules/.bin");
    if !programs.join("wasm-opt").exists() {
        let version = said(Command::new("wasm-opt").arg("--version"));
        if version.as_deref().and_then(first_number).is_some_and(|version| version >= OLDEST) {
            return Ok(());
        }
    }
    // npm's package runs on node, each time.
    npm::ensure(MISSING)?;
    if !programs.join("wasm-opt").exists() {
        npm::install(places, DIRECTORY, "binaryen", VERSION)?;
    }
    tools.first.push(programs);
    Ok(())
}
