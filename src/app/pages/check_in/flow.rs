//! A check-in.

use leptos::prelude::*;

/// A check-in.
#[component]
pub fn CheckInFlow() -> impl IntoView {
    view! { <main id="main"><h1>"A check-in"</h1></main> }
}
