//! Installs what is missing. Says nothing when nothing is missing, shows progress while it works, and gives one sentence
//! when something cannot be had.

mod age;
mod axe;
mod bindgen;
mod browser;
mod compiler;
mod debian;
mod firefox;
mod hosts;
mod npm;
mod rust_target;
mod trunk;
mod wasm_opt;
mod webkit;

pub use browser::Browser;
pub use firefox::Firefox;
pub use hosts::Hosts;
pub use webkit::WebKit;

use crate::failure::{Failure, Result};
use crate::places::Places;
use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The target that page and keeper are built for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Tools found or installed, and how a command gets to use them.
#[derive(Debug, Default)]
pub struct Tools {
    /// Directories to look in before `PATH`, the first first.
    first: Vec<PathBuf>,
    /// Variables to set.
    set: Vec<(&'static str, OsString)>,
    /// The `cargo` for the wasm target, where it is not the usual one.
    cargo: Option<PathBuf>,
    /// The program that runs wasm tests.
    test_runner: PathBuf,
}

impl Tools {
    /// A `cargo` that can build for wasm.
    pub fn cargo(&self) -> Command {
        let mut cargo = match &self.cargo {
            Some(other) => Command::new(other),
            None => cargo(),
        };
        self.lend_to(&mut cargo);
        cargo
    }

    /// The program that runs wasm tests.
    pub fn test_runner(&self) -> &Path {
        &self.test_runner
    }

    /// Lets a command find these tools.
    pub fn lend_to(&self, command: &mut Command) {
        let usual = env::var_os("PATH").unwrap_or_default();
        let all = self.first.iter().cloned().chain(env::split_paths(&usual));
        if let Ok(path) = env::join_paths(all) {
            command.env("PATH", path);
        }
        command.envs(self.set.iter().map(|(name, value)| (name, value)));
    }
}

/// What the release needs: the wasm target, Trunk, wasm-bindgen, wasm-opt.
pub fn for_building(places: &Places) -> Result<Tools> {
    let mut tools = Tools::default();
    rust_target::ensure(places, &mut tools)?;
    trunk::ensure(places, &mut tools)?;
    bindgen::ensure(places, &mut tools)?;
    wasm_opt::ensure(places, &mut tools)?;
    Ok(tools)
}

/// What tests need besides: a Chromium with its driver, axe-core, rustfmt and clippy.
pub fn for_testing(places: &Places) -> Result<Browser> {
    for (component, program) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if said(cargo().args([program, "--version"])).is_none() {
            say(&format!("Adding {component} to the Rust toolchain…"));
            let sentence =
                format!("{component} is missing and rustup could not add it: install it for your Rust toolchain.");
            run(Command::new("rustup").args(["component", "add", component]), &sentence)?;
        }
    }
    browser::ensure(places)
}

/// What journeys in Firefox need besides: it, and geckodriver.
pub fn for_firefox(places: &Places) -> Result<Firefox> {
    firefox::ensure(places)
}

/// What journeys in WebKitGTK need besides: its small browser, its driver and a screen.
pub fn for_webkit() -> Result<WebKit> {
    webkit::ensure()
}

/// The web servers that the shipped configurations are tried in.
pub fn for_hosting(places: &Places) -> Result<Hosts> {
    hosts::ensure(places)
}

/// What native tests need besides: the age tool.
pub fn for_native_tests() -> Result {
    age::ensure()
}

/// What the fuzzers need besides: a C++ compiler. The name of this machine, as the Rust compiler calls it.
pub fn for_fuzzing() -> Result<String> {
    compiler::ensure()?;
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let told = said(Command::new(rustc).arg("-vV")).unwrap_or_default();
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| Failure::new("rustc does not say for which machine it builds."))
}

/// The cargo that this program was started by.
pub fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a command with its output shown; the sentence is what is said when it fails or cannot be started.
pub fn run(command: &mut Command, sentence: &str) -> Result {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(Failure::new(sentence)),
        Err(error) => {
            let program = command.get_program().to_string_lossy();
            Err(Failure::new(format!("{sentence} ({program} could not be started: {error}.)")))
        }
    }
}

/// What a command prints, when it can be run and succeeds.
fn said(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Progress, for whoever waits.
fn say(words: &str) {
    println!("{words}");
}

/// Where a program is, looked for as a shell would.
fn on_path(program: impl AsRef<OsStr>) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|directory| directory.join(program.as_ref())).find(|found| found.is_file())
}

/// The first whole number in what a program says of its version ("wasm-opt version 132 (…)", "Chromium 156.0.1").
fn first_number(version: &str) -> Option<u32> {
    version.split(|c: char| !c.is_ascii_digit()).find(|digits| !digits.is_empty())?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_what_programs_say() {
        assert_eq!(first_number("wasm-opt version 132 (version_132)"), Some(132));
        assert_eq!(first_number("Chromium 156.0.8078.79 built on Debian"), Some(156));
        assert_eq!(first_number("no number"), None);
    }
}
