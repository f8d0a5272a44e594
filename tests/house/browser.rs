//! A browser with a profile that outlives it: it can be killed at any moment and started again where it was.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::{Value, json};
use thirtyfour::WindowHandle;
use thirtyfour::prelude::*;
use thirtyfour::{ChromiumLikeCapabilities, LoggingPrefsLogLevel};

use super::driver::{Chromium, Driver};
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

/// A Chromium, its driver and its profile.
pub struct Browser {
    session: Option<WebDriver>,
    chromium: Option<Chromium>,
    driver: Driver,
    origin: String,
    profile: PathBuf,
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
        if manner == Manner::KeepsNothing {
            let told = json!({ "profile": { "default_content_setting_values": { "cookies": 2 } } });
            fs::create_dir(profile.join("Default")).expect("a place for what the browser is told");
            fs::write(profile.join("Default/Preferences"), told.to_string()).expect("the browser can be told");
        }
        let mut browser = Self {
            session: None,
            chromium: None,
            driver: Driver::start(),
            origin,
            profile,
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
        assert!(self.chromium.is_none(), "the browser is already there");
        let chromium = Chromium::start(&self.profile, &self.outside.address(), self.manner);
        let mut wanted = DesiredCapabilities::chrome();
        wanted.set_debugger_address(&chromium.debugger).expect("an address");
        wanted.set_logging_prefs("performance", LoggingPrefsLogLevel::All).expect("a level");
        wanted.set_logging_prefs("browser", LoggingPrefsLogLevel::All).expect("a level");
        self.chromium = Some(chromium);
        self.session = Some(WebDriver::new(&self.driver.address, wanted).await.expect("a session with the browser"));
        self.hold().await;
    }

    /// Ends the browser and all its processes at once, as an empty battery does.
    pub fn kill(&mut self) {
        if let Some(session) = self.session.take() {
            // There is nobody left to say goodbye to.
            let _ = session.leak();
        }
        if let Some(mut chromium) = self.chromium.take() {
            chromium.kill();
        }
    }

    /// Closes the browser as a person does: it writes down what it wants to keep.
    pub async fn close(&mut self) {
        // The answer may be lost with the browser.
        let _ = self.try_ask("Browser.close", json!({})).await;
        if let Some(session) = self.session.take() {
            let _ = session.leak();
        }
        if let Some(mut chromium) = self.chromium.take() {
            chromium.wait();
        }
    }

    /// The profile's directory.
    pub fn profile(&self) -> &Path {
        &self.profile
    }

    /// The number of the group that all its processes are in.
    pub fn group(&self) -> u32 {
        self.chromium.as_ref().map_or(0, Chromium::group)
    }

    /// Where the browser itself can be spoken to.
    pub fn debugger(&self) -> &str {
        self.chromium.as_ref().map_or("", |chromium| &chromium.debugger)
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
        self.session().refresh().await.expect("a reload");
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
        self.go(path).await;
        window
    }

    /// Looks at a window.
    pub async fn look_at(&self, window: &WindowHandle) {
        self.session().switch_to_window(window.clone()).await.expect("the window is there");
    }

    /// What is on the screen, as a PNG.
    pub async fn picture(&self) -> Vec<u8> {
        self.session().screenshot_as_png().await.expect("a picture")
    }

    /// The same at four tenths of its size, as a WebP.
    pub async fn small_picture(&self) -> Vec<u8> {
        let size = self.evaluate("[innerWidth, innerHeight]").await;
        let clip = json!({ "x": 0, "y": 0, "width": size[0], "height": size[1], "scale": 0.4 });
        let asked = json!({ "format": "webp", "quality": 60, "clip": clip });
        let answer = self.ask("Page.captureScreenshot", asked).await;
        bytes_of_base64(answer["data"].as_str().unwrap_or_default())
    }

    /// What the browser's console has said since this was last asked.
    pub async fn log(&self) -> Vec<String> {
        let entries = self.session().browser_log().await.unwrap_or_default();
        entries.into_iter().map(|entry| entry.message).collect()
    }

    /// The value of an expression in the page; promises are awaited.
    pub async fn evaluate(&self, expression: &str) -> Value {
        let asked = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let answer = self.ask("Runtime.evaluate", asked).await;
        assert!(answer.get("exceptionDetails").is_none(), "{expression}: {}", answer["exceptionDetails"]);
        answer["result"]["value"].clone()
    }

    /// A command of the browser's own protocol.
    pub async fn ask(&self, method: &str, parameters: Value) -> Value {
        self.try_ask(method, parameters).await.unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// The same, where failing is part of waiting.
    pub async fn try_ask(&self, method: &str, parameters: Value) -> WebDriverResult<Value> {
        self.session().cdp().send_raw(method, parameters).await
    }

    /// The size, and whether there is a finger instead of a mouse. Belongs to a session: a new one starts plain.
    async fn hold(&self) {
        let ((width, height), touched) = (self.screen.size(), self.screen.is_touched());
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": touched });
        self.ask("Emulation.setDeviceMetricsOverride", size).await;
        if touched {
            let touch = json!({ "enabled": true, "maxTouchPoints": 5 });
            self.ask("Emulation.setTouchEmulationEnabled", touch).await;
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            let _ = session.leak();
        }
        self.chromium = None;
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
