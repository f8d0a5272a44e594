//! What one program of the page leaves for the next: laid on the global object, and gone once it is taken.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

const BEGINNING: &str = "lanternRoom:";

fn place(name: &str) -> JsValue {
    [BEGINNING, name].concat().into()
}

/// Lays something down for the next program.
pub fn lay_down(name: &str, value: &JsValue) {
    // The global object takes properties of any name.
    let _ = Reflect::set(&js_sys::global(), &place(name), value);
}

/// Takes what was laid down, if anything was.
pub fn take(name: &str) -> Option<JsValue> {
    let found = Reflect::get(&js_sys::global(), &place(name)).ok().filter(|value| !value.is_undefined())?;
    lay_down(name, &JsValue::UNDEFINED);
    Some(found)
}
