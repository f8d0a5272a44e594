//! A child on the list.

use leptos::prelude::*;

/// A child on the list.
#[component]
pub fn NewPupil() -> impl IntoView {
    view! { <main id="main"><h1>"A child on the list"</h1></main> }
}

/// Changing what is recorded of a child.
#[component]
pub fn EditPupil() -> impl IntoView {}
