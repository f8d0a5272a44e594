//! The release, served by xtask on a port of this machine that was free.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::from_environment;

/// A server that can be stopped and started again where it was.
pub struct Server {
    child: Option<Child>,
    port: u16,
    release: PathBuf,
}

impl Server {
    /// Starts on any free port.
    pub fn start() -> Self {
        let mut server = Self { child: None, port: 0, release: release() };
        server.start_again();
        server
    }

    /// From now on serves another build where the first one was.
    pub fn change_over(&mut self, release: &Path) {
        self.stop();
        self.release = release.to_owned();
        self.start_again();
    }

    /// Starts once more on the same port, so that the browser finds the same origin.
    pub fn start_again(&mut self) {
        assert!(self.child.is_none(), "the server is already there");
        let program = from_environment("LANTERN_ROOM_SERVER", "target/debug/xtask");
        assert!(
            program.is_file() && self.release.join("index.html").is_file(),
            "Journeys go through the release: run them with cargo xtask test --only journeys."
        );
        let mut command = Command::new(program);
        command.args(["serve", "--port", &self.port.to_string(), "--dir"]).arg(&self.release);
        let mut child = command.stdout(Stdio::piped()).spawn().expect("the server starts");
        let mut first = String::new();
        BufReader::new(child.stdout.as_mut().expect("its output is piped"))
            .read_line(&mut first)
            .expect("the server says where it is");
        let port = first.trim().rsplit_once(':').and_then(|(_, port)| port.parse().ok());
        self.port = port.unwrap_or_else(|| panic!("the server said “{}”", first.trim()));
        self.child = Some(child);
    }

    /// Ends it at once: whoever asks now gets no answer.
    pub fn stop(&mut self) {
        if let Some(mut child) = self.child.take() {
            child.kill().expect("the server ends");
            child.wait().expect("the server has ended");
        }
    }

    /// Where the release is, for instance `http://127.0.0.1:41234`.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

/// The release that is journeyed through.
pub fn release() -> PathBuf {
    from_environment("LANTERN_ROOM_DIST", "dist")
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}
