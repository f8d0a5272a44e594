//! The words for feelings at each level, with their faces and their meanings.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use super::faces::word_mood;
use super::vocabulary::{self, LEVEL_QUERY};
use super::words;
use crate::app::art::icons;
use crate::app::components::face::Face;
use crate::app::components::icon::Icon;
use crate::app::components::print::Print;
use crate::app::components::read_aloud::{Hear, ReadAloud};
use crate::app::components::title::PageTitle;
use crate::app::lean::{memo, view};
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::content::feelings::{self, FeelingWord};
use crate::domain::Level;

/// Words for feelings.
#[component]
pub fn Feelings() -> impl IntoView {
    let query = use_query_map();
    let level = memo(move || query.with(|query| vocabulary::level_asked(query.get_str(LEVEL_QUERY))));
    let typed = RwSignal::new(String::new());
    let shown = memo(move || typed.with(|typed| vocabulary::shown(level.get(), typed)));
    view! {
        <Frame>
            <PageTitle words=words::FEELINGS/>
            <a class="button plain back" href=paths::CARDS>
                <Icon path=icons::BACK/>
                {words::CARDS}
            </a>
            <header class="title">
                <h1>{words::FEELINGS}</h1>
                <p>{move || words::level_line(level.get())}</p>
            </header>
            <div class="line">
                <LevelChoice level/>
                <ReadAloud text=Signal::derive(move || shown.with(|words| vocabulary::spoken(words)))/>
                <Print/>
            </div>
            <div class="search no-print">
                <Icon path=icons::SEARCH/>
                <input
                    type="search"
                    aria-label=words::FIND
                    placeholder=words::FIND
                    autocomplete="off"
                    prop:value=typed
                    on:input=move |event| typed.set(event_target_value(&event))
                />
            </div>
            <p class="small soft" role="status">{move || words::found(shown.with(Vec::len))}</p>
            <ul class="vocabulary">
                {move || shown.get().into_iter().map(|word| view! { <Word word/> }).collect_view()}
            </ul>
            <p class="small soft">
                {move || {
                    let about = feelings::about(level.get());
                    words::provenance(about.licence, about.source, about.reviewed_in)
                }}
            </p>
        </Frame>
    }
}

/// The three levels. The choice is in the address, so that a link or a reload comes back to it.
#[component]
fn LevelChoice(level: Memo<Level>) -> impl IntoView {
    let navigate = use_navigate();
    let choice = move |choice: Level| {
        let navigate = navigate.clone();
        let choose = move |_| {
            let address = format!("{}?{LEVEL_QUERY}={}", paths::FEELINGS, vocabulary::level_word(choice));
            navigate(&address, NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() });
        };
        view! {
            <button type="button" aria-pressed=move || (level.get() == choice).to_string() on:click=choose>
                {words::level(choice)}
            </button>
        }
    };
    view! {
        <div class="words" role="group" aria-label=words::LEVEL>
            {Level::ALL.into_iter().map(choice).collect_view()}
        </div>
    }
}

#[component]
fn Word(word: &'static FeelingWord) -> impl IntoView {
    view! {
        <li>
            <Face mood=word_mood(word) quiet=true/>
            <h2>{word.word}</h2>
            <p>{word.meaning}</p>
            <Hear text=vocabulary::said(word) name=words::hear(word.word)/>
        </li>
    }
}
