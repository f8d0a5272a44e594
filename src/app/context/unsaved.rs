//! Whether something typed is on screen that is not saved yet: then the app is not swapped under it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use leptos::prelude::*;

use crate::app::lean::effect;

use super::house::{House, Known, use_house};

/// The handle on the count of forms that hold something unsaved.
#[derive(Clone, Copy)]
pub struct Unsaved {
    forms: RwSignal<u32>,
    /// Of pages that the cover has taken down: what was typed there waits for it to be opened.
    under_cover: RwSignal<u32>,
    house: House,
}

/// Provides the count; called once, by the app, after [`super::house`].
pub fn provide_unsaved() {
    let unsaved = Unsaved { forms: RwSignal::new(0), under_cover: RwSignal::new(0), house: use_house() };
    effect(move || {
        // Opened, the page counts for itself again; locked, nothing waits any more.
        if !unsaved.house.known().with(Known::is_away) {
            unsaved.under_cover.set(0);
        }
    });
    provide_context(unsaved);
}

/// The count of forms that hold something unsaved.
pub fn use_unsaved() -> Unsaved {
    expect_context()
}

impl Unsaved {
    /// Whether anything unsaved is on screen, or waits under the cover.
    pub fn any(self) -> bool {
        self.forms.get() > 0 || self.under_cover.get() > 0
    }

    /// As [`Unsaved::any`], without following it.
    pub fn any_now(self) -> bool {
        self.forms.get_untracked() > 0 || self.under_cover.get_untracked() > 0
    }

    /// Counts a form for as long as `dirty` says so and its page is there. Called in a component.
    pub fn count_while(self, dirty: impl Fn() -> bool + 'static) {
        // Shared with the clean-up, which must not rely on signals of a page that is being taken down.
        let counted = Arc::new(AtomicBool::new(false));
        let in_effect = Arc::clone(&counted);
        effect(move || {
            let now = dirty();
            if in_effect.swap(now, Ordering::Relaxed) != now {
                self.change(now);
            }
        });
        on_cleanup(move || {
            if counted.swap(false, Ordering::Relaxed) {
                self.change(false);
                if self.house.known().with_untracked(Known::is_away) {
                    self.under_cover.update(|forms| *forms += 1);
                }
            }
        });
    }

    fn change(self, more: bool) {
        self.forms.update(|forms| *forms = if more { *forms + 1 } else { forms.saturating_sub(1) });
    }
}
