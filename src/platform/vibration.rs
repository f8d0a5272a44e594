//! The small motor of a tablet or telephone; most have none, and then nothing is offered.

use js_sys::Array;
use wasm_bindgen::JsValue;

use super::dynamic::{call, of_navigator, property};

/// Whether the browser offers one.
pub fn is_there() -> bool {
    of_navigator("vibrate").is_some()
}

/// Hums for the first number of milliseconds, rests for the second, hums for the third, and so on.
pub fn vibrate(millis: &[u32]) {
    let Some(navigator) = property(&js_sys::global(), "navigator") else { return };
    let pattern: Array = millis.iter().copied().map(JsValue::from).collect();
    // A motor that is switched off in the tablet's settings stays still, and nothing is lost.
    let _ = call(&navigator, "vibrate", &[&pattern]);
}

/// Rests.
pub fn rest() {
    vibrate(&[0]);
}
