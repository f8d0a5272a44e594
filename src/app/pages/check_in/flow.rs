//! A check-in under way, as the adult finds it: one button gives the tablet to the child.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::app::art::icons;
use crate::app::components::icon::Icon;
use crate::app::components::loaded::{asked, loaded};
use crate::app::components::refused::Refused;
use crate::app::components::title::PageTitle;
use crate::app::context::house::use_house;
use crate::app::lean::{effect, view};
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::domain::{RecordId, SubjectId};
use crate::keeper::Refusal;
use crate::keeper::message::{CheckInRow, Side};

use super::reading::{QuietReminder, Reading, is_flagged};
use super::words::adult as words;

/// A check-in under way.
#[component]
pub fn CheckInFlow(
    /// Whose.
    subject: SubjectId,
    /// Which.
    id: RecordId,
) -> impl IntoView {
    let house = use_house();
    let row = asked(move || house.check_in(subject, id));
    view! {
        <Frame>
            <PageTitle words=words::CHECK_IN/>
            <header class="title"><h1>{words::CHECK_IN}</h1></header>
            {loaded(row, |row| view! { <UnderWay row/> })}
            <div class="line"><a class="button plain" href=paths::TODAY>{words::TODAY}</a></div>
        </Frame>
    }
}

#[component]
fn UnderWay(row: CheckInRow) -> impl IntoView {
    let (house, navigate) = (use_house(), use_navigate());
    let refusal = RwSignal::new(None::<Refusal>);
    let (subject, id) = (row.subject, row.id);
    let home = if row.attached { paths::pupil(subject) } else { paths::attach(subject, id) };
    if row.check_in.is_finished() {
        // After this view stands: the router may still be on its way here.
        effect(move || navigate(&home, NavigateOptions { replace: true, ..NavigateOptions::default() }));
        return ().into_any();
    }
    let turn = move |_| {
        spawn_local(async move {
            if let Err(why) = house.turn(subject, None, Side::CheckIn(id)).await {
                refusal.try_set(Some(why));
            }
        });
    };
    let finish = move |_| {
        let (home, navigate) = (home.clone(), navigate.clone());
        spawn_local(async move {
            match house.finish_check_in(subject, id).await {
                Ok(_) => navigate(&home, NavigateOptions { replace: true, ..NavigateOptions::default() }),
                Err(why) => drop(refusal.try_set(Some(why))),
            }
        });
    };
    let answered = row.check_in.answers != crate::domain::Answers::default();
    view! {
        <p class="lead">{words::UNDER_WAY_LEAD}</p>
        <div class="line">
            <button type="button" class="main big" on:click=turn>
                <Icon path=icons::TURN/>
                {words::TURN_THE_TABLET}
            </button>
            {answered.then(|| view! { <button type="button" on:click=finish>{words::LEAVE_IT_AT_THAT}</button> })}
        </div>
        <Refused refusal/>
        {answered.then(|| view! {
            <Reading row=row.clone()/>
            <QuietReminder flagged=is_flagged(&row)/>
        })}
    }
}
