//! Whether the app is installed, and how to get it installed.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::Event;

use super::dynamic::{asked, call, of_navigator, property};
use super::listener::{Listener, listen};

/// Whether the app runs in a window of its own, as an installed app does.
pub fn is_standalone() -> bool {
    let displayed = web_sys::window()
        .and_then(|window| window.match_media("(display-mode: standalone)").ok().flatten())
        .is_some_and(|query| query.matches());
    // Safari's own older word for the same.
    displayed || of_navigator("standalone").is_some_and(|value| value.is_truthy())
}

/// Whether this is an iPhone or iPad. There only an app on the home screen keeps its data for good, and its storage is
/// not the browser's: no vault should be made before it is installed.
pub fn is_ios() -> bool {
    let text = |name| of_navigator(name).and_then(|value| value.as_string()).unwrap_or_default();
    let fingers = of_navigator("maxTouchPoints").and_then(|value| value.as_f64()).unwrap_or_default();
    names_ios(&text("platform"), &text("userAgent"), fingers as u32)
}

/// An iPad calls itself a Mac, but no Mac has a touch screen.
fn names_ios(platform: &str, user_agent: &str, fingers: u32) -> bool {
    let named = ["iPad", "iPhone", "iPod"].iter().any(|name| platform.contains(name) || user_agent.contains(name));
    named || (platform.starts_with("Mac") && fingers > 1)
}

/// How a person answered the browser's question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The app is being installed.
    Accepted,
    /// Not now.
    Dismissed,
    /// The browser has nothing to ask, or may not ask again yet.
    NotAsked,
}

/// Keeps the browser's offer to install the app until a person wants it.
#[derive(Debug)]
pub struct InstallOffer {
    held: Rc<RefCell<Option<Event>>>,
    _listeners: Vec<Listener>,
}

impl InstallOffer {
    /// Waits for the browser's offer, which may come at any time or never; `changed` is told whether there is one now.
    pub fn watch(changed: impl Fn(bool) + 'static) -> Self {
        let held: Rc<RefCell<Option<Event>>> = Rc::default();
        let changed = Rc::new(changed);
        let listeners = web_sys::window().map(|window| {
            let (keep, tell) = (held.clone(), changed.clone());
            let offered = listen(&window, "beforeinstallprompt", move |event| {
                event.prevent_default();
                *keep.borrow_mut() = Some(event);
                tell(true);
            });
            let gone = held.clone();
            let installed = listen(&window, "appinstalled", move |_| {
                gone.borrow_mut().take();
                changed(false);
            });
            vec![offered, installed]
        });
        Self { held, _listeners: listeners.unwrap_or_default() }
    }

    /// Lets the browser ask. Must be called from a tap; one offer asks once.
    pub async fn ask(&self) -> Answer {
        let Some(event) = self.held.borrow_mut().take() else { return Answer::NotAsked };
        let event = JsValue::from(event);
        if call(&event, "prompt", &[]).is_none() {
            return Answer::NotAsked;
        }
        // `userChoice` is a promise: waiting for it is calling its `then`.
        let Some(choice) = property(&event, "userChoice") else { return Answer::NotAsked };
        let outcome = asked(&choice, "then", &[&JsValue::UNDEFINED]).await;
        match outcome.and_then(|choice| property(&choice, "outcome")).and_then(|word| word.as_string()).as_deref() {
            Some("accepted") => Answer::Accepted,
            _ => Answer::Dismissed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::names_ios;

    #[test]
    fn an_ipad_that_says_it_is_a_mac_is_found_out() {
        const MAC: &str = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Safari/605.1.15";
        const IPAD: &str = "Mozilla/5.0 (iPad; CPU OS 16_0 like Mac OS X) AppleWebKit/605.1.15";
        assert!(names_ios("MacIntel", MAC, 5));
        assert!(!names_ios("MacIntel", MAC, 0));
        assert!(names_ios("iPad", IPAD, 5));
        assert!(names_ios("", IPAD, 0));
        assert!(!names_ios("Linux armv8l", "Mozilla/5.0 (Linux; Android 14; SM-X200)", 10));
        assert!(!names_ios("Win32", "Mozilla/5.0 (Windows NT 10.0; Win64; x64)", 10));
    }
}
