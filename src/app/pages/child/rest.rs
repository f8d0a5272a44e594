//! The lantern that is left on: what a child sees while something else is done. It burns down with the session.

use leptos::prelude::*;

use crate::app::art::icons;
use crate::app::components::awake::keep_awake;
use crate::app::components::icon::Icon;
use crate::app::lean::{memo, view};
use crate::app::pages::calm::choose::ChooseCalm;
use crate::app::pages::calm::lights::Lights;
use crate::app::pages::calm::player::Player;
use crate::app::pages::session::lantern::LanternPicture;
use crate::content::calm::Activity;
use crate::content::room;
use crate::domain::session::{Burn, Event, Session, Tap};
use crate::platform::clock;
use crate::platform::timer;

use super::Handle;
use super::screen::ChildScreen;
use super::words;

/// How often the lantern is looked at, in milliseconds.
const LOOK: u32 = 15_000;

/// What is shown of the calm room.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    Lantern,
    Choosing,
    Playing(&'static Activity),
    Lights,
}

/// The lantern, and what can be had from it: the lights, and something calm.
#[component]
pub fn RestSide(
    /// The child's side.
    handle: Handle,
) -> impl IntoView {
    keep_awake();
    let shown = RwSignal::new(Shown::Lantern);
    let back = Callback::new(move |()| shown.set(Shown::Lantern));
    move || match shown.get() {
        Shown::Lantern => view! { <LanternLeftOn handle shown/> },
        Shown::Choosing => view! { <Choosing handle shown/> },
        Shown::Lights => view! { <Lights leave=back/> },
        Shown::Playing(activity) => {
            let done = Callback::new(move |()| {
                let over = untrack(|| handle.of_session(Session::is_ended));
                if over == Some(false) {
                    handle.tap(Tap::Log(Event::Calm(activity.slug.to_owned())));
                }
            });
            view! { <Player activity leave=back done/> }
        }
    }
}

#[component]
fn Choosing(handle: Handle, shown: RwSignal<Shown>) -> impl IntoView {
    let level = handle.level();
    let footer = move || {
        view! {
            <button
                type="button"
                class="round"
                aria-label=words::BACK
                on:click=move |_| shown.set(Shown::Lantern)
            >
                <Icon path=icons::BACK/>
            </button>
        }
    };
    let choose = Callback::new(move |activity| shown.set(Shown::Playing(activity)));
    view! {
        <ChildScreen
            tile=handle.tile()
            level=Signal::stored(level)
            refusal=handle.refusal
            question=words::SOMETHING_CALM.to_owned()
            aloud=words::SOMETHING_CALM.to_owned()
            footer
        >
            <ChooseCalm level choose/>
        </ChildScreen>
    }
}

#[component]
fn LanternLeftOn(handle: Handle, shown: RwSignal<Shown>) -> impl IntoView {
    let level = handle.level();
    let now = RwSignal::new(clock::now());
    let _looking = StoredValue::new_local(timer::every(LOOK, move || {
        now.try_set(clock::now());
    }));
    let burn = move || handle.of_session(|session| session.burn(now.get()));
    let (here, then) = untrack(|| {
        handle.of_session(|session| (session.course.here(), session.course.ahead().next())).unwrap_or_default()
    });
    let question = here.and_then(|stage| room::stage(stage.key())).map_or("", |stage| stage.for_child.at(level));
    let below = move || match burn() {
        Some(Burn { is_soon: true, .. }) => words::soon(then, level),
        Some(Burn { is_over: true, .. }) => words::TIME_IS_NEARLY_UP.to_owned(),
        _ => String::new(),
    };
    let aloud = Signal::derive(move || [question, &below()].join(" "));
    let burning = memo(move || burn().map_or(0, |burn| burn.left / 10));
    let footer = move || {
        view! {
            <button type="button" on:click=move |_| shown.set(Shown::Lights)>
                <Icon path=icons::LANTERN/>
                {words::LIGHTS}
            </button>
            <button type="button" on:click=move |_| shown.set(Shown::Choosing)>
                <Icon path=icons::CALM/>
                {words::SOMETHING_CALM}
            </button>
        }
    };
    view! {
        <ChildScreen
            tile=handle.tile()
            level=Signal::stored(level)
            refusal=handle.refusal
            question=question.to_owned()
            aloud
            footer
        >
            <div class="more">
                <span class="lantern big" aria-hidden="true" style:--left=move || burning.get().to_string()>
                    <LanternPicture/>
                </span>
                <p class="lead" role="status">{below}</p>
            </div>
        </ChildScreen>
    }
}
