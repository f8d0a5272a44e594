//! A new recovery code; the old one is valid until parts of the new one were typed back.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::refused::Refused;
use crate::app::context::house::use_house;
use crate::app::lean::view;
use crate::app::pages::door::recovery_sheet::SheetDraft;
use crate::keeper::Refusal;
use crate::keeper::message::{KeysAsk, Purpose};

use super::confirm::Confirm;
use super::sheet::{SheetSteps, take_in};
use super::words::code as words;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Confirm,
    Sheet,
    Done,
}

/// A new recovery code.
#[component]
pub fn NewCode() -> impl IntoView {
    let house = use_house();
    let draft = SheetDraft::new();
    let step = RwSignal::new(Step::Confirm);
    let refusal = RwSignal::new(None::<Refusal>);
    let prepare = Callback::new(move |()| {
        refusal.set(None);
        spawn_local(async move {
            match take_in(draft, house.about_keys(KeysAsk::PrepareRecovery).await) {
                Ok(()) => drop(step.try_set(Step::Sheet)),
                Err(refused) => drop(refusal.try_set(Some(refused))),
            }
        });
    });
    let done = Callback::new(move |()| step.set(Step::Done));
    move || match step.get() {
        Step::Confirm => view! {
            <p>{words::WHAT}</p>
            <Confirm purpose=Purpose::RecoveryCode then=prepare/>
            <Refused refusal/>
        },
        Step::Sheet => view! {
            <SheetSteps
                draft
                what=words::SHEET
                word=words::KEEP
                keep=|typed_back| KeysAsk::KeepRecovery { typed_back }
                then=done
            />
        },
        Step::Done => view! { <p class="notice done" role="status">{words::KEPT}</p> },
    }
}
