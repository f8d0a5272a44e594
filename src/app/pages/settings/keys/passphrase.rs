//! Another passphrase in the place of the present one.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::field::{Field, Takes};
use crate::app::components::refused::Refused;
use crate::app::context::glow::use_glow;
use crate::app::context::house::use_house;
use crate::app::context::unsaved::use_unsaved;
use crate::app::lean::view;
use crate::app::pages::door::busy::Busy;
use crate::app::pages::door::choose_passphrase::{ChoosePassphrase, PassphraseChoice};
use crate::app::pages::door::secret;
use crate::app::pages::door::words::{MAKING_KEY, MAKING_KEY_WHY};
use crate::keeper::Refusal;
use crate::keeper::message::KeysAsk;

use super::words::passphrase as words;

/// Another passphrase.
#[component]
pub fn ChangePassphrase() -> impl IntoView {
    let (house, glow) = (use_house(), use_glow());
    let present = RwSignal::new(String::new());
    let choice = PassphraseChoice::new();
    let (busy, done) = (RwSignal::new(false), RwSignal::new(false));
    let refusal = RwSignal::new(None::<Refusal>);
    secret::wipe_on_leaving(present);
    use_unsaved().count_while(move || choice.is_begun());
    let change = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(passphrase) = choice.take() else { return };
        let ask = KeysAsk::ChangePassphrase { present: secret::whisper(present), passphrase };
        busy.set(true);
        refusal.set(None);
        spawn_local(async move {
            match house.about_keys(ask).await {
                Ok(_) => {
                    choice.wipe();
                    secret::wipe(present);
                    glow.shine();
                    let _ = done.try_set(true);
                }
                Err(refused) => drop(refusal.try_set(Some(refused))),
            }
            let _ = busy.try_set(false);
        });
    };
    move || match (busy.get(), done.get()) {
        (true, _) => view! { <Busy what=MAKING_KEY why=MAKING_KEY_WHY/> },
        (_, true) => view! { <p class="notice done" role="status">{words::CHANGED}</p> },
        _ => view! {
            <form class="stack" on:submit=change>
                <p>{words::WHAT}</p>
                <Field label=words::PRESENT value=present takes=Takes::Passphrase/>
                <ChoosePassphrase choice/>
                <Refused refusal/>
                <div class="line">
                    <button class="main">{words::CHANGE}</button>
                </div>
            </form>
        },
    }
}
