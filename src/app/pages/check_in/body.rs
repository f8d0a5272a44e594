//! Where in the body it is, and what it is like there. The figure is for eyes and fingers; the buttons say the same.

use leptos::prelude::*;

use crate::app::art::body as figure;
use crate::app::lean::view;
use crate::content::body;
use crate::domain::Answers;

use super::answering;
use super::plan::Step;
use super::screen::{BackButton, NextButton, Passes, Screen, Tile, WaysPast};
use super::telling::Telling;
use super::words;

/// How many places stand left of the figure.
const UPPER: usize = 4;

fn has_place(answers: &Answers, key: &str) -> bool {
    answers.body.given().is_some_and(|sense| sense.places.iter().any(|place| place == key))
}

fn has_sensation(answers: &Answers, key: &str) -> bool {
    answers.body.given().is_some_and(|sense| sense.sensations.iter().any(|like| like == key))
}

/// Where in the body?
#[component]
pub fn BodyScreen(telling: Telling, tile: Tile) -> impl IntoView {
    let question = body::questions().place;
    let aloud = [question, &body::places().iter().map(|place| place.word).collect::<Vec<_>>().join(", ")].join(" ");
    let (upper, lower) = body::places().split_at(UPPER.min(body::places().len()));
    let button = move |place: &'static body::Place| {
        view! {
                   <li>
                       <button
                           type="button"
                           aria-pressed=move || telling.answers.with(|answers| has_place(answers, place.key)).to_string()
                           on:click=move |_| {
        telling.tap(|answers| answering::toggle_place(answers, place.key));
        }
                       >
                           {place.word}
                       </button>
                   </li>
               }
    };
    let footer = move || {
        view! {
            <BackButton telling step=Step::Body/>
            <Passes telling step=Step::Body/>
            <NextButton telling step=Step::Body/>
        }
    };
    view! {
        <Screen telling tile step=Step::Body question=question.to_owned() aloud footer>
            <div class="where">
                <ul aria-label=words::PLACES_UPPER>{upper.iter().map(button).collect_view()}</ul>
                <Figure telling/>
                <ul aria-label=words::PLACES_LOWER>{lower.iter().map(button).collect_view()}</ul>
            </div>
        </Screen>
    }
}

#[component]
fn Figure(telling: Telling) -> impl IntoView {
    let outline = |class: &'static str| figure::OUTLINE.map(|line| view! { <path class=class d=line/> }).collect_view();
    let is_lit = move |key: &'static str| {
        move || telling.answers.with(|answers| has_place(answers, key) || has_place(answers, "all-over"))
    };
    let lights = figure::PLACES.each_ref().map(|place| {
        view! { <path class="light" class:lit=is_lit(place.key) d=place.light/> }
    });
    let touches = figure::PLACES.each_ref().map(|place| {
        let key = place.key;
        let tap = move |_| {
            telling.tap(|answers| answering::toggle_place(answers, key));
        };
        view! { <path class="touch" d=place.touch on:click=tap/> }
    });
    view! {
        <svg class="figure" viewBox=figure::VIEW_BOX aria-hidden="true">
            {outline("outline")}
            {lights.collect_view()}
            <path class="eyes" d=figure::EYES/>
            <path d=figure::MOUTH/>
            {outline("")}
            {touches.collect_view()}
        </svg>
    }
}

/// What is it like there?
#[component]
pub fn SensationScreen(telling: Telling, tile: Tile) -> impl IntoView {
    let question = body::questions().sensation;
    let spoken = body::sensations().iter().map(|like| like.word).collect::<Vec<_>>().join(", ");
    let buttons = body::sensations().iter().map(|like| {
        view! {
                   <button
                       type="button"
                       aria-pressed=move || telling.answers.with(|answers| has_sensation(answers, like.key)).to_string()
                       on:click=move |_| {
        telling.tap(|answers| answering::toggle_sensation(answers, like.key));
        }
                   >
                       <span>{like.word}<small>{like.meaning}</small></span>
                   </button>
               }
    });
    let buttons = buttons.collect_view();
    let footer = move || {
        view! {
            <BackButton telling step=Step::Sensation/>
            <WaysPast telling step=Step::Sensation/>
            <NextButton telling step=Step::Sensation/>
        }
    };
    view! {
        <Screen telling tile step=Step::Sensation question=question.to_owned() aloud=[question, &spoken].join(" ") footer>
            <div class="browse">{buttons}</div>
        </Screen>
    }
}
