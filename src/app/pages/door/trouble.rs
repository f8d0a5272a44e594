//! Something is wrong before a vault can be shown: what it is, and what to do.

use leptos::prelude::*;

use crate::app::components::title::PageTitle;
use crate::app::context::house::use_house;
use crate::app::context::update::reload;
use crate::app::lean::view;
use crate::app::paths;
use crate::app::refusal_words;
use crate::keeper::{Refusal, StorageTrouble};

use super::frame::DoorFrame;
use super::trouble_plan::{Remedy, Trouble as Kind};
use super::words::{lost, trouble as words};

/// What is wrong, and the way on.
#[component]
pub fn Trouble(
    /// What the keeper said.
    refusal: Refusal,
) -> impl IntoView {
    let kind = Kind::of(&refusal);
    let cause = refusal.to_string();
    let said = match kind {
        // However a browser puts it: nothing was typed yet that could still be here.
        Kind::NothingKept => Refusal::Storage(StorageTrouble::Unavailable),
        _ => refusal,
    };
    view! { <TroublePage kind sentence=refusal_words::sentence(&said) cause/> }
}

/// There is too little room for a vault, as in a private window.
#[component]
pub fn TooLittleRoom() -> impl IntoView {
    view! {
        <TroublePage kind=Kind::NothingKept sentence=words::NO_ROOM.to_owned() cause=words::NO_ROOM_CAUSE.to_owned()/>
    }
}

#[component]
fn TroublePage(kind: Kind, sentence: String, cause: String) -> impl IntoView {
    let house = use_house();
    let again = move |_| match kind.remedy() {
        // A new worker begins at the beginning.
        Remedy::AskAgain => house.lock(),
        Remedy::Reload => reload(),
    };
    let points = kind.points().iter().map(|(question, answer)| {
        view! { <li><strong>{*question}</strong>" "{*answer}</li> }
    });
    view! {
        <PageTitle words=kind.heading()/>
        <DoorFrame>
            <h1>{kind.heading()}</h1>
            <p>{sentence}</p>
            {(!kind.points().is_empty()).then(|| view! { <ul class="stack bullets">{points.collect_view()}</ul> })}
            <div class="line">
                <button type="button" class="main" on:click=again>{words::AGAIN}</button>
                <a class="button plain" href=paths::CARDS>{words::CARDS}</a>
                // No page of the app: it must work when the app does not.
                <a class="button plain" href=paths::RECOVERY_PAGE target="_self" rel="external">{lost::SAVE}</a>
            </div>
            <details>
                <summary>{words::CAUSE}</summary>
                <p class="small soft">{cause}</p>
            </details>
        </DoorFrame>
    }
}
