//! A reference card.

use leptos::prelude::*;

/// A reference card.
#[component]
pub fn CardPage() -> impl IntoView {
    view! { <main id="main"><h1>"A reference card"</h1></main> }
}
