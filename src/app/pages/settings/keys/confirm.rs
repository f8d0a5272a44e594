//! Showing once more who it is, before what an open tablet alone must not give away.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::field::{Field, ShowSwitch, Takes};
use crate::app::components::refused::Refused;
use crate::app::context::house::use_house;
use crate::app::lean::view;
use crate::app::pages::door::secret;
use crate::app::pages::door::with_passkey::use_passkeys;
use crate::keeper::Refusal;
use crate::keeper::message::{Proof, Purpose};

use super::words::confirm as words;

/// Asks for the passphrase, or for the passkey where there is one, and goes on once it was right.
#[component]
pub fn Confirm(
    /// Before what.
    purpose: Purpose,
    /// Goes on.
    #[prop(into)]
    then: Callback<()>,
) -> impl IntoView {
    let house = use_house();
    let passphrase = RwSignal::new(String::new());
    let shown = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let said = RwSignal::new(None::<&'static str>);
    let refusal = RwSignal::new(None::<Refusal>);
    let passkeys = use_passkeys();
    secret::wipe_on_leaving(passphrase);

    let confirm = move |by_passkey: bool| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        refusal.set(None);
        said.set(None);
        spawn_local(async move {
            let proof =
                if by_passkey { passkeys.prove().await } else { Ok(Proof::Passphrase(secret::whisper(passphrase))) };
            match proof {
                Err(_) => drop(said.try_set(Some(words::NO_PASSKEY))),
                Ok(proof) => match house.confirm(proof, purpose).await {
                    // Whoever has left the page in the meantime is not called back.
                    Ok(()) if busy.is_disposed() => {}
                    Ok(()) => then.run(()),
                    Err(refused) => drop(refusal.try_set(Some(refused))),
                },
            }
            let _ = busy.try_set(false);
        });
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        confirm(false);
    };
    view! {
        <form class="stack" on:submit=submit>
            <p>{words::WHY}</p>
            <Field label=words::PASSPHRASE value=passphrase takes=Takes::Passphrase shown still=busy/>
            <ShowSwitch shown/>
            <p role="status">{move || if busy.get() { Some(words::TRYING) } else { said.get() }}</p>
            <Refused refusal/>
            <div class="line">
                <button class="main" disabled=move || busy.get()>{words::GO_ON}</button>
                {move || passkeys.any().then(|| view! {
                    <button type="button" disabled=move || busy.get() on:click=move |_| confirm(true)>
                        {words::PASSKEY}
                    </button>
                })}
            </div>
        </form>
    }
}
