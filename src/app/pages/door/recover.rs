//! A new passphrase by the recovery code.

use leptos::prelude::*;

/// A new passphrase by the recovery code.
#[component]
pub fn Recover() -> impl IntoView {
    view! { <main id="main"><h1>"A new passphrase by the recovery code"</h1></main> }
}
