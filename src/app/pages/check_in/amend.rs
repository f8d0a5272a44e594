//! Amending a check-in.

use leptos::prelude::*;

/// Amending a check-in.
#[component]
pub fn AmendCheckIn() -> impl IntoView {
    view! { <main id="main"><h1>"Amending a check-in"</h1></main> }
}
