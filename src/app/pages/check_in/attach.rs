//! Whose check-in was it? Someone who was here becomes a child of the list.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::app::art::icons;
use crate::app::components::back::Back;
use crate::app::components::icon::Icon;
use crate::app::components::loaded::{asked, loaded};
use crate::app::components::refused::Refused;
use crate::app::components::title::PageTitle;
use crate::app::context::glow::use_glow;
use crate::app::context::house::use_house;
use crate::app::lean::view;
use crate::app::pages::pupils::person::ChoiceTile;
use crate::app::pages::pupils::words::year_or_nothing;
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::domain::{RecordId, SubjectId};
use crate::keeper::Refusal;
use crate::keeper::message::{CheckInRow, PupilRow};

use super::reading::{QuietReminder, Reading, is_flagged};
use super::words::adult as words;

/// The page that asks whose it was.
#[component]
pub fn AttachCheckIn(
    /// Whose.
    subject: SubjectId,
    /// Which.
    id: RecordId,
) -> impl IntoView {
    let house = use_house();
    let read = asked(move || async move { Ok((house.check_in(subject, id).await?, house.pupils().await?)) });
    view! {
        <Frame>
            <PageTitle words=words::WHOSE/>
            <Back to=paths::TODAY words=words::TODAY/>
            <header class="title"><h1>{words::WHOSE}</h1></header>
            {loaded(read, |(row, pupils)| view! { <Choice row pupils/> })}
        </Frame>
    }
}

#[component]
fn Choice(row: CheckInRow, pupils: Vec<PupilRow>) -> impl IntoView {
    let (house, glow, navigate) = (use_house(), use_glow(), use_navigate());
    let refusal = RwSignal::new(None::<Refusal>);
    let (visitor, id) = (row.subject, row.id);
    let attach = move |pupil: SubjectId| {
        let navigate = navigate.clone();
        spawn_local(async move {
            match house.attach_check_in(visitor, id, pupil).await {
                Ok(_) => {
                    glow.shine();
                    navigate(&paths::pupil(pupil), NavigateOptions { replace: true, ..NavigateOptions::default() });
                }
                Err(why) => drop(refusal.try_set(Some(why))),
            }
        });
    };
    let on_list: Vec<_> = pupils.into_iter().filter(|row| !row.pupil.archived).collect();
    let nobody = on_list.is_empty();
    let tiles = on_list.into_iter().map(|child| {
        let attach = attach.clone();
        let subject = child.subject;
        view! { <ChoiceTile below=year_or_nothing(child.pupil.year) row=child choose=move || attach(subject)/> }
    });
    let tiles = tiles.collect_view();
    view! {
        <Reading row=row.clone()/>
        <QuietReminder flagged=is_flagged(&row)/>
        <Refused refusal/>
        {nobody.then(|| view! { <p>{words::NOBODY_YET}</p> })}
        <ul class="tiles">{tiles}</ul>
        <div class="line">
            <a class="button dashed" href=new_child_for(visitor, id)>
                <Icon path=icons::PLUS/>
                {words::A_NEW_CHILD}
            </a>
            <a class="button plain" href=paths::TODAY>{words::NOT_NOW}</a>
        </div>
    }
}

/// A new child's page that attaches this check-in once the child is added.
fn new_child_for(visitor: SubjectId, id: RecordId) -> String {
    format!("{}?visitor={visitor}&check-in={id}", paths::NEW_PUPIL)
}
