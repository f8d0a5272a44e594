//! How big is it? Five pictures for the first two levels, nought to ten for the third.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::app::art::sizes;
use crate::app::lean::view;
use crate::content::size;
use crate::domain::{Answer, Level, Size};

use super::plan::Step;
use super::screen::{BackButton, NextButton, Passes, Screen, Tile, by_pointer};
use super::seen::go_on_once_seen;
use super::telling::Telling;
use super::words;

/// The size's screen. A tap goes on by itself; a key only chooses.
#[component]
pub fn SizeScreen(telling: Telling, tile: Tile) -> impl IntoView {
    let go_on = go_on_once_seen(telling, Step::Size);
    let question = Signal::derive(move || words::how_big(telling.level.get()).to_owned());
    let footer = move || {
        view! {
            <BackButton telling step=Step::Size/>
            <Passes telling step=Step::Size after=go_on/>
            <NextButton telling step=Step::Size/>
        }
    };
    view! {
        <Screen telling tile step=Step::Size question aloud=Signal::derive(move || aloud(telling.level.get())) footer>
            <p class="said" id="goes-on">{words::CHOOSING_GOES_ON}</p>
            {move || match telling.level.get() {
                Level::A | Level::B => view! { <Pictures telling go_on/> },
                Level::C => view! { <Stairs telling go_on/> },
            }}
        </Screen>
    }
}

fn aloud(level: Level) -> String {
    let question = words::how_big(level);
    let choices: Vec<&str> = match level {
        Level::A | Level::B => size::steps().iter().map(|step| step.label).collect(),
        Level::C => vec![size::scale().lowest_label, size::scale().highest_label],
    };
    [question, &choices.join(", ")].join(" ")
}

/// A radio group of buttons: arrow keys go from one to the next, a tap chooses and goes on.
#[derive(Clone, Copy)]
struct Scale {
    telling: Telling,
    go_on: Callback<()>,
    lowest: u8,
    highest: u8,
    size: fn(u8) -> Size,
}

impl Scale {
    fn chosen(self) -> Option<u8> {
        self.telling.answers.with(|answers| {
            (self.lowest..=self.highest).find(|value| answers.size == Answer::Given((self.size)(*value)))
        })
    }

    fn choose(self, value: u8) {
        self.telling.tap(|answers| answers.size = Answer::Given((self.size)(value)));
    }

    fn tap(self, event: &ev::MouseEvent, value: u8) {
        self.choose(value);
        if by_pointer(event) {
            self.go_on.run(());
        }
    }

    /// The one that the tab key reaches.
    fn tab_stop(self) -> u8 {
        self.chosen().unwrap_or(self.lowest)
    }

    fn key(self, group: NodeRef<html::Div>, event: &ev::KeyboardEvent) {
        let from = untrack(move || self.chosen());
        let to = match (event.key().as_str(), from) {
            ("ArrowRight" | "ArrowUp", Some(value)) if value < self.highest => value + 1,
            ("ArrowRight" | "ArrowUp" | "Home", _) => self.lowest,
            ("ArrowLeft" | "ArrowDown", Some(value)) if value > self.lowest => value - 1,
            ("ArrowLeft" | "ArrowDown" | "End", _) => self.highest,
            _ => return,
        };
        event.prevent_default();
        self.choose(to);
        let nth = format!("button:nth-of-type({})", to - self.lowest + 1);
        let button = group.get_untracked().and_then(|group| group.query_selector(&nth).ok()?);
        if let Some(button) = button {
            let _ = button.unchecked_into::<web_sys::HtmlElement>().focus();
        }
    }
}

#[component]
fn Pictures(telling: Telling, go_on: Callback<()>) -> impl IntoView {
    let scale = Scale { telling, go_on, lowest: 1, highest: 5, size: Size::Picture };
    let group = NodeRef::<html::Div>::new();
    let buttons = size::steps().iter().map(|step| {
        let picture = sizes::SIZES.iter().find(|size| size.step == step.value);
        view! {
            <button
                type="button"
                role="radio"
                aria-checked=move || (scale.chosen() == Some(step.value)).to_string()
                tabindex=move || if scale.tab_stop() == step.value { "0" } else { "-1" }
                on:click=move |event| scale.tap(&event, step.value)
            >
                <svg viewBox=sizes::VIEW_BOX aria-hidden="true">
                    <path class="soft" d=picture.map(|picture| picture.soft)/>
                    <path d=picture.map(|picture| picture.line)/>
                </svg>
                {step.label}
            </button>
        }
    });
    let buttons = buttons.collect_view();
    view! {
        <div
            class="sizes"
            role="radiogroup"
            aria-labelledby="question"
            aria-describedby="goes-on"
            node_ref=group
            on:keydown=move |event| scale.key(group, &event)
        >
            {buttons}
        </div>
    }
}

#[component]
fn Stairs(telling: Telling, go_on: Callback<()>) -> impl IntoView {
    let ends = size::scale();
    let scale = Scale { telling, go_on, lowest: ends.lowest, highest: ends.highest, size: Size::Number };
    let group = NodeRef::<html::Div>::new();
    let label = move |value| match value {
        _ if value == ends.lowest => Some(ends.lowest_label),
        _ if value == ends.highest => Some(ends.highest_label),
        _ => None,
    };
    let end = |value: u8, label: &str| format!("{value}: {label}");
    let button = move |value: u8| {
        view! {
            <button
                type="button"
                role="radio"
                style:--n=move || value.to_string()
                aria-checked=move || (scale.chosen() == Some(value)).to_string()
                tabindex=move || if scale.tab_stop() == value { "0" } else { "-1" }
                on:click=move |event| scale.tap(&event, value)
            >
                {value}
                {label(value).map(|label| view! { <small>{label}</small> })}
            </button>
        }
    };
    let buttons = (ends.lowest..=ends.highest).map(button).collect_view();
    view! {
        <div
            class="stairs"
            role="radiogroup"
            aria-labelledby="question"
            aria-describedby="goes-on"
            node_ref=group
            on:keydown=move |event| scale.key(group, &event)
        >
            <div class="ends" aria-hidden="true">
                <span>{end(ends.lowest, ends.lowest_label)}</span>
                <span>{end(ends.highest, ends.highest_label)}</span>
            </div>
            {buttons}
        </div>
    }
}
