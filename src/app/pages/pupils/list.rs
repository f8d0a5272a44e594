//! The children.

use leptos::prelude::*;

/// The children.
#[component]
pub fn Pupils() -> impl IntoView {
    view! { <main id="main"><h1>"The children"</h1></main> }
}

/// Children who were put away.
#[component]
pub fn Archived() -> impl IntoView {}
