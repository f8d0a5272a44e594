//! Running journeys through the release, in a real browser.

use crate::failure::{Failure, Result};
use crate::test::Bench;
use crate::{build, lanes, setup};
use std::env;
use std::process::Command;

/// Runs the tests whose names begin so through the release.
pub(crate) fn walk(bench: &Bench, beginning: &str, prepare: impl Fn(&mut Command)) -> Result {
    walk_these(bench, bench.test_targets(&[beginning], true)?, |_, cargo| prepare(cargo))
}

/// Runs these tests through the release, two programs side by side.
pub(crate) fn walk_these(bench: &Bench, names: Vec<String>, prepare: impl Fn(&str, &mut Command)) -> Result {
    if !bench.places.dist.join("index.html").is_file() {
        build::build(bench.places)?;
    }
    let browser = bench.browser()?;
    let server = env::current_exe()
        .map_err(|error| Failure::new(format!("This program does not know where it is: {error}.")))?;
    let names = longest_first(names);
    // All are compiled first: two that compile at once would only wait for each other.
    let mut compile = bench.cargo(&["test", "--locked", "--package", "lantern-room", "--no-run"]);
    for name in &names {
        compile.args(["--test", name]);
    }
    setup::run(&mut compile, "A journey does not compile.")?;
    let mut commands = Vec::new();
    for name in names {
        let mut cargo =
            bench.cargo(&["test", "--locked", "--package", "lantern-room", "--test", &name, "--", "--test-threads=1"]);
        prepare(&name, &mut cargo);
        cargo.env("LANTERN_ROOM_DIST", &bench.places.dist).env("LANTERN_ROOM_SERVER", &server);
        cargo.env("CHROME", &browser.chrome).env("CHROMEDRIVER", &browser.driver).env("AXE_CORE", &browser.axe);
        cargo.args(bench.extra);
        commands.push((name, cargo));
    }
    lanes::run(commands)
}

/// Those that take minutes come first, so that no lane is left alone with one of them at the end.
fn longest_first(mut names: Vec<String>) -> Vec<String> {
    const LONG: [&str; 13] = [
        "journey_child_side",
        "journey_access",
        "journey_storage",
        "journey_update_torture",
        "journey_kill",
        "journey_check_in",
        "journey_settings",
        "journey_update",
        "torture_kill",
        "torture_loss",
        "torture_acts",
        "torture_room",
        "torture_windows",
    ];
    names.sort_by_key(|name| LONG.iter().position(|long| name == long).unwrap_or(LONG.len()));
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_long_ones_come_first_and_the_others_in_their_order() {
        let names = ["journey_a", "journey_kill", "journey_z", "journey_access"].map(str::to_owned).to_vec();
        assert_eq!(longest_first(names), ["journey_access", "journey_kill", "journey_a", "journey_z"]);
    }
}
