//! What would help? At most four choices, which the adult has put out.

use leptos::prelude::*;

use crate::app::art::helps;
use crate::app::lean::view;
use crate::content::room;
use crate::domain::Answer;

use super::plan::Step;
use super::screen::{BackButton, NextButton, Passes, Screen, Tile, by_pointer};
use super::seen::go_on_once_seen;
use super::telling::Telling;
use super::words;

/// What would help?
#[component]
pub fn HelpScreen(telling: Telling, tile: Tile) -> impl IntoView {
    let level = telling.level.get_untracked();
    let helps = telling.prepared.with_untracked(|prepared| prepared.helps.clone());
    let named = move |key: &str| room::help(key).map_or_else(|| key.to_owned(), |help| help.words.at(level).to_owned());
    let spoken = helps.iter().map(|key| named(key)).collect::<Vec<_>>().join(", ");
    let go_on = go_on_once_seen(telling, Step::Help);
    let button = move |key: String| {
        let (chosen, pressed) = (key.clone(), key.clone());
        let press = move |event: leptos::ev::MouseEvent| {
            telling.tap(|answers| super::answering::press(&mut answers.help, Answer::Given(pressed.clone())));
            let is_given = telling.answers.with_untracked(|answers| answers.help.given() == Some(&pressed));
            if is_given && by_pointer(&event) {
                go_on.run(());
            }
        };
        view! {
            <button
                type="button"
                aria-pressed=move || telling.answers.with(|answers| answers.help.given() == Some(&chosen)).to_string()
                on:click=press
            >
                {helps::find(&key).map(|help| view! {
                    <svg class="weather" viewBox=helps::VIEW_BOX aria-hidden="true"><path d=help.line/></svg>
                })}
                {named(&key)}
            </button>
        }
    };
    let buttons = helps.into_iter().map(button).collect_view();
    let footer = move || {
        view! {
            <BackButton telling step=Step::Help/>
            <Passes telling step=Step::Help after=go_on/>
            <NextButton telling step=Step::Help/>
        }
    };
    view! {
        <Screen
            telling
            tile
            step=Step::Help
            question=words::WHAT_WOULD_HELP.to_owned()
            aloud=[words::WHAT_WOULD_HELP, &spoken].join(" ")
            footer
        >
            <div class="four" role="group" aria-labelledby="question">{buttons}</div>
        </Screen>
    }
}
