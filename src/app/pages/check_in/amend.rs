//! Amending a finished check-in: the adult corrects the answers; what was first told stays.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::app::components::back::Back;
use crate::app::components::loaded::{asked, loaded};
use crate::app::components::refused::Refused;
use crate::app::components::title::PageTitle;
use crate::app::context::drafts::use_drafts;
use crate::app::context::glow::use_glow;
use crate::app::context::house::use_house;
use crate::app::context::unsaved::use_unsaved;
use crate::app::lean::view;
use crate::app::paths;
use crate::app::refusal_words;
use crate::app::shell::frame::Frame;
use crate::content::safeguarding;
use crate::domain::{RecordId, SubjectId, TextFault, text};
use crate::keeper::Refusal;
use crate::keeper::message::CheckInRow;

use super::amend_fields::{BodyField, FeelingField, OwnWord, SizeField};
use super::amending;
use super::words::adult;

/// The amendment's page.
#[component]
pub fn AmendCheckIn(
    /// Whose.
    subject: SubjectId,
    /// Which.
    id: RecordId,
) -> impl IntoView {
    let house = use_house();
    let read = asked(move || house.check_in(subject, id));
    view! {
        <Frame>
            <PageTitle words=adult::AMEND/>
            {loaded(read, |row| view! { <Form row/> })}
        </Frame>
    }
}

#[component]
fn Form(row: CheckInRow) -> impl IntoView {
    let (house, glow, navigate) = (use_house(), use_glow(), use_navigate());
    let (subject, id) = (row.subject, row.id);
    let page = paths::check_in(subject, id);
    let drafts = use_drafts();
    let answers = drafts.field([&page, "#answers"].concat(), || row.answers().clone());
    let reason = drafts.field([&page, "#reason"].concat(), String::new);
    let typed = drafts.field([&page, "#own"].concat(), String::new);
    let before = row.answers().clone();
    use_unsaved().count_while(move || {
        let is_blank = |text: RwSignal<String>| text.with(|text| text.trim().is_empty());
        !(is_blank(reason) && is_blank(typed) && answers.with(|answers| *answers == before))
    });
    let refusal = RwSignal::new(None::<Refusal>);
    let reason_fault = RwSignal::new(None::<TextFault>);
    let own = OwnWord::new(answers, typed, amending::words(row.check_in.level, &answers.get_untracked()));
    let keep = {
        let page = page.clone();
        move |event: ev::SubmitEvent| {
            event.prevent_default();
            // A word that was typed and not yet added counts too.
            if !own.is_blank() && !own.add() {
                return;
            }
            let reason = match reason.with_untracked(|reason| text::optional_line(reason, text::LINE_LIMIT)) {
                Ok(reason) => reason,
                Err(fault) => return reason_fault.set(Some(fault)),
            };
            reason_fault.set(None);
            let (navigate, page) = (navigate.clone(), page.clone());
            spawn_local(async move {
                match house.amend_check_in(subject, id, answers.get_untracked(), reason).await {
                    Ok(_) => {
                        glow.shine();
                        navigate(&page, NavigateOptions { replace: true, ..NavigateOptions::default() });
                    }
                    Err(why) => drop(refusal.try_set(Some(why))),
                }
            });
        }
    };
    view! {
        <Back to=page.clone() words=adult::CHECK_IN/>
        <header class="title">
            <h1>{adult::AMEND}</h1>
            <p>{adult::FIRST_STAYS}</p>
        </header>
        <form class="stack wide" novalidate on:submit=keep>
            <FeelingField row=row.clone() answers own/>
            <SizeField row=row answers/>
            <BodyField answers/>
            <div class="field">
                <label for="why">{adult::WHY}</label>
                <p class="hint" id="why-hint">{adult::WHY_HINT}</p>
                <input
                    id="why"
                    dir="auto"
                    autocomplete="off"
                    aria-describedby="why-hint why-wrong"
                    aria-invalid=move || reason_fault.get().map(|_| "true")
                    bind:value=reason
                />
                <p class="wrong" id="why-wrong" role="alert">{move || reason_fault.get().map(refusal_words::field_sentence)}</p>
            </div>
            <p class="small soft">{safeguarding::page().concern_elsewhere}</p>
            <Refused refusal/>
            <div class="line">
                <button type="submit" class="main">{adult::KEEP_THE_CHANGE}</button>
                <a class="button plain" href=page>{adult::CANCEL}</a>
            </div>
        </form>
    }
}
