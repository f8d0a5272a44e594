//! Runs test programs side by side: a journey waits for its browser most of the time, so two of them take hardly longer
//! than one.

use crate::failure::{Failure, Result};
use std::collections::VecDeque;
use std::io::Write;
use std::process::Command;
use std::sync::Mutex;
use std::thread;

/// How many test programs run at once. More would make each of them wait for its turn.
const LANES: usize = 2;

/// Runs each of these commands, in order, as soon as a lane is free; what one prints is shown when it has ended.
///
/// # Errors
/// The names of all that failed. After the first failure no other is begun.
pub fn run(commands: Vec<(String, Command)>) -> Result {
    let waiting: Mutex<VecDeque<_>> = Mutex::new(commands.into());
    let failed = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..LANES {
            scope.spawn(|| {
                while let Some((name, command)) = next(&waiting, &failed) {
                    if !shows(&name, command) {
                        lock(&failed).push(name);
                    }
                }
            });
        }
    });
    let failed = failed.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    if failed.is_empty() { Ok(()) } else { Err(Failure::new(format!("Failed: {}.", failed.join(", ")))) }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn next(waiting: &Mutex<VecDeque<(String, Command)>>, failed: &Mutex<Vec<String>>) -> Option<(String, Command)> {
    if !lock(failed).is_empty() {
        return None;
    }
    lock(waiting).pop_front()
}

/// Runs one and shows what it said; whether it succeeded.
fn shows(name: &str, mut command: Command) -> bool {
    let (said, succeeded) = match command.output() {
        Ok(output) => ([output.stderr, output.stdout].concat(), output.status.success()),
        Err(error) => (format!("{name} could not be started: {error}.\n").into_bytes(), false),
    };
    // Should nobody read any more, the outcome still counts.
    let _ = std::io::stdout().lock().write_all(&said);
    succeeded
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn all_succeed_or_the_failed_are_named() {
        assert!(run(vec![("one".into(), shell("true")), ("two".into(), shell("true"))]).is_ok());
        assert!(run(Vec::new()).is_ok());
        let failure = run(vec![("one".into(), shell("true")), ("two".into(), shell("false"))]);
        assert!(failure.is_err_and(|failure| failure.to_string().contains("two")));
        let missing = run(vec![("none".into(), Command::new("/no/such/program"))]);
        assert!(missing.is_err_and(|failure| failure.to_string().contains("none")));
    }

    #[test]
    fn after_a_failure_no_other_is_begun() {
        let marks = std::env::temp_dir().join(format!("lantern-room-lanes-{}", std::process::id()));
        std::fs::create_dir_all(&marks).unwrap();
        let mut commands = vec![("bad".to_owned(), shell("exit 1")), ("slow".to_owned(), shell("sleep 0.3"))];
        for number in 0..6 {
            commands.push((number.to_string(), shell(&format!("touch {}/{number}", marks.display()))));
        }
        assert!(run(commands).is_err());
        let begun = std::fs::read_dir(&marks).unwrap().count();
        std::fs::remove_dir_all(&marks).unwrap();
        assert!(begun < 6, "{begun} were begun after the failure");
    }
}
