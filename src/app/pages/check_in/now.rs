//! Someone is here now.

use leptos::prelude::*;

/// Someone is here now.
#[component]
pub fn Now() -> impl IntoView {
    view! { <main id="main"><h1>"Someone is here now"</h1></main> }
}
