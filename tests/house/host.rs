//! A host of static files that knows nothing of policies, as many are, and that fails in the ways in which hosts fail.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;

/// What goes wrong with one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The line breaks off in the middle.
    Cut,
    /// A single bit of it is another.
    Flipped,
    /// A page comes in its place, and the answer says that all is well.
    Page,
    /// It is missing.
    Missing,
    /// It is no trouble: it has only been moved elsewhere on this host.
    Moved,
}

#[derive(Default)]
struct State {
    directory: PathBuf,
    is_down: bool,
    troubles: BTreeMap<String, Trouble>,
    asked: Vec<String>,
}

/// Serves a directory until the test's process ends.
pub struct BareHost {
    port: u16,
    state: Arc<Mutex<State>>,
}

impl BareHost {
    /// Serves a directory on any free port.
    pub fn serve(directory: &Path) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let port = listener.local_addr().expect("its number").port();
        let state = Arc::new(Mutex::new(State { directory: directory.to_owned(), ..State::default() }));
        let shared = Arc::clone(&state);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = Arc::clone(&shared);
                // A browser that has gone away is no failure of the host.
                thread::spawn(move || answer(&stream, &state).ok());
            }
        });
        Self { port, state }
    }

    /// For instance `http://127.0.0.1:41234`.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// From now on serves another build, without troubles.
    pub fn change_over(&self, directory: &Path) {
        let mut state = self.state.lock().expect("no thread has failed");
        state.directory = directory.to_owned();
        state.troubles.clear();
        state.asked.clear();
    }

    /// The same, and this goes wrong with one file of it.
    pub fn change_over_with(&self, directory: &Path, path: &str, trouble: Trouble) {
        let mut state = self.state.lock().expect("no thread has failed");
        state.directory = directory.to_owned();
        state.troubles = BTreeMap::from([(path.to_owned(), trouble)]);
        state.asked.clear();
    }

    /// From now on this goes wrong with one file.
    pub fn trouble(&self, path: &str, trouble: Trouble) {
        self.state.lock().expect("no thread has failed").troubles.insert(path.to_owned(), trouble);
    }

    /// From now on nobody is answered.
    pub fn stop(&self) {
        self.state.lock().expect("no thread has failed").is_down = true;
    }

    /// Answers again.
    pub fn start_again(&self) {
        self.state.lock().expect("no thread has failed").is_down = false;
    }

    /// What has been asked for since the last change.
    pub fn asked(&self) -> Vec<String> {
        self.state.lock().expect("no thread has failed").asked.clone()
    }
}

/// One request a connection.
fn answer(mut browser: &TcpStream, state: &Mutex<State>) -> std::io::Result<()> {
    let mut head = String::new();
    let mut lines = BufReader::new(browser);
    while lines.read_line(&mut head)? > 2 {}
    let path = head.split(' ').nth(1).unwrap_or_default().split('?').next().unwrap_or_default().to_owned();
    let (file, trouble) = {
        let mut state = state.lock().expect("no thread has failed");
        if state.is_down {
            return Ok(());
        }
        state.asked.push(path.clone());
        let is_page = path.ends_with('/') || !path.rsplit('/').next().unwrap_or_default().contains('.');
        let name = if is_page { "index.html" } else { path.trim_start_matches('/') };
        let name = name.strip_prefix("moved/").unwrap_or(name);
        (state.directory.join(name), state.troubles.get(&path).copied())
    };
    if trouble == Some(Trouble::Moved) {
        let answer = "HTTP/1.1 308 Permanent Redirect\r\nConnection: close\r\nContent-Length: 0\r\n";
        return write!(browser, "{answer}Location: /moved{path}\r\n\r\n");
    }
    let page = || b"<!DOCTYPE html><title>Sign in to the Wi-Fi</title>".to_vec();
    let found = fs::read(&file).ok().filter(|_| trouble != Some(Trouble::Missing));
    let (status, kind, mut bytes) = match found {
        _ if trouble == Some(Trouble::Page) => ("200 OK", "text/html", page()),
        Some(bytes) => ("200 OK", kind(&file), bytes),
        None => ("404 Not Found", "text/html", page()),
    };
    let length = bytes.len();
    match trouble {
        Some(Trouble::Cut) => bytes.truncate(length / 2),
        Some(Trouble::Flipped) => bytes[length / 2] ^= 1,
        _ => {}
    }
    write!(
        browser,
        "HTTP/1.1 {status}\r\nConnection: close\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\n"
    )?;
    browser.write_all(&bytes)
}

pub(super) fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        // As hosts say of what is in none of their lists.
        _ => "application/octet-stream",
    }
}
