//! Adding a child, and changing what is recorded of one.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

use crate::app::art::icons;
use crate::app::components::icon::Icon;
use crate::app::components::loaded::{asked, loaded};
use crate::app::components::title::PageTitle;
use crate::app::context::drafts::use_drafts;
use crate::app::context::glow::use_glow;
use crate::app::context::house::use_house;
use crate::app::context::unsaved::use_unsaved;
use crate::app::lean::{memo, view};
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::domain::{Pupil, RecordId, SubjectId};
use crate::keeper::Refusal;
use crate::keeper::message::PupilRow;
use crate::platform::clock;

use super::draft::Draft;
use super::form::PupilForm;
use super::person::BackToPupil;
use super::words;

fn replacing() -> NavigateOptions {
    NavigateOptions { replace: true, ..NavigateOptions::default() }
}

/// What the form holds; after the cover, what it held before.
fn use_draft(key: String, begin: Draft) -> RwSignal<Draft> {
    let draft = use_drafts().field(key, || begin.clone());
    use_unsaved().count_while(move || draft.with(|draft| *draft != begin));
    draft
}

/// A check-in that waits for the child who is being added.
fn use_waiting_check_in() -> Memo<Option<(SubjectId, RecordId)>> {
    // The router’s own query map stays behind when path and query change together.
    let query = use_location().query;
    memo(move || {
        query.with(|query| Some((query.get_str("visitor")?.parse().ok()?, query.get_str("check-in")?.parse().ok()?)))
    })
}

/// A new child.
#[component]
pub fn NewPupil() -> impl IntoView {
    let house = use_house();
    let others = asked(move || house.pupils());
    view! {
        <Frame>
            <PageTitle words=words::ADD_A_CHILD/>
            <header class="title"><h1>{words::ADD_A_CHILD}</h1></header>
            {loaded(others, |others| view! { <NewForm others/> })}
        </Frame>
    }
}

#[component]
fn NewForm(others: Vec<PupilRow>) -> impl IntoView {
    let (house, glow, navigate, waiting) = (use_house(), use_glow(), use_navigate(), use_waiting_check_in());
    let draft = use_draft(paths::NEW_PUPIL.to_owned(), Draft::new(&others));
    let refusal = RwSignal::new(None::<Refusal>);
    let busy = StoredValue::new(false);
    let save = move |draft: Draft| {
        if busy.get_value() {
            return;
        }
        busy.set_value(true);
        let (navigate, waiting) = (navigate.clone(), waiting.get_untracked());
        spawn_local(async move {
            let added = house.add_pupil(draft.pupil(clock::now())).await;
            busy.try_update_value(|busy| *busy = false);
            let subject = match added {
                Ok(row) => row.subject,
                Err(why) => return drop(refusal.try_set(Some(why))),
            };
            glow.shine();
            let home = match waiting {
                // The child is added. If their check-in cannot follow now, it is asked for again where it waits.
                Some((visitor, id)) if house.attach_check_in(visitor, id, subject).await.is_err() => {
                    paths::attach(visitor, id)
                }
                _ => paths::pupil(subject),
            };
            navigate(&home, replacing());
        });
    };
    let cancel =
        waiting.get_untracked().map_or_else(|| paths::PUPILS.to_owned(), |(visitor, id)| paths::attach(visitor, id));
    view! { <PupilForm draft refusal save_word=words::ADD cancel save/> }
}

/// Changing what is recorded of a child.
#[component]
pub fn EditPupil(
    /// Whose.
    subject: SubjectId,
) -> impl IntoView {
    let house = use_house();
    let read = asked(move || async move { Ok(house.pupil_page(subject).await?.row) });
    view! {
        <Frame>
            <PageTitle words=words::EDIT/>
            {loaded(read, |row| view! { <EditForm row/> })}
        </Frame>
    }
}

#[component]
fn EditForm(row: PupilRow) -> impl IntoView {
    let (house, glow, navigate) = (use_house(), use_glow(), use_navigate());
    let (subject, name) = (row.subject, row.pupil.name.clone());
    let draft = use_draft(paths::edit_pupil(subject), Draft::of(&row.pupil));
    let refusal = RwSignal::new(None::<Refusal>);
    let keep = move |pupil: Pupil, home: String| {
        let navigate = navigate.clone();
        spawn_local(async move {
            match house.amend_pupil(subject, pupil).await {
                Ok(_) => {
                    glow.shine();
                    navigate(&home, replacing());
                }
                Err(why) => drop(refusal.try_set(Some(why))),
            }
        });
    };
    let archive = {
        let (keep, pupil) = (keep.clone(), row.pupil.clone());
        move |_| {
            let archived = !pupil.archived;
            let home = if archived { paths::PUPILS.to_owned() } else { paths::pupil(subject) };
            keep(Pupil { archived, ..pupil.clone() }, home);
        }
    };
    let archive_words = if row.pupil.archived { words::BRING_BACK } else { words::ARCHIVE };
    let archive_hint = if row.pupil.archived { words::IS_ARCHIVED } else { words::ARCHIVE_HINT };
    let save = move |draft: Draft| keep(draft.applied_to(&row.pupil), paths::pupil(subject));
    view! {
        <BackToPupil subject name/>
        <header class="title"><h1>{words::EDIT}</h1></header>
        <PupilForm draft refusal save_word=words::SAVE cancel=paths::pupil(subject) save/>
        <hr/>
        <div class="line">
            <button type="button" class="care" on:click=archive>
                <Icon path=icons::ARCHIVE/>
                {archive_words}
            </button>
            <p class="small soft">{archive_hint}</p>
        </div>
    }
}
