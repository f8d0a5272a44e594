//! The end of a check-in: is there more? Then thank you, and the tablet goes back.

use leptos::prelude::*;

use crate::app::art::face::Mood;
use crate::app::art::icons;
use crate::app::components::face::Face;
use crate::app::components::icon::Icon;
use crate::app::components::said::{self, Said};
use crate::app::lean::view;

use super::plan::Step;
use super::screen::{BackButton, Screen, Tile};
use super::telling::Telling;
use super::words;

/// Before "done": is there anything else?
#[component]
pub fn DoneScreen(telling: Telling, tile: Tile) -> impl IntoView {
    let told = move || telling.answers.with(words::told_so_far);
    let mood = Signal::derive(move || {
        let level = telling.level.get();
        telling.answers.with(|answers| said::mood(level, answers))
    });
    let aloud = Signal::derive(move || [&said::text(&told()), words::ANYTHING_ELSE].join(" "));
    let leads = move |step: Step, label: &'static str| {
        view! {
            <button type="button" class="dashed" on:click=move |_| telling.go(step)>{label}</button>
        }
    };
    let footer = move || {
        view! {
            <BackButton telling step=Step::Done/>
            <button type="button" class="main" on:click=move |_| telling.finish()>
                {words::THATS_ALL}
                <Icon path=icons::CHECK/>
            </button>
        }
    };
    view! {
        <Screen telling tile step=Step::Done question=words::ANYTHING_ELSE.to_owned() aloud footer>
            <div class="more">
                <Face mood/>
                <p class="lead">{move || view! { <Said pieces=told()/> }}</p>
                <div class="words">
                    {leads(Step::Feeling, words::ANOTHER_FEELING)}
                    {leads(Step::OwnWord, words::OWN_WORD)}
                    {leads(Step::Body, words::WHERE_IN_MY_BODY)}
                </div>
            </div>
        </Screen>
    }
}

/// After "done".
#[component]
pub fn ThanksScreen(telling: Telling, tile: Tile) -> impl IntoView {
    let aloud = [words::THANK_YOU, words::PASS_IT_BACK].join(". ");
    let answers = telling.answers.get_untracked();
    let feeling = said::feeling(&answers.feeling);
    let rest = [said::how_big(&answers.size), said::whereabouts(&answers.body)];
    let rest = rest.into_iter().flatten().map(|words| view! { <span class="word">{words}</span> }).collect_view();
    let footer = move || {
        view! {
            <button type="button" class="main" on:click=move |_| telling.hand_back()>
                <Icon path=icons::COVER/>
                {words::FOR_THE_GROWN_UP}
            </button>
        }
    };
    view! {
        <Screen telling tile question=words::THANK_YOU.to_owned() aloud footer>
            <div class="more">
                <Face mood=Mood { pleasantness: 55, energy: -10, brow: 0 }/>
                <p class="told">
                    {(!feeling.is_empty()).then(|| view! { <span class="word"><Said pieces=feeling/></span> })}
                    {rest}
                </p>
                <p class="lead">{words::PASS_IT_BACK}</p>
            </div>
        </Screen>
    }
}
