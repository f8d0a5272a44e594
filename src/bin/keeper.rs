//! The keeper's worker. A placeholder until the keeper is here: it greets the page once.

use wasm_bindgen::{JsCast, JsValue};

fn main() {
    console_error_panic_hook::set_once();
    if let Ok(scope) = js_sys::global().dyn_into::<web_sys::DedicatedWorkerGlobalScope>() {
        // A page that is already gone does not need the greeting.
        let _ = scope.post_message(&JsValue::from_str("I am here"));
    }
}
