//! The screens of making a vault, one for each step.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::app::art::icons;
use crate::app::components::field::{Field, Takes};
use crate::app::components::icon::Icon;
use crate::app::components::refused::Refused;
use crate::app::context::install::use_install;
use crate::app::lean::{memo, view};
use crate::app::paths;
use crate::keeper::message::Whisper;
use crate::platform::dates;

use super::super::choose_passphrase::ChoosePassphrase;
use super::super::words::{self, create};
use super::draft::Draft;
use super::plan::{STEPS, Step};

/// Which step of how many.
#[component]
pub fn Steps(
    /// The step.
    step: Step,
) -> impl IntoView {
    view! {
        <p class="steps">
            {(1..=STEPS).map(|number| view! { <i class:lit=number <= step.number()></i> }).collect_view()}
            <span>{create::step(step.number())}</span>
        </p>
    }
}

/// A name for the vault.
#[component]
pub fn NameStep(draft: Draft, go: Callback<Step>) -> impl IntoView {
    let asked = RwSignal::new(false);
    let wrong = Signal::derive(move || if asked.get() { draft.nickname_fault() } else { None });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        asked.set(true);
        if draft.nickname_fault().is_none() {
            go.run(Step::Passphrase);
        }
    };
    view! {
        <h1>{create::NAME_HEADING}</h1>
        <form on:submit=submit>
            <p>{create::NAME_WHAT}</p>
            <Field label=create::NAME value=draft.nickname wrong/>
            // No browser says whether it is private. One that was opened from the home screen never is.
            {(!use_install().is_installed()).then(|| view! { <p class="small soft">{create::PRIVATE}</p> })}
            <div class="line">
                <button class="main">{words::NEXT}</button>
                <a class="button plain" href=paths::TODAY>{words::BACK}</a>
            </div>
        </form>
    }
}

/// A passphrase.
#[component]
pub fn PassphraseStep(draft: Draft, go: Callback<Step>) -> impl IntoView {
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(passphrase) = draft.choice.take() {
            draft.prepare(passphrase, move |step| go.run(step));
        }
    };
    view! {
        <h1>{create::PASSPHRASE_HEADING}</h1>
        <form on:submit=submit>
            {move || draft.sheet.with(Option::is_some).then(|| view! {
                <div class="notice amber">
                    <p>{create::NEW_SHEET}</p>
                </div>
            })}
            <ChoosePassphrase choice=draft.choice/>
            <Refused refusal=draft.refusal/>
            <div class="line">
                <button class="main">{words::NEXT}</button>
                <button type="button" class="plain" on:click=move |_| go.run(Step::Name)>{words::BACK}</button>
            </div>
        </form>
    }
}

/// The recovery code, to be printed.
#[component]
pub fn SheetStep(draft: Draft, go: Callback<Step>) -> impl IntoView {
    let groups = move || {
        let group = |(number, group): (usize, &Whisper)| {
            view! { <li data-n=number.to_string()>{group.expose().to_owned()}</li> }
        };
        draft.sheet.with(|sheet| sheet.as_ref().map(|sheet| (1..).zip(&sheet.groups).map(group).collect_view()))
    };
    let made = move || draft.sheet.with(|sheet| sheet.as_ref().map(|sheet| dates::day(sheet.made)));
    let print = move |_| {
        // A browser that cannot print does nothing; the code can be copied by hand.
        let _ = window().print();
    };
    view! {
        <h1>{create::SHEET_HEADING}</h1>
        <section class="recovery-sheet stack">
            <p class="only-print">
                <strong>{move || draft.nickname.with(|nickname| create::sheet_title(nickname.trim()))}</strong>
                <br/>
                {move || made().map(|day| create::sheet_made(&day))}
            </p>
            <p>{create::SHEET_WHAT}</p>
            <ol class="recovery" aria-label=create::SHEET_CODE>{groups}</ol>
            <p class="only-print">{create::SHEET_HOW}</p>
        </section>
        <div class="line">
            <button type="button" on:click=print>
                <Icon path=icons::PRINT/>
                {create::PRINT}
            </button>
        </div>
        <div class="line">
            <button type="button" class="main" on:click=move |_| go.run(Step::TypeBack)>{create::ON_PAPER}</button>
            <button type="button" class="plain" on:click=move |_| go.run(Step::Passphrase)>{words::BACK}</button>
        </div>
    }
}

/// Parts of the recovery code, typed back.
#[component]
pub fn TypeBackStep(draft: Draft, go: Callback<Step>) -> impl IntoView {
    let asked = RwSignal::new(false);
    let places = draft.sheet.with_untracked(|sheet| sheet.as_ref().map(|sheet| sheet.ask_for.clone()));
    let wrong = memo(move || if asked.get() { draft.wrong_groups() } else { Vec::new() });
    let field = move |place: u8| {
        let value = *draft.typed.get(usize::from(place))?;
        let wrong =
            Signal::derive(move || wrong.with(|wrong| wrong.contains(&place)).then(|| create::GROUP_WRONG.to_owned()));
        Some(view! { <Field label=create::group(place + 1) value takes=Takes::Code wrong/> })
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        asked.set(true);
        if draft.wrong_groups().is_empty() {
            draft.typed_back.set(true);
            draft.refusal.set(None);
            go.run(Step::Code);
        }
    };
    view! {
        <h1>{create::TYPE_BACK_HEADING}</h1>
        <form on:submit=submit>
            <p>{create::TYPE_BACK_WHAT}</p>
            <div class="groups">{places.unwrap_or_default().into_iter().map(field).collect_view()}</div>
            <Refused refusal=draft.refusal/>
            <div class="line">
                <button class="main">{create::MAKE}</button>
                <button type="button" class="plain" on:click=move |_| go.run(Step::Sheet)>{create::SEE_AGAIN}</button>
            </div>
        </form>
    }
}
