//! The cover: a sleeping lantern and a keypad. Nothing here is about any child.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::app::art::face::Mood;
use crate::app::components::code_entry::CodeEntry;
use crate::app::components::face::Face;
use crate::app::components::keypad::{Dots, Keys};
use crate::app::components::title::PageTitle;
use crate::app::context::code_length::use_code_length;
use crate::app::context::house::{Known, use_house};
use crate::app::lean::{effect, memo, view};
use crate::app::shell::corners::Shield;
use crate::app::shell::private::Private;
use crate::app::{paths, refusal_words};
use crate::domain::presence::COVER_TRIES;
use crate::keeper::Refusal;
use crate::keeper::demo::DEMO_CODE;
use crate::keeper::message::{Ask, PROTOCOL, Standing};

use super::words::cover as words;

/// The lantern asleep.
const ASLEEP: Mood = Mood { pleasantness: 45, energy: -100, brow: 0 };

/// The cover.
#[component]
pub fn Cover() -> impl IntoView {
    let house = use_house();
    let length = use_code_length();
    let entry = RwSignal::new(CodeEntry::default());
    let busy = RwSignal::new(false);
    let said = RwSignal::new(None::<String>);
    let demo = house.known().with_untracked(Known::is_demo);
    // The child's side is under it: the adult is asked for, and the child can have it back.
    let turned = house.known().with_untracked(Known::has_child_under_cover);
    let heading = if turned { words::FOR_THE_GROWN_UP } else { words::HEADING };
    let known_length = Signal::derive(move || length.get());

    // How many tries were left when the page last heard of it: not all of them, when somebody has tried before.
    let tries_left = memo(move || match house.known().get() {
        Known::Stands(Standing::Covered { tries_left, .. }) => tries_left,
        _ => COVER_TRIES,
    });

    let open = move || {
        if busy.get_untracked() || !entry.with_untracked(CodeEntry::is_enough) {
            return;
        }
        let code = entry.with_untracked(CodeEntry::whisper);
        entry.update(CodeEntry::clear);
        busy.set(true);
        said.set(None);
        spawn_local(async move {
            let answer = house.ask(Ask::Uncover { code }).await;
            if let Err(refused) = answer {
                let words = match refused {
                    Refusal::WrongSecret { .. } => {
                        // The answer to a wrong code says nothing about the tries; the standing does.
                        let _ = house.ask(Ask::Standing { protocol: PROTOCOL }).await;
                        words::WRONG.to_owned()
                    }
                    other => refusal_words::sentence(&other),
                };
                let _ = said.try_set(Some(words));
            }
            let _ = busy.try_set(false);
        });
    };
    // When it is known how long the code is, its last number opens.
    effect(move || {
        let typed = entry.with(CodeEntry::len);
        if length.get() == Some(typed) {
            open();
        }
    });
    let sentence = move || match (said.get(), tries_left.get()) {
        (None, COVER_TRIES) => String::new(),
        (None, left) => words::tries(left),
        (Some(said), COVER_TRIES) => said,
        (Some(said), left) => [said, words::tries(left)].join(" "),
    };
    view! {
        <PageTitle words=""/>
        <main class="cover" id="main" tabindex="-1">
            {(!turned).then(|| view! { <Shield/> })}
            <div class="rest">
                <Face mood=Signal::stored(ASLEEP)/>
                <div>
                    <h1>{heading}</h1>
                    <p>{if turned { words::NOW_THE_GROWN_UPS_TURN } else { words::KEPT }}</p>
                    {demo.then(|| view! { <p>{words::DEMO}<strong>{DEMO_CODE}</strong></p> })}
                </div>
            </div>
            <div class="keypad">
                <h2 class="said">{words::CODE}</h2>
                <Dots entry length=known_length/>
                <p class="wrong" role="alert">{sentence}</p>
                <Keys entry still=busy enter=Callback::new(move |()| open())/>
                {move || length.get().is_none().then(|| view! {
                    <button
                        type="button"
                        disabled=move || !entry.with(CodeEntry::is_enough)
                        on:click=move |_| open()
                    >
                        {words::OPEN}
                    </button>
                })}
                {if turned {
                    view! {
                        <button type="button" class="plain" on:click=move |_| house.turn_back()>{words::BACK}</button>
                    }
                } else {
                    view! {
                        <button type="button" class="plain" on:click=move |_| house.lock()>{words::LOCK}</button>
                    }
                }}
            </div>
        </main>
    }
}

/// The cover at an address of its own, for pages that anyone may see: once it is opened, the page before comes back.
#[component]
pub fn CoverPage() -> impl IntoView {
    view! { <Private page=|| view! { <Return/> }/> }
}

#[component]
fn Return() -> impl IntoView {
    let navigate = use_navigate();
    // After this view stands: the router is still on its way to it.
    effect(move || {
        let history = window().history();
        let went = history
            .as_ref()
            .is_ok_and(|history| history.length().is_ok_and(|pages| pages > 1) && history.back().is_ok());
        if !went {
            navigate(paths::TODAY, NavigateOptions { replace: true, ..NavigateOptions::default() });
        }
    });
}
