//! The same bytes wherever the clone lies: what a program says of its own source files names no place on this machine.

use crate::failure::{NamesFile, Result};
use crate::places::Places;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// What cargo takes a target's flags from, besides `.cargo/config.toml`: both lists are joined.
pub const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Tells the release build to leave this machine's paths out, in addition to whatever flags the command has already.
///
/// Only the release is told: for everything else the real paths help whoever reads them.
pub fn leave_paths_out(command: &mut Command, places: &Places) {
    let before = command.get_envs().find(|(name, _)| *name == FLAGS).and_then(|(_, value)| value);
    let mut flags = before.map(OsString::from).or_else(|| env::var_os(FLAGS)).unwrap_or_default();
    for (from, to) in replacements(places, cargo_home().as_deref()) {
        // The list is parted at spaces, and there is no way to write one.
        if from.to_string_lossy().contains(char::is_whitespace) {
            println!("note: {} has a space in it; this build will not have the published bytes", from.display());
            continue;
        }
        if !flags.is_empty() {
            flags.push(" ");
        }
        flags.push("--remap-path-prefix=");
        flags.push(from);
        flags.push(format!("={to}"));
    }
    command.env(FLAGS, flags);
}

/// Which paths stand for what; where two fit, rustc takes the later one.
fn replacements(places: &Places, cargo_home: Option<&Path>) -> Vec<(PathBuf, &'static str)> {
    let mut list = vec![(places.root.clone(), "lantern-room"), (places.target.clone(), "target")];
    let Some(home) = cargo_home else { return list };
    list.push((home.to_path_buf(), "cargo"));
    let registries = home.join("registry/src");
    let mut found: Vec<PathBuf> =
        fs::read_dir(registries).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    found.sort();
    list.extend(found.into_iter().map(|registry| (registry, "crates")));
    list
}

/// How the name begins under which a crate of Leptos (wasm_split_helpers) exports an empty mark; sixteen digits follow, a
/// hash of where that crate lies on this machine.
const MARK: &[u8] = b"_WASM_SPLIT_MARKER_";
const DIGITS: usize = 16;

/// Writes zeros in place of those digits in every program of a directory. Nobody asks for the mark by its name.
pub fn forget_marks(directory: &Path) -> Result {
    for entry in fs::read_dir(directory).naming("list", directory)? {
        let path = entry.naming("list", directory)?.path();
        if path.extension().is_some_and(|ending| ending == "wasm") {
            let mut bytes = fs::read(&path).naming("read", &path)?;
            without_marks(&mut bytes);
            fs::write(&path, bytes).naming("write", &path)?;
        }
    }
    Ok(())
}

fn without_marks(wasm: &mut [u8]) {
    let found: Vec<usize> = wasm
        .windows(MARK.len())
        .enumerate()
        .filter(|(_, bytes)| *bytes == MARK)
        .map(|(at, _)| at + MARK.len())
        .collect();
    for at in found {
        let digits = wasm.get_mut(at..at + DIGITS).unwrap_or_default();
        if digits.iter().all(u8::is_ascii_hexdigit) {
            digits.fill(b'0');
        }
    }
}

fn cargo_home() -> Option<PathBuf> {
    env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(root: &str) -> Places {
        let root = PathBuf::from(root);
        Places { dist: root.join("dist"), target: root.join("target"), cache: root.join("cache"), root }
    }

    #[test]
    fn the_clone_its_target_and_the_crates_are_named_alike_everywhere() {
        let list = replacements(&places("/somewhere/else"), Some(Path::new("/nowhere/.cargo")));
        let list: Vec<_> = list.iter().map(|(from, to)| (from.to_string_lossy().into_owned(), *to)).collect();
        let expected = [
            ("/somewhere/else".to_owned(), "lantern-room"),
            ("/somewhere/else/target".to_owned(), "target"),
            ("/nowhere/.cargo".to_owned(), "cargo"),
        ];
        assert_eq!(list, expected);
    }

    #[test]
    fn a_mark_tells_no_place_any_more_and_nothing_else_changes() {
        let mut wasm = b"\0asm a_WASM_SPLIT_MARKER_732e786d2a082da8version _WASM_SPLIT_MARKER_ no".to_vec();
        without_marks(&mut wasm);
        assert_eq!(wasm, b"\0asm a_WASM_SPLIT_MARKER_0000000000000000version _WASM_SPLIT_MARKER_ no");
    }

    #[test]
    fn flags_that_are_there_already_stay() {
        let mut command = Command::new("true");
        command.env(FLAGS, "--sysroot=/a");
        leave_paths_out(&mut command, &places("/there"));
        let flags = command.get_envs().find(|(name, _)| *name == FLAGS).and_then(|(_, value)| value);
        let flags = flags.map(|flags| flags.to_string_lossy().into_owned()).unwrap_or_default();
        assert!(flags.starts_with("--sysroot=/a --remap-path-prefix=/there=lantern-room "), "{flags}");
    }
}
