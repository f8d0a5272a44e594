//! Other ways in, when words do not come: weather, a colour, an animal, a drawing. None of them means a feeling.

use leptos::prelude::*;

use crate::app::art::icons;
use crate::app::art::{animals, weather};
use crate::app::components::avatar::AnimalPicture;
use crate::app::components::icon::Icon;
use crate::app::lean::view;
use crate::content::room::{self, WayIn};
use crate::domain::{Answer, OtherWay};

use super::plan::Step;
use super::screen::{BackButton, Screen, Tile, by_pointer};
use super::seen::go_on_once_seen;
use super::telling::Telling;
use super::words;

/// Which way?
#[component]
pub fn OtherWayScreen(telling: Telling, tile: Tile) -> impl IntoView {
    let way = move |(at, way): (usize, &'static WayIn)| {
        let first = way.choices.first();
        view! {
            <button type="button" on:click=move |_| telling.go(Step::Picture(at))>
                {first.map(|choice| picture(way, choice.key))}
                {words::way(way.key)}
            </button>
        }
    };
    let ways = room::ways_in().iter().enumerate().map(way).collect_view();
    let footer = move || {
        view! {
            <BackButton telling step=Step::OtherWay/>
            <button type="button" class="pass" on:click=move |_| telling.go_on(Step::OtherWay)>{words::NO_THANK_YOU}</button>
            <button
                type="button"
                class="pass"
                on:click=move |_| {
                    telling.tap(|answers| answers.other_way = Answer::NotToday);
                    telling.finish();
                }
            >
                {words::NOT_TODAY}
            </button>
        }
    };
    view! {
        <Screen
            telling
            tile
            step=Step::OtherWay
            question=words::ANOTHER_WAY.to_owned()
            aloud=[words::THATS_FINE, words::ANOTHER_WAY].join(" ")
            footer
        >
            <p class="lead centred">{words::THATS_FINE}</p>
            <div class="four">
                {ways}
                <button type="button" on:click=move |_| telling.go(Step::Drawing)>
                    <Icon path=icons::EDIT/>
                    {words::DRAW_IT}
                </button>
            </div>
        </Screen>
    }
}

/// A picture of a choice: weather, a colour, or an animal.
pub fn picture(way: &WayIn, key: &'static str) -> AnyView {
    match way.key {
        "weather" => {
            let drawn = weather::find(key);
            view! {
                <svg class="weather" viewBox=weather::VIEW_BOX aria-hidden="true">
                    <path class="soft" d=drawn.map(|drawn| drawn.soft)/>
                    <path d=drawn.map(|drawn| drawn.line)/>
                </svg>
            }
        }
        "animals" => animals::find(key).map(|animal| view! { <AnimalPicture animal/> }).into_any(),
        _ => view! { <span class="swatch" data-paint=key></span> },
    }
}

/// One picture of a way.
#[component]
pub fn PictureScreen(telling: Telling, tile: Tile, way: usize) -> impl IntoView {
    let Some(way_in) = room::ways_in().get(way) else { return ().into_any() };
    let step = Step::Picture(way);
    let level = telling.level.get_untracked();
    let question = way_in.ask.at(level);
    let go_on = go_on_once_seen(telling, step);
    let spoken = way_in.choices.iter().map(|choice| choice.name).collect::<Vec<_>>().join(", ");
    let button = move |choice: &'static room::Choice| {
        let chosen = Answer::Given(OtherWay::Picture(way_in.key.to_owned(), choice.key.to_owned()));
        let pressed = chosen.clone();
        let press = move |event: leptos::ev::MouseEvent| {
            let pressed = pressed.clone();
            telling.tap(|answers| answers.other_way = pressed);
            if by_pointer(&event) {
                go_on.run(());
            }
        };
        view! {
            <button
                type="button"
                aria-pressed=move || telling.answers.with(|answers| answers.other_way == chosen).to_string()
                on:click=press
            >
                {picture(way_in, choice.key)}
                <span>{choice.name}<small>{choice.words}</small></span>
            </button>
        }
    };
    let buttons = way_in.choices.iter().map(button).collect_view();
    let instead = move |label: &'static str, answer: fn() -> Answer<OtherWay>| {
        let press = move |_| {
            telling.tap(|answers| answers.other_way = answer());
            telling.go_on(step);
        };
        view! { <button type="button" class="pass" on:click=press>{label}</button> }
    };
    let footer = move || {
        view! {
            <BackButton telling step/>
            {instead(words::DONT_KNOW, || Answer::DontKnow)}
            {instead(words::PASS, || Answer::Passed)}
            {instead(words::NOT_TODAY, || Answer::NotToday)}
        }
    };
    view! {
        <Screen telling tile step question=question.to_owned() aloud=[question, &spoken].join(" ") footer>
            <div class="pictures" role="group" aria-labelledby="question">{buttons}</div>
        </Screen>
    }
}
