//! A new recovery code: shown, printed, typed back, and only then valid.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::refused::Refused;
use crate::app::components::title::follow_steps;
use crate::app::context::device::use_device;
use crate::app::context::glow::use_glow;
use crate::app::context::house::use_house;
use crate::app::lean::view;
use crate::app::pages::door::recovery_sheet::{SheetDraft, SheetPaper, TypedBack};
use crate::keeper::Refusal;
use crate::keeper::message::{KeysAsk, Reply, Whisper};

use super::words::sheet as words;

/// Where somebody with a new code is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Sheet,
    TypeBack,
}

/// Takes in the keeper's sheet.
pub fn take_in(draft: SheetDraft, answer: Result<Reply, Refusal>) -> Result<(), Refusal> {
    match answer? {
        Reply::RecoverySheet { groups, ask_for } => {
            draft.take_in(groups, ask_for);
            Ok(())
        }
        _ => Err(Refusal::OtherBuild),
    }
}

/// The code and typing it back.
#[component]
pub fn SheetSteps(
    /// The code.
    draft: SheetDraft,
    /// What it is for.
    what: &'static str,
    /// The word on the last button.
    word: &'static str,
    /// What makes it valid, with what was typed back.
    keep: fn(Vec<Whisper>) -> KeysAsk,
    /// It is valid.
    then: Callback<()>,
) -> impl IntoView {
    let (house, glow, device) = (use_house(), use_glow(), use_device());
    let step = RwSignal::new(Step::Sheet);
    let (asked, busy) = (RwSignal::new(false), RwSignal::new(false));
    let refusal = RwSignal::new(None::<Refusal>);
    follow_steps(move || step.get());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        asked.set(true);
        if busy.get_untracked() || !draft.wrong_groups().is_empty() {
            return;
        }
        busy.set(true);
        refusal.set(None);
        spawn_local(async move {
            match house.about_keys(keep(draft.typed_back())).await {
                Ok(_) if busy.is_disposed() => {}
                Ok(_) => {
                    glow.shine();
                    then.run(());
                }
                Err(refused) => drop(refusal.try_set(Some(refused))),
            }
            let _ = busy.try_set(false);
        });
    };
    let nickname = Signal::derive(move || device.nickname().unwrap_or_default());
    move || match step.get() {
        Step::Sheet => view! {
            <h2>{words::HEADING}</h2>
            <SheetPaper draft nickname what/>
            <div class="line">
                <button type="button" class="main" on:click=move |_| step.set(Step::TypeBack)>{words::ON_PAPER}</button>
            </div>
        },
        Step::TypeBack => view! {
            <h2>{words::TYPE_BACK}</h2>
            <form class="stack" on:submit=submit>
                <p>{words::WHY}</p>
                <TypedBack draft asked/>
                <Refused refusal/>
                <div class="line">
                    <button class="main" disabled=move || busy.get()>{word}</button>
                    <button type="button" class="plain" on:click=move |_| step.set(Step::Sheet)>{words::SEE_AGAIN}</button>
                </div>
            </form>
        },
    }
}
