//! The child's own word for it, typed by the child or by the adult, as it was said.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use crate::app::components::drawing::Palette;
use crate::app::components::face::Face;
use crate::app::components::said;
use crate::app::context::drafts::use_drafts;
use crate::app::context::unsaved::use_unsaved;
use crate::app::lean::view;
use crate::app::refusal_words;
use crate::domain::{FeelingWord, OwnWord, TextFault, text};

use super::super::answering;
use super::super::plan::Step;
use super::super::screen::{BackButton, Screen, Tile, WaysPast};
use super::super::telling::Telling;
use super::super::words;

/// The form's name, by which the button in the footer belongs to it.
const FORM: &str = "own-word-form";

/// The sentence at the field, for a child.
fn sentence(fault: TextFault) -> String {
    match fault {
        TextFault::Empty => words::A_WORD_FIRST.into(),
        other => refusal_words::field_sentence(other),
    }
}

/// The own word's screen.
#[component]
pub fn OwnWordScreen(telling: Telling, tile: Tile) -> impl IntoView {
    let typed = use_drafts().field(telling.draft_key(), String::new);
    use_unsaved().count_while(move || typed.with(|typed| !typed.trim().is_empty()));
    let fault = RwSignal::new(None::<TextFault>);
    let colour = RwSignal::new(None::<&'static str>);
    let field = NodeRef::<html::Input>::new();
    let mood = telling.answers.with_untracked(|answers| said::mood(telling.level.get_untracked(), answers));
    let take = move |event: ev::SubmitEvent| {
        event.prevent_default();
        match typed.with_untracked(|typed| text::line(typed, text::OWN_WORD_LIMIT)) {
            Ok(word) => {
                let point = telling.answers.with_untracked(|answers| answers.feeling.given()?.point);
                telling.learn_own_word(OwnWord {
                    word: word.clone(),
                    point,
                    colour: colour.get_untracked().map(str::to_owned),
                    ..OwnWord::default()
                });
                telling.tap(|answers| answering::add_word(answers, FeelingWord::Own(word)));
                telling.go_on(Step::OwnWord);
            }
            Err(why) => {
                fault.set(Some(why));
                if let Some(field) = field.get_untracked() {
                    let _ = field.focus();
                }
            }
        }
    };
    let footer = move || {
        view! {
            <BackButton telling step=Step::OwnWord/>
            <WaysPast telling step=Step::OwnWord/>
            <button type="submit" form=FORM class="main">{words::THATS_IT}</button>
        }
    };
    view! {
        <Screen
            telling
            tile
            step=Step::OwnWord
            question=words::WHAT_IS_YOUR_WORD.to_owned()
            aloud=words::WHAT_IS_YOUR_WORD.to_owned()
            footer
        >
            <form class="more" id=FORM novalidate on:submit=take>
                <Face mood=mood/>
                <div class="field own">
                    <label for="own-word">{words::MY_OWN_WORD}</label>
                    <input
                        id="own-word"
                        dir="auto"
                        autocomplete="off"
                        autocapitalize="none"
                        spellcheck="false"
                        aria-invalid=move || fault.get().map(|_| "true")
                        aria-describedby="own-word-wrong"
                        node_ref=field
                        bind:value=typed
                    />
                    <p class="wrong" id="own-word-wrong" role="alert">
                        {move || fault.get().map(sentence)}
                    </p>
                </div>
                <Palette chosen=colour label=words::A_COLOUR_FOR_IT/>
            </form>
        </Screen>
    }
}
