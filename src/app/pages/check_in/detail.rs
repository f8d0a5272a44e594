//! One check-in: what was told, what was corrected later, and the ways to amend and to delete it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::app::art::icons;
use crate::app::components::icon::Icon;
use crate::app::components::loaded::{asked, loaded};
use crate::app::components::refused::Refused;
use crate::app::components::title::PageTitle;
use crate::app::components::when;
use crate::app::context::glow::use_glow;
use crate::app::context::house::use_house;
use crate::app::context::toast::use_toast;
use crate::app::lean::view;
use crate::app::pages::pupils::person::{BackToPupil, SmallTile};
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::domain::{Answers, Moment, OwnWord, RecordId, SubjectId};
use crate::keeper::Refusal;
use crate::keeper::message::{CheckInRow, PupilRow};

use super::reading::{QuietReminder, Reading, SaidInFull, is_flagged};
use super::words::adult as words;

/// A check-in's page.
#[component]
pub fn CheckInDetail(
    /// Whose.
    subject: SubjectId,
    /// Which.
    id: RecordId,
) -> impl IntoView {
    let (house, toast) = (use_house(), use_toast());
    let read = asked(move || {
        toast.undone();
        async move {
            let page = house.pupil_page(subject).await?;
            Ok((page.row, page.prepared.own_words, house.check_in(subject, id).await?))
        }
    });
    view! {
        <Frame>
            <PageTitle words=words::CHECK_IN/>
            {loaded(read, |(pupil, own_words, row)| view! { <Detail pupil own_words row/> })}
        </Frame>
    }
}

#[component]
fn Detail(pupil: PupilRow, own_words: Vec<OwnWord>, row: CheckInRow) -> impl IntoView {
    let (subject, id) = (row.subject, row.id);
    let finished = row.check_in.is_finished();
    let resume = paths::check_in_under_way(subject, id);
    let way_on = if finished {
        view! {
            <a class="button" href=paths::amend(subject, id)>
                <Icon path=icons::EDIT/>
                {words::AMEND}
            </a>
        }
    } else {
        view! { <a class="button main" href=resume>{words::CARRY_ON}</a> }
    };
    view! {
        <BackToPupil subject name=pupil.pupil.name.clone()/>
        <header class="title">
            <SmallTile pupil=pupil.pupil/>
            <h1>{words::CHECK_IN}</h1>
            {(!finished).then(|| view! { <p>{words::UNDER_WAY}</p> })}
        </header>
        <Reading row=row.clone() own_words/>
        <QuietReminder flagged=is_flagged(&row)/>
        <div class="line">
            {way_on}
            <Delete row=row.clone()/>
        </div>
        <History row/>
    }
}

/// Deletes at once; the toast takes it back.
#[component]
fn Delete(row: CheckInRow) -> impl IntoView {
    let (house, toast, glow, navigate) = (use_house(), use_toast(), use_glow(), use_navigate());
    let refusal = RwSignal::new(None::<Refusal>);
    let delete = move |_| {
        let navigate = navigate.clone();
        spawn_local(async move {
            match house.remove_check_in(row.subject, row.id).await {
                Ok(()) => {
                    glow.shine();
                    toast.removed(words::DELETED);
                    let home = if row.attached { paths::pupil(row.subject) } else { paths::TODAY.to_owned() };
                    navigate(&home, NavigateOptions { replace: true, ..NavigateOptions::default() });
                }
                Err(why) => drop(refusal.try_set(Some(why))),
            }
        });
    };
    view! {
        <button type="button" class="care" on:click=delete>
            <Icon path=icons::TRASH/>
            {words::DELETE}
        </button>
        <Refused refusal/>
    }
}

/// What was told first and every correction, newest first. Shown once there is one.
#[component]
fn History(row: CheckInRow) -> impl IntoView {
    if row.amendments.is_empty() {
        return ().into_any();
    }
    let later = row.amendments.iter().rev().map(|later| {
        let why = match &later.reason {
            Some(reason) => view! { "“"<bdi>{reason.clone()}</bdi>"”" },
            None => words::NO_REASON.into_any(),
        };
        view! { <Entry moment=later.made how=words::AMENDED answers=later.answers.clone() why/> }
    });
    let later = later.collect_view();
    let first = row.check_in;
    view! {
        <section class="stack">
            <h2>{words::HISTORY}</h2>
            <ol class="history">
                {later}
                <Entry moment=first.started how=words::FIRST_TOLD answers=first.answers why=words::TAPPED.into_any()/>
            </ol>
        </section>
    }
}

#[component]
fn Entry(moment: Moment, how: &'static str, answers: Answers, why: AnyView) -> impl IntoView {
    view! {
        <li>
            {[&when::spoken(moment), ", ", how, ": "].concat()}
            <strong><SaidInFull answers/></strong>
            <p>{why}</p>
        </li>
    }
}
