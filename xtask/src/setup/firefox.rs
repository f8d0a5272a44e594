//! A Firefox and geckodriver, for tests. The browser that is there is used; the driver is built.

use super::{cargo, debian, on_path, run, say};
use crate::failure::{Failure, Result};
use crate::places::Places;
use std::env;
use std::path::PathBuf;

/// The driver's version.
const VERSION: &str = "0.37.1";
const NAMES: [&str; 2] = ["firefox-esr", "firefox"];
const MISSING: &str = "The journeys in Firefox need Firefox (ESR): install it, and set FIREFOX if it is not on PATH.";

/// Firefox for tests.
#[derive(Debug)]
pub struct Firefox {
    /// The browser's program.
    pub program: PathBuf,
    /// Its WebDriver server.
    pub driver: PathBuf,
}

pub(super) fn ensure(places: &Places) -> Result<Firefox> {
    let find = || env::var_os("FIREFOX").map(PathBuf::from).or_else(|| NAMES.iter().find_map(on_path));
    let program = match find() {
        Some(found) => found,
        None if debian::can_install() => {
            debian::install(&["firefox-esr"], MISSING)?;
            find().ok_or_else(|| Failure::new(MISSING))?
        }
        None => return Err(Failure::new(MISSING)),
    };
    let driver = match env::var_os("GECKODRIVER") {
        Some(chosen) => PathBuf::from(chosen),
        None => driver(places)?,
    };
    Ok(Firefox { program, driver })
}

fn driver(places: &Places) -> Result<PathBuf> {
    let home = places.tool(&format!("geckodriver-{VERSION}"));
    let driver = home.join("bin/geckodriver");
    if !driver.is_file() {
        say(&format!("Installing geckodriver {VERSION} (about four minutes on two cores)…"));
        let mut install = cargo();
        install.args(["install", "geckodriver", "--version", VERSION, "--locked", "--root"]).arg(&home);
        // What is left of a build that was cut short is used by the next try.
        let left = places.cache.join("target-geckodriver");
        let sentence =
            format!("geckodriver {VERSION} could not be installed with cargo install: is crates.io reachable?");
        run(install.env("CARGO_TARGET_DIR", &left), &sentence)?;
        // Nothing needs it again; when it cannot be removed, nothing is wrong.
        let _ = std::fs::remove_dir_all(left);
    }
    Ok(driver)
}
