//! Everything that must hold before a change is done, in order, stopping at the first that does not.

use crate::failure::{Failure, NamesFile, Result};
use crate::places::Places;
use crate::setup::{self, Browser, Tools, WASM};
use crate::walk::walk;
use crate::{build, engines, fuzz, size, supply};
use std::cell::OnceCell;
use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

/// A step's name on the command line, its title, and what it does.
struct Step {
    name: &'static str,
    title: &'static str,
    run: fn(&Bench) -> Result,
}

const STEPS: [Step; 12] = [
    Step { name: "format", title: "Formatting", run: format },
    Step { name: "clippy", title: "Clippy, for this machine", run: clippy },
    Step { name: "clippy-wasm", title: "Clippy, for wasm", run: clippy_wasm },
    Step {
        name: "supply",
        title: "Licences, bans and sources of the crates",
        run: |bench| supply::check(bench.places),
    },
    Step { name: "native", title: "Native tests", run: native },
    Step { name: "browser", title: "Wasm tests in the browser", run: browser },
    Step { name: "build", title: "The release", run: |bench| build::build(bench.places) },
    Step { name: "size", title: "Its size", run: |bench| size::size(bench.places) },
    Step { name: "hosting", title: "The shipped configurations in real web servers", run: hosting },
    Step { name: "journeys", title: "Journeys through the release in the browser", run: journeys },
    Step { name: "firefox", title: "The most telling journeys in Firefox", run: engines::telling },
    Step {
        name: "torture",
        title: "A tenth of everything that hurts the app, or less",
        run: |bench| walk(bench, "torture_", |_| {}),
    },
];

/// Only done when it is asked for: it takes longer than all the others.
const ASKED_FOR: [Step; 1] =
    [Step { name: "engines", title: "All journeys in the engines beside Chromium", run: engines::all }];

/// At full length instead of a tenth.
const FULL: (&str, &str) = ("LANTERN_ROOM_TORTURE", "full");

/// What the steps work with. Tools are looked for when a step first needs them.
pub(crate) struct Bench<'a> {
    pub(crate) places: &'a Places,
    /// Arguments for the tests of the one step that was asked for.
    pub(crate) extra: &'a [&'a str],
    tools: OnceCell<Tools>,
    browser: OnceCell<Browser>,
}

impl Bench<'_> {
    fn tools(&self) -> Result<&Tools> {
        if self.tools.get().is_none() {
            let _ = self.tools.set(setup::for_building(self.places)?);
        }
        self.tools.get().ok_or_else(|| Failure::new("The build tools are missing."))
    }

    pub(crate) fn browser(&self) -> Result<&Browser> {
        if self.browser.get().is_none() {
            let _ = self.browser.set(setup::for_testing(self.places)?);
        }
        self.browser.get().ok_or_else(|| Failure::new("The browser is missing."))
    }

    /// The cargo for this machine.
    pub(crate) fn cargo(&self, args: &[&str]) -> Command {
        let mut cargo = setup::cargo();
        cargo.args(args).current_dir(&self.places.root);
        cargo
    }

    /// Names of the files in tests/ that begin with one of the given words, or with none of them.
    pub(crate) fn test_targets(&self, beginnings: &[&str], wanted: bool) -> Result<Vec<String>> {
        let directory = self.places.root.join("tests");
        if !directory.is_dir() {
            return Ok(Vec::new());
        }
        let mut names = Vec::new();
        for entry in fs::read_dir(&directory).naming("list", &directory)? {
            let path = entry.naming("list", &directory)?.path();
            let is_target = path.extension().is_some_and(|ending| ending == "rs") || path.join("main.rs").is_file();
            let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
            if is_target && beginnings.iter().any(|word| name.starts_with(word)) == wanted {
                names.push(name.to_owned());
            }
        }
        names.sort();
        Ok(names)
    }
}

/// Runs all steps, or the one that `--only` names; what follows `--` goes to that step's tests.
pub fn test(places: &Places, args: &[&str]) -> Result {
    let (args, extra) = match args.iter().position(|arg| *arg == "--") {
        Some(at) => (args.get(..at).unwrap_or_default(), args.get(at + 1..).unwrap_or_default()),
        None => (args, &[][..]),
    };
    let chosen: Vec<&Step> = match args {
        [] => STEPS.iter().collect(),
        ["--only", name] => STEPS.iter().chain(&ASKED_FOR).filter(|step| step.name == *name).collect(),
        _ => Vec::new(),
    };
    if chosen.is_empty() || (chosen.len() > 1 && !extra.is_empty()) {
        let names: Vec<&str> = STEPS.iter().chain(&ASKED_FOR).map(|step| step.name).collect();
        return Err(Failure::new(format!(
            "Use: cargo xtask test [--only STEP [-- ARGS]]\nThe steps, in order: {}",
            names.join(", ")
        )));
    }
    let bench = Bench { places, extra, tools: OnceCell::new(), browser: OnceCell::new() };
    let begun = Instant::now();
    if chosen.len() > 1 {
        // Asked for now, so that nobody finds out after ten minutes that a browser is missing.
        bench.tools()?;
        bench.browser()?;
        setup::for_firefox(places)?;
    }
    for (number, step) in chosen.iter().enumerate() {
        println!("\n=== {}/{} {}", number + 1, chosen.len(), step.title);
        let begun = Instant::now();
        (step.run)(&bench).map_err(|failure| {
            Failure::new(format!("{failure}\n=== {} failed. Again: cargo xtask test --only {}", step.title, step.name))
        })?;
        println!("=== {} in {}", step.title, shown(begun.elapsed()));
    }
    println!("\nAll is well, in {}.", shown(begun.elapsed()));
    Ok(())
}

