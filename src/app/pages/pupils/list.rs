//! The children, and those who were put away.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::art::face::Mood;
use crate::app::art::icons;
use crate::app::components::back::Back;
use crate::app::components::face::Face;
use crate::app::components::icon::Icon;
use crate::app::components::loaded::{Asked, asked, loaded};
use crate::app::components::refused::Refused;
use crate::app::components::title::PageTitle;
use crate::app::context::glow::use_glow;
use crate::app::context::house::use_house;
use crate::app::lean::view;
use crate::app::pages::check_in::begin::CheckInButton;
use crate::app::pages::group::words::NEW_GROUP;
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::domain::Pupil;
use crate::keeper::Refusal;
use crate::keeper::message::PupilRow;

use super::draft::is_meant;
use super::person::{SmallTile, last_check_in};
use super::words;

/// The children.
#[component]
pub fn Pupils() -> impl IntoView {
    let house = use_house();
    let pupils = asked(move || house.pupils());
    view! {
        <Frame>
            <PageTitle words=words::CHILDREN/>
            <header class="title"><h1>{words::CHILDREN}</h1></header>
            {loaded(pupils, |rows| view! { <List rows/> })}
        </Frame>
    }
}

#[component]
fn List(rows: Vec<PupilRow>) -> impl IntoView {
    let archived = rows.iter().filter(|row| row.pupil.archived).count();
    let rows: Vec<_> = rows.into_iter().filter(|row| !row.pupil.archived).collect();
    let archive = (archived > 0).then(|| {
        view! {
            <div class="line">
                <a class="button plain" href=paths::ARCHIVED>
                    <Icon path=icons::ARCHIVE/>
                    {words::archived(archived)}
                </a>
            </div>
        }
    });
    if rows.is_empty() {
        return view! { <Empty/> {archive} };
    }
    let rows_shown = rows.len();
    let typed = RwSignal::new(String::new());
    let refusal = RwSignal::new(None::<Refusal>);
    let nobody = {
        let rows = rows.clone();
        move || typed.with(|typed| !rows.iter().any(|row| is_meant(&row.pupil.name, typed)))
    };
    let rows = rows.into_iter().map(|row| {
        let name = row.pupil.name.clone();
        let hidden = move || typed.with(|typed| !is_meant(&name, typed));
        view! { <ListRow row hidden=Signal::derive(hidden) refusal/> }
    });
    let rows = rows.collect_view();
    view! {
        <div class="line">
            <AddButton/>
            {(rows_shown > 1).then(|| view! { <a class="button" href=paths::NEW_GROUP>{NEW_GROUP}</a> })}
            <div class="search">
                <label class="said" for="find">{words::FIND_A_CHILD}</label>
                <Icon path=icons::SEARCH/>
                <input id="find" type="search" dir="auto" autocomplete="off" placeholder=words::FIND bind:value=typed/>
            </div>
        </div>
        <Refused refusal/>
        <ul class="rows" hidden=nobody.clone()>{rows}</ul>
        <p role="status">{move || nobody().then_some(words::NOBODY_FOUND)}</p>
        {archive}
    }
}

#[component]
fn AddButton() -> impl IntoView {
    view! {
        <a class="button main" href=paths::NEW_PUPIL>
            <Icon path=icons::PLUS/>
            {words::ADD_A_CHILD}
        </a>
    }
}

#[component]
fn Empty() -> impl IntoView {
    view! {
        <div class="empty">
            <Face mood=Mood { pleasantness: 40, ..Mood::default() }/>
            <h2>{words::ROOM_FOR_EVERYONE}</h2>
            <p>{words::NOTHING_ELSE_ASKED}</p>
            <AddButton/>
        </div>
    }
}

#[component]
fn ListRow(row: PupilRow, hidden: Signal<bool>, refusal: RwSignal<Option<Refusal>>) -> impl IntoView {
    let about = [words::year_or_nothing(row.pupil.year), last_check_in(&row)];
    let about: Vec<_> = about.into_iter().filter(|words| !words.is_empty()).collect();
    let PupilRow { subject, pupil, .. } = row;
    view! {
        <li hidden=hidden>
            <SmallTile pupil=pupil.clone()/>
            <span class="grow">
                <a href=paths::pupil(subject)><bdi>{pupil.name.clone()}</bdi></a>
                <p>{about.join(" · ")}</p>
            </span>
            <CheckInButton subject level=pupil.level refusal name=pupil.name/>
        </li>
    }
}

/// The children who were put away.
#[component]
pub fn Archived() -> impl IntoView {
    let house = use_house();
    let pupils = asked(move || house.pupils());
    let refusal = RwSignal::new(None::<Refusal>);
    view! {
        <Frame>
            <PageTitle words=words::ARCHIVED/>
            <Back to=paths::PUPILS words=words::CHILDREN/>
            <header class="title">
                <h1>{words::ARCHIVED}</h1>
                <p>{words::ARCHIVED_KEPT}</p>
            </header>
            <Refused refusal/>
            {loaded(pupils, move |rows| {
                let rows: Vec<_> = rows.into_iter().filter(|row| row.pupil.archived).collect();
                if rows.is_empty() {
                    return view! { <p>{words::NONE_ARCHIVED}</p> };
                }
                let rows = rows.into_iter().map(|row| view! { <ArchivedRow row pupils refusal/> }).collect_view();
                view! { <ul class="rows">{rows}</ul> }
            })}
        </Frame>
    }
}

#[component]
fn ArchivedRow(
    row: PupilRow,
    pupils: Asked<Result<Vec<PupilRow>, Refusal>>,
    refusal: RwSignal<Option<Refusal>>,
) -> impl IntoView {
    let (house, glow) = (use_house(), use_glow());
    let PupilRow { subject, pupil, .. } = row;
    let (name, tile) = (pupil.name.clone(), pupil.clone());
    let label = words::bring_back(&name);
    let bring_back = move |_| {
        let pupil = Pupil { archived: false, ..pupil.clone() };
        spawn_local(async move {
            match house.amend_pupil(subject, pupil).await {
                Ok(_) => {
                    glow.shine();
                    pupils.refetch();
                }
                Err(why) => drop(refusal.try_set(Some(why))),
            }
        });
    };
    view! {
        <li>
            <SmallTile pupil=tile/>
            <span class="grow"><a href=paths::pupil(subject)><bdi>{name}</bdi></a></span>
            <button type="button" aria-label=label on:click=bring_back>{words::BRING_BACK}</button>
        </li>
    }
}
