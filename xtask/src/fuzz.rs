//! Runs the fuzz targets of `fuzz/`, with what they keep and with what a fuzzer finds: coverage by the stable compiler's
//! own pass, libFuzzer behind it.

use crate::failure::{Failure, NamesFile, Result};
use crate::lanes;
use crate::places::Places;
use crate::setup;
use std::fs;
use std::process::Command;

/// How long each target runs in `cargo xtask torture`, in seconds.
pub const WHOLE: u32 = 600;

/// What makes the compiler count where a run has been, and compare what it compares; and what lets the targets in.
const FLAGS: [&str; 8] = [
    "--cfg=fuzzing",
    // As in the release; it compiles in a quarter of the time.
    "--cfg=erase_components",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Ccodegen-units=1",
];

/// Builds all targets, or the named ones, and runs each for so many seconds, two side by side.
///
/// # Errors
/// The names of those that panicked, ran out of time or of memory; what made them do so lies where libFuzzer says, to be
/// kept in `fuzz/corpus/`.
pub fn fuzz(places: &Places, seconds: u32, only: &[&str]) -> Result {
    let host = setup::for_fuzzing()?;
    let directory = places.root.join("fuzz");
    let target = places.target.join("fuzz");
    let names = targets(places)?;
    if let Some(unknown) = only.iter().find(|wanted| !names.iter().any(|name| name == *wanted)) {
        return Err(Failure::new(format!("There is no fuzz target {unknown}: {}.", names.join(", "))));
    }
    let mut build = setup::cargo();
    build.args(["build", "--locked", "--release", "--bins", "--target", &host]).current_dir(&directory);
    build.env("RUSTFLAGS", FLAGS.join(" ")).env("CARGO_TARGET_DIR", &target);
    setup::run(&mut build, "The fuzz targets do not compile.")?;
    let mut commands = Vec::new();
    for name in names.into_iter().filter(|name| only.is_empty() || only.contains(&name.as_str())) {
        // What is found stays outside the repository: a few files of it are worth keeping, and somebody chooses them.
        let (found, bad) = (target.join("corpus").join(&name), target.join("bad").join(&name));
        for made in [&found, &bad] {
            fs::create_dir_all(made).naming("make", made)?;
        }
        let mut run = Command::new(target.join(&host).join("release").join(&name));
        run.arg(format!("-max_total_time={seconds}")).arg(format!("-artifact_prefix={}/", bad.display()));
        run.args(["-timeout=20", "-rss_limit_mb=2048", "-max_len=4096", "-print_final_stats=1"]);
        run.arg(&found).arg(directory.join("corpus").join(&name));
        commands.push((name, run));
    }
    lanes::run(commands)
}

/// The targets' names.
fn targets(places: &Places) -> Result<Vec<String>> {
    let directory = places.root.join("fuzz/fuzz_targets");
    let mut names = Vec::new();
    for entry in fs::read_dir(&directory).naming("list", &directory)? {
        let path = entry.naming("list", &directory)?.path();
        names.extend(path.file_stem().and_then(|name| name.to_str()).map(str::to_owned));
    }
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_has_a_corpus_and_is_built() -> Result {
        let places = Places::find()?;
        let manifest = places.root.join("fuzz/Cargo.toml");
        let manifest = fs::read_to_string(&manifest).naming("read", &manifest)?;
        let names = targets(&places)?;
        assert_eq!(names, ["backup_line", "envelope", "journal_scan", "record_body", "slot_header"]);
        for name in names {
            assert!(places.root.join("fuzz/corpus").join(&name).is_dir(), "{name} has no corpus");
            assert!(manifest.contains(&format!("path = \"fuzz_targets/{name}.rs\"")), "{name} is not built");
        }
        Ok(())
    }
}
