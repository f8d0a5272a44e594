//! The tablet's passkey: offered once the adult has said that the tablet is theirs alone.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::loaded::{asked, loaded};
use crate::app::components::refused::Refused;
use crate::app::components::title::follow_steps;
use crate::app::context::glow::use_glow;
use crate::app::context::house::{House, use_house};
use crate::app::lean::view;
use crate::app::pages::door::busy::Busy;
use crate::app::pages::door::with_passkey::secret_of;
use crate::domain::Preferences;
use crate::keeper::Refusal;
use crate::keeper::message::{Keys, KeysAsk, Purpose};
use crate::platform::passkey::{self, NoPasskey};
use crate::vault::chance;

use super::confirm::Confirm;
use super::words::passkey as words;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Look,
    Confirm,
    Making,
}

/// What came of it.
#[derive(Clone, PartialEq, Eq)]
enum Outcome {
    Said(&'static str),
    Refused(Refusal),
}

impl From<NoPasskey> for Outcome {
    fn from(none: NoPasskey) -> Self {
        Self::Said(match none {
            NoPasskey::Declined => words::DECLINED,
            NoPasskey::Unable => words::UNABLE,
        })
    }
}

impl From<Refusal> for Outcome {
    fn from(refused: Refusal) -> Self {
        Self::Refused(refused)
    }
}

/// The tablet's passkey.
#[component]
pub fn PasskeyPage() -> impl IntoView {
    let (house, glow) = (use_house(), use_glow());
    let offered = asked(passkey::is_offered);
    let keys = asked(move || house.keys());
    let step = RwSignal::new(Step::Look);
    let outcome = RwSignal::new(None::<Outcome>);
    follow_steps(move || step.get());
    let end = move |came: Result<&'static str, Outcome>| {
        if came.is_ok() {
            glow.shine();
        }
        let _ = outcome.try_set(Some(came.map_or_else(|other| other, Outcome::Said)));
        let _ = step.try_set(Step::Look);
        keys.refetch();
    };
    let add = Callback::new(move |()| {
        step.set(Step::Making);
        spawn_local(async move { end(make(house).await) });
    });
    let remove = move |credential: Vec<u8>| {
        spawn_local(async move {
            let removed = house.about_keys(KeysAsk::RemovePasskey { credential }).await;
            end(removed.map(|_| words::REMOVED).map_err(Outcome::from));
        });
    };
    let alone = move |mine_alone: bool| {
        outcome.set(None);
        spawn_local(async move {
            if let Err(refused) = keep_alone(house, mine_alone).await {
                let _ = outcome.try_set(Some(refused.into()));
            } else {
                glow.shine();
            }
            keys.refetch();
        });
    };
    let said = move || {
        outcome.with(|outcome| match outcome {
            Some(Outcome::Said(words)) => Some(*words),
            _ => None,
        })
    };
    let refused = Signal::derive(move || {
        outcome.with(|outcome| match outcome {
            Some(Outcome::Refused(refused)) => Some(refused.clone()),
            _ => None,
        })
    });
    view! {
        <p>{words::WHAT}</p>
        <div role="status">{move || said().map(|words| view! { <p class="notice">{words}</p> })}</div>
        <Refused refusal=refused/>
        {move || match (step.get(), offered.get()) {
            (Step::Confirm, _) => view! { <Confirm purpose=Purpose::Passkey then=add/> },
            (Step::Making, _) => view! { <Busy what=words::MAKING why=words::MAKING_WHY/> },
            (Step::Look, None) => view! { <p></p> },
            (Step::Look, Some(offered)) => {
                let shown = loaded(keys, move |Keys { passkeys, mine_alone, .. }: Keys| {
                    let there = passkeys.into_iter().map(|one| view! {
                        <p>{words::THERE}</p>
                        <div class="line">
                            <button type="button" on:click=move |_| remove(one.credential.clone())>{words::REMOVE}</button>
                        </div>
                    });
                    let there: Vec<_> = there.collect();
                    let none = there.is_empty();
                    view! {
                        <label class="switch">
                            <span>{words::ALONE}</span>
                            <input
                                type="checkbox"
                                role="switch"
                                prop:checked=mine_alone
                                on:change=move |event| alone(event_target_checked(&event))
                            />
                        </label>
                        <p class="small soft">{words::ALONE_WHY}</p>
                        {there}
                        {(none && !offered).then(|| view! { <p class="notice">{words::NOT_HERE}</p> })}
                        {(none && offered && mine_alone).then(|| view! {
                            <p class="small soft">{words::SYNCED}</p>
                            <div class="line">
                                <button type="button" class="main" on:click=move |_| step.set(Step::Confirm)>
                                    {words::ADD}
                                </button>
                            </div>
                        })}
                    }
                });
                view! { <section>{shown}</section> }
            }
        }}
    }
}

async fn keep_alone(house: House, mine_alone: bool) -> Result<(), Refusal> {
    let preferences = house.preferences().await?;
    house.keep_preferences(Preferences { mine_alone, ..preferences }).await.map(drop)
}

/// Makes a passkey, has it derive a secret, and gives the vault a slot for it. The keeper opens that slot before it
/// writes it.
async fn make(house: House) -> Result<&'static str, Outcome> {
    let prf_salt = chance::random().map_err(|_| Outcome::Refused(Refusal::Device))?;
    let made = passkey::make(&prf_salt).await?;
    let derived = match made.secret {
        Some(_) => made,
        // Many tablets say nothing when a passkey is made: it is asked at once.
        None => passkey::derive(&[(made.credential, prf_salt)]).await?,
    };
    let (credential, derived) = secret_of(derived)?;
    house.about_keys(KeysAsk::AddPasskey { credential, prf_salt, derived }).await?;
    Ok(words::ADDED)
}
