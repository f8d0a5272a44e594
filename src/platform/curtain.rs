//! The curtain over a page that is out of sight, so that the tablet's list of open apps shows nothing of it.
//!
//! `public/boot.js` draws it, in the very event by which the page goes out of sight; here it is taken away.

use wasm_bindgen::JsValue;
use web_sys::Element;

use super::dynamic::property;
use super::listener::{Listener, listen};
use super::visibility;

/// The mark on the root element that the style hides everything by; boot.js sets it.
const MARK: &str = "data-away";

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

/// Whether it is down.
pub fn is_drawn() -> bool {
    root().is_some_and(|root| root.has_attribute(MARK))
}

/// Takes the curtain away, if the page is in sight.
pub fn lift() {
    if let Some(root) = root().filter(|_| !visibility::is_hidden()) {
        // Taking an attribute away never fails.
        let _ = root.remove_attribute(MARK);
    }
}

/// Tells whenever the page comes into sight again: from behind another app, out of the browser's store of pages, or
/// thawed after it was frozen.
pub fn on_coming_back(tell: impl Fn() + Clone + 'static) -> Vec<Listener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let Some(document) = window.document() else { return Vec::new() };
    let told = |tell: &dyn Fn()| {
        if !visibility::is_hidden() {
            tell();
        }
    };
    let (shown, thawed) = (tell.clone(), tell.clone());
    vec![
        listen(&document, "visibilitychange", move |_| told(&shown)),
        listen(&document, "resume", move |_| told(&thawed)),
        listen(&window, "pageshow", move |_| told(&tell)),
    ]
}

/// Tells when the page is left for another one, or closed, and whether the browser may keep it as it is.
pub fn on_leaving(tell: impl Fn(bool) + 'static) -> Option<Listener> {
    web_sys::window().map(|window| {
        // A browser that does not say may do either.
        listen(&window, "pagehide", move |event| tell(property(&event, "persisted") != Some(JsValue::FALSE)))
    })
}
