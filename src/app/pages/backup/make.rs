//! Making a file: who can open it, the vault's passphrase once more, and the file goes to the downloads.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::choice::{Choice, Offer};
use crate::app::components::field::{Field, Takes};
use crate::app::components::refused::Refused;
use crate::app::context::glow::use_glow;
use crate::app::context::house::use_house;
use crate::app::lean::view;
use crate::app::pages::door::choose_passphrase::{ChoosePassphrase, PassphraseChoice};
use crate::app::pages::door::secret;
use crate::keeper::Refusal;
use crate::keeper::exchange::Extent;
use crate::keeper::message::{BackupAsk, BackupFile, Proof, Seal};
use crate::platform::{dates, files};

use super::words;

/// Who can open the file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opens {
    Code,
    Passphrase,
    Key,
}

/// The form.
#[component]
pub fn MakeFile(
    /// How much of the vault.
    extent: Extent,
    /// Whether files can be made for the recovery code.
    has_code: bool,
) -> impl IntoView {
    let (house, glow) = (use_house(), use_glow());
    let offers = offers(extent, has_code);
    let opens = RwSignal::new(offers.first().map_or(Opens::Passphrase, |offer| offer.value));
    let (passphrase, key) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    secret::wipe_on_leaving(passphrase);
    let chosen = PassphraseChoice::new();
    let wrong = RwSignal::new(None::<&'static str>);
    let refusal = RwSignal::new(None::<Refusal>);
    let busy = RwSignal::new(false);
    let made = RwSignal::new(None::<(String, bool)>);

    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        refusal.set(None);
        made.set(None);
        let empty = passphrase.with_untracked(String::is_empty);
        wrong.set(empty.then_some(words::EMPTY));
        let seal = match opens.get_untracked() {
            Opens::Code => Some(Seal::Code),
            Opens::Passphrase => chosen.take().map(Seal::Passphrase),
            Opens::Key => Some(Seal::Key(key.get_untracked())),
        };
        let Some(seal) = seal.filter(|_| !empty && !busy.get_untracked()) else { return };
        busy.set(true);
        let ask = BackupAsk::Make { proof: Proof::Passphrase(secret::whisper(passphrase)), extent, seal };
        spawn_local(async move {
            match house.make_file(ask).await {
                Ok(file) => {
                    let taken = files::hand_over(&name(extent, &file), &file.bytes);
                    secret::wipe(passphrase);
                    glow.shine();
                    made.try_set(Some((words::made(&file), taken)));
                }
                Err(refused) => drop(refusal.try_set(Some(refused))),
            }
            busy.try_set(false);
        });
    };
    view! {
        <form class="stack" on:submit=submit>
            <Choice
                legend=words::WHO_OPENS
                options=offers
                chosen=opens
                choose=move |chosen| opens.set(chosen)
            />
            {move || match opens.get() {
                Opens::Code => ().into_any(),
                Opens::Passphrase => view! { <ChoosePassphrase choice=chosen/> },
                Opens::Key => view! { <Field label=words::HAND_OVER_KEY value=key takes=Takes::Code/> },
            }}
            <Field
                label=words::PASSPHRASE
                value=passphrase
                takes=Takes::Passphrase
                hint=words::PASSPHRASE_HINT
                wrong=Signal::derive(move || wrong.get().map(str::to_owned))
            />
            <Refused refusal/>
            <div class="line">
                <button class="main" aria-disabled=move || busy.get().then_some("true")>
                    {if extent == Extent::Vault { words::MAKE } else { words::MAKE_HAND_OVER }}
                </button>
                <p class="soft" role="status">{move || busy.get().then_some(words::MAKING)}</p>
            </div>
            <div role="status">
                {move || made.get().map(|(holds, taken)| made_notice(extent, holds, taken))}
            </div>
        </form>
    }
}

fn made_notice(extent: Extent, holds: String, taken: bool) -> AnyView {
    let next = match extent {
        _ if !taken => words::NOT_TAKEN,
        Extent::Vault => words::NOW_KEEP_IT,
        Extent::Child(_) => words::NOW_HAND_OVER,
    };
    view! { <div class="notice cool"><p><strong>{holds}</strong>" "{next}</p></div> }
}

/// Never a child's name: file names are seen by everybody, and copied by every cloud.
fn name(extent: Extent, file: &BackupFile) -> String {
    let sort = if extent == Extent::Vault { "backup" } else { "hand-over" };
    ["lantern-room-", sort, "-", &dates::in_a_name(file.made), ".age"].concat()
}

fn offers(extent: Extent, has_code: bool) -> Vec<Offer<Opens>> {
    let code = Offer { value: Opens::Code, word: words::WITH_CODE, more: words::WITH_CODE_MORE };
    let passphrase =
        Offer { value: Opens::Passphrase, word: words::WITH_PASSPHRASE, more: words::WITH_PASSPHRASE_MORE };
    let agreed =
        Offer { value: Opens::Passphrase, word: words::HAND_OVER_PASSPHRASE, more: words::HAND_OVER_PASSPHRASE_MORE };
    let key = Offer { value: Opens::Key, word: words::HAND_OVER_KEY, more: words::HAND_OVER_KEY_MORE };
    match extent {
        Extent::Vault if has_code => vec![code, passphrase],
        Extent::Vault => vec![passphrase],
        Extent::Child(_) => vec![agreed, key],
    }
}
