//! Whose check-in it was.

use leptos::prelude::*;

/// Whose check-in it was.
#[component]
pub fn AttachCheckIn() -> impl IntoView {
    view! { <main id="main"><h1>"Whose check-in it was"</h1></main> }
}
