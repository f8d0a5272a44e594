//! Amending a finished check-in: the adult corrects the answers; what was first told stays.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::app::art::icons;
use crate::app::components::icon::Icon;
use crate::app::components::loaded::{asked, loaded};
use crate::app::components::refused::Refused;
use crate::app::components::said;
use crate::app::components::title::PageTitle;
use crate::app::context::drafts::use_drafts;
use crate::app::context::glow::use_glow;
use crate::app::context::house::use_house;
use crate::app::context::unsaved::use_unsaved;
use crate::app::paths;
use crate::app::refusal_words;
use crate::app::shell::frame::Frame;
use crate::content::{body, safeguarding};
use crate::domain::{Answer, Answers, FeelingWord, RecordId, Size, SubjectId, TextFault, text};
use crate::keeper::Refusal;
use crate::keeper::message::CheckInRow;

use super::amending::{self, How};
use super::answering;
use super::words::{self, adult};

/// The amendment's page.
#[component]
pub fn AmendCheckIn(
    /// Whose.
    subject: SubjectId,
    /// Which.
    id: RecordId,
) -> impl IntoView {
    let house = use_house();
    let read = asked(move || house.check_in(subject, id));
    view! {
        <Frame>
            <PageTitle words=adult::AMEND/>
            {loaded(read, |row| view! { <Form row/> })}
        </Frame>
    }
}

#[component]
fn Form(row: CheckInRow) -> impl IntoView {
    let (house, glow, navigate) = (use_house(), use_glow(), use_navigate());
    let (subject, id) = (row.subject, row.id);
    let page = paths::check_in(subject, id);
    let drafts = use_drafts();
    let answers = drafts.field([&page, "#answers"].concat(), || row.answers().clone());
    let reason = drafts.field([&page, "#reason"].concat(), String::new);
    let typed = drafts.field([&page, "#own"].concat(), String::new);
    let before = row.answers().clone();
    use_unsaved().count_while(move || {
        let is_blank = |text: RwSignal<String>| text.with(|text| text.trim().is_empty());
        !(is_blank(reason) && is_blank(typed) && answers.with(|answers| *answers == before))
    });
    let refusal = RwSignal::new(None::<Refusal>);
    let reason_fault = RwSignal::new(None::<TextFault>);
    let own = OwnWord::new(answers, typed, amending::words(row.check_in.level, &answers.get_untracked()));
    let keep = {
        let page = page.clone();
        move |event: ev::SubmitEvent| {
            event.prevent_default();
            // A word that was typed and not yet added counts too.
            if !own.is_blank() && !own.add() {
                return;
            }
            let reason = match reason.with_untracked(|reason| text::optional_line(reason, text::LINE_LIMIT)) {
                Ok(reason) => reason,
                Err(fault) => return reason_fault.set(Some(fault)),
            };
            reason_fault.set(None);
            let (navigate, page) = (navigate.clone(), page.clone());
            spawn_local(async move {
                match house.amend_check_in(subject, id, answers.get_untracked(), reason).await {
                    Ok(_) => {
                        glow.shine();
                        navigate(&page, NavigateOptions { replace: true, ..NavigateOptions::default() });
                    }
                    Err(why) => drop(refusal.try_set(Some(why))),
                }
            });
        }
    };
    view! {
        <a class="button plain back" href=page.clone()>
            <Icon path=icons::BACK/>
            {adult::CHECK_IN}
        </a>
        <header class="title">
            <h1>{adult::AMEND}</h1>
            <p>{adult::FIRST_STAYS}</p>
        </header>
        <form class="stack wide" novalidate on:submit=keep>
            <FeelingField row=row.clone() answers own/>
            <SizeField row=row answers/>
            <BodyField answers/>
            <div class="field">
                <label for="why">{adult::WHY}</label>
                <p class="hint" id="why-hint">{adult::WHY_HINT}</p>
                <input
                    id="why"
                    dir="auto"
                    autocomplete="off"
                    aria-describedby="why-hint why-wrong"
                    aria-invalid=move || reason_fault.get().map(|_| "true")
                    bind:value=reason
                />
                <p class="wrong" id="why-wrong" role="alert">{move || reason_fault.get().map(refusal_words::field_sentence)}</p>
            </div>
            <p class="small soft">{safeguarding::page().concern_elsewhere}</p>
            <Refused refusal/>
            <div class="line">
                <button type="submit" class="main">{adult::KEEP_THE_CHANGE}</button>
                <a class="button plain" href=page>{adult::CANCEL}</a>
            </div>
        </form>
    }
}

/// A chip that is chosen or not.
#[component]
fn Chip(#[prop(into)] pressed: Signal<bool>, press: impl Fn() + 'static, children: Children) -> impl IntoView {
    view! {
        <li>
            <button type="button" aria-pressed=move || pressed.get().to_string() on:click=move |_| press()>{children()}</button>
        </li>
    }
}

#[component]
fn FeelingField(row: CheckInRow, answers: RwSignal<Answers>, own: OwnWord) -> impl IntoView {
    let first = row.answers().clone();
    let chip = move |word: FeelingWord| {
        let label = match &word {
            FeelingWord::Known(key) => said::known(key).to_owned().into_any(),
            FeelingWord::Own(own) => view! { <span>"‘"<bdi>{own.clone()}</bdi>"’"</span> }.into_any(),
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
            </ul>
            <OwnWordField own/>
        </fieldset>
    }
}

/// The field for a word of the child's own.
#[derive(Clone, Copy)]
struct OwnWord {
    answers: RwSignal<Answers>,
    /// The chips to choose from; an own word joins them in front.
    offered: RwSignal<Vec<FeelingWord>>,
    typed: RwSignal<String>,
    fault: RwSignal<Option<TextFault>>,
}

impl OwnWord {
    fn new(answers: RwSignal<Answers>, typed: RwSignal<String>, offered: Vec<FeelingWord>) -> Self {
        Self { answers, offered: RwSignal::new(offered), typed, fault: RwSignal::new(None) }
    }

    fn is_blank(self) -> bool {
        self.typed.with_untracked(|typed| typed.trim().is_empty())
    }

    /// Adds what was typed, or says what is wrong with it.
    fn add(self) -> bool {
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

#[component]
fn SizeField(row: CheckInRow, answers: RwSignal<Answers>) -> impl IntoView {
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
            {radio(Answer::Unasked, adult::NOT_ASKED.to_owned())}
        </fieldset>
    }
}

#[component]
fn BodyField(answers: RwSignal<Answers>) -> impl IntoView {
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
    let how = |pass: Answer<crate::domain::BodySense>, label: &'static str| {
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
            </ul>
        </fieldset>
        <fieldset class="stack">
            <legend>{adult::LIKE}</legend>
            <ul class="words">{like.collect_view()}</ul>
        </fieldset>
    }
}
