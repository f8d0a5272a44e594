//! WebKitGTK without its driver: under the driver it keeps nothing beyond its end, by itself it keeps all that an app keeps.
//!
//! The page is served with two scripts of the test's. One listens at the wire; the other asks the host what to do next, and
//! tells it what came of it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::engine::Group;
use super::engine::webkit::{AS_SAFARI, MINI_BROWSER, screen};
use super::from_environment;
use super::hands::{KEY_PATIENCE, PATIENCE};
use super::host::kind;
use super::torture::EAR;

/// Asks what to do and does it. A module may be fetched where a policy forbids to make one of words.
const ASKER: &str = "(async () => {
    for (let number = 0; ; number += 1) {
        const program = await import(`/asked/LIFE/${number}.js`);
        const told = await program.default();
        await fetch('/told', { method: 'POST', body: JSON.stringify(told) });
    }
})();";

/// What is to be seen and begins with these words, and what stands beside a label.
const HANDS: &str = "window.hands = {
    named: (selector, words) => [...document.querySelectorAll(selector)].find((it) => it.checkVisibility()
        && !it.disabled && (it.getAttribute('aria-label') ?? it.innerText).trim().replace(/\\s+/g, ' ').startsWith(words)),
    tap: (selector, words) => { const it = hands.named(selector, words); it?.click(); return !!it; },
    fill: (label, words) => {
        const field = hands.named('label', label)?.control;
        if (!field) return false;
        field.value = words;
        for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
        return true;
    },
};";

/// The browser, its host and what it keeps.
pub struct Undriven {
    wanted: Arc<Wanted>,
    told: Receiver<Value>,
    number: AtomicU64,
    origin: String,
    profile: PathBuf,
    display: String,
    _screen: Group,
    browser: Option<Group>,
}

/// What the page is to do next, and in which life of the browser: one that has ended must not be given anything.
struct Wanted {
    next: Mutex<(u32, Option<String>)>,
    changed: Condvar,
    told: Mutex<Sender<Value>>,
    directory: PathBuf,
    asked: Mutex<Vec<String>>,
}

impl Undriven {
    /// Serves a build, for a browser without a past.
    pub fn serve(build: &Path) -> Self {
        let profile = std::env::temp_dir().join(format!("lantern-room-undriven-{}", std::process::id()));
        std::fs::create_dir(&profile).expect("a place for the profile");
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let origin = format!("http://{}", listener.local_addr().expect("its number"));
        let (teller, told) = channel();
        let wanted = Arc::new(Wanted {
            next: Mutex::default(),
            changed: Condvar::new(),
            told: Mutex::new(teller),
            directory: build.to_owned(),
            asked: Mutex::default(),
        });
        let shared = Arc::clone(&wanted);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let wanted = Arc::clone(&shared);
                // A browser that has gone away is no failure of the host.
                thread::spawn(move || wanted.answer(&stream).ok());
            }
        });
        let (screen, display) = screen();
        Self { wanted, told, number: AtomicU64::default(), origin, profile, display, _screen: screen, browser: None }
    }

    /// Starts the browser at an address, again if its page does not come: how often it did not.
    #[allow(clippy::print_stdout)] // Whoever looks for the reason needs it.
    pub fn start(&mut self, path: &str) -> u32 {
        for in_vain in 0..3 {
            self.start_once(path);
            let begun = Instant::now();
            while begun.elapsed() < PATIENCE {
                if self.evaluate_within("true", Duration::from_secs(1)).is_ok() {
                    return in_vain;
                }
            }
            println!("the page did not come; asked for: {:?}", self.wanted.asked.lock().expect("no thread has failed"));
            self.kill();
        }
        panic!("the page does not come");
    }

    fn start_once(&mut self, path: &str) {
        let mut command = Command::new(from_environment("MINI_BROWSER", MINI_BROWSER));
        command.arg(format!("--features={AS_SAFARI}")).arg(format!("{}{path}", self.origin));
        command.env("DISPLAY", &self.display).env("HOME", &self.profile);
        for (name, place) in [("XDG_DATA_HOME", "data"), ("XDG_CACHE_HOME", "cache"), ("XDG_CONFIG_HOME", "config")] {
            command.env(name, self.profile.join(place));
        }
        command.stdout(Stdio::null()).stderr(Stdio::null());
        self.browser = Some(Group::start("MiniBrowser", &mut command));
    }

    /// Its battery is empty.
    pub fn kill(&mut self) {
        if let Some(mut browser) = self.browser.take() {
            browser.kill();
        }
        let mut next = self.wanted.next.lock().expect("no thread has failed");
        *next = (next.0 + 1, None);
        self.wanted.asked.lock().expect("no thread has failed").clear();
        self.wanted.changed.notify_all();
        drop(next);
        // What it may have told in its last moment answers no later question.
        while self.told.try_recv().is_ok() {}
    }

    /// The value of an expression in the page; promises are awaited.
    pub fn evaluate(&self, expression: &str) -> Value {
        self.try_evaluate(expression, KEY_PATIENCE).unwrap_or_else(|| panic!("no answer to {expression}"))
    }

    /// The same; nothing where the page has fallen silent.
    pub fn try_evaluate(&self, expression: &str, patience: Duration) -> Option<Value> {
        let told = self.evaluate_within(expression, patience).ok()?;
        assert!(told["error"].is_null(), "{expression}: {told}");
        Some(told["value"].clone())
    }

    fn evaluate_within(&self, expression: &str, patience: Duration) -> Result<Value, RecvTimeoutError> {
        let number = self.number.fetch_add(1, Ordering::Relaxed);
        let program = format!(
            "export default async () => {{
                try {{ return {{ number: {number}, value: await ({expression}) ?? null }}; }}
                catch (error) {{ return {{ number: {number}, error: String(error) }}; }}
            }};"
        );
        self.wanted.next.lock().expect("no thread has failed").1 = Some(program);
        self.wanted.changed.notify_all();
        loop {
            let told = self.told.recv_timeout(patience)?;
            // What was asked before may be answered late.
            if told["number"] == number {
                return Ok(told);
            }
        }
    }

    /// Waits until an expression is true, as long as a key may take.
    pub fn becomes_true(&self, expression: &str) {
        let begun = Instant::now();
        while self.evaluate(expression) != true {
            if begun.elapsed() > KEY_PATIENCE {
                panic!(
                    "{expression} is never true: {}",
                    self.evaluate("location.pathname + ' ' + document.body.innerText")
                );
            }
            thread::sleep(Duration::from_millis(60));
        }
    }

    /// Taps the first of these that begins with these words, as soon as it is there.
    pub fn tap(&self, selector: &str, words: &str) {
        self.becomes_true(&format!("hands.tap({}, {})", json!(selector), json!(words)));
    }

    /// Types into a field.
    pub fn fill(&self, label: &str, words: &str) {
        self.becomes_true(&format!("hands.fill({}, {})", json!(label), json!(words)));
    }

    /// Waits until something of these begins with these words.
    pub fn sees(&self, selector: &str, words: &str) {
        self.becomes_true(&format!("!!hands.named({}, {})", json!(selector), json!(words)));
    }
}

