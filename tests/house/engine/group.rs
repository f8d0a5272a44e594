//! A program and everything that it starts, which can be ended at once.

use std::os::unix::process::CommandExt;
use std::process::{Child, Command};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A program that leads a group of processes.
pub struct Group {
    child: Child,
    name: &'static str,
}

impl Group {
    /// Starts a program in a group of its own.
    pub fn start(name: &'static str, command: &mut Command) -> Self {
        let child = command.process_group(0).spawn().unwrap_or_else(|error| panic!("{name} does not start: {error}"));
        Self { child, name }
    }

    /// The program itself.
    pub fn leader(&mut self) -> &mut Child {
        &mut self.child
    }

    /// The number of the group.
    pub fn number(&self) -> u32 {
        self.child.id()
    }

    /// Ends it and everything that it started without a warning, as an empty battery does.
    pub fn kill(&mut self) {
        assert!(self.end(), "{} could not be killed", self.name);
    }

    /// Whether it has ended, by now.
    fn end(&mut self) -> bool {
        if self.child.try_wait().is_ok_and(|ended| ended.is_some()) {
            return true;
        }
        // A group's number is that of the process that leads it, and the leader has not been waited for.
        let group = format!("-{}", self.child.id());
        let killed = Command::new("sh").args(["-c", "kill -KILL \"$0\"", &group]).status();
        killed.is_ok_and(|status| status.success()) && self.child.wait().is_ok()
    }

    /// Waits until it has ended by itself, and otherwise ends it.
    pub fn wait(&mut self) {
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(20) {
            if self.child.try_wait().is_ok_and(|ended| ended.is_some()) {
                return;
            }
            sleep(Duration::from_millis(50));
        }
        self.kill();
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        // A journey may be failing already, and must say why.
        self.end();
    }
}
