//! A sign in a line: an icon of the house, hidden from screen readers because its button or link has words.

use leptos::prelude::*;

use crate::app::art::icons;
use crate::app::lean::view;

/// An icon by its path data, see [`crate::app::art::icons`].
#[component]
pub fn Icon(
    /// The path data.
    path: &'static str,
) -> impl IntoView {
    view! {
        <svg class="sign" viewBox=icons::VIEW_BOX aria-hidden="true">
            <path d=path/>
        </svg>
    }
}
