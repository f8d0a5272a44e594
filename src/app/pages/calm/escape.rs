//! The Escape key, for whoever has a keyboard or a switch: it leaves what fills the screen.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::platform::listener::listen;

/// Leaves at the Escape key, for as long as the component stands. Called in a component.
pub fn on_escape(leave: impl Fn() + 'static) {
    let pressed = listen(&document(), "keydown", move |event| {
        if event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|key| key.key() == "Escape") {
            leave();
        }
    });
    StoredValue::new_local(pressed);
}
