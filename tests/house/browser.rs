//! A browser with a profile that outlives it: it can be killed at any moment and started again where it was.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::WindowHandle;
use thirtyfour::prelude::*;

use super::engine::bidi::Bidi;
use super::engine::{Engine, Running};
use super::network::Outside;

/// The two ways in which the tablet is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// 1280 × 800, with a mouse.
    Landscape,
    /// 820 × 1180, under a finger.
    Portrait,
    /// 1280 × 800, under a finger.
    LandscapeTouch,
}

impl Screen {
    /// Width and height in CSS pixels.
    pub const fn size(self) -> (u32, u32) {
        match self {
            Self::Landscape | Self::LandscapeTouch => (1280, 800),
            Self::Portrait => (820, 1180),
        }
    }

    /// Whether it is touched.
    pub const fn is_touched(self) -> bool {
        matches!(self, Self::Portrait | Self::LandscapeTouch)
    }
}

/// What the browser is told about keeping things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// As it comes.
    Usual,
    /// With the database engine that Chromium is moving to.
    OnSqlite,
    /// A private window: everything is gone when it is closed.
    Private,
    /// Pages may keep nothing, as a school's technician can set it: no database, no storage, no service worker.
    KeepsNothing,
}

/// How long a script in the page may take: as long as a key that is made on a busy machine.
const SCRIPT: Duration = Duration::from_secs(120);

/// How long the driver may take with anything, the start of a browser among it.
const START: Duration = Duration::from_secs(600);

/// A browser, its driver and its profile.
pub struct Browser {
    session: Option<WebDriver>,
    running: Option<Running>,
    /// The second line to Firefox.
    pub(super) bidi: Option<Bidi>,
    origin: String,
    profile: PathBuf,
    /// Whose it is.
    pub engine: Engine,
    /// How it is held.
    pub screen: Screen,
    manner: Manner,
    /// Who answers in place of the rest of the world.
    pub outside: Outside,
    /// What pages have asked of a network so far.
    pub(super) asked: Mutex<Vec<String>>,
}

impl Browser {
    /// Starts with an empty profile.
    pub async fn start(origin: String, screen: Screen, manner: Manner) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("lantern-room-journey-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let profile = std::env::temp_dir().join(name);
        fs::create_dir(&profile).expect("a place for the profile");
        let mut browser = Self {
            session: None,
            running: None,
            bidi: None,
            origin,
            profile,
            engine: Engine::chosen(),
            screen,
            manner,
            outside: Outside::listen(),
            asked: Mutex::default(),
        };
        browser.start_again().await;
        browser
    }

    /// Starts on the profile as it is.
    pub async fn start_again(&mut self) {
        assert!(self.running.is_none(), "the browser is already there");
        let running = self.engine.start(&self.profile, &self.outside.address(), self.manner, self.screen);
        // A browser that starts beside a build takes minutes.
        let session = WebDriver::builder(&running.address, running.wanted.clone()).request_timeout(START);
        let session = session.connect().await;
        let session = session.expect("a session with the browser");
        if self.engine == Engine::Firefox {
            let line = session.handle().capabilities().get("webSocketUrl").and_then(Value::as_str);
            self.bidi = Some(Bidi::to(line.expect("a second line")));
        }
        self.running = Some(running);
        self.session = Some(session);
        self.hold().await;
    }

    /// Ends the browser and all its processes at once, as an empty battery does.
    pub fn kill(&mut self) {
        self.bidi = None;
        if let Some(session) = self.session.take() {
            // There is nobody left to say goodbye to.
            let _ = session.leak();
        }
        if let Some(mut running) = self.running.take() {
            running.browser.kill();
        }
    }

    /// Closes the browser as a person does: it writes down what it wants to keep.
    pub async fn close(&mut self) {
        self.bidi = None;
        let session = self.session.take().expect("the browser is not running");
        let mut running = self.running.take().expect("the browser is not running");
        if self.engine == Engine::Chromium {
            // The answer may be lost with the browser.
            let _ = session.cdp().send_raw("Browser.close", json!({})).await;
            let _ = session.leak();
            running.browser.wait();
        } else {
            // The driver closes the browser, and waits until it has ended.
            session.quit().await.expect("the browser closes");
        }
    }

    /// The profile's directory.
    pub fn profile(&self) -> &Path {
        &self.profile
    }

    /// The number of the group that all its processes are in.
    pub fn group(&self) -> u32 {
        self.running.as_ref().map_or(0, |running| running.browser.number())
    }

    /// Where the browser itself can be spoken to.
    pub fn debugger(&self) -> &str {
        self.running.as_ref().map_or("", |running| &running.debugger)
    }