fn shown(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        return format!("{}.{} s", seconds, time.subsec_millis() / 100);
    }
    format!("{} min {:02} s", seconds / 60, seconds % 60)
}

fn format(bench: &Bench) -> Result {
    bench.browser()?;
    setup::run(&mut bench.cargo(&["fmt", "--all", "--check"]), "Some files are not formatted: run cargo fmt --all.")
}

// xtask-bindgen is left out of these steps: two files of one call each, and three minutes of compiling to look at them.

fn clippy(bench: &Bench) -> Result {
    let args =
        ["clippy", "--locked", "--workspace", "--exclude", "xtask-bindgen", "--all-targets", "--", "-D", "warnings"];
    setup::run(&mut bench.cargo(&args), "Clippy has something to say.")
}

fn clippy_wasm(bench: &Bench) -> Result {
    let mut cargo = bench.tools()?.cargo();
    cargo.args(["clippy", "--locked", "--lib", "--bins", "--target", WASM]).current_dir(&bench.places.root);
    if !bench.test_targets(&["browser_"], true)?.is_empty() {
        cargo.args(["--test", "browser_*"]);
    }
    setup::run(cargo.args(["--", "-D", "warnings"]), "Clippy has something to say.")
}

fn native(bench: &Bench) -> Result {
    setup::for_native_tests()?;
    let mut app = bench.cargo(&["test", "--locked", "--package", "lantern-room", "--lib"]);
    for name in bench.test_targets(&["browser_", "engine_", "hosting", "journey", "torture_"], false)? {
        app.args(["--test", &name]);
    }
    setup::run(app.arg("--").args(bench.extra), "A native test failed.")?;
    let mut examples = bench.cargo(&["test", "--locked", "--package", "lantern-room", "--doc"]);
    setup::run(examples.arg("--").args(bench.extra), "An example in the documentation failed.")?;
    let mut own = bench.cargo(&["test", "--locked", "--package", "xtask"]);
    setup::run(own.arg("--").args(bench.extra), "A test of xtask failed.")
}

fn browser(bench: &Bench) -> Result {
    if bench.test_targets(&["browser_"], true)?.is_empty() {
        println!("There are no tests/browser_*.rs.");
        return Ok(());
    }
    let (tools, browser) = (bench.tools()?, bench.browser()?);
    let mut cargo = tools.cargo();
    cargo.args(["test", "--locked", "--target", WASM, "--test", "browser_*"]).current_dir(&bench.places.root);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools.test_runner());
    cargo.env("CHROMEDRIVER", &browser.driver).env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &browser.capabilities);
    // Seconds for a whole file of tests; its usual 20 are too few for tests that derive keys on a slow machine.
    cargo.env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    setup::run(cargo.arg("--").args(bench.extra), "A test in the browser failed.")
}

/// Takes the screenshots of docs/ and of the manifest from the release: what is built now, or a new build.
pub fn pictures(places: &Places) -> Result {
    let bench = Bench { places, extra: &[], tools: OnceCell::new(), browser: OnceCell::new() };
    for which in ["journey_pictures", "journey_child_pictures"] {
        walk(&bench, which, |cargo| {
            cargo
                .env("LANTERN_ROOM_PICTURES", places.root.join("docs/pictures"))
                .env("LANTERN_ROOM_SCREENSHOTS", places.root.join("public/screenshots"));
        })?;
    }
    Ok(())
}

fn journeys(bench: &Bench) -> Result {
    if bench.test_targets(&["journey"], true)?.is_empty() {
        println!("There are no tests/journey*.rs.");
        return Ok(());
    }
    walk(bench, "journey", |_| {})
}

/// Everything that hurts the app, at full length.
pub fn torture(places: &Places) -> Result {
    let bench = Bench { places, extra: &[], tools: OnceCell::new(), browser: OnceCell::new() };
    let mut native = bench.cargo(&["test", "--locked", "--package", "lantern-room", "--lib", "--test", "store_memory"]);
    setup::run(native.env(FULL.0, FULL.1), "A native test failed.")?;
    fuzz::fuzz(places, fuzz::WHOLE, &[])?;
    walk(&bench, "journey_", |cargo| {
        cargo.env(FULL.0, FULL.1);
    })?;
    walk(&bench, "torture_", |cargo| {
        cargo.env(FULL.0, FULL.1);
    })?;
    engines::torture(&bench, FULL)
}

fn hosting(bench: &Bench) -> Result {
    let hosts = setup::for_hosting(bench.places)?;
    walk(bench, "hosting", |cargo| {
        cargo.env("NGINX", &hosts.nginx).env("APACHE", &hosts.apache).env("CADDY", &hosts.caddy);
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_told_in_the_unit_that_fits() {
        assert_eq!(shown(Duration::from_millis(1_290)), "1.2 s");
        assert_eq!(shown(Duration::from_secs(605)), "10 min 05 s");
    }

    #[test]
    fn steps_have_names_of_their_own() {
        let mut names: Vec<&str> = STEPS.iter().chain(&ASKED_FOR).map(|step| step.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), STEPS.len() + ASKED_FOR.len());
    }
}
