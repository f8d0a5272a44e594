//! Another window has the vault.

use leptos::prelude::*;

/// Another window has the vault.
#[component]
pub fn Elsewhere() -> impl IntoView {
    view! { <main id="main"><h1>"Another window has the vault"</h1></main> }
}
