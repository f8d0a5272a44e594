//! A calm line about backups: on Today when it is time for one, and always in the settings.

use leptos::prelude::*;

use crate::app::components::loaded::{asked, loaded};
use crate::app::context::house::{House, Known, use_house};
use crate::app::lean::view;
use crate::app::paths;
use crate::domain::Due;
use crate::keeper::message::{BackupAsk, BackupState};

use super::words;

/// On Today: nothing while it is not time, and nothing in the demo.
#[component]
pub fn BackupLine() -> impl IntoView {
    let house = use_house();
    if is_demo(house) {
        return ().into_any();
    }
    let state = asked(move || house.backup_state(BackupAsk::State));
    // What cannot be asked is told where it matters; Today stays as it is.
    (move || {
        state.get().and_then(Result::ok).and_then(|state| {
            let due = words::due(state.due)?;
            let (fact, since) = words::state(&state);
            Some(view! {
                <div class=class(state.due)>
                    <p><strong>{due}</strong>" "{fact}" "{since}</p>
                    <a class="button" href=paths::BACKUP>{words::ABOUT_BACKUPS}</a>
                </div>
            })
        })
    })
    .into_any()
}

/// In the settings.
#[component]
pub fn BackupSection() -> impl IntoView {
    let house = use_house();
    let body = unless_demo(house, || {
        let state = asked(move || house.backup_state(BackupAsk::State));
        view! {
            {loaded(state, |state| view! { <StateNotice state/> })}
            <div class="line">
                <a class="button" href=paths::BACKUP>{words::ABOUT_BACKUPS}</a>
            </div>
        }
    });
    view! {
        <section>
            <h2>{words::BACKUP}</h2>
            {body}
        </section>
    }
}

/// How it is with backups, in a sentence or two.
#[component]
pub fn StateNotice(
    /// How it is.
    state: BackupState,
) -> impl IntoView {
    let (fact, since) = words::state(&state);
    let to_choose = (state.to_choose > 0).then(|| {
        view! {
            <div class="notice amber">
                <p>{words::to_choose(state.to_choose)}</p>
                <a class="button" href=paths::VERSIONS>{words::VERSIONS}</a>
            </div>
        }
    });
    view! {
        <div class=class(state.due)>
            <p><strong>{words::due(state.due)}</strong>" "{fact}" "{since}</p>
        </div>
        {to_choose}
    }
}

/// What is shown about the files of a vault; of made-up children there are none.
pub fn unless_demo(house: House, shown: impl FnOnce() -> AnyView) -> AnyView {
    if is_demo(house) {
        view! { <div class="notice"><p>{words::DEMO}</p></div> }
    } else {
        shown()
    }
}

fn is_demo(house: House) -> bool {
    house.known().with_untracked(Known::is_demo)
}

const fn class(due: Due) -> &'static str {
    match due {
        Due::Quiet => "notice",
        Due::Soon => "notice amber",
        Due::Overdue => "notice heed",
    }
}
