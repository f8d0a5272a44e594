//! Listening to an event for as long as somebody wants to hear it.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

/// Listens until it is dropped.
#[must_use = "listening ends when the listener is dropped"]
#[derive(Debug)]
pub struct Listener {
    target: EventTarget,
    event: &'static str,
    callback: Closure<dyn FnMut(Event)>,
}

/// Calls a function at every event of this name.
pub fn listen(target: &EventTarget, event: &'static str, hear: impl FnMut(Event) + 'static) -> Listener {
    let listener = Listener { target: target.clone(), event, callback: Closure::new(hear) };
    // Adding fails only for arguments that are not a name and a function.
    let _ = target.add_event_listener_with_callback(event, listener.callback.as_ref().unchecked_ref());
    listener
}

impl Drop for Listener {
    fn drop(&mut self) {
        let callback = self.callback.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback(self.event, callback);
    }
}
