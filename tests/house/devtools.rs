//! A second line to the browser, for what comes in many pieces: a snapshot of a page's memory.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};

use super::Browser;

/// Something that runs in the browser and has a memory of its own.
#[derive(Clone, Debug)]
pub struct Target {
    /// `page`, `worker`, `service_worker` and so on.
    pub kind: String,
    /// Its address.
    pub url: String,
    socket: String,
}

impl Browser {
    /// Everything that runs.
    pub fn targets(&self) -> Vec<Target> {
        let mut stream = TcpStream::connect(self.debugger()).expect("the browser listens");
        let asked = format!("GET /json/list HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.debugger());
        stream.write_all(asked.as_bytes()).expect("the browser hears");
        let mut answer = String::new();
        // The browser may keep the line open although it was asked to close it.
        stream.set_read_timeout(Some(Duration::from_secs(5))).expect("a patience");
        let _ = stream.read_to_string(&mut answer);
        let body = answer.split_once("\r\n\r\n").map_or("", |(_, body)| body);
        let list: Vec<Value> = serde_json::from_str(body).unwrap_or_else(|error| panic!("{error}: {answer}"));
        let text = |of: &Value, name: &str| of[name].as_str().unwrap_or_default().to_owned();
        list.iter()
            .map(|one| Target {
                kind: text(one, "type"),
                url: text(one, "url"),
                socket: text(one, "webSocketDebuggerUrl"),
            })
            .collect()
    }

    /// A command to a target of its own, such as the keeper, and its answer.
    pub fn ask_of(&self, target: &Target, method: &str, parameters: Value) -> Value {
        let mut line = Line::to(&target.socket);
        line.say(1, method, parameters);
        loop {
            let said: Value = serde_json::from_str(&line.hear()).expect("the browser speaks JSON");
            if said["id"] == 1 {
                assert!(said.get("error").is_none(), "{said}");
                return said["result"].clone();
            }
        }
    }

    /// All that lies in the memory of a target's scripts, as the browser writes it down after clearing away.
    pub fn heap_of(&self, target: &Target) -> String {
        let mut line = Line::to(&target.socket);
        line.say(1, "HeapProfiler.enable", json!({}));
        line.say(2, "HeapProfiler.collectGarbage", json!({}));
        let snapshot = json!({ "reportProgress": false, "exposeInternals": true, "captureNumericValue": false });
        line.say(3, "HeapProfiler.takeHeapSnapshot", snapshot);
        let mut heap = String::new();
        loop {
            let said: Value = serde_json::from_str(&line.hear()).expect("the browser speaks JSON");
            if let Some(chunk) = said["params"]["chunk"].as_str() {
                heap.push_str(chunk);
            }
            if said["id"] == 3 {
                assert!(said.get("error").is_none(), "{said}");
                return heap;
            }
        }
    }
}

/// A web socket, as far as it is needed here.
struct Line(BufReader<TcpStream>);

impl Line {
    fn to(address: &str) -> Self {
        let (host, path) = address.trim_start_matches("ws://").split_once('/').expect("an address");
        let mut stream = TcpStream::connect(host).expect("the browser listens");
        stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a patience");
        let asked = format!(
            "GET /{path} HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
             Sec-WebSocket-Key: bGFudGVybiByb29tIGtleQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
        );
        stream.write_all(asked.as_bytes()).expect("the browser hears");
        let mut line = Self(BufReader::new(stream));
        let mut header = String::new();
        while line.0.read_line(&mut header).expect("the browser answers") > 2 {}
        assert!(header.contains(" 101 "), "{header}");
        line
    }

    fn say(&mut self, id: u32, method: &str, params: Value) {
        let text = json!({ "id": id, "method": method, "params": params }).to_string();
        let length = u16::try_from(text.len()).expect("a short command");
        let mut frame = vec![0x81];
        if length < 126 {
            frame.push(0x80 | length as u8);
        } else {
            frame.push(0x80 | 126);
            frame.extend(length.to_be_bytes());
        }
        // A mask of zeros.
        frame.extend([0; 4]);
        frame.extend(text.as_bytes());
        self.0.get_mut().write_all(&frame).expect("the browser hears");
    }

    fn hear(&mut self) -> String {
        let mut text = Vec::new();
        loop {
            let [first, second] = self.bytes();
            let length = match second & 0x7f {
                126 => u64::from(u16::from_be_bytes(self.bytes())),
                127 => u64::from_be_bytes(self.bytes()),
                short => short.into(),
            };
            let mut part = vec![0; usize::try_from(length).expect("it fits")];
            self.0.read_exact(&mut part).expect("the whole of it");
            if first & 0x0f <= 1 {
                text.extend(part);
                if first & 0x80 != 0 {
                    return String::from_utf8(text).expect("text");
                }
            }
        }
    }

    fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        self.0.read_exact(&mut bytes).expect("the browser goes on");
        bytes
    }
}
