//! A child's choice of something calm: pictures and a few words, and at most six of them.

use leptos::prelude::*;

use super::filter;
use super::picture::calm_picture;
use super::words;
use crate::app::lean::view;
use crate::content::calm::Activity;
use crate::domain::Level;

/// The activities for a level as large pictures. Knows no address; what was chosen is told.
#[component]
pub fn ChooseCalm(
    /// Whose words.
    level: Level,
    /// Told what was chosen.
    choose: Callback<&'static Activity>,
) -> impl IntoView {
    let offered = filter::offered(level).into_iter().map(|activity| {
        view! {
            <li>
                <button type="button" on:click=move |_| choose.run(activity)>
                    {calm_picture(activity.slug)}
                    <span>{activity.title}</span>
                </button>
            </li>
        }
    });
    view! {
        <section class="choose-calm" class:level-a=level == Level::A aria-labelledby="choose-calm">
            <h2 id="choose-calm">{words::WHAT_WOULD_HELP}</h2>
            <ul>{offered.collect_view()}</ul>
        </section>
    }
}
