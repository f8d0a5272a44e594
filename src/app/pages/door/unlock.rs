//! The door.

use leptos::prelude::*;

/// The door.
#[component]
pub fn Unlock(wait_millis: u32) -> impl IntoView {
    let _ = wait_millis;
    view! { <main id="main"><h1>"The door"</h1></main> }
}
