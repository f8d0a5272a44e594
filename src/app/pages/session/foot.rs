//! What is always in thumb's reach: turn the tablet, the next stage or the end, leave it for a while, a concern.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::app::art::icons;
use crate::app::components::icon::Icon;
use crate::app::components::refused::Refused;
use crate::app::lean::{memo, view};
use crate::app::paths;
use crate::domain::session::{Stage, Tap};

use super::burning::stage_name;
use super::running::Running;
use super::turning::TurnButton;
use super::words;

/// The foot of a session that runs.
#[component]
pub fn Foot(
    /// The session.
    running: Running,
) -> impl IntoView {
    let next = memo(move || running.with(|session| session.course.ahead().next()));
    let on = move || match next.get() {
        Some(stage) => view! { <NextButton running stage/> },
        None => view! { <EndButton running/> },
    };
    view! {
        <footer class="foot">
            <Refused refusal=running.refusal/>
            <div class="line">
                <TurnButton running/>
                {on}
                <PauseButton running/>
                <ConcernLink running/>
            </div>
        </footer>
    }
}

#[component]
fn NextButton(running: Running, stage: Stage) -> impl IntoView {
    view! {
        <button type="button" on:click=move |_| running.tap(Tap::GoOn)>
            {words::next_stage(stage_name(stage))}
            <Icon path=icons::NEXT/>
        </button>
    }
}

/// Ends the session and goes to its note.
#[component]
pub fn EndButton(
    /// The session.
    running: Running,
) -> impl IntoView {
    view! { <Leaving running tap=Tap::End to=running.part(paths::NOTE) words=words::END sign=icons::CHECK/> }
}

#[component]
fn PauseButton(running: Running) -> impl IntoView {
    view! { <Leaving running tap=Tap::Pause to=paths::TODAY.to_owned() words=words::PAUSE sign=icons::PAUSE class="brief"/> }
}

/// Goes to another page once the tap was kept.
#[component]
fn Leaving(
    running: Running,
    tap: Tap,
    to: String,
    words: &'static str,
    sign: &'static str,
    #[prop(optional)] class: &'static str,
) -> impl IntoView {
    let navigate = use_navigate();
    let leave = move |_| {
        let (navigate, tap, to) = (navigate.clone(), tap.clone(), to.clone());
        spawn_local(async move {
            if running.send(tap).await {
                navigate(&to, NavigateOptions::default());
            }
        });
    };
    view! {
        // Where there is no room only the sign is shown, so the name does not rest on the words.
        <button type="button" class=class aria-label=words on:click=leave>
            <Icon path=sign/>
            <span>{words}</span>
        </button>
    }
}

/// To the concern pointer; on every adult screen of a session.
#[component]
pub fn ConcernLink(
    /// The session.
    running: Running,
) -> impl IntoView {
    view! {
        <a class="button care" href=running.part(paths::CONCERN)>
            <Icon path=icons::SHIELD/>
            {words::CONCERN}
        </a>
    }
}
