//! The words for feelings at each level, with their faces and their meanings.

use leptos::prelude::*;

use super::faces::word_mood;
use super::vocabulary;
use super::words;
use crate::app::art::icons;
use crate::app::components::back::Back;
use crate::app::components::face::Face;
use crate::app::components::icon::Icon;
use crate::app::components::level_choice::{self, LevelChoice};
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
    let asked_for = level_choice::in_the_address();
    let level = memo(move || asked_for.get().unwrap_or(Level::A));
    let typed = RwSignal::new(String::new());
    let shown = memo(move || typed.with(|typed| vocabulary::shown(level.get(), typed)));
    view! {
        <Frame>
            <PageTitle words=words::FEELINGS/>
            <Back to=paths::CARDS words=words::CARDS/>
            <header class="title">
                <h1>{words::FEELINGS}</h1>
                <p>{move || words::level_line(level.get())}</p>
            </header>
            <div class="line">
                <LevelChoice level=Signal::derive(move || Some(level.get()))/>
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
