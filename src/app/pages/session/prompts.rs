//! A set of prompts within a session: one line at a time, and one tap says that it was used.

use leptos::prelude::*;

use crate::app::art::icons;
use crate::app::components::icon::Icon;
use crate::app::components::level_choice;
use crate::app::components::loaded::{asked, loaded};
use crate::app::components::refused::Refused;
use crate::app::context::house::use_house;
use crate::app::lean::{memo, view};
use crate::app::pages::prompts::choosing;
use crate::app::pages::prompts::lines::{PromptCards, Used};
use crate::app::pages::prompts::set::{NotHere, SetTitle};
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::content::prompts::{self, Set};
use crate::domain::session::Event;
use crate::domain::{RecordId, SubjectId};
use crate::keeper::message::SessionRow;

use super::foot::ConcernLink;
use super::lines::BackToSession;
use super::running::Running;
use super::words;

/// The page.
#[component]
pub fn SessionPrompts(
    /// Whose session.
    subject: SubjectId,
    /// Which.
    id: RecordId,
    /// Which set.
    slug: String,
) -> impl IntoView {
    let house = use_house();
    let read = asked(move || house.session(subject, id));
    view! {
        <Frame>
            <BackToSession subject id/>
            {match prompts::set(&slug) {
                Some(set) => view! { {loaded(read, move |row| view! { <Shown row set/> })} },
                None => view! { <NotHere/> },
            }}
        </Frame>
    }
}

#[component]
fn Shown(row: SessionRow, set: &'static Set) -> impl IntoView {
    let running = Running::take_up(row);
    let (usual, over) = running.row.with_untracked(|row| (row.session.level, row.session.is_ended()));
    let asked_for = level_choice::in_the_address();
    let level = memo(move || choosing::level_shown(set, asked_for.get().or(Some(usual))));
    // A session that is over takes nothing more.
    let used = (!over).then(|| Used {
        told: memo(move || running.has(&used(set))).into(),
        toggle: Callback::new(move |()| running.toggle(used(set))),
    });
    view! {
        <SetTitle set level><ConcernLink running/></SetTitle>
        <PromptCards set level used/>
        <Refused refusal=running.refusal/>
    }
}

/// The line in the log that says that a set was used.
fn used(set: &Set) -> Event {
    Event::Prompt(set.slug.to_owned())
}

/// From a session to one of its sets; marked once it was used.
#[component]
pub fn PromptLink(
    /// The session.
    running: Running,
    /// Which set.
    set: &'static Set,
) -> impl IntoView {
    let told = memo(move || running.has(&used(set)));
    view! {
        <a class="button" href=paths::session_prompts(running.subject, running.id, set.slug)>
            {set.title}
            {move || told.get().then(|| view! {
                <Icon path=icons::CHECK/>
                <span class="said">", "{words::WAS_USED}</span>
            })}
        </a>
    }
}
