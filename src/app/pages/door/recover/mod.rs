//! A new passphrase by the recovery code. Everything in the vault stays as it is.

mod plan;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use crate::app::components::code_entry::CodeEntry;
use crate::app::components::field::new_id;
use crate::app::components::refused::Refused;
use crate::app::components::title::{PageTitle, follow_steps};
use crate::app::context::code_length::use_code_length;
use crate::app::context::house::{Known, use_house};
use crate::app::lean::{effect, memo, view};
use crate::app::paths;
use crate::keeper::Refusal;
use crate::keeper::message::{Ask, Standing, Whisper};

use super::busy::Busy;
use super::choose_code::ChooseCode;
use super::choose_passphrase::{ChoosePassphrase, PassphraseChoice};
use super::countdown::{Countdown, Wait};
use super::frame::DoorFrame;
use super::secret;
use super::trouble::Trouble;
use super::waiting::Waiting;
use super::words::{self, recover};
use plan::Step;

/// A new passphrase by the recovery code, where there is a locked vault.
#[component]
pub fn Recover() -> impl IntoView {
    let known = use_house().known();
    let navigate = use_navigate();
    // Nothing to recover, or it is open: the house says what there is instead.
    effect(move || {
        if known.with(|known| matches!(known, Known::Stands(standing) if !matches!(standing, Standing::Locked { .. })))
        {
            navigate(paths::TODAY, NavigateOptions { replace: true, ..NavigateOptions::default() });
        }
    });
    let locked = memo(move || match known.get() {
        Known::Stands(Standing::Locked { .. }) => Ok(true),
        Known::Trouble(refusal) => Err(refusal),
        Known::Asking | Known::Stands(_) => Ok(false),
    });
    move || match locked.get() {
        Ok(true) => view! { <Recovering/> },
        Ok(false) => view! { <Waiting/> },
        Err(refusal) => view! { <Trouble refusal/> },
    }
}

#[component]
fn Recovering() -> impl IntoView {
    let (house, code_length) = (use_house(), use_code_length());
    let recovery = RwSignal::new(String::new());
    let choice = PassphraseChoice::new();
    let chosen = RwSignal::new(None::<Whisper>);
    let code = RwSignal::new(CodeEntry::default());
    let busy = RwSignal::new(false);
    let wrong = RwSignal::new(None::<String>);
    let refusal = RwSignal::new(None::<Refusal>);
    let wait = Wait::new();
    secret::wipe_on_leaving(recovery);

    house.look_again();
    effect(move || {
        if let Known::Stands(Standing::Locked { wait_millis }) = house.known().get() {
            wait.begin(wait_millis);
        }
    });

    let query = use_query_map();
    let navigate = use_navigate();
    let go = Callback::new(move |step: Step| navigate(&step.path(), NavigateOptions::default()));
    let step = memo(move || {
        let asked = query.with(|query| Step::from_word(query.get_str("step")));
        let typed = recovery.with(|typed| plan::mistake(typed).is_none());
        asked.shown(typed, chosen.with(Option::is_some))
    });

    follow_steps(move || (busy.get(), step.get()));

    let replace = move |()| {
        let Some(passphrase) = chosen.get_untracked() else { return };
        let ask = Ask::ReplacePassphrase {
            recovery_code: secret::whisper(recovery),
            passphrase,
            cover_code: code.with_untracked(CodeEntry::whisper),
        };
        let length = code.with_untracked(CodeEntry::len);
        code.update(CodeEntry::clear);
        busy.set(true);
        refusal.set(None);
        spawn_local(async move {
            // With a yes the vault is open and this page on its way out.
            let Err(refused) = house.ask(ask).await else { return code_length.remember(length) };
            if busy.is_disposed() {
                return;
            }
            match refused {
                Refusal::WrongSecret { wait_millis } | Refusal::TooSoon { wait_millis } => {
                    wrong.set(Some(recover::WRONG.to_owned()));
                    wait.begin(wait_millis);
                    go.run(Step::RecoveryCode);
                }
                other => refusal.set(Some(other)),
            }
            busy.set(false);
        });
    };
    let take_passphrase = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(passphrase) = choice.take() {
            chosen.set(Some(passphrase));
            go.run(Step::Code);
        }
    };

    view! {
        <PageTitle words=recover::TITLE/>
        <DoorFrame>
            {move || match (busy.get(), step.get()) {
                (true, _) => view! { <Busy what=words::MAKING_KEY why=words::MAKING_KEY_WHY/> },
                (false, Step::RecoveryCode) => view! {
                    <RecoveryCodeStep recovery wrong wait go/>
                },
                (false, Step::Passphrase) => view! {
                    <h1>{recover::PASSPHRASE_HEADING}</h1>
                    <form on:submit=take_passphrase>
                        <ChoosePassphrase choice/>
                        <div class="line">
                            <button class="main">{words::NEXT}</button>
                            <button type="button" class="plain" on:click=move |_| go.run(Step::RecoveryCode)>
                                {words::BACK}
                            </button>
                        </div>
                    </form>
                },
                (false, Step::Code) => view! {
                    <ChooseCode entry=code word=words::code::OPEN done=replace back=move |()| go.run(Step::Passphrase)/>
                    <Refused refusal/>
                },
            }}
        </DoorFrame>
    }
}

#[component]
fn RecoveryCodeStep(
    recovery: RwSignal<String>,
    wrong: RwSignal<Option<String>>,
    wait: Wait,
    go: Callback<Step>,
) -> impl IntoView {
    let (id, hint_id, wrong_id) = (new_id(), new_id(), new_id());
    let described = [hint_id.as_str(), &wrong_id].join(" ");
    let typed = RwSignal::new(recovery.get_untracked());
    secret::wipe_on_leaving(typed);
    let still = memo(move || wait.is_on());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mistake = typed.with_untracked(|typed| plan::mistake(typed));
        if mistake.is_none() && !wait.is_on_now() {
            recovery.set(typed.get_untracked());
            go.run(Step::Passphrase);
        }
        wrong.set(mistake);
    };
    view! {
        <h1>{recover::HEADING}</h1>
        <form on:submit=submit>
            <p>{recover::WHAT}</p>
            <div class="field">
                <label for=id.clone()>{recover::CODE}</label>
                <p class="hint" id=hint_id>{recover::HINT}</p>
                <textarea
                    id=id
                    rows="2"
                    autocomplete="off"
                    autocapitalize="characters"
                    spellcheck="false"
                    aria-describedby=described
                    aria-invalid=move || wrong.with(Option::is_some).then_some("true")
                    prop:value=move || typed.get()
                    on:input=move |event| typed.set(event_target_value(&event))
                ></textarea>
                <p class="wrong" id=wrong_id role="alert">{move || wrong.get()}</p>
            </div>
            <Countdown wait/>
            <div class="line">
                <button class="main" disabled=move || still.get()>{recover::GO_ON}</button>
                <a class="button plain" href=paths::TODAY>{words::BACK}</a>
            </div>
        </form>
        <p class="small soft">{recover::AFTER}" "{recover::SCHOOL}</p>
    }
}
