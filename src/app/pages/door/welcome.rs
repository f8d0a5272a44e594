//! Welcome: there is no vault on this tablet yet. On an iPhone or iPad, the home screen comes first.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::refused::Refused;
use crate::app::components::title::PageTitle;
use crate::app::context::house::use_house;
use crate::app::context::install::use_install;
use crate::app::context::way::use_way;
use crate::app::lean::{memo, view};
use crate::app::paths;
use crate::keeper::Refusal;
use crate::keeper::message::Ask;

use super::frame::DoorFrame;
use super::others::WayBack;
use super::words;

/// Welcome.
#[component]
pub fn Welcome() -> impl IntoView {
    if use_install().comes_first() {
        view! { <InstallFirst/> }
    } else {
        view! { <Begin/> }
    }
}

#[component]
fn Begin() -> impl IntoView {
    let refusal = RwSignal::new(None);
    view! {
        <PageTitle words=words::welcome::TITLE/>
        <DoorFrame>
            <h1>{words::welcome::HEADING}</h1>
            <p class="lead">{words::welcome::LEAD}</p>
            <p class="soft">{words::welcome::KEPT}</p>
            <div class="stack">
                <a class="button main" href=paths::CREATE>{words::welcome::BEGIN}</a>
                <a class="button" href=paths::CREATE_FROM_FILE>{words::welcome::FROM_FILE}</a>
                <LookAround refusal/>
                <a class="button plain" href=paths::CARDS>{words::CARDS}</a>
            </div>
            <Refused refusal/>
            <WayBack/>
            <InstallOffer/>
        </DoorFrame>
    }
}

/// On an iPhone or iPad: the home screen first, and why.
#[component]
pub fn InstallFirst() -> impl IntoView {
    let refusal = RwSignal::new(None);
    let step = |(what, rest): (&'static str, &'static str)| view! { <li><strong>{what}</strong>" "{rest}</li> };
    view! {
        <PageTitle words=words::install::TITLE/>
        <DoorFrame>
            <h1>{words::install::TITLE}</h1>
            <p>{words::install::WHY}</p>
            <ol class="stack numbered">{words::install::STEPS.map(step).collect_view()}</ol>
            <div class="notice">
                <p>{words::install::HERE}</p>
            </div>
            <div class="line">
                <LookAround refusal/>
                <a class="button plain" href=paths::CARDS>{words::CARDS}</a>
            </div>
            <Refused refusal/>
        </DoorFrame>
    }
}

/// Opens the made-up children.
#[component]
fn LookAround(refusal: RwSignal<Option<Refusal>>) -> impl IntoView {
    let house = use_house();
    let way = use_way();
    let open = move |_| {
        let from = window().location().pathname().unwrap_or_default();
        spawn_local(async move {
            match house.ask(Ask::OpenDemo).await {
                // From a private page's address that very page comes; from the door's own, Today.
                Ok(_) if from == paths::CREATE => way.go(paths::TODAY),
                Ok(_) => {}
                Err(refused) => drop(refusal.try_set(Some(refused))),
            }
        });
    };
    view! { <button type="button" on:click=open>{words::LOOK_AROUND}</button> }
}

/// The browser's own offer, or where to find it.
#[component]
fn InstallOffer() -> impl IntoView {
    let install = use_install();
    let offered = memo(move || install.is_offered());
    let way = move || {
        if offered.get() {
            view! {
                <button type="button" class="plain" on:click=move |_| install.ask()>{words::welcome::INSTALL}</button>
            }
        } else {
            view! {
                <details>
                    <summary>{words::welcome::INSTALL_HELP}</summary>
                    <p class="soft">{words::welcome::INSTALL_WHERE}</p>
                </details>
            }
        }
    };
    (!install.is_installed()).then_some(way)
}
