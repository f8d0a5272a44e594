//! axe-core, which looks over every page for what would shut somebody out. For tests only: it is never shipped.

use super::npm;
use crate::failure::Result;
use crate::places::Places;
use std::path::PathBuf;

const DIRECTORY: &str = "axe-core-4.14.1";
const VERSION: &str = "4.14.1";
const SCRIPT: &str = "axe-core/axe.min.js";
const MISSING: &str = "The tests of every page need axe-core: install Node.js with npm, from which it is then fetched.";

/// Its script.
pub(super) fn ensure(places: &Places) -> Result<PathBuf> {
    let script = places.tool(DIRECTORY).join("node_modules").join(SCRIPT);
    if script.is_file() {
        return Ok(script);
    }
    npm::ensure(MISSING)?;
    Ok(npm::install(places, DIRECTORY, "axe-core", VERSION)?.join(SCRIPT))
}
