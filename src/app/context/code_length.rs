//! How many numbers the short code has: so that the keypad of the cover needs no "go" button. Kept in the page's memory
//! for as long as the vault is open, never stored; the code itself is known to the keeper alone.

use leptos::prelude::*;

use crate::keeper::demo::DEMO_CODE;
use crate::platform::handover;

use super::house::{House, use_house};

/// Under which name the entrance leaves it for the room.
const NAME: &str = "code-length";

/// The handle on the length.
#[derive(Clone, Copy)]
pub struct CodeLength {
    chosen: RwSignal<Option<usize>>,
    house: House,
}

/// Provides the length; called once, by the app, after [`super::house`].
pub fn provide_code_length() {
    let left = handover::take(NAME).and_then(|length| length.as_f64()).map(|length| length as usize);
    provide_context(CodeLength { chosen: RwSignal::new(left), house: use_house() });
}

/// The length of the short code.
pub fn use_code_length() -> CodeLength {
    expect_context()
}

impl CodeLength {
    /// Remembers the length of a code that was chosen with success.
    pub fn remember(self, length: usize) {
        self.chosen.set(Some(length));
    }

    /// Leaves the length to another program of this page.
    pub fn leave(self) {
        if let Some(length) = self.chosen.try_get_untracked().flatten() {
            handover::lay_down(NAME, &wasm_bindgen::JsValue::from_f64(length as f64));
        }
    }

    /// The length, if it is known.
    pub fn get(self) -> Option<usize> {
        if self.house.known().with(super::house::Known::is_demo) { Some(DEMO_CODE.len()) } else { self.chosen.get() }
    }
}
