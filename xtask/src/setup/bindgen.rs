//! wasm-bindgen and its test runner, built from our own lock file (xtask/bindgen), so that they match the crate.

use super::{Tools, cargo, run, say};
use crate::failure::{Failure, NamesFile, Result};
use crate::places::Places;
use std::fs;

/// What cargo builds, and the name that Trunk and cargo look for.
const PROGRAMS: [(&str, &str); 2] =
    [("pinned-bindgen", "wasm-bindgen"), ("pinned-test-runner", "wasm-bindgen-test-runner")];

pub(super) fn ensure(places: &Places, tools: &mut Tools) -> Result {
    let path = places.root.join("Cargo.lock");
    let lock = fs::read_to_string(&path).naming("read", &path)?;
    let version = locked_version(&lock, "wasm-bindgen")
        .ok_or_else(|| Failure::new("Cargo.lock names no version of wasm-bindgen."))?;
    let home = places.tool(&format!("wasm-bindgen-{version}"));
    if PROGRAMS.iter().any(|(_, name)| !home.join(name).is_file()) {
        say(&format!("Building wasm-bindgen {version} (about three minutes on two cores)…"));
        // A directory of its own, shared by every clone, and away from the lock that cargo holds while it runs us.
        let target = places.cache.join("target-tools");
        let mut build = cargo();
        build.args(["build", "--locked", "--profile", "tools", "--package", "xtask-bindgen", "--target-dir"]);
        build.arg(&target).current_dir(&places.root);
        run(&mut build, &format!("wasm-bindgen {version} could not be built; the reason stands above."))?;
        fs::create_dir_all(&home).naming("make", &home)?;
        for (built, name) in PROGRAMS {
            let (from, to) = (target.join("tools").join(built), home.join(name));
            // By way of another name: a copy that is cut short must not be taken for the program.
            let half = to.with_extension("half");
            fs::copy(&from, &half).naming("copy", &from)?;
            fs::rename(&half, &to).naming("rename", &half)?;
        }
    }
    tools.test_runner = home.join("wasm-bindgen-test-runner");
    tools.first.push(home);
    Ok(())
}

/// The version of a package in a Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let wanted = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != wanted).skip(1);
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_found_by_the_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-cli\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }
}
