//! What time it is, and how much of it has passed.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Date;
use wasm_bindgen::JsCast;
use web_sys::WorkerGlobalScope;

use crate::domain::Moment;

/// A clock: the browser's, or one that a test sets by hand.
pub trait Clock {
    /// What the clock on the wall shows.
    fn now(&self) -> Moment;

    /// Milliseconds since some fixed beginning. Setting the wall clock does not touch it, so it measures how long
    /// something took; it may stand still while the device sleeps.
    fn monotonic_millis(&self) -> u64;
}

/// The clock of the browser.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserClock;

impl Clock for BrowserClock {
    fn now(&self) -> Moment {
        let date = Date::new_0();
        // The browser counts the minutes from the wall to UTC, a moment the other way round.
        Moment { utc_millis: date.get_time() as u64, offset_minutes: -(date.get_timezone_offset() as i16) }
    }

    fn monotonic_millis(&self) -> u64 {
        // A window has `performance` under the same name.
        let scope: WorkerGlobalScope = js_sys::global().unchecked_into();
        scope.performance().map_or_else(|| self.now().utc_millis, |performance| performance.now() as u64)
    }
}

/// The browser's clock, now.
pub fn now() -> Moment {
    BrowserClock.now()
}

/// A clock that moves only when it is told to. Clones share their hands.
#[derive(Clone, Debug)]
pub struct FakeClock {
    wall: Rc<Cell<Moment>>,
    passed: Rc<Cell<u64>>,
}

impl FakeClock {
    /// A clock that shows this moment.
    pub fn at(moment: Moment) -> Self {
        Self { wall: Rc::new(Cell::new(moment)), passed: Rc::default() }
    }

    /// Lets time pass.
    pub fn advance(&self, millis: u64) {
        let wall = self.wall.get();
        self.wall.set(Moment { utc_millis: wall.utc_millis.saturating_add(millis), ..wall });
        self.passed.set(self.passed.get().saturating_add(millis));
    }

    /// Sets the clock on the wall, forwards or back; no time passes.
    pub fn set(&self, moment: Moment) {
        self.wall.set(moment);
    }
}

impl Clock for FakeClock {
    fn now(&self) -> Moment {
        self.wall.get()
    }

    fn monotonic_millis(&self) -> u64 {
        self.passed.get()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn setting_the_wall_clock_back_does_not_turn_back_time() {
        let noon = Moment { utc_millis: 43_200_000, offset_minutes: 60 };
        let clock = FakeClock::at(noon);
        clock.advance(1500);
        assert_eq!(clock.now(), Moment { utc_millis: 43_201_500, offset_minutes: 60 });
        clock.set(noon);
        assert_eq!((clock.now(), clock.monotonic_millis()), (noon, 1500));
    }
}
