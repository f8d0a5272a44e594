//! What to do when a child may not be safe.

use leptos::prelude::*;

/// What to do when a child may not be safe.
#[component]
pub fn Safeguarding() -> impl IntoView {
    view! { <main id="main"><h1>"What to do when a child may not be safe"</h1></main> }
}
