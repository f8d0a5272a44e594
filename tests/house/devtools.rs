//! A second line to the browser, for what comes in many pieces: a snapshot of a page's memory.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};

use super::Browser;
use super::line::Line;

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
