//! The wait after wrong guesses, counted down in words.

use leptos::prelude::*;

use crate::app::lean::{effect, memo, view};
use crate::app::refusal_words;
use crate::platform::clock::{BrowserClock, Clock};
use crate::platform::timer;

use super::words::wait as words;

/// When a guess may be tried again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Until {
    /// By the monotonic clock, in milliseconds.
    end: Option<u64>,
}

impl Until {
    fn after(now: u64, millis: u32) -> Self {
        Self { end: (millis > 0).then(|| now.saturating_add(millis.into())) }
    }

    /// Milliseconds left at a time; a begun second counts as a whole one, so that "a second" is never said too early.
    fn left(self, now: u64) -> u32 {
        let millis = self.end.map_or(0, |end| end.saturating_sub(now));
        u32::try_from(millis.div_ceil(1000).saturating_mul(1000)).unwrap_or(u32::MAX)
    }
}

/// The handle on a wait.
#[derive(Clone, Copy)]
pub struct Wait {
    until: RwSignal<Until>,
    left: RwSignal<u32>,
}

impl Wait {
    /// No wait yet; it ticks for as long as the component is there in which this is called.
    pub fn new() -> Self {
        let wait = Self { until: RwSignal::new(Until::default()), left: RwSignal::new(0) };
        let _ticking = StoredValue::new_local(timer::every(1_000, move || wait.tick()));
        wait
    }

    /// Begins to wait, or waits no longer.
    pub fn begin(self, millis: u32) {
        if self.until.try_set(Until::after(BrowserClock.monotonic_millis(), millis)).is_none() {
            self.tick();
        }
    }

    /// Whether it is still too soon.
    pub fn is_on(self) -> bool {
        self.left.get() > 0
    }

    /// The same, without following it.
    pub fn is_on_now(self) -> bool {
        self.left.get_untracked() > 0
    }

    fn tick(self) {
        let Some(until) = self.until.try_get_untracked() else { return };
        let left = until.left(BrowserClock.monotonic_millis());
        if self.left.try_get_untracked().is_some_and(|before| before != left) {
            let _ = self.left.try_set(left);
        }
    }
}

/// How long it still takes. A screen reader hears it when it begins and when it is over, not every second.
#[component]
pub fn Countdown(
    /// The wait.
    wait: Wait,
) -> impl IntoView {
    let on = memo(move || wait.is_on());
    let once = RwSignal::new(false);
    effect(move || {
        if on.get() {
            once.set(true);
        }
    });
    view! {
        {move || on.get().then(|| view! {
            <div class="notice amber">
                <p role="timer" aria-live="off">
                    {words::BEFORE}<strong>{move || refusal_words::span(wait.left.get())}</strong>{words::AFTER}
                </p>
            </div>
        })}
        <p class="said" role="status">{move || match (on.get(), once.get()) {
            (true, _) => words::STARTED,
            (false, true) => words::OVER,
            (false, false) => "",
        }}</p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_ends_when_it_ends_and_not_before() {
        let until = Until::after(10_000, 4_200);
        assert_eq!(until.left(10_000), 5_000);
        assert_eq!(until.left(14_199), 1_000);
        assert_eq!(until.left(14_200), 0);
        assert_eq!(until.left(99_000), 0);
    }

    #[test]
    fn nothing_to_wait_for_is_no_wait() {
        assert_eq!(Until::default().left(5), 0);
        assert_eq!(Until::after(7, 0), Until::default());
        assert_eq!(Until::after(u64::MAX, u32::MAX).left(u64::MAX), 0);
    }

    #[test]
    fn what_is_left_is_said_as_people_say_it() {
        let until = Until::after(0, 24_000);
        assert_eq!(refusal_words::span(until.left(300)), "24 seconds");
        assert_eq!(refusal_words::span(until.left(23_500)), "a second");
    }
}
