//! Words for feelings.

use leptos::prelude::*;

/// Words for feelings.
#[component]
pub fn Feelings() -> impl IntoView {
    view! { <main id="main"><h1>"Words for feelings"</h1></main> }
}
