//! The two pages that fill the screen: thin frames around the player and the lights, which know no address.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::activity::CalmActivity;
use super::lights::Lights;
use super::player::Player;
use crate::app::components::title::PageTitle;
use crate::app::lean::view;
use crate::app::paths;
use crate::content::calm;

/// The room of lights.
#[component]
pub fn LightsPage() -> impl IntoView {
    let leave = leave_for(paths::CALM.to_owned());
    view! {
        <main id="main" tabindex="-1">
            <PageTitle words=""/>
            <Lights leave/>
        </main>
    }
}

/// An activity, line by line. A child may see it, so the title says no more than the app's name.
#[component]
pub fn PlayerPage(
    /// Which.
    slug: String,
) -> impl IntoView {
    let Some(activity) = calm::find(&slug) else { return view! { <CalmActivity slug/> } };
    let leave = leave_for(paths::calm_activity(activity.slug));
    view! {
        <main id="main" tabindex="-1">
            <PageTitle words=""/>
            <Player activity leave/>
        </main>
    }
}

/// Goes there in the place of this page: "back" does not lead into it again.
fn leave_for(path: String) -> Callback<()> {
    let navigate = use_navigate();
    let path = StoredValue::new(path);
    let navigate = StoredValue::new_local(navigate);
    Callback::new(move |()| {
        if let Some((navigate, path)) = navigate.try_get_value().zip(path.try_get_value()) {
            navigate(&path, NavigateOptions { replace: true, ..NavigateOptions::default() });
        }
    })
}
