//! The way back to where a page belongs; never on paper.

use leptos::prelude::*;

use crate::app::art::icons;
use crate::app::lean::view;

use super::icon::Icon;

/// The way back.
#[component]
pub fn Back(
    /// Where to.
    #[prop(into)]
    to: String,
    /// What is there.
    words: &'static str,
) -> impl IntoView {
    view! {
        <a class="button plain back no-print" href=to>
            <Icon path=icons::BACK/>
            {words}
        </a>
    }
}
