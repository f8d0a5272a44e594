//! The time of a session as a lantern that burns down: oil and light sink, nothing runs or flashes.

use leptos::prelude::*;

use crate::app::lean::{memo, view};
use crate::platform::timer::{Interval, every};
use crate::platform::wake_lock::WakeLock;
use crate::platform::{clock, visibility};

use super::burning;
use super::running::Running;

/// How often the lantern is looked at, in milliseconds.
const LOOK: u32 = 15_000;

/// The lantern and its words.
#[component]
pub fn Lantern(
    /// The session.
    running: Running,
) -> impl IntoView {
    let now = RwSignal::new(clock::now());
    // Kept for as long as this is shown.
    let _ticking: StoredValue<Interval, LocalStorage> = StoredValue::new_local(every(LOOK, move || {
        now.try_set(clock::now());
    }));
    keep_awake(running, now);
    let burn = memo(move || running.with(|session| (session.burn(now.get()).left, session.is_paused())));
    let words = memo(move || running.with(|session| burning::words(session, session.burn(now.get()))));
    let left = move || (burn.get().0 / 10).to_string();
    view! {
        <div class="burning">
            <span class="lantern" class:rests=move || burn.get().1 style:--left=left role="img" aria-label=move || words.get()>
                <LanternPicture/>
            </span>
            <p>{move || words.get()}</p>
        </div>
    }
}

/// The picture: `--left`, from 0 to 100, is how much of its light and oil there is.
#[component]
pub fn LanternPicture() -> impl IntoView {
    view! {
        <svg viewBox="0 0 96 132" aria-hidden="true">
            <path class="glass" d="M31 34C20 48 18 58 18 68c0 12 5 20 12 26h36c7-6 12-14 12-26 0-10-2-20-13-34z"/>
            <g class="light">
                <path class="flame" d="M48 46c9 11 14 18 14 27a14 14 0 0 1-28 0c0-9 5-16 14-27z"/>
                <path class="core" d="M48 64c4 5 6 8 6 12a6 6 0 0 1-12 0c0-4 2-7 6-12z"/>
            </g>
            <path class="wick" d="M48 94v-7"/>
            <path class="tank" d="M24 98h48v14a8 8 0 0 1-8 8H32a8 8 0 0 1-8-8z"/>
            <path class="oil" d="M24 98h48v14a8 8 0 0 1-8 8H32a8 8 0 0 1-8-8z"/>
            <path class="frame" d="M24 98h48v14a8 8 0 0 1-8 8H32a8 8 0 0 1-8-8zM34 22a14 14 0 0 1 28 0M28 34l4-10h32l4 10zM20 98h56M24 127h48"/>
        </svg>
    }
}

/// The screen stays on while a session runs and is looked at.
fn keep_awake(running: Running, now: RwSignal<crate::domain::Moment>) {
    let lock: StoredValue<Option<WakeLock>, LocalStorage> = StoredValue::new_local(None);
    let runs = memo(move || running.with(|session| !session.is_ended() && !session.is_paused()));
    crate::app::lean::effect(move || {
        // Looked at again with every tick: the browser takes the lock back when the page is hidden.
        now.track();
        if !runs.get() {
            return lock.set_value(None);
        }
        let is_held = lock.with_value(|lock| lock.as_ref().is_some_and(|lock| !lock.is_released()));
        if !is_held && !visibility::is_hidden() {
            leptos::task::spawn_local(async move {
                let asked = WakeLock::request().await;
                // Gone in the meantime, it is let go of at once.
                lock.try_set_value(asked);
            });
        }
    });
}
