//! The engines that the app is journeyed through in: what each is started with, and how each is spoken to.
//!
//! Hands and eyes need few things of an engine, and each of these is there twice: by Chromium's own protocol, and by
//! WebDriver as it is the same for all. What only one of them can do is in tests/engines.toml, with the reason.

pub mod bidi;
pub mod chromium;
pub mod classic;
pub mod firefox;
pub mod group;
pub mod protocol;
pub mod webkit;

use std::path::Path;

use serde_json::{Value, json};
use thirtyfour::common::capabilities::desiredcapabilities::Capabilities;

use super::Browser;
use super::browser::{Manner, Screen};
use super::hands::{Node, Pointer, Seen};
pub use group::Group;

/// Whose browser it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, by chromedriver and its own protocol.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, by WebKitWebDriver.
    WebKit,
}

impl Engine {
    /// What `LANTERN_ROOM_ENGINE` says; Chromium, if it says nothing.
    pub fn chosen() -> Self {
        match std::env::var("LANTERN_ROOM_ENGINE").as_deref() {
            Err(_) | Ok("" | "chromium") => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            Ok(other) => panic!("“{other}” is no engine: chromium, firefox, webkit"),
        }
    }

    /// Starts it on a profile. Everything that is not for this machine goes to `proxy`.
    pub fn start(self, profile: &Path, proxy: &str, manner: Manner, screen: Screen) -> Running {
        match self {
            Self::Chromium => chromium::start(profile, proxy, manner),
            Self::Firefox => firefox::start(profile, proxy, manner, screen),
            Self::WebKit => webkit::start(profile, proxy, manner),
        }
    }
}

/// A browser that runs, and its driver.
pub struct Running {
    /// The browser's processes; its driver's too, where the driver starts the browser.
    pub browser: Group,
    /// What it needs beside it and ends with it: a driver of its own, a screen.
    pub beside: Option<Group>,
    /// Where the driver listens.
    pub address: String,
    /// What is asked of it.
    pub wanted: Capabilities,
    /// Where Chromium itself can be spoken to.
    pub debugger: String,
}

/// What hands and eyes need of an engine.
impl Browser {
    /// What has this role now, and this name if one is given, as the browser tells a screen reader.
    pub(super) async fn look_for(&self, role: &str, name: Option<&str>) -> Vec<Seen> {
        match self.engine {
            Engine::Chromium => self.look_by_protocol(role, name).await,
            Engine::Firefox | Engine::WebKit => self.look_by_driver(role, name).await,
        }
    }

    /// Calls a function on an element; nothing if the element has gone.
    pub(super) async fn on(&self, seen: &Seen, function: &str, given: &[Value]) -> Option<Value> {
        match &seen.node {
            Node::Backend(number) => self.on_by_protocol(*number, function, given).await,
            Node::Element(element) => self.on_by_driver(element, function, given).await,
        }
    }

    /// Puts down, moves or lifts a finger or the mouse, one after the other, in CSS pixels.
    pub(super) async fn point(&self, what: &[Pointer], x: &Value, y: &Value) {
        match self.engine {
            Engine::Chromium => {
                for what in what {
                    self.point_by_protocol(*what, x, y).await;
                }
            }
            // At once: between two commands the page may move under the finger.
            Engine::Firefox | Engine::WebKit => self.point_by_driver(what, x, y).await,
        }
    }

    /// Presses a key of a keyboard, by its name in the browser: `Enter`, `ArrowRight`, `Escape`.
    pub async fn key(&self, name: &str) {
        match self.engine {
            Engine::Chromium => self.key_by_protocol(name).await,
            Engine::Firefox | Engine::WebKit => self.key_by_driver(name).await,
        }
    }

    /// Puts words where the caret is, over what is selected.
    pub(super) async fn insert(&self, text: &str) {
        if self.engine == Engine::Chromium {
            self.ask("Input.insertText", json!({ "text": text })).await;
        } else {
            let act = if text.is_empty() { "delete" } else { "insertText" };
            self.evaluate(&format!("document.execCommand('{act}', false, {})", json!(text))).await;
        }
    }

    /// The value of an expression in the page, or why it has none; promises are awaited.
    pub(super) async fn try_evaluate(&self, expression: &str) -> Result<Value, String> {
        match self.engine {
            Engine::Chromium => self.evaluate_by_protocol(expression).await,
            Engine::Firefox | Engine::WebKit => self.evaluate_by_driver(expression).await,
        }
    }

    /// Runs statements in the page, as a tool of the browser's and not as a script of the page's.
    pub(super) async fn lend(&self, script: &str) {
        if self.engine == Engine::Chromium {
            let answer = self.ask("Runtime.evaluate", json!({ "expression": script, "returnByValue": true })).await;
            assert!(answer.get("exceptionDetails").is_none(), "{}", answer["exceptionDetails"]);
        } else {
            self.session().execute(script, Vec::new()).await.expect("the script runs");
        }
    }

    /// Whether what is pointed with is a finger, as far as the driver has fingers.
    fn touches(&self) -> bool {
        self.screen.is_touched() && self.engine != Engine::WebKit
    }
}
