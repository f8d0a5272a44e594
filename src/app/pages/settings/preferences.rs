//! When the vault is covered and locked, and what it is called.

use crate::app::components::loaded::asked;
use crate::app::lean::{memo, view};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::field::{Field, new_id};
use crate::app::components::refused::Refused;
use crate::app::context::device::use_device;
use crate::app::context::drafts::use_drafts;
use crate::app::context::glow::use_glow;
use crate::app::context::house::{Known, use_house};
use crate::app::context::unsaved::use_unsaved;
use crate::app::pages::door::nickname;
use crate::app::paths;
use crate::domain::Preferences;
use crate::keeper::Refusal;

use super::{SaveButton, words};

/// Minutes that are offered until the cover.
const COVER_MINUTES: [u8; 5] = [1, 2, 5, 10, 15];
/// Minutes that are offered under the cover until the lock.
const LOCK_MINUTES: [u8; 5] = [5, 10, 15, 30, 60];

/// Cover, lock, and the name of the vault.
#[component]
pub fn CoverAndLock() -> impl IntoView {
    let house = use_house();
    let kept = asked(move || house.preferences());
    view! {
        <section>
            <h2>{words::COVER_AND_LOCK}</h2>
            {move || kept.get().map(|kept| match kept {
                Ok(preferences) => view! { <PreferencesForm preferences/> },
                Err(refused) => view! { <Refused refusal=Signal::stored(Some(refused))/> },
            })}
            <div class="line">
                <button type="button" on:click=move |_| house.lock()>{words::LOCK_NOW}</button>
            </div>
        </section>
    }
}

#[component]
fn PreferencesForm(preferences: Preferences) -> impl IntoView {
    let (house, device, glow) = (use_house(), use_device(), use_glow());
    let demo = house.known().with_untracked(Known::is_demo);
    let key = [paths::SETTINGS, "#nickname"].concat();
    let nickname = use_drafts().field(key, || preferences.nickname.clone());
    let kept = RwSignal::new(preferences);
    let refusal = RwSignal::new(None::<Refusal>);
    let asked = RwSignal::new(false);
    let dirty = memo(move || kept.with(|kept| nickname.with(|typed| *typed.trim() != kept.nickname)));
    use_unsaved().count_while(move || dirty.get());

    let keep = move |wished: Preferences| {
        refusal.set(None);
        spawn_local(async move {
            match house.keep_preferences(wished).await {
                Ok(now) => {
                    glow.shine();
                    if !demo && !now.nickname.is_empty() {
                        device.remember_nickname(&now.nickname);
                    }
                    let _ = kept.try_set(now);
                }
                Err(refused) => drop(refusal.try_set(Some(refused))),
            }
        });
    };
    // The times are kept by themselves; a name that is being typed is not saved by the way.
    let cover = move |minutes| keep(Preferences { cover_after_minutes: minutes, ..kept.get_untracked() });
    let lock = move |minutes| keep(Preferences { lock_after_minutes: minutes, ..kept.get_untracked() });
    let rename = move |event: SubmitEvent| {
        event.prevent_default();
        if !dirty.get_untracked() {
            return;
        }
        asked.set(true);
        if let Ok(name) = nickname.with_untracked(|typed| nickname::checked(typed)) {
            nickname.set(name.clone());
            keep(Preferences { nickname: name, ..kept.get_untracked() });
        }
    };
    let wrong =
        Signal::derive(move || asked.get().then(|| nickname.with(|typed| nickname::checked(typed).err())).flatten());
    let cover_now = Signal::derive(move || kept.with(|kept| kept.cover_after_minutes));
    let lock_now = Signal::derive(move || kept.with(|kept| kept.lock_after_minutes));
    view! {
        <div class="pair">
            <Minutes label=words::COVER_AFTER offered=&COVER_MINUTES chosen=cover_now choose=cover/>
            <Minutes label=words::LOCK_AFTER offered=&LOCK_MINUTES chosen=lock_now choose=lock/>
        </div>
        <p class="small soft">{words::HIDDEN}</p>
        // The made-up children's vault has no door, so it needs no name.
        {(!demo).then(|| view! {
            <form class="stack" on:submit=rename>
                <Field label=words::NICKNAME value=nickname hint=words::NICKNAME_HINT wrong/>
                <SaveButton dirty/>
            </form>
        })}
        <Refused refusal/>
    }
}

/// A number of minutes from a few. One that another version has set is offered too, so that it is not changed unasked.
#[component]
fn Minutes<F>(label: &'static str, offered: &'static [u8], chosen: Signal<u8>, choose: F) -> impl IntoView
where
    F: Fn(u8) + Copy + 'static,
{
    let id = new_id();
    let options = with_chosen(offered, chosen.get_untracked()).into_iter().map(|minutes| {
        view! {
            <option value=minutes.to_string() selected=move || chosen.get() == minutes>{words::minutes(minutes)}</option>
        }
    });
    let change = move |event| {
        if let Ok(minutes) = event_target_value(&event).parse() {
            choose(minutes);
        }
    };
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select id=id on:change=change prop:value=move || chosen.get().to_string()>{options.collect_view()}</select>
        </div>
    }
}

fn with_chosen(offered: &[u8], chosen: u8) -> Vec<u8> {
    let mut all = offered.to_vec();
    if let Err(place) = all.binary_search(&chosen) {
        all.insert(place, chosen);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_from_elsewhere_is_offered_in_its_place() {
        assert_eq!(with_chosen(&COVER_MINUTES, 2), COVER_MINUTES);
        assert_eq!(with_chosen(&COVER_MINUTES, 7), [1, 2, 5, 7, 10, 15]);
    }

    #[test]
    fn every_time_offered_is_one_that_the_vault_keeps_as_it_is() {
        for (cover, lock) in COVER_MINUTES.into_iter().zip(LOCK_MINUTES) {
            let new = Preferences::new("Nest".into());
            let wished = Preferences { cover_after_minutes: cover, lock_after_minutes: lock, ..new };
            assert_eq!(wished.clone().checked(), Ok(wished));
        }
    }
}
