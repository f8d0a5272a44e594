//! A finished check-in.

use leptos::prelude::*;

/// A finished check-in.
#[component]
pub fn CheckInDetail() -> impl IntoView {
    view! { <main id="main"><h1>"A finished check-in"</h1></main> }
}
