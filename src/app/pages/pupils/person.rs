//! A child in a list, on a tile, and at the head of a page.

use leptos::ev;
use leptos::prelude::*;

use crate::app::art::icons;
use crate::app::components::avatar::Avatar;
use crate::app::components::icon::Icon;
use crate::app::components::when;
use crate::app::lean::view;
use crate::app::paths;
use crate::domain::{Pupil, SubjectId};
use crate::keeper::message::PupilRow;

use super::words;

/// A tile that leads to the child's page.
#[component]
pub fn PupilTile(
    /// Who.
    row: PupilRow,
    /// What stands below the name.
    #[prop(into)]
    below: String,
) -> impl IntoView {
    view! {
        <li>
            <SmallTile pupil=row.pupil.clone()/>
            <div>
                <a href=paths::pupil(row.subject)><bdi>{row.pupil.name}</bdi></a>
                {(!below.is_empty()).then(|| view! { <p>{below}</p> })}
            </div>
        </li>
    }
}

/// A tile that chooses the child for something.
#[component]
pub fn ChoiceTile(
    /// Who.
    row: PupilRow,
    /// What stands below the name.
    #[prop(into)]
    below: String,
    /// Called when the child is chosen.
    choose: impl Fn() + 'static,
) -> impl IntoView {
    // It leads to the child's page, as every tile does, but only once what is to be done is done.
    let click = move |event: ev::MouseEvent| {
        event.prevent_default();
        choose();
    };
    view! {
        <li>
            <SmallTile pupil=row.pupil.clone()/>
            <div>
                <a href=paths::pupil(row.subject) on:click=click><bdi>{row.pupil.name}</bdi></a>
                {(!below.is_empty()).then(|| view! { <p>{below}</p> })}
            </div>
        </li>
    }
}

/// The animal on its colour.
#[component]
pub fn SmallTile(
    /// Who.
    pupil: Pupil,
    /// As the avatar's.
    #[prop(optional)]
    size: &'static str,
) -> impl IntoView {
    view! { <Avatar animal=pupil.animal colour=pupil.colour size/> }
}

/// Back to the child's page.
#[component]
pub fn BackToPupil(
    /// Who.
    subject: SubjectId,
    /// Their name.
    name: String,
) -> impl IntoView {
    view! {
        <a class="button plain back" href=paths::pupil(subject)>
            <Icon path=icons::BACK/>
            <bdi>{name}</bdi>
        </a>
    }
}

/// When they last checked in, in words.
pub fn last_check_in(row: &PupilRow) -> String {
    row.last_check_in
        .map_or_else(|| words::NOTHING_YET.to_owned(), |last| words::last_check_in(&when::in_a_sentence(last)))
}
