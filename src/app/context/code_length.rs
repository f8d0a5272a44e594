//! How many numbers the short code has: so that the keypad of the cover needs no "go" button. Kept in the page's memory
//! for as long as the vault is open, never stored; the code itself is known to the keeper alone.

use leptos::prelude::*;

use crate::keeper::demo::DEMO_CODE;

use super::house::{House, use_house};

/// The handle on the length.
#[derive(Clone, Copy)]
pub struct CodeLength {
    chosen: RwSignal<Option<usize>>,
    house: House,
}

/// Provides the length; called once, by the app, after [`super::house`].
pub fn provide_code_length() {
    provide_context(CodeLength { chosen: RwSignal::new(None), house: use_house() });
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

    /// The length, if it is known.
    pub fn get(self) -> Option<usize> {
        if self.house.known().with(super::house::Known::is_demo) { Some(DEMO_CODE.len()) } else { self.chosen.get() }
    }
}
