//! What the browser asks of a network: what pages ask, as the browser's log has it, and whatever would leave the machine.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::Value;

use super::Browser;

/// Where the browser itself asks for the time, updates and the like, whatever it is told. No page can: the log of its
/// requests shows them, and its policy lets none through.
const ITS_MAKER: [&str; 7] =
    [".google.com", ".googleapis.com", ".gvt1.com", ".gstatic.com", ".mozilla.org", ".mozilla.com", ".mozilla.net"];

/// Stands in for the rest of the world: the browser is told to send there whatever is not for this machine. It takes
/// note of each request and answers none.
pub struct Outside {
    port: u16,
    heard: Arc<Mutex<Vec<String>>>,
}

impl Outside {
    /// Listens on a free port, from now on.
    pub fn listen() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let port = listener.local_addr().expect("its number").port();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let notes = Arc::clone(&heard);
        // The thread ends with the test's process.
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let notes = Arc::clone(&notes);
                std::thread::spawn(move || hear(stream, &notes));
            }
        });
        Self { port, heard }
    }

    /// Its address, as a proxy.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The first line of every request so far, for instance `CONNECT example.org:443 HTTP/1.1`, without the browser's own.
    pub fn heard(&self) -> Vec<String> {
        let heard = self.heard.lock().expect("no thread has failed");
        heard.iter().filter(|line| !host(line).is_some_and(is_its_maker)).cloned().collect()
    }
}

fn hear(mut stream: TcpStream, notes: &Mutex<Vec<String>>) {
    let _ = stream.set_read_timeout(Some(Duration::from_secs(5)));
    let mut line = String::new();
    let read = BufReader::new(&stream).read_line(&mut line);
    let line = if read.is_ok() { line.trim().to_owned() } else { "a connection that said nothing".to_owned() };
    notes.lock().expect("no thread has failed").push(line);
    let _ = stream.write_all(b"HTTP/1.1 502 Nobody here\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
}

/// The host of a request to a proxy: `CONNECT example.org:443 …`, `GET http://example.org/path …`.
fn host(line: &str) -> Option<&str> {
    let address = line.split(' ').nth(1)?;
    let address = address.strip_prefix("http://").unwrap_or(address);
    address.split(['/', ':', '?']).next()
}

fn is_its_maker(host: &str) -> bool {
    ITS_MAKER.iter().any(|domain| host.ends_with(domain))
}

impl Browser {
    /// Every address that pages have asked for over a network since the browser was first started. To be called before
    /// the browser is killed: its log dies with it.
    pub async fn requests(&self) -> Vec<String> {
        if let Some(bidi) = &self.bidi {
            let told = bidi.told("network.beforeRequestSent");
            let told = told.iter().filter_map(|event| event["params"]["request"]["url"].as_str());
            let mut asked = self.asked.lock().expect("no thread has failed");
            asked.extend(told.filter(|address| leaves_the_page(address)).map(str::to_owned));
            return asked.clone();
        }
        let entries = self.session().get_log("performance").await.expect("the browser's log");
        let mut asked = self.asked.lock().expect("no thread has failed");
        for entry in entries {
            let event: Value = serde_json::from_str(&entry.message).expect("an entry of the log");
            asked.extend(address(&event["message"]).filter(|address| leaves_the_page(address)).map(str::to_owned));
        }
        asked.clone()
    }

    /// Fails if anything was asked for elsewhere than where the release is served.
    pub async fn assert_only_home(&self) {
        let requests = self.requests().await;
        assert!(!requests.is_empty(), "the log shows no request at all: nothing was looked at");
        let home = format!("{}/", self.origin());
        let strange: Vec<_> = requests.iter().filter(|address| !address.starts_with(&home)).collect();
        assert!(strange.is_empty(), "asked for elsewhere: {strange:#?}");
        let outside = self.outside.heard();
        assert!(outside.is_empty(), "left the machine: {outside:#?}");
    }
}

fn address(event: &Value) -> Option<&str> {
    match event["method"].as_str()? {
        "Network.requestWillBeSent" => event["params"]["request"]["url"].as_str(),
        "Network.webSocketCreated" | "Network.webTransportCreated" => event["params"]["url"].as_str(),
        _ => None,
    }
}

/// `data:`, `blob:` and `about:` never touch a network.
fn leaves_the_page(address: &str) -> bool {
    !["data:", "blob:", "about:"].iter().any(|scheme| address.starts_with(scheme))
}
