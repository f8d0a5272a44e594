//! Picking a file and saying what opens it.

use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::choice::{Choice, Offer};
use crate::app::components::field::{Field, Takes, new_id};
use crate::app::components::refused::Refused;
use crate::app::context::house::use_house;
use crate::app::lean::view;
use crate::app::pages::door::secret;
use crate::keeper::Refusal;
use crate::keeper::message::{BackupAsk, FileReading, FileSecret, ReadFor};
use crate::platform::files;

use super::words;

/// No backup is larger, whatever is in it.
const LARGEST: f64 = 258.0 * 1024.0 * 1024.0;

/// The form; what was read goes to `read`.
#[component]
pub fn FileForm(
    /// What the file is read for.
    purpose: ReadFor,
    /// Takes what was read.
    read: Callback<FileReading>,
) -> impl IntoView {
    let house = use_house();
    let picker = NodeRef::<Input>::new();
    let by_code = RwSignal::new(true);
    let typed = RwSignal::new(String::new());
    secret::wipe_on_leaving(typed);
    let no_file = RwSignal::new(None::<&'static str>);
    let empty = RwSignal::new(None::<&'static str>);
    let refusal = RwSignal::new(None::<Refusal>);
    let busy = RwSignal::new(false);
    let (id, wrong_id) = (new_id(), new_id());

    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        refusal.set(None);
        let file = picker.get_untracked().and_then(|input| input.files()).and_then(|files| files.get(0));
        let too_large = file.as_ref().is_some_and(|file| file.size() > LARGEST);
        no_file.set(if too_large { Some(words::TOO_LARGE) } else { file.is_none().then_some(words::NO_FILE) });
        empty.set(typed.with_untracked(|typed| typed.trim().is_empty()).then_some(words::EMPTY_SECRET));
        let Some(file) = file.filter(|_| !too_large && empty.get_untracked().is_none() && !busy.get_untracked()) else {
            return;
        };
        let opens = secret::whisper(typed);
        let opens =
            if by_code.get_untracked() { FileSecret::RecoveryCode(opens) } else { FileSecret::Passphrase(opens) };
        busy.set(true);
        spawn_local(async move {
            match files::read(&file).await {
                None => drop(no_file.try_set(Some(words::UNREADABLE))),
                Some(bytes) => {
                    match house.file_reading(BackupAsk::Read { file: bytes, secret: opens, purpose }).await {
                        Ok(reading) => {
                            secret::wipe(typed);
                            busy.try_set(false);
                            return if !busy.is_disposed() {
                                read.run(reading)
                            };
                        }
                        Err(refused) => drop(refusal.try_set(Some(refused))),
                    }
                }
            }
            busy.try_set(false);
        });
    };
    let options = vec![
        Offer { value: true, word: words::A_CODE, more: words::A_CODE_MORE },
        Offer { value: false, word: words::A_PASSPHRASE, more: words::A_PASSPHRASE_MORE },
    ];
    view! {
        <form class="stack" on:submit=submit>
            <div class="field">
                <label for=id.clone()>{words::FILE}</label>
                <input
                    id=id
                    type="file"
                    node_ref=picker
                    aria-describedby=wrong_id.clone()
                    aria-invalid=move || no_file.get().is_some().then_some("true")
                />
                <p class="wrong" id=wrong_id role="alert">{move || no_file.get()}</p>
            </div>
            <Choice
                legend=words::OPENS_WITH
                options
                chosen=by_code
                choose=move |chosen| {
                    secret::wipe(typed);
                    by_code.set(chosen);
                }
            />
            {move || {
                let (label, takes) = if by_code.get() {
                    (words::CODE, Takes::Code)
                } else {
                    (words::FILE_PASSPHRASE, Takes::Passphrase)
                };
                let wrong = Signal::derive(move || empty.get().map(str::to_owned));
                view! { <Field label value=typed takes wrong/> }
            }}
            <Refused refusal/>
            <div class="line">
                <button class="main" aria-disabled=move || busy.get().then_some("true")>
                    {if purpose == ReadFor::Checking { words::CHECK_IT } else { words::READ_IT }}
                </button>
                <p class="soft" role="status">{move || busy.get().then_some(words::READING)}</p>
            </div>
        </form>
    }
}
