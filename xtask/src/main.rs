//! The project's own commands: `cargo xtask <command>`. Each installs what it needs and is missing, and says so.

// A command-line program speaks on standard output.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod build;
mod crates;
mod engines;
mod failure;
mod finish;
mod fuzz;
#[cfg(test)]
mod hosting;
mod html;
mod http;
mod imports;
mod lanes;
mod places;
mod policy;
mod precache;
mod published;
mod reproducible;
mod sbom;
mod serve;
mod setup;
mod size;
mod style;
mod supply;
mod test;
mod walk;

use failure::{Failure, Result};
use places::Places;
use std::process::ExitCode;

const USAGE: &str = "\
Lantern Room's own commands: cargo xtask <command>

  serve [--port N] [--no-build] [--dir DIR]   build the release and serve it on this machine
  test [--only STEP] [-- ARGS]                run everything, or one step (ARGS go to that step's tests)
  torture                                     what hurts the app, at full length: hours
  fuzz SECONDS [TARGET…]                      throw bytes at the readers of formats, each for so long
  build                                       build the release into dist/
  hashes                                      SHA-256 of each shipped file, and the list of crates, beside dist/
  supply                                      licences, bans and sources of the crates, held against deny.toml
  size                                        bytes of each shipped file, held against xtask/budget.toml
  pictures                                    take the screenshots of docs/ and the manifest from the release
  setup [--tests]                             install what is missing for building (and for testing)
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match command(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn command(args: &[&str]) -> Result {
    let places = Places::find()?;
    match args {
        ["serve", rest @ ..] => serve::serve(&places, rest),
        ["test", rest @ ..] => test::test(&places, rest),
        ["torture"] => test::torture(&places),
        ["fuzz", seconds, only @ ..] => match seconds.parse() {
            Ok(seconds) => fuzz::fuzz(&places, seconds, only),
            Err(_) => Err(Failure::new(format!("Not a number of seconds: {seconds}\n\n{USAGE}"))),
        },
        ["build"] => build::build(&places),
        ["pictures"] => test::pictures(&places),
        ["hashes"] => published::hashes(&places),
        ["supply"] => supply::check(&places),
        ["size"] => size::size(&places),
        ["setup"] => setup::for_building(&places).map(drop),
        ["setup", "--tests"] => {
            setup::for_building(&places)?;
            setup::for_firefox(&places)?;
            setup::for_testing(&places).map(drop)
        }
        // Called by Trunk in the middle of a build (Trunk.toml).
        ["hook-style"] => style::hook(&places),
        ["hook-finish"] => finish::hook(),
        [] | ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(())
        }
        _ => Err(Failure::new(format!("There is no such command: {}\n\n{USAGE}", args.join(" ")))),
    }
}