impl Drop for Undriven {
    fn drop(&mut self) {
        self.browser = None;
        // A test that is failing already must say why.
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

impl Wanted {
    /// One request a connection.
    fn answer(&self, browser: &TcpStream) -> std::io::Result<()> {
        let mut reader = BufReader::new(browser);
        let mut head = String::new();
        while reader.read_line(&mut head)? > 2 {}
        let path = head.split(' ').nth(1).unwrap_or_default().split('?').next().unwrap_or_default();
        self.asked.lock().expect("no thread has failed").push(path.to_owned());
        if path == "/told" {
            let length = head.lines().find_map(|line| {
                let (name, value) = line.split_once(':')?;
                name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
            });
            let mut told = vec![0; length.unwrap_or_default()];
            reader.read_exact(&mut told)?;
            let told = serde_json::from_slice(&told)?;
            // Nobody may be listening any more.
            let _ = self.told.lock().expect("no thread has failed").send(told);
            return reply(browser, "application/json", b"{}");
        }
        if let Some(asked) = path.strip_prefix("/asked/") {
            let life = asked.split('/').next().and_then(|life| life.parse().ok()).unwrap_or_default();
            return match self.wait(life) {
                Some(wanted) => reply(browser, "text/javascript", wanted.as_bytes()),
                None => Ok(()),
            };
        }
        if path == "/beside.js" {
            let life = self.next.lock().expect("no thread has failed").0.to_string();
            let script = [EAR, ";", HANDS, &ASKER.replace("LIFE", &life)].concat();
            return reply(browser, "text/javascript", script.as_bytes());
        }
        let is_page = !path.rsplit('/').next().unwrap_or_default().contains('.');
        if is_page {
            let page = std::fs::read_to_string(self.directory.join("index.html"))?;
            // Before the page's own, so that no worker starts unheard.
            let page = page.replacen("<script", "<script src=\"/beside.js\"></script><script", 1);
            return reply(browser, "text/html", page.as_bytes());
        }
        let file = self.directory.join(path.trim_start_matches('/'));
        reply(browser, kind(&file), &std::fs::read(&file)?)
    }

    /// Waits until there is something to do in this life; nothing when it is over.
    fn wait(&self, life: u32) -> Option<String> {
        let mut next = self.next.lock().expect("no thread has failed");
        loop {
            if next.0 != life {
                return None;
            }
            if let Some(wanted) = next.1.take() {
                return Some(wanted);
            }
            next = self.changed.wait(next).expect("no thread has failed");
        }
    }
}

fn reply(mut browser: &TcpStream, kind: &str, bytes: &[u8]) -> std::io::Result<()> {
    write!(
        browser,
        "HTTP/1.1 200 OK\r\nConnection: close\r\nCache-Control: no-store\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n",
        bytes.len()
    )?;
    browser.write_all(bytes)
}
