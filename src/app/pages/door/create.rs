//! Making a vault.

use leptos::prelude::*;

/// Making a vault.
#[component]
pub fn Create() -> impl IntoView {
    view! { <main id="main"><h1>"Making a vault"</h1></main> }
}
