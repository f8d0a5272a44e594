//! The fields of an amendment: the feeling, its size, and where in the body it is.

use leptos::ev;
use leptos::prelude::*;

use crate::app::components::said;
use crate::app::lean::view;
use crate::app::refusal_words;
use crate::content::body;
use crate::domain::{Answer, Answers, BodySense, FeelingWord, Size, TextFault, text};
use crate::keeper::message::CheckInRow;

use super::amending::{self, How};
use super::answering;
use super::words::{self, adult};

/// A chip that is chosen or not.
#[component]
fn Chip(#[prop(into)] pressed: Signal<bool>, press: impl Fn() + 'static, children: Children) -> impl IntoView {
    view! {
        <li>
            <button type="button" aria-pressed=move || pressed.get().to_string() on:click=move |_| press()>{children()}</button>
        </li>
    }
}

/// The words of the feeling, or that nothing was said.
#[component]
pub fn FeelingField(
    /// What is amended.
    row: CheckInRow,
    /// How it shall read.
    answers: RwSignal<Answers>,
    /// The own word's field.
    own: OwnWord,
) -> impl IntoView {
    let first = row.answers().clone();
    let chip = move |word: FeelingWord| {
        let label = match &word {
            FeelingWord::Known(key) => said::known(key).to_owned().into_any(),
            FeelingWord::Own(own) => view! { <span>"‘"<bdi>{own.clone()}</bdi>"’"</span> },
        };
        let (here, tapped) = (word.clone(), word);
        let pressed = Signal::derive(move || {
            answers.with(|answers| answers.feeling.given().is_some_and(|feeling| feeling.words.contains(&here)))
        });
        let press = move || answers.update(|answers| amending::toggle_word(answers, tapped.clone()));
        view! { <Chip pressed press>{label}</Chip> }
    };
    let how = |how: How, label: &'static str| {
        let first = first.clone();
        let pressed = Signal::derive(move || answers.with(|answers| How::of(&answers.feeling) == how));
        let press = move || {
            answers.update(|answers| {
                let pressed_again = How::of(&answers.feeling) == how;
                amending::answer_feeling(answers, &first, if pressed_again { How::Said } else { how });
            })
        };
        view! { <Chip pressed press>{label}</Chip> }
    };
    view! {
        <fieldset class="stack">
            <legend>{adult::FEELING}</legend>
            <ul class="words">
                {move || own.offered.get().into_iter().map(chip).collect_view()}
                {how(How::Passed, words::PASS)}
                {how(How::DontKnow, words::DONT_KNOW)}
                {how(How::NotToday, words::NOT_TODAY)}
            </ul>
            <OwnWordField own/>
        </fieldset>
    }
}

/// The field for a word of the child's own.
#[derive(Clone, Copy)]
pub struct OwnWord {
    answers: RwSignal<Answers>,
    /// The chips to choose from; an own word joins them in front.
    offered: RwSignal<Vec<FeelingWord>>,
    typed: RwSignal<String>,
    fault: RwSignal<Option<TextFault>>,
}

impl OwnWord {
    /// The field, and the chips its words join.
    pub fn new(answers: RwSignal<Answers>, typed: RwSignal<String>, offered: Vec<FeelingWord>) -> Self {
        Self { answers, offered: RwSignal::new(offered), typed, fault: RwSignal::new(None) }
    }

    /// Whether nothing is typed.
    pub fn is_blank(self) -> bool {
        self.typed.with_untracked(|typed| typed.trim().is_empty())
    }

    /// Adds what was typed, or says what is wrong with it.
    pub fn add(self) -> bool {
        match self.typed.with_untracked(|typed| text::line(typed, text::OWN_WORD_LIMIT)) {
            Ok(word) => {
                let word = FeelingWord::Own(word);
                self.answers.update(|answers| answering::add_word(answers, word.clone()));
                self.offered.update(|offered| {
                    if !offered.contains(&word) {
                        offered.insert(0, word);
                    }
                });
                self.typed.set(String::new());
                self.fault.set(None);
                true
            }
            Err(why) => {
                self.fault.set(Some(why));
                false
            }
        }
    }
}

