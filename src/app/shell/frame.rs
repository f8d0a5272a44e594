//! The frame around an adult's page.

use leptos::prelude::*;

/// The frame, and the page in it.
#[component]
pub fn Frame(
    /// The page.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="shell">
            <main id="main" tabindex="-1">{children()}</main>
        </div>
    }
}
