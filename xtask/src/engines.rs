//! The browser tests in the engines beside Chromium: which there are, what each cannot do, and the part of them that says
//! most.

use crate::failure::{Failure, Result};
use crate::setup;
use crate::test::Bench;
use crate::walk::walk_these;
use std::process::Command;
use toml::{Table, Value};

/// What an engine cannot do; the reasons are in the same place.
const LIST: &str = include_str!("../../tests/engines.toml");

/// An engine beside Chromium, as `LANTERN_ROOM_ENGINE` names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Firefox, by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, by its driver.
    WebKit,
}

/// Both.
pub const ALL: [Engine; 2] = [Engine::Firefox, Engine::WebKit];

/// What says most about the app in Firefox: setting up, locking, the recovery code, two windows, a cold start without a
/// network, files that go out and come back, and batteries that run empty.
pub const TELLING: [(&str, &str); 5] = [
    ("journey_vault", "the_recovery_code_opens_the_vault_and_the_old_passphrase_no_more"),
    ("journey_windows", "one_window_has_the_vault_and_another_may_take_it_over"),
    ("journey_offline", ""),
    ("journey_backup", "a_backup_survives_the_loss_of_everything_on_the_tablet"),
    ("torture_kill", "nothing_acknowledged_is_lost_as_the_browser_comes"),
];

/// One entry of the list.
struct Cannot {
    engines: Vec<String>,
    tests: Vec<String>,
    #[cfg_attr(not(test), allow(dead_code))] // For people, and for the test that people are told.
    why: String,
}

impl Engine {
    /// Its name in the environment and in the list.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// All programs that drive a browser, and those that are about this engine alone.
    fn programs(self, bench: &Bench) -> Result<Vec<String>> {
        bench.test_targets(&["journey_", "torture_", &format!("engine_{}", self.name())], true)
    }

    /// The programs that it can walk at least a part of.
    pub fn can_walk(self, programs: Vec<String>) -> Result<Vec<String>> {
        let cannot = self.cannot()?;
        Ok(programs.into_iter().filter(|program| !cannot.contains(program)).collect())
    }

    fn cannot(self) -> Result<Vec<String>> {
        let of_this = |cannot: &Cannot| cannot.engines.iter().any(|name| name == self.name());
        Ok(list()?.into_iter().filter(of_this).flat_map(|cannot| cannot.tests).collect())
    }
}

fn list() -> Result<Vec<Cannot>> {
    let unreadable = || Failure::new("tests/engines.toml is not as it should be.");
    let list: Table = LIST.parse().map_err(|error| Failure::new(format!("tests/engines.toml: {error}")))?;
    let entries = list.get("cannot").and_then(Value::as_array).ok_or_else(unreadable)?;
    let words = |entry: &Value, key: &str| {
        let words = entry.get(key)?.as_array()?;
        words.iter().map(|word| word.as_str().map(str::to_owned)).collect::<Option<Vec<_>>>()
    };
    let read = |entry: &Value| {
        let why = entry.get("why")?.as_str()?.to_owned();
        Some(Cannot { engines: words(entry, "engines")?, tests: words(entry, "tests")?, why })
    };
    entries.iter().map(|entry| read(entry).ok_or_else(unreadable)).collect()
}

/// The part of the journeys that says most about an engine, in Firefox.
pub fn telling(bench: &Bench) -> Result {
    let programs = TELLING.map(|(program, _)| program.to_owned()).to_vec();
    walk_in(bench, Engine::Firefox, programs, |program, cargo| {
        let tests = TELLING.iter().filter(|(of, name)| *of == program && !name.is_empty());
        cargo.args(tests.map(|(_, name)| name)).env("LANTERN_ROOM_TORTURE", "least");
    })
}

/// All that can be walked in each of the engines, a tenth of what hurts the app among it.
pub fn all(bench: &Bench) -> Result {
    for engine in ALL {
        println!("--- In {}", engine.name());
        walk_in(bench, engine, engine.programs(bench)?, |_, _| {})?;
    }
    Ok(())
}

/// The same, at full length.
pub fn torture(bench: &Bench, full: (&'static str, &'static str)) -> Result {
    for engine in ALL {
        println!("--- In {}", engine.name());
        walk_in(bench, engine, engine.programs(bench)?, |_, cargo| {
            cargo.env(full.0, full.1);
        })?;
    }
    Ok(())
}

/// Walks these test programs in another engine, without what it cannot do; the preparation is told the program's name.
fn walk_in(bench: &Bench, engine: Engine, names: Vec<String>, prepare: impl Fn(&str, &mut Command)) -> Result {
    let programs = match engine {
        Engine::Firefox => {
            let firefox = setup::for_firefox(bench.places)?;
            [("FIREFOX", firefox.program), ("GECKODRIVER", firefox.driver)]
        }
        Engine::WebKit => {
            let webkit = setup::for_webkit()?;
            [("MINI_BROWSER", webkit.program), ("WEBKIT_DRIVER", webkit.driver)]
        }
    };
    let cannot = engine.cannot()?;
    walk_these(bench, engine.can_walk(names)?, |program, cargo| {
        cargo.env("LANTERN_ROOM_ENGINE", engine.name()).envs(programs.iter().map(|(name, place)| (name, place)));
        cargo.arg("--exact");
        let of_program =
            |test: &String| test.split_once("::").filter(|(of, _)| *of == program).map(|(_, name)| name.to_owned());
        for test in cannot.iter().filter_map(of_program) {
            cargo.args(["--skip", &test]);
        }
        prepare(program, cargo);
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;
    use std::fs;
    use std::path::Path;

    fn root() -> &'static Path {
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
    }

    #[test]
    fn what_an_engine_cannot_do_is_there_to_be_done() {
        for cannot in list().unwrap() {
            assert!(
                cannot.engines.iter().all(|name| ALL.iter().any(|engine| engine.name() == name)),
                "{:?}",
                cannot.engines
            );
            for test in cannot.tests {
                let (program, name) = test.split_once("::").unwrap_or((&test, ""));
                let source = fs::read_to_string(root().join(format!("tests/{program}.rs"))).unwrap();
                assert!(source.contains(&format!("async fn {name}")), "there is no {test}");
            }
        }
    }

    #[test]
    fn what_says_most_is_there_and_can_be_walked() {
        let cannot = Engine::Firefox.cannot().unwrap();
        for (program, name) in TELLING {
            let source = fs::read_to_string(root().join(format!("tests/{program}.rs"))).unwrap();
            assert!(source.contains(&format!("async fn {name}")), "there is no {program}::{name}");
            assert!(!cannot.contains(&format!("{program}::{name}")) && !cannot.contains(&program.to_owned()));
        }
    }

    #[test]
    fn the_page_about_browsers_says_the_same() {
        let page = fs::read_to_string(root().join("docs/browsers.md")).unwrap();
        for cannot in list().unwrap() {
            assert!(page.contains(&cannot.why), "docs/browsers.md does not say that {}", cannot.why);
            for test in cannot.tests {
                assert!(page.contains(&format!("`{test}`")), "docs/browsers.md does not name {test}");
            }
        }
    }
}
