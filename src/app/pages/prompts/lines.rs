//! One line at a time, large enough to be read from the side. It knows no address: a session shows it too.

use leptos::prelude::*;

use crate::app::art::icons;
use crate::app::components::icon::Icon;
use crate::app::lean::{effect, memo, view};
use crate::app::pages::cards::words as cards;
use crate::app::paths;
use crate::content::prompts::{self, Aim};
use crate::domain::Level;

use super::course::Course;
use super::words;

/// The lines of a set, one at a time, with the safety edge always in sight.
#[component]
pub fn PromptCards(
    /// Which lines.
    set: &'static prompts::Set,
    /// In whose language.
    #[prop(into)]
    level: Signal<Level>,
    /// With which aim to begin.
    #[prop(optional_no_strip)]
    begin: Option<Aim>,
    /// Where it is said that the set was used; without it that is not asked.
    #[prop(optional_no_strip)]
    used: Option<Used>,
) -> impl IntoView {
    let course = RwSignal::new(Course::begin(set, level.get_untracked(), begin));
    effect(move || {
        let level = level.get();
        let other = course.with_untracked(|course| match course {
            Some(course) if course.is_at(level) => None,
            Some(course) => Some(course.at_level(level)),
            None => Some(Course::begin(set, level, begin)),
        });
        if let Some(other) = other {
            course.set(other);
        }
    });
    let said = move || course.with(|course| course.as_ref().and_then(Course::line));
    view! {
        <div class="aside">
            <Aims course/>
            <section class="one-line">
                <div class="card" role="status">
                    {move || said().map(|line| view! {
                        <p class="small soft">{words::aim(line.aim)}": "{words::aim_line(line.aim)}</p>
                        <p class="loud">{line.say}</p>
                    })}
                </div>
                <div class="line">
                    <Step course step=Course::earlier word=words::EARLIER/>
                    {used.map(|used| view! { <UsedThis used/> })}
                    <Step course step=Course::another word=words::ANOTHER end=true/>
                    <Step course step=Course::next word=words::NEXT main=true/>
                </div>
            </section>
            <section class="card cool edge">
                <h2>{words::STOP}</h2>
                <p>{prompts::stop()}</p>
                <p><a href=paths::SAFEGUARDING>{cards::WORRIED}</a></p>
            </section>
        </div>
    }
}

/// What the lines are for, in their order; each leads to a line.
#[component]
fn Aims(course: RwSignal<Option<Course>>) -> impl IntoView {
    let aims = memo(move || course.with(|course| course.as_ref().map(Course::aims)).unwrap_or_default());
    let choice = move |aim: Aim| {
        let here = move || course.with(|course| course.as_ref().and_then(Course::aim)) == Some(aim);
        let press = move |_| {
            if !here() {
                go(course, |course| course.to(aim));
            }
        };
        view! {
            <button type="button" aria-pressed=move || here().to_string() on:click=press>{words::aim(aim)}</button>
        }
    };
    view! {
        <div class="words aims" role="group" aria-label=words::AIM>
            {move || aims.get().into_iter().map(choice).collect_view()}
        </div>
    }
}

/// A step along the course. Where there is none the button stays, so that the others do not move under the finger.
#[component]
fn Step(
    course: RwSignal<Option<Course>>,
    step: fn(&Course) -> Option<Course>,
    word: &'static str,
    #[prop(optional)] main: bool,
    #[prop(optional)] end: bool,
) -> impl IntoView {
    let nowhere = move || course.with(|course| course.as_ref().and_then(step).is_none());
    view! {
        <button
            type="button"
            class:main=main
            class:end=end
            aria-disabled=move || nowhere().then_some("true")
            on:click=move |_| go(course, step)
        >
            {word}
        </button>
    }
}

/// Whether a set was used, and how to say so.
#[derive(Clone, Copy)]
pub struct Used {
    /// Whether it has been said.
    pub told: Signal<bool>,
    /// Says it, or takes it back.
    pub toggle: Callback<()>,
}

#[component]
fn UsedThis(used: Used) -> impl IntoView {
    view! {
        <button
            type="button"
            aria-pressed=move || used.told.get().to_string()
            on:click=move |_| used.toggle.run(())
        >
            <Icon path=icons::CHECK/>
            {words::USED_THIS}
        </button>
    }
}

fn go(course: RwSignal<Option<Course>>, step: impl Fn(&Course) -> Option<Course>) {
    if let Some(gone) = course.with_untracked(|course| course.as_ref().and_then(step)) {
        course.set(Some(gone));
    }
}
