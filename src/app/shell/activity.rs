//! Whether the adult is there: every touch keeps the vault open a while longer, and a page out of sight is covered.

use leptos::prelude::*;

use crate::app::context::curtain;
use crate::app::context::house::{House, Known};
use crate::app::context::unsaved::Unsaved;
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

/// Watches for as long as the app runs; called once, by the shell.
pub fn watch(house: House, unsaved: Unsaved) {
    let mut listeners: Vec<Listener> = Vec::new();
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
        // The child's side holds nothing of anybody else, and comes back as it was.
        if hidden && house.known().with_untracked(Known::is_open) {
            house.cover();
        }
    });
    listeners.extend(sight);
    listeners.extend(curtain::watch(house));
    listeners.push(listen(&window(), "beforeunload", move |event| {
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
    fn a_flurry_of_touches_is_told_once_in_ten_seconds() {
        let mut throttle = Throttle::default();
        let told: Vec<u64> = (0..30_000).step_by(700).filter(|&now| throttle.lets_through(now)).collect();
        assert_eq!(told, [0, 10_500, 21_000]);
    }
}
