//! Whether the adult is there: every touch keeps the vault open a while longer, and a page out of sight is covered.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

use crate::app::context::as_typed::use_as_typed;
use crate::app::context::curtain;
use crate::app::context::house::{House, Known};
use crate::app::context::unsaved::Unsaved;
use crate::app::lean::effect;
use crate::keeper::message::Ask;
use crate::platform::clock::{BrowserClock, Clock};
use crate::platform::listener::{Listener, listen};
use crate::platform::visibility;

/// The keeper hears of a touch at most this often, in milliseconds.
const PACE: u64 = 10_000;

/// What counts as a touch: a finger or pen, a mouse button, a key.
const TOUCHES: [&str; 2] = ["pointerdown", "keydown"];

/// Lets one of many through.
#[derive(Debug, Default)]
struct Throttle {
    last: Option<u64>,
}

impl Throttle {
    /// Whether this one goes through: nothing has for [`PACE`].
    fn lets_through(&mut self, now: u64) -> bool {
        let passes = self.last.is_none_or(|last| now.saturating_sub(last) >= PACE);
        if passes {
            self.last = Some(now);
        }
        passes
    }
}

/// How soon after a field for files was touched the system shows its files, in milliseconds.
const PICKER: u64 = 5_000;

/// Whether the page went out of sight because the system shows its files: on Android that is another app in front of it.
#[derive(Clone, Copy, Debug, Default)]
struct Picking {
    since: Option<u64>,
}

impl Picking {
    /// Something was touched.
    fn touched(&mut self, is_file_field: bool, now: u64) {
        self.since = is_file_field.then_some(now);
    }

    /// Whether it explains that the page is out of sight. It does so once.
    fn explains(&mut self, now: u64) -> bool {
        self.since.take().is_some_and(|since| now.saturating_sub(since) < PICKER)
    }
}

fn is_file_field(event: &web_sys::Event) -> bool {
    let field = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    field.is_some_and(|field| field.type_() == "file")
}

/// Watches for as long as the app runs; called once, by the shell.
pub fn watch(house: House, unsaved: Unsaved) {
    let mut listeners: Vec<Listener> = Vec::new();
    let as_typed = use_as_typed();
    let picking = StoredValue::new(Picking::default());
    listeners.push(listen(&document(), "click", move |event| {
        picking.update_value(|picking| picking.touched(is_file_field(&event), BrowserClock.monotonic_millis()));
    }));
    for touch in TOUCHES {
        let mut throttle = Throttle::default();
        listeners.push(listen(&document(), touch, move |_| {
            let open = house.known().with_untracked(|known| known.is_open() || known.is_turned());
            if open && throttle.lets_through(BrowserClock.monotonic_millis()) {
                house.tell(Ask::Touch);
            }
        }));
    }
    // The curtain hides it at once, see [`crate::platform::curtain`]; what is under it goes away with the cover.
    let sight = visibility::on_change(move |hidden| {
        // The child's side holds nothing of anybody else, and comes back as it was. So does a form from which a file is being
        // picked, under the curtain; the keeper covers by itself if that takes long.
        let picks = hidden
            && picking.try_update_value(|picking| picking.explains(BrowserClock.monotonic_millis())) == Some(true);
        if hidden && !picks && house.known().with_untracked(Known::is_open) {
            house.cover();
        }
    });
    // A vault that was still opening when the adult turned away.
    effect(move || {
        if house.known().with(Known::is_open) && visibility::is_hidden() {
            house.cover();
        }
    });
    listeners.extend(sight);
    listeners.extend(curtain::watch(house));
    listeners.push(listen(&window(), "beforeunload", move |event| {
        // The keeper goes on while somebody is asked whether to leave.
        as_typed.save_all();
        if unsaved.any_now() {
            event.prevent_default();
        }
    }));
    // The app is never taken down; its page is.
    std::mem::forget(listeners);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_touched_field_for_files_explains_one_absence_soon_after() {
        let mut picking = Picking::default();
        assert!(!picking.explains(0));
        picking.touched(true, 1_000);
        assert!(picking.explains(1_400) && !picking.explains(1_500));
        picking.touched(true, 2_000);
        assert!(!picking.explains(2_000 + PICKER));
        picking.touched(true, 9_000);
        picking.touched(false, 9_100);
        assert!(!picking.explains(9_200), "something else was touched since");
    }

    #[test]
    fn a_flurry_of_touches_is_told_once_in_ten_seconds() {
        let mut throttle = Throttle::default();
        let told: Vec<u64> = (0..30_000).step_by(700).filter(|&now| throttle.lets_through(now)).collect();
        assert_eq!(told, [0, 10_500, 21_000]);
    }
}
