//! An activity line by line, as large as a child can read from the other chair.

mod breathing;
mod course;
mod playing;

use leptos::prelude::*;

use self::breathing::BreathingLight;
use self::playing::Playing;
use super::escape::on_escape;
use super::picture::calm_picture;
use super::words;
use crate::app::art::icons;
use crate::app::components::awake::keep_awake;
use crate::app::components::ground::{self, Ground};
use crate::app::components::icon::Icon;
use crate::app::context::voice::use_voice;
use crate::app::lean::view;
use crate::content::calm::Activity;

/// The player. Knows no address and no frame, so that the child's side of the tablet has the same.
#[component]
pub fn Player(
    /// What is played.
    activity: &'static Activity,
    /// Told when it is left.
    leave: Callback<()>,
    /// Told once, before that, when it was ended, or left after at least half.
    #[prop(optional)]
    done: Option<Callback<()>>,
) -> impl IntoView {
    ground::lay(Ground::Dusk);
    keep_awake();
    let playing = Playing::new(activity, use_voice());
    // However it is left: by its button, by "back", or because whoever shows it takes it down.
    on_cleanup(move || {
        if let Some(done) = done.filter(|_| playing.is_half_done()) {
            done.try_run(());
        }
    });
    on_escape(move || leave.run(()));
    let picture = match activity.breath {
        Some(breath) => view! { <BreathingLight breath playing/> },
        None => calm_picture(activity.slug),
    };
    view! {
        <section class="player" class:breathes=activity.breath.is_some() aria-labelledby="playing">
            <header>
                <h1 id="playing">{activity.title}</h1>
                <button type="button" class="end" on:click=move |_| leave.run(())>
                    <Icon path=icons::CLOSE/>
                    {words::END}
                </button>
            </header>
            <div class="stage">
                {picture}
                <p class="says" aria-live="polite">{move || playing.course.get().line()}</p>
            </div>
            <footer>
                <Way playing/>
                <Steps playing leave/>
                <Helpers playing/>
            </footer>
        </section>
    }
}

/// A small light for each line; those that were said are lit.
#[component]
fn Way(playing: Playing) -> impl IntoView {
    let lines = playing.course.get_untracked().lines();
    let light = |number: usize| view! { <i class:lit=move || number <= playing.course.get().at()></i> };
    view! { <div class="way" aria-hidden="true">{(0..lines).map(light).collect::<Vec<_>>()}</div> }
}

/// Back, pause and next, in thumb's reach.
#[component]
fn Steps(playing: Playing, leave: Callback<()>) -> impl IntoView {
    let is_first = move || playing.course.get().is_first();
    let is_last = move || playing.course.get().is_last();
    let next = move |_| if playing.course.get_untracked().is_last() { leave.run(()) } else { playing.forward() };
    view! {
        <div class="steps-of-it">
            <button type="button" aria-disabled=move || is_first().to_string() on:click=move |_| playing.back()>
                <Icon path=icons::BACK/>
                {words::BACK}
            </button>
            {move || playing.goes_by_itself().then(|| view! {
                <button type="button" on:click=move |_| playing.paused.update(|paused| *paused = !*paused)>
                    {move || if playing.paused.get() { words::GO_ON } else { words::PAUSE }}
                </button>
            })}
            <button type="button" class="main" on:click=next>
                {move || if is_last() { words::THAT_WAS_IT } else { words::NEXT }}
            </button>
        </div>
    }
}

/// What can be switched on: only what this tablet has.
#[component]
fn Helpers(playing: Playing) -> impl IntoView {
    let voice = use_voice();
    view! {
        <div class="helpers" role="group" aria-label=words::HELPERS>
            {switch(words::BY_ITSELF, playing.by_itself)}
            {move || voice.available().then(|| switch(words::READ_ALOUD, playing.aloud))}
            {playing.breathes().then(|| switch(words::SOUND, playing.sound))}
            {(playing.breathes() && playing::can_hum()).then(|| switch(words::HUM, playing.hum))}
        </div>
    }
}

fn switch(word: &'static str, on: RwSignal<bool>) -> AnyView {
    view! {
        <button type="button" aria-pressed=move || on.get().to_string() on:click=move |_| on.update(|on| *on = !*on)>
            {word}
        </button>
    }
}
