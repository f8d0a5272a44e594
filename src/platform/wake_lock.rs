//! Keeping the screen on while a child breathes along or looks at a card.

use wasm_bindgen::JsValue;

use super::dynamic::{asked, call, of_navigator, property};

/// The screen stays on until this is dropped, or until the page is hidden: ask again when it is shown.
#[must_use = "the screen may go dark when the lock is dropped"]
#[derive(Debug)]
pub struct WakeLock(JsValue);

impl WakeLock {
    /// Asks for the screen to stay on; `None` where the device will not.
    pub async fn request() -> Option<Self> {
        asked(&of_navigator("wakeLock")?, "request", &[&"screen".into()]).await.map(Self)
    }

    /// Whether the browser has taken the lock back.
    pub fn is_released(&self) -> bool {
        property(&self.0, "released").is_none_or(|released| released.is_truthy())
    }
}

impl Drop for WakeLock {
    fn drop(&mut self) {
        let _ = call(&self.0, "release", &[]);
    }
}
