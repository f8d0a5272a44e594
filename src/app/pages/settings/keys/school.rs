//! A way in for the school: given with the school's own public key, and taken away again.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::field::{Field, Takes};
use crate::app::components::loaded::{asked, loaded};
use crate::app::components::refused::Refused;
use crate::app::components::title::follow_steps;
use crate::app::context::glow::use_glow;
use crate::app::context::house::use_house;
use crate::app::lean::view;
use crate::keeper::Refusal;
use crate::keeper::message::{Keys, KeysAsk, Purpose};

use super::confirm::Confirm;
use super::words::school as words;

/// A way in for the school.
#[component]
pub fn School() -> impl IntoView {
    let (house, glow) = (use_house(), use_glow());
    let keys = asked(move || house.keys());
    let key = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<&'static str>);
    let confirming = RwSignal::new(false);
    let said = RwSignal::new(None::<&'static str>);
    let refusal = RwSignal::new(None::<Refusal>);
    follow_steps(move || confirming.get());
    let send = move |ask: KeysAsk, done: &'static str| {
        refusal.set(None);
        said.set(None);
        spawn_local(async move {
            match house.about_keys(ask).await {
                Ok(_) => {
                    glow.shine();
                    let _ = said.try_set(Some(done));
                }
                Err(refused) => drop(refusal.try_set(Some(refused))),
            }
            let _ = confirming.try_set(false);
            keys.refetch();
        });
    };
    let give = Callback::new(move |()| send(KeysAsk::LetSchoolIn { key: key.get_untracked() }, words::GIVEN));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let empty = key.with_untracked(|key| key.trim().is_empty());
        wrong.set(empty.then_some(words::EMPTY));
        confirming.set(!empty);
    };
    let form = move || {
        view! {
            <form class="stack" on:submit=submit>
                <Field
                    label=words::KEY
                    value=key
                    takes=Takes::Code
                    hint=words::KEY_HINT
                    wrong=Signal::derive(move || wrong.get().map(str::to_owned))
                />
                <div class="line"><button class="main">{words::GIVE}</button></div>
            </form>
        }
    };
    view! {
        <p>{words::WHAT}</p>
        <p>{words::HOW}</p>
        <div role="status">{move || said.get().map(|words| view! { <p class="notice done">{words}</p> })}</div>
        <Refused refusal/>
        {move || {
            if confirming.get() {
                return view! { <Confirm purpose=Purpose::School then=give/> };
            }
            let shown = loaded(keys, move |Keys { school, school_waits, .. }: Keys| match school {
                Some(recipient) if !school_waits => view! {
                    <p>{words::THERE}</p>
                    <p class="key"><code>{recipient}</code></p>
                    <div class="line">
                        <button type="button" on:click=move |_| send(KeysAsk::ShutSchoolOut, words::REMOVED)>
                            {words::REMOVE}
                        </button>
                    </div>
                },
                _ => view! {
                    {school_waits.then(|| view! { <p class="notice amber">{words::WAITS}</p> })}
                    {form()}
                },
            });
            view! { <section class="stack">{shown}</section> }
        }}
    }
}
