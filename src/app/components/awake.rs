//! Keeping the screen on while something is watched.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::platform::visibility;
use crate::platform::wake_lock::WakeLock;

/// Keeps the screen on for as long as the component stands. Called in a component.
pub fn keep_awake() {
    let lock: StoredValue<Option<WakeLock>, LocalStorage> = StoredValue::new_local(None);
    let ask = move || {
        spawn_local(async move {
            let given = WakeLock::request().await;
            // Where the component has gone in the meantime, the lock is dropped here and now.
            let _ = lock.try_update_value(move |kept| *kept = given);
        });
    };
    ask();
    // The browser takes the lock back when the page is hidden.
    StoredValue::new_local(visibility::on_change(move |hidden| {
        if !hidden {
            ask();
        }
    }));
}