    /// Where the release is served.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    pub(super) fn session(&self) -> &WebDriver {
        self.session.as_ref().expect("the browser is not running")
    }

    /// Opens an address of the app and waits until its document is there.
    pub async fn go(&self, path: &str) {
        self.session().goto(format!("{}{path}", self.origin)).await.unwrap_or_else(|error| panic!("{path}: {error}"));
    }

    /// Opens an address that is not the app's.
    pub async fn leave_for(&self, address: &str) {
        self.session().goto(address).await.unwrap_or_else(|error| panic!("{address}: {error}"));
    }

    /// Loads the page afresh: everything that was only in memory is gone.
    pub async fn reload(&self) {
        match &self.bidi {
            // Asked in the usual way its driver reloads past the service worker, as nobody does.
            Some(bidi) => {
                let page = self.window().await.to_string();
                bidi.ask("browsingContext.reload", json!({ "context": page, "wait": "complete" })).expect("a reload");
            }
            None => self.session().refresh().await.expect("a reload"),
        }
    }

    /// Goes back as the browser's own button does.
    pub async fn back(&self) {
        self.session().back().await.expect("a way back");
    }

    /// The address of the page without its origin.
    pub async fn path(&self) -> String {
        let path = self.evaluate("location.pathname + location.search").await;
        path.as_str().unwrap_or_default().to_owned()
    }

    /// The document's title.
    pub async fn title(&self) -> String {
        self.evaluate("document.title").await.as_str().unwrap_or_default().to_owned()
    }

    /// The window that is looked at.
    pub async fn window(&self) -> WindowHandle {
        self.session().window().await.expect("a window")
    }

    /// Opens another window of the same browser at an address, and looks at it.
    pub async fn open_a_window(&self, path: &str) -> WindowHandle {
        let window = self.session().new_window().await.expect("a second window");
        self.look_at(&window).await;
        if self.engine != Engine::Chromium {
            self.fit().await;
        }
        self.go(path).await;
        window
    }

    /// Closes the window that is looked at; another is to be looked at next.
    pub async fn close_window(&self) {
        self.session().close_window().await.expect("the window closes");
    }

    /// Looks at a window.
    pub async fn look_at(&self, window: &WindowHandle) {
        self.session().switch_to_window(window.clone()).await.expect("the window is there");
    }

    /// What is on the screen, as a PNG.
    pub async fn picture(&self) -> Vec<u8> {
        self.session().screenshot_as_png().await.expect("a picture")
    }

    /// The same at four tenths of its size, as a WebP, where the browser makes such pictures.
    pub async fn small_picture(&self) -> Vec<u8> {
        if self.engine != Engine::Chromium {
            return self.picture().await;
        }
        let size = self.evaluate("[innerWidth, innerHeight]").await;
        let clip = json!({ "x": 0, "y": 0, "width": size[0], "height": size[1], "scale": 0.4 });
        let asked = json!({ "format": "webp", "quality": 60, "clip": clip });
        let answer = self.ask("Page.captureScreenshot", asked).await;
        bytes_of_base64(answer["data"].as_str().unwrap_or_default())
    }

    /// The value of an expression in the page; promises are awaited.
    pub async fn evaluate(&self, expression: &str) -> Value {
        self.try_evaluate(expression).await.unwrap_or_else(|error| panic!("{expression}: {error}"))
    }

    /// Runs a script before every page that is loaded from now on.
    pub async fn before_every_page(&self, script: &str) -> Prelude {
        let (answer, number) = match &self.bidi {
            Some(bidi) => {
                let asked = json!({ "functionDeclaration": format!("() => {{ {script}\n }}") });
                (bidi.ask("script.addPreloadScript", asked).expect("a script"), "script")
            }
            None => {
                self.ask("Page.enable", json!({})).await;
                let asked = json!({ "source": script });
                (self.ask("Page.addScriptToEvaluateOnNewDocument", asked).await, "identifier")
            }
        };
        Prelude(answer[number].as_str().expect("the script's number").to_owned())
    }

    /// Runs it no longer.
    pub async fn no_longer(&self, prelude: Prelude) {
        match &self.bidi {
            Some(bidi) => {
                bidi.ask("script.removePreloadScript", json!({ "script": prelude.0 })).expect("it was there");
            }
            None => {
                self.ask("Page.removeScriptToEvaluateOnNewDocument", json!({ "identifier": prelude.0 })).await;
            }
        }
    }

    /// A command of Chromium's own protocol.
    pub async fn ask(&self, method: &str, parameters: Value) -> Value {
        self.try_ask(method, parameters).await.unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// The same, where failing is part of waiting.
    pub async fn try_ask(&self, method: &str, parameters: Value) -> WebDriverResult<Value> {
        assert!(self.engine == Engine::Chromium, "{method} is Chromium's own: tests/engines.toml must say so");
        self.session().cdp().send_raw(method, parameters).await
    }

    /// The size, and whether there is a finger instead of a mouse. Belongs to a session: a new one starts plain.
    async fn hold(&self) {
        if self.engine != Engine::Chromium {
            self.session().set_script_timeout(SCRIPT).await.expect("a patience");
            return self.fit().await;
        }
        let ((width, height), touched) = (self.screen.size(), self.screen.is_touched());
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": touched });
        self.ask("Emulation.setDeviceMetricsOverride", size).await;
        if touched {
            let touch = json!({ "enabled": true, "maxTouchPoints": 5 });
            self.ask("Emulation.setTouchEmulationEnabled", touch).await;
        }
    }
}

/// A script that runs before every page.
pub struct Prelude(String);

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            let _ = session.leak();
        }
        self.running = None;
        // What a journey leaves behind is of no use to anybody, and a failure to clear it away is no failure of the app.
        let _ = fs::remove_dir_all(&self.profile);
    }
}

/// The bytes that base64 stands for; what is none of its letters is passed over.
pub fn bytes_of_base64(text: &str) -> Vec<u8> {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0_u32, 0);
    for letter in text.bytes() {
        let Some(value) = LETTERS.iter().position(|known| *known == letter) else { continue };
        held = (held << 6) | u32::try_from(value).unwrap_or_default();
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((held >> bits) & 0xff).unwrap_or_default());
        }
    }
    bytes
}
