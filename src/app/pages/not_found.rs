//! There is no such page.

use leptos::prelude::*;

/// There is no such page.
#[component]
pub fn NotFound() -> impl IntoView {
    view! { <main id="main"><h1>"There is no such page"</h1></main> }
}
