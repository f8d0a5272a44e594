//! The second line to Firefox, WebDriver BiDi: what the console says, what is asked of a network, scripts before a page's
//! own.

use std::sync::Mutex;

use serde_json::{Value, json};

use crate::house::line::Line;

/// What is told without being asked for.
const EVENTS: [&str; 2] = ["log.entryAdded", "network.beforeRequestSent"];

/// The line, and what came over it unasked.
pub struct Bidi(Mutex<Talk>);

struct Talk {
    line: Line,
    last: u32,
    events: Vec<Value>,
}

impl Bidi {
    /// Opens the line of a session.
    pub fn to(address: &str) -> Self {
        let bidi = Self(Mutex::new(Talk { line: Line::to(address), last: 0, events: Vec::new() }));
        bidi.ask("session.subscribe", json!({ "events": EVENTS })).expect("the browser tells what happens");
        bidi
    }

    /// A command, and its answer or why there is none.
    pub fn ask(&self, method: &str, parameters: Value) -> Result<Value, String> {
        let mut talk = self.0.lock().expect("no journey has failed in the middle of it");
        talk.last += 1;
        let number = talk.last;
        talk.line.say(number, method, parameters);
        loop {
            let said: Value = serde_json::from_str(&talk.line.hear()).expect("the browser speaks JSON");
            if said["id"] == number {
                return if said["type"] == "success" { Ok(said["result"].clone()) } else { Err(said.to_string()) };
            }
            talk.events.push(said);
        }
    }

    /// What happened of this kind since it was last asked for.
    pub fn told(&self, kind: &str) -> Vec<Value> {
        // Whatever was said before the answer has been heard with it.
        let _ = self.ask("session.status", json!({}));
        let mut talk = self.0.lock().expect("no journey has failed in the middle of it");
        let (told, others) = talk.events.drain(..).partition(|event| event["method"] == kind);
        talk.events = others;
        told
    }
}
