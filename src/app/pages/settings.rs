//! Settings.

use leptos::prelude::*;

/// Settings.
#[component]
pub fn Settings() -> impl IntoView {
    view! { <main id="main"><h1>"Settings"</h1></main> }
}
