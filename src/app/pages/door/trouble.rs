//! Something is wrong with the storage.

use leptos::prelude::*;

/// Something is wrong with the storage.
#[component]
pub fn Trouble(refusal: crate::keeper::Refusal) -> impl IntoView {
    let _ = refusal;
    view! { <main id="main"><h1>"Something is wrong with the storage"</h1></main> }
}
