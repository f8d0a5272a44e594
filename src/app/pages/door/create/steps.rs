//! The screens of making a vault, one for each step.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::app::components::field::Field;
use crate::app::components::refused::Refused;
use crate::app::context::install::use_install;
use crate::app::lean::view;
use crate::app::paths;

use super::super::choose_passphrase::ChoosePassphrase;
use super::super::recovery_sheet::{SheetPaper, TypedBack};
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
            {move || draft.sheet.is_there().then(|| view! {
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
    view! {
        <h1>{create::SHEET_HEADING}</h1>
        <SheetPaper draft=draft.sheet nickname=draft.nickname what=create::SHEET_WHAT/>
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
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        asked.set(true);
        if draft.sheet.wrong_groups().is_empty() {
            draft.typed_back.set(true);
            draft.refusal.set(None);
            go.run(Step::Code);
        }
    };
    view! {
        <h1>{create::TYPE_BACK_HEADING}</h1>
        <form on:submit=submit>
            <p>{create::TYPE_BACK_WHAT}</p>
            <TypedBack draft=draft.sheet asked/>
            <Refused refusal=draft.refusal/>
            <div class="line">
                <button class="main">{create::MAKE}</button>
                <button type="button" class="plain" on:click=move |_| go.run(Step::Sheet)>{create::SEE_AGAIN}</button>
            </div>
        </form>
    }
}
