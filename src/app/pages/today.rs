//! Today.

use leptos::prelude::*;

/// Today.
#[component]
pub fn Today() -> impl IntoView {
    view! { <main id="main"><h1>"Today"</h1></main> }
}
