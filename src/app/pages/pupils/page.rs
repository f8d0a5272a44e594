//! A child.

use leptos::prelude::*;

/// A child.
#[component]
pub fn PupilPage() -> impl IntoView {
    view! { <main id="main"><h1>"A child"</h1></main> }
}
