//! The door opened with this tablet's passkey. Whatever goes wrong ends at the passphrase, with one calm sentence.

use leptos::prelude::*;
use leptos::task::spawn_local;
use zeroize::Zeroize;

use crate::app::art::icons;
use crate::app::components::icon::Icon;
use crate::app::context::house::{House, use_house};
use crate::app::lean::view;
use crate::keeper::Refusal;
use crate::keeper::message::{Answer, Ask, Passkey, Proof, Whisper, WhisperedBytes};
use crate::platform::passkey::{self, Derived, NoPasskey};

use super::words::unlock as words;

/// The passkeys that may open this vault here: none where the browser cannot ask for one.
#[derive(Clone, Copy)]
pub struct Passkeys(RwSignal<Vec<Passkey>>);

/// Looks for them, once. Called in a component.
pub fn use_passkeys() -> Passkeys {
    let (house, found) = (use_house(), RwSignal::new(Vec::new()));
    spawn_local(async move {
        let Ok(Answer::Passkeys(passkeys)) = house.ask(Ask::Passkeys).await else { return };
        if !passkeys.is_empty() && passkey::is_offered().await {
            let _ = found.try_set(passkeys);
        }
    });
    Passkeys(found)
}

impl Passkeys {
    /// Whether there is one.
    pub fn any(self) -> bool {
        self.0.with(|passkeys| !passkeys.is_empty())
    }

    /// Lets the tablet see its owner: which passkey it was and what it derived.
    async fn derive(self) -> Result<(Vec<u8>, WhisperedBytes), NoPasskey> {
        let passkeys = self.0.get_untracked().into_iter().map(|one| (one.credential, one.prf_salt)).collect::<Vec<_>>();
        secret_of(passkey::derive(&passkeys).await?)
    }

    /// The same as a proof for the keeper.
    ///
    /// # Errors
    /// [`NoPasskey`].
    pub async fn prove(self) -> Result<Proof, NoPasskey> {
        self.derive().await.map(|(credential, derived)| Proof::Passkey { credential, derived })
    }

    /// Opens the vault.
    ///
    /// # Errors
    /// The keeper's [`Refusal`]; nothing in it where the tablet gave no secret.
    pub async fn open(self, house: House, cover_code: Whisper) -> Result<(), Option<Refusal>> {
        let (credential, derived) = self.derive().await.map_err(|_| None)?;
        let ask = Ask::UnlockWithPasskey { credential, derived, cover_code };
        house.ask(ask).await.map(drop).map_err(Some)
    }
}

/// What a passkey derived, on its way to the keeper.
///
/// # Errors
/// [`NoPasskey::Unable`] when it derived nothing.
pub fn secret_of(derived: Derived) -> Result<(Vec<u8>, WhisperedBytes), NoPasskey> {
    let Derived { credential, secret } = derived;
    let mut secret = secret.ok_or(NoPasskey::Unable)?;
    // One that is of the right size is moved, so that no copy stays behind.
    if secret.len() == 32 {
        return Ok((credential, WhisperedBytes::new(secret)));
    }
    secret.zeroize();
    Err(NoPasskey::Unable)
}

/// The button above the passphrase.
#[component]
pub fn PasskeyButton(
    /// Whether it is still too soon.
    #[prop(into)]
    still: Signal<bool>,
    /// Goes on with the passkey.
    go: Callback<()>,
) -> impl IntoView {
    view! {
        <div class="line">
            <button type="button" disabled=move || still.get() on:click=move |_| go.run(())>
                <Icon path=icons::LOCK/>
                {words::PASSKEY}
            </button>
        </div>
    }
}
