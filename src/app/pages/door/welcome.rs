//! Welcome.

use leptos::prelude::*;

/// Welcome.
#[component]
pub fn Welcome() -> impl IntoView {
    view! { <main id="main"><h1>"Welcome"</h1></main> }
}
