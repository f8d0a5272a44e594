//! The adult's frame around a page.

use leptos::prelude::*;

/// The frame, and the page as its `<main>`.
#[component]
pub fn Frame(children: Children) -> impl IntoView {
    view! { <div class="shell"><main id="main" tabindex="-1">{children()}</main></div> }
}
