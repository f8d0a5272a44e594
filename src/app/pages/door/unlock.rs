//! The door of this tablet's vault: the passphrase, then a short code for this time.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::art::icons;
use crate::app::components::code_entry::CodeEntry;
use crate::app::components::field::{Field, ShowSwitch, Takes};
use crate::app::components::icon::Icon;
use crate::app::components::refused::Refused;
use crate::app::components::title::{PageTitle, follow_steps};
use crate::app::context::code_length::use_code_length;
use crate::app::context::device::use_device;
use crate::app::context::house::{Known, use_house};
use crate::app::lean::{effect, memo, view};
use crate::app::paths;
use crate::keeper::message::{Ask, Standing};
use crate::keeper::{Refusal, StorageTrouble};

use super::busy::Busy;
use super::choose_code::ChooseCode;
use super::countdown::{Countdown, Wait};
use super::frame::DoorFrame;
use super::others::Others;
use super::secret;
use super::with_passkey::{PasskeyButton, use_passkeys};
use super::words::{self, unlock};

/// Where in unlocking the adult is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Passphrase,
    Code(By),
    Trying(By),
}

/// With what the vault is to be opened.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Passphrase,
    Passkey,
}

/// The door.
#[component]
pub fn Unlock() -> impl IntoView {
    let (house, device, code_length) = (use_house(), use_device(), use_code_length());
    let step = RwSignal::new(Step::Passphrase);
    let passphrase = RwSignal::new(String::new());
    let code = RwSignal::new(CodeEntry::default());
    let wrong = RwSignal::new(None::<&'static str>);
    let refusal = RwSignal::new(None::<Refusal>);
    let wait = Wait::new();
    secret::wipe_on_leaving(passphrase);
    let passkeys = use_passkeys();

    // What the page knows of the wait may be old: the keeper has it on disk, so that a reload does not shorten it.
    house.look_again();
    effect(move || {
        if let Known::Stands(Standing::Locked { wait_millis }) = house.known().get() {
            wait.begin(wait_millis);
        }
    });

    let try_it = move |by: By| {
        let cover_code = code.with_untracked(CodeEntry::whisper);
        let length = code.with_untracked(CodeEntry::len);
        code.update(CodeEntry::clear);
        step.set(Step::Trying(by));
        spawn_local(async move {
            let answer = match by {
                By::Passphrase => {
                    let ask = Ask::Unlock { passphrase: secret::whisper(passphrase), cover_code };
                    house.ask(ask).await.map(drop).map_err(Some)
                }
                By::Passkey => passkeys.open(house, cover_code).await,
            };
            // With a yes the page is gone, and with it what was typed.
            let Err(refused) = answer else { return code_length.remember(length) };
            let _ = step.try_set(Step::Passphrase);
            let Some(refused) = refused else {
                let _ = wrong.try_set(Some(unlock::NO_PASSKEY));
                return;
            };
            match refused {
                Refusal::WrongSecret { wait_millis } | Refusal::TooSoon { wait_millis } => {
                    secret::wipe(passphrase);
                    let said = if by == By::Passkey { unlock::NO_PASSKEY } else { unlock::WRONG };
                    let _ = wrong.try_set(Some(said));
                    wait.begin(wait_millis);
                }
                // Each try is written down before it is made.
                Refusal::Storage(StorageTrouble::Full) => drop(wrong.try_set(Some(unlock::FULL))),
                other => drop(refusal.try_set(Some(other))),
            }
        });
    };
    let next = move || {
        refusal.set(None);
        if passphrase.with_untracked(|typed| typed.trim().is_empty()) {
            wrong.set(Some(unlock::EMPTY));
        } else if !wait.is_on_now() {
            wrong.set(None);
            step.set(Step::Code(By::Passphrase));
        }
    };
    let with_passkey = Callback::new(move |()| {
        refusal.set(None);
        wrong.set(None);
        step.set(Step::Code(By::Passkey));
    });
    let too_soon = Signal::derive(move || wait.is_on());
    follow_steps(move || step.get());
    let name = move || device.nickname().unwrap_or_else(|| unlock::NAMELESS.to_owned());

    view! {
        <PageTitle words=unlock::TITLE/>
        <DoorFrame>
            {move || match step.get() {
                Step::Passphrase => view! {
                    <h1 dir="auto">{name}</h1>
                    {move || passkeys.any().then(|| view! { <PasskeyButton still=too_soon go=with_passkey/> })}
                    <PassphraseStep passphrase wrong wait next=Callback::new(move |()| next())/>
                    <Refused refusal/>
                    <hr/>
                    <Others/>
                    <div class="line">
                        <a class="button" href=paths::CARDS>
                            <Icon path=icons::CARDS/>
                            {unlock::CARDS}
                        </a>
                    </div>
                },
                Step::Code(by) => view! {
                    <ChooseCode
                        entry=code
                        word=words::code::OPEN
                        done=move |()| try_it(by)
                        back=move |()| step.set(Step::Passphrase)
                    />
                },
                Step::Trying(by) => {
                    let why = if by == By::Passkey { unlock::ASKING_TABLET } else { words::MAKING_KEY_WHY };
                    view! { <Busy what=unlock::OPENING why/> }
                }
            }}
        </DoorFrame>
    }
}

#[component]
fn PassphraseStep(
    passphrase: RwSignal<String>,
    wrong: RwSignal<Option<&'static str>>,
    wait: Wait,
    next: Callback<()>,
) -> impl IntoView {
    let shown = RwSignal::new(false);
    let still = memo(move || wait.is_on());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        next.run(());
    };
    view! {
        <form on:submit=submit>
            <Field
                label=unlock::PASSPHRASE
                value=passphrase
                takes=Takes::Passphrase
                wrong=Signal::derive(move || wrong.get().map(str::to_owned))
                shown
                still
            />
            <ShowSwitch shown/>
            <Countdown wait/>
            <div class="line">
                <button class="main" disabled=move || still.get()>{unlock::UNLOCK}</button>
                <a class="button plain" href=paths::RECOVER>{unlock::FORGOT}</a>
            </div>
        </form>
    }
}
