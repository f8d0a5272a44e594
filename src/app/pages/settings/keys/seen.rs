//! "Someone may have seen it": a new vault key, a new passphrase and a new recovery code.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::refused::Refused;
use crate::app::components::title::follow_steps;
use crate::app::context::house::use_house;
use crate::app::context::unsaved::use_unsaved;
use crate::app::lean::view;
use crate::app::pages::door::busy::Busy;
use crate::app::pages::door::choose_passphrase::{ChoosePassphrase, PassphraseChoice};
use crate::app::pages::door::recovery_sheet::SheetDraft;
use crate::app::pages::door::words::{MAKING_KEY, MAKING_KEY_WHY};
use crate::keeper::Refusal;
use crate::keeper::message::{KeysAsk, Purpose};

use super::confirm::Confirm;
use super::sheet::{SheetSteps, take_in};
use super::words::seen as words;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Explain,
    Confirm,
    Passphrase,
    Busy,
    Sheet,
    Done,
}

/// Somebody may have seen it.
#[component]
pub fn Seen() -> impl IntoView {
    let house = use_house();
    let choice = PassphraseChoice::new();
    let draft = SheetDraft::new();
    let step = RwSignal::new(Step::Explain);
    let refusal = RwSignal::new(None::<Refusal>);
    use_unsaved().count_while(move || choice.is_begun() || step.get() == Step::Sheet);
    follow_steps(move || step.get());
    let prepare = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(passphrase) = choice.take() else { return };
        step.set(Step::Busy);
        refusal.set(None);
        spawn_local(async move {
            match take_in(draft, house.about_keys(KeysAsk::PrepareRotation { passphrase }).await) {
                Ok(()) => {
                    choice.wipe();
                    let _ = step.try_set(Step::Sheet);
                }
                Err(refused) => {
                    let back = if refused == Refusal::NotConfirmed { Step::Confirm } else { Step::Passphrase };
                    let _ = step.try_set(back);
                    let _ = refusal.try_set(Some(refused));
                }
            }
        });
    };
    let go = move |next: Step| Callback::new(move |()| step.set(next));
    move || match step.get() {
        Step::Explain => view! {
            <ol class="numbered">{words::STEPS.map(|words| view! { <li>{words}</li> }).collect_view()}</ol>
            <p class="small soft">{words::ONLY_PAPER}</p>
            <div class="line">
                <button type="button" class="main" on:click=move |_| step.set(Step::Confirm)>{words::BEGIN}</button>
            </div>
        },
        Step::Confirm => view! {
            <Refused refusal/>
            <Confirm purpose=Purpose::Rotation then=go(Step::Passphrase)/>
        },
        Step::Passphrase => view! {
            <h2>{words::CHOOSE}</h2>
            <form class="stack" on:submit=prepare>
                <ChoosePassphrase choice/>
                <Refused refusal/>
                <div class="line">
                    <button class="main">{words::NEXT}</button>
                </div>
            </form>
        },
        Step::Busy => view! { <Busy what=MAKING_KEY why=MAKING_KEY_WHY/> },
        Step::Sheet => view! {
            <SheetSteps
                draft
                what=words::SHEET
                word=words::ROTATE
                keep=|typed_back| KeysAsk::Rotate { typed_back }
                then=go(Step::Done)
            />
        },
        Step::Done => view! { <p class="notice done" role="status">{words::ROTATED}</p> },
    }
}
