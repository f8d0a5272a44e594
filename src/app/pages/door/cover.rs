//! The cover.

use leptos::prelude::*;

/// The cover.
#[component]
pub fn Cover() -> impl IntoView {
    view! { <main id="main"><h1>"The cover"</h1></main> }
}

/// The cover at an address of its own, for pages that anyone may see.
#[component]
pub fn CoverPage() -> impl IntoView {
    view! { <Cover/> }
}
