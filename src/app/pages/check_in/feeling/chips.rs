//! The words beside the pad: those near the lantern, and those that were chosen.

use leptos::prelude::*;

use crate::app::components::face::Face;
use crate::app::components::said;
use crate::app::lean::{memo, view};
use crate::domain::{Answer, FeelingWord, Level};

use super::super::plan::Step;
use super::super::telling::Telling;
use super::super::words;
use super::lantern::Lantern;
use super::place;

/// How many of the child's own words stand beside the pad: the newest.
const OWN: usize = 3;

/// The words, and the two ways to others.
#[component]
pub fn NearWords(telling: Telling, lantern: Lantern, browsing: RwSignal<bool>) -> impl IntoView {
    let beside = memo(move || {
        let offered = lantern.offered();
        let level = telling.level.get();
        let beside =
            telling.answers.with(|answers| place::beside(answers.feeling.given(), &offered, place::how_many(level)));
        // The child's own words come first, and stay.
        let mut words: Vec<_> = telling.prepared.with(|prepared| {
            prepared.own_words.iter().rev().take(OWN).map(|own| FeelingWord::Own(own.word.clone())).collect()
        });
        for word in beside {
            if !words.contains(&word) {
                words.push(word);
            }
        }
        words
    });
    let heading = move || match telling.answers.with(|answers| answers.feeling.clone()) {
        Answer::Passed | Answer::DontKnow => words::GOOD_ANSWER_TOO,
        _ if lantern.is_fresh() => words::MOVE_OR_CHOOSE,
        _ => words::ONE_OF_THESE,
    };
    view! {
        <div class="near-words">
            <h2 id="near-words">{heading}</h2>
            <ul
                class="words"
                class:many=move || beside.with(|words| words.len() > place::how_many(telling.level.get()))
                aria-labelledby="near-words"
            >
                <For
                    each=move || beside.get()
                    key=|word| match word {
                        FeelingWord::Known(key) => (false, key.clone()),
                        FeelingWord::Own(own) => (true, own.clone()),
                    }
                    children=move |word| view! { <Chip telling lantern word/> }
                />
            </ul>
            <div class="words">
                <button type="button" class="dashed" on:click=move |_| browsing.set(true)>{words::ALL_THE_WORDS}</button>
                <button type="button" class="dashed" on:click=move |_| telling.go(Step::OwnWord)>{words::OWN_WORD}</button>
            </div>
        </div>
    }
}

#[component]
fn Chip(telling: Telling, lantern: Lantern, word: FeelingWord) -> impl IntoView {
    let chosen = {
        let word = word.clone();
        memo(move || {
            telling.answers.with(|answers| answers.feeling.given().is_some_and(|feeling| feeling.words.contains(&word)))
        })
    };
    let own = match &word {
        FeelingWord::Own(own) => telling.prepared.with_untracked(|prepared| prepared.own(own).cloned()),
        FeelingWord::Known(_) => None,
    };
    let level = telling.level.get_untracked();
    let face = said::word_of(&word)
        .map(said::mood_of)
        .or_else(|| own.as_ref()?.point.map(|point| said::mood_at(level, point)));
    let paint = own.and_then(|own| own.colour).map(|colour| view! { <span class="swatch" data-paint=colour></span> });
    let label = match &word {
        FeelingWord::Known(key) => said::known(key).to_owned().into_any(),
        FeelingWord::Own(own) => view! { <span>"‘"<bdi>{own.clone()}</bdi>"’"</span> },
    };
    view! {
        <li>
            <button
                type="button"
                aria-pressed=move || chosen.get().to_string()
                on:click=move |_| lantern.toggle(word.clone())
            >
                {move || (telling.level.get() == Level::A)
                    .then_some(face)
                    .flatten()
                    .map(|mood| view! { <Face mood=mood quiet=true/> })}
                {paint}
                {label}
            </button>
        </li>
    }
}

/// For the adult, while nobody knows whose check-in it is: how much language to show. One tap, at once.
#[component]
pub fn LevelSwitch(
    /// The check-in.
    telling: Telling,
) -> impl IntoView {
    let button = move |level: Level| {
        view! {
            <button
                type="button"
                class="plain"
                aria-pressed=move || (telling.level.get() == level).to_string()
                on:click=move |_| telling.speak_at(level)
            >
                {words::level(level)}
            </button>
        }
    };
    telling.visitor.then(|| {
        view! {
            <div class="language" role="group" aria-label=words::LEVEL_FOR_GROWN_UP>
                {Level::ALL.map(button).collect_view()}
            </div>
        }
    })
}
