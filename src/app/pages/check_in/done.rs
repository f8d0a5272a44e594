//! The end of a check-in: is there more? Then thank you, and the tablet goes back.

use leptos::prelude::*;

use crate::app::art::face::Mood;
use crate::app::art::icons;
use crate::app::components::face::Face;
use crate::app::components::icon::Icon;
use crate::app::components::said::{self, Said};
use crate::app::lean::view;
use crate::app::pages::child::{BackToTheGrownUp, Handle};

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
                    {leads(Step::Drawing, words::DRAW_IT)}
                </div>
            </div>
        </Screen>
    }
}

/// After "done".
#[component]
pub fn ThanksScreen(telling: Telling, tile: Tile, handle: Handle) -> impl IntoView {
    let answers = telling.answers.get_untracked();
    // A kind, quiet screen; what it means for the adult is for the adult's side.
    let quiet = said::asks_for_quiet(&answers);
    let (question, below) =
        if quiet { (words::THAT_IS_A_LOT, words::NOT_ALONE) } else { (words::THANK_YOU, words::PASS_IT_BACK) };
    let mood = if quiet {
        Mood { pleasantness: 20, energy: -45, brow: 0 }
    } else {
        Mood { pleasantness: 55, energy: -10, brow: 0 }
    };
    let aloud = [question, below].join(" ");
    let feeling = said::feeling(&answers.feeling);
    let rest = [said::how_big(&answers.size), said::whereabouts(&answers.body)];
    let rest = rest.into_iter().flatten().map(|words| view! { <span class="word">{words}</span> }).collect_view();
    let footer = move || view! { <BackToTheGrownUp handle/> };
    view! {
        <Screen telling tile question=question.to_owned() aloud footer>
            <div class="more" class:quiet=quiet>
                <Face mood quiet=quiet/>
                <p class="told">
                    {(!feeling.is_empty()).then(|| view! { <span class="word"><Said pieces=feeling/></span> })}
                    {rest}
                </p>
                <p class="lead">{below}</p>
            </div>
        </Screen>
    }
}
