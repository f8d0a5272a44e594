//! What time it is, by two clocks: the wall clock, which can be set, and a steady one, which may sleep.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};

use crate::domain::Moment;

/// Tells the time. Everything that depends on time is given one, so that tests can bring their own.
pub trait Clock {
    /// The wall clock, with its distance from UTC.
    fn now(&self) -> Moment;

    /// Milliseconds since some start; never goes back, but may stand still while the device sleeps.
    fn steady_millis(&self) -> u64;
}

/// The browser's clocks, in a page or in a worker.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserClock;

impl Clock for BrowserClock {
    fn now(&self) -> Moment {
        let date = js_sys::Date::new_0();
        // JavaScript counts minutes from local time to UTC, the other way round.
        let offset_minutes = -(date.get_timezone_offset() as i16);
        Moment { utc_millis: date.get_time().max(0.0) as u64, offset_minutes }
    }

    fn steady_millis(&self) -> u64 {
        // `performance` hangs on the window or on the worker's global scope; both have it under this name.
        let performance = js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str("performance"));
        let performance = performance.ok().and_then(|found| found.dyn_into::<web_sys::Performance>().ok());
        performance.map_or(0, |performance| performance.now() as u64)
    }
}

/// Clocks that stand where they were put. Clones share their hands.
#[derive(Clone, Debug)]
pub struct FakeClock(Rc<Cell<(Moment, u64)>>);

impl FakeClock {
    /// Clocks that show this moment.
    pub fn at(now: Moment) -> Self {
        Self(Rc::new(Cell::new((now, 0))))
    }

    /// Lets time pass on both clocks.
    pub fn pass(&self, millis: u64) {
        let (now, steady) = self.0.get();
        self.0.set((Moment { utc_millis: now.utc_millis + millis, ..now }, steady + millis));
    }

    /// Sets the wall clock; the steady one does not move.
    pub fn set_wall(&self, now: Moment) {
        self.0.set((now, self.0.get().1));
    }
}

impl Clock for FakeClock {
    fn now(&self) -> Moment {
        self.0.get().0
    }

    fn steady_millis(&self) -> u64 {
        self.0.get().1
    }
}
