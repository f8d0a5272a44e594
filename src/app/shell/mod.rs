//! The frame around every page: the four places, the safeguarding shield, cover and lock.

pub mod corners;
pub mod frame;
pub mod places;
pub mod private;
mod words;

use leptos::prelude::*;

use super::routes::Pages;

/// The frame.
#[component]
pub fn Shell() -> impl IntoView {
    view! { <Pages/> }
}
