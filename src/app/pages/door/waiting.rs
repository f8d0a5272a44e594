//! The keeper has been asked.

use leptos::prelude::*;

/// The keeper has been asked.
#[component]
pub fn Waiting() -> impl IntoView {
    view! { <main id="main"><h1>"The keeper has been asked"</h1></main> }
}
