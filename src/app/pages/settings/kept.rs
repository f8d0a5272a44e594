//! How it is with what is kept: whether the tablet keeps it, whether all of it can be read, and which version this is.

use crate::app::components::loaded::asked;
use crate::app::lean::{memo, view};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::refused::Refused;
use crate::app::context::device::use_device;
use crate::app::context::house::{Known, use_house};
use crate::app::context::install::use_install;
use crate::app::context::unsaved::use_unsaved;
use crate::app::context::update::use_update;
use crate::platform::persistence::{self, Room};

use super::words;

/// What is kept.
#[component]
pub fn Kept() -> impl IntoView {
    let house = use_house();
    let device = use_device();
    let demo = house.known().with_untracked(Known::is_demo);
    let estimate = asked(persistence::estimate);
    let usage = move || estimate.get().flatten().map(|estimate| words::megabytes(estimate.usage));
    let tight = move || estimate.get().flatten().is_some_and(|estimate| estimate.room() != Room::Plenty);
    view! {
        <section>
            <h2>{words::KEPT}</h2>
            {if demo {
                view! { <div class="notice"><p>{words::DEMO}</p></div> }
            } else {
                view! {
                    <Promise/>
                    {move || tight().then(|| view! { <div class="notice amber"><p>{words::TIGHT}</p></div> })}
                }
            }}
            <Readable demo/>
            <Version/>
            <dl class="facts">
                {(!demo).then(|| view! {
                    <dt>{words::VAULT}</dt>
                    <dd>{move || device.nickname()}</dd>
                    <dt>{words::SPACE}</dt>
                    <dd>{usage}</dd>
                })}
                <dt>{words::VERSION}</dt>
                <dd>{env!("CARGO_PKG_VERSION")}</dd>
            </dl>
        </section>
    }
}

/// Whether the tablet has promised to keep the data.
#[component]
fn Promise() -> impl IntoView {
    let promised = RwSignal::new(None::<Option<bool>>);
    spawn_local(async move {
        let answer = persistence::persisted().await;
        let _ = promised.try_set(Some(answer));
    });
    let ask = move |_| {
        spawn_local(async move {
            let answer = persistence::persist().await;
            let _ = promised.try_set(Some(answer));
        });
    };
    move || {
        promised.get().map(|promised| match promised {
            Some(true) => view! {
                <div class="notice"><p><strong>{words::PERSISTED}</strong>" "{words::PERSISTED_MORE}</p></div>
            },
            Some(false) => view! {
                <div class="notice amber">
                    <p><strong>{words::NOT_PERSISTED}</strong>" "{words::NOT_PERSISTED_MORE}</p>
                    <button type="button" on:click=ask>{words::ASK_AGAIN}</button>
                </div>
            },
            None => view! { <div class="notice amber"><p>{words::UNKNOWN_PERSISTED}</p></div> },
        })
    }
}

/// Whether everything can be read.
#[component]
fn Readable(demo: bool) -> impl IntoView {
    let house = use_house();
    let health = asked(move || house.health());
    move || {
        health.get().map(|health| match health {
            Ok(health) => {
                let (fact, more) = words::health(health);
                let class = if health.unreadable > 0 { "notice amber" } else { "notice" };
                let (copies, what_then) = words::copies(health);
                let kept_twice = if what_then.is_empty() { "notice" } else { "notice amber" };
                view! {
                    <div class=class><p><strong>{fact}</strong>" "{more}</p></div>
                    {(!demo).then(|| view! {
                        <div class=kept_twice><p><strong>{copies}</strong>" "{what_then}</p></div>
                    })}
                }
            }
            Err(refused) => view! { <Refused refusal=Signal::stored(Some(refused))/> },
        })
    }
}

/// A new version, and the home screen.
#[component]
fn Version() -> impl IntoView {
    let (update, install, unsaved) = (use_update(), use_install(), use_unsaved());
    let ready = memo(move || update.is_ready());
    let offered = memo(move || install.is_offered());
    let looked = RwSignal::new(false);
    let look = move |_| {
        looked.set(true);
        update.look();
    };
    view! {
        {move || {
            if ready.get() {
                view! {
                    <div class="notice cool" role="status">
                        <p>
                            <strong>{words::UPDATE_READY}</strong>
                            " "
                            {move || if unsaved.any() { words::UPDATE_LATER } else { words::UPDATE_COST }}
                        </p>
                        <button
                            type="button"
                            class="main"
                            disabled=move || unsaved.any()
                            on:click=move |_| update.apply()
                        >
                            {words::UPDATE}
                        </button>
                    </div>
                }
            } else {
                view! {
                    <div class="line">
                        <button type="button" on:click=look>{words::LOOK}</button>
                        <p class="soft" role="status">{move || looked.get().then_some(words::LOOKED)}</p>
                    </div>
                }
            }
        }}
        {move || offered.get().then(|| view! {
            <div class="line">
                <button type="button" on:click=move |_| install.ask()>{words::INSTALL}</button>
            </div>
        })}
    }
}
