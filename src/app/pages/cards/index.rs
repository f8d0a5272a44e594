//! The reference cards.

use leptos::prelude::*;

/// The reference cards.
#[component]
pub fn CardsIndex() -> impl IntoView {
    view! { <main id="main"><h1>"The reference cards"</h1></main> }
}
