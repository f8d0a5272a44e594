//! For whom backups are locked: the recovery code, and the school's own key.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::field::{Field, Takes};
use crate::app::components::refused::Refused;
use crate::app::context::glow::{Glow, use_glow};
use crate::app::context::house::{House, use_house};
use crate::app::lean::view;
use crate::app::pages::door::secret;
use crate::keeper::Refusal;
use crate::keeper::message::{BackupAsk, BackupState, Proof};

use super::words;

/// The keys.
#[component]
pub fn Keys(
    /// How it is.
    state: BackupState,
    /// Asks again how it is.
    changed: Callback<()>,
) -> impl IntoView {
    let ours = match state.recipient {
        Some(key) => view! {
            <h3>{words::OUR_KEY}</h3>
            <p>{words::OUR_KEY_WHAT}</p>
            <p class="key"><code>{key}</code></p>
        },
        None => view! { <TypeCode changed/> },
    };
    view! {
        <section class="stack">
            <h2>{words::KEYS}</h2>
            {ours}
            <SchoolKey kept=state.school.unwrap_or_default() changed/>
        </section>
    }
}

/// What is sent, and what is said when it is refused.
#[derive(Clone, Copy)]
struct Sending {
    house: House,
    glow: Glow,
    refusal: RwSignal<Option<Refusal>>,
    changed: Callback<()>,
}

impl Sending {
    fn send(self, ask: BackupAsk) {
        self.refusal.set(None);
        spawn_local(async move {
            match self.house.backup_state(ask).await {
                Ok(_) => {
                    self.glow.shine();
                    if !self.refusal.is_disposed() {
                        self.changed.run(());
                    }
                }
                Err(refused) => drop(self.refusal.try_set(Some(refused))),
            }
        });
    }
}

/// The recovery code, once, for a vault that does not know its public key.
#[component]
fn TypeCode(changed: Callback<()>) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    secret::wipe_on_leaving(typed);
    let sending = Sending { house: use_house(), glow: use_glow(), refusal: RwSignal::new(None), changed };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let ask = BackupAsk::LearnCode { recovery_code: secret::whisper(typed) };
        sending.send(ask);
    };
    view! {
        <form class="stack" on:submit=submit>
            <p class="notice amber">{words::NO_CODE_YET}</p>
            <Field label=words::CODE value=typed takes=Takes::Code/>
            <Refused refusal=sending.refusal/>
            <div class="line"><button>{words::USE_CODE}</button></div>
        </form>
    }
}

/// The school's key.
#[component]
fn SchoolKey(kept: String, changed: Callback<()>) -> impl IntoView {
    let key = RwSignal::new(kept);
    let passphrase = RwSignal::new(String::new());
    secret::wipe_on_leaving(passphrase);
    let sending = Sending { house: use_house(), glow: use_glow(), refusal: RwSignal::new(None), changed };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let proof = Proof::Passphrase(secret::whisper(passphrase));
        let ask = BackupAsk::KeepSchoolKey { proof, key: key.get_untracked() };
        sending.send(ask);
    };
    view! {
        <details>
            <summary>{words::SCHOOL_KEY}</summary>
            <form class="stack" on:submit=submit>
                <p>{words::SCHOOL_KEY_WHAT}</p>
                <Field label=words::SCHOOL_KEY value=key takes=Takes::Code/>
                <Field label=words::PASSPHRASE value=passphrase takes=Takes::Passphrase/>
                <Refused refusal=sending.refusal/>
                <div class="line"><button>{words::KEEP_KEY}</button></div>
            </form>
        </details>
    }
}
