//! The picture of an activity.

use leptos::prelude::*;

use crate::app::art::calm::{self, VIEW_BOX};
use crate::app::lean::view;

/// The picture of the activity with this slug. Decoration: its title stands beside it.
pub fn calm_picture(slug: &str) -> AnyView {
    let picture = calm::calm_picture(slug);
    view! {
        <svg class="calm-picture" viewBox=VIEW_BOX aria-hidden="true">
            <path class="soft" d=picture.soft/>
            <path d=picture.line/>
        </svg>
    }
}