#[component]
fn OwnWordField(own: OwnWord) -> impl IntoView {
    let on_enter = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            own.add();
        }
    };
    view! {
        <div class="field">
            <label for="own">{adult::OWN_WORD}</label>
            <div class="line">
                <input
                    id="own"
                    dir="auto"
                    autocomplete="off"
                    autocapitalize="none"
                    style:flex=move || "1"
                    aria-describedby="own-wrong"
                    aria-invalid=move || own.fault.get().map(|_| "true")
                    on:keydown=on_enter
                    bind:value=own.typed
                />
                <button type="button" on:click=move |_| { own.add(); }>{adult::ADD}</button>
            </div>
            <p class="wrong" id="own-wrong" role="alert">{move || own.fault.get().map(refusal_words::field_sentence)}</p>
        </div>
    }
}

/// The size, on the scale the child was shown.
#[component]
pub fn SizeField(
    /// What is amended.
    row: CheckInRow,
    /// How it shall read.
    answers: RwSignal<Answers>,
) -> impl IntoView {
    let radio = move |value: Answer<Size>, label: String| {
        let set = value.clone();
        view! {
            <label>
                <input
                    type="radio"
                    name="size"
                    prop:checked=move || answers.with(|answers| answers.size == value)
                    on:change=move |_| answers.update(|answers| answers.size = set.clone())
                />
                <span>{label}</span>
            </label>
        }
    };
    let sizes = amending::sizes(row.check_in.level, row.answers()).into_iter().map(Answer::Given).map(|size| {
        let label = said::how_big(&size).unwrap_or_default();
        radio(size, label)
    });
    let sizes = sizes.collect_view();
    view! {
        <fieldset class="choices">
            <legend>{adult::HOW_BIG}</legend>
            {sizes}
            {radio(Answer::Passed, words::PASS.to_owned())}
            {radio(Answer::DontKnow, words::DONT_KNOW.to_owned())}
            {radio(Answer::NotToday, words::NOT_TODAY.to_owned())}
            {radio(Answer::Unasked, adult::NOT_ASKED.to_owned())}
        </fieldset>
    }
}

/// Places and what it is like there.
#[component]
pub fn BodyField(
    /// How it shall read.
    answers: RwSignal<Answers>,
) -> impl IntoView {
    let places = body::places().iter().map(|place| {
        let pressed = Signal::derive(move || {
            answers.with(|answers| {
                answers.body.given().is_some_and(|sense| sense.places.iter().any(|key| key == place.key))
            })
        });
        let press = move || answers.update(|answers| answering::toggle_place(answers, place.key));
        view! { <Chip pressed press>{place.word}</Chip> }
    });
    let like = body::sensations().iter().map(|like| {
        let pressed = Signal::derive(move || {
            answers.with(|answers| {
                answers.body.given().is_some_and(|sense| sense.sensations.iter().any(|key| key == like.key))
            })
        });
        let press = move || answers.update(|answers| answering::toggle_sensation(answers, like.key));
        view! { <Chip pressed press>{like.word}</Chip> }
    });
    let how = |pass: Answer<BodySense>, label: &'static str| {
        let here = pass.clone();
        let pressed = Signal::derive(move || answers.with(|answers| answers.body == here));
        let press = move || answers.update(|answers| answering::press(&mut answers.body, pass.clone()));
        view! { <Chip pressed press>{label}</Chip> }
    };
    view! {
        <fieldset class="stack">
            <legend>{adult::WHERE}</legend>
            <ul class="words">
                {places.collect_view()}
                {how(Answer::Passed, words::PASS)}
                {how(Answer::DontKnow, words::DONT_KNOW)}
                {how(Answer::NotToday, words::NOT_TODAY)}
            </ul>
        </fieldset>
        <fieldset class="stack">
            <legend>{adult::LIKE}</legend>
            <ul class="words">{like.collect_view()}</ul>
        </fieldset>
    }
}
