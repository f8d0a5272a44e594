//! The session itself: who, how much light is left, where it is, and what this stage is for.

use leptos::prelude::*;

use crate::app::art::icons;
use crate::app::components::icon::Icon;
use crate::app::components::loaded::{asked, loaded};
use crate::app::components::refused::Refused;
use crate::app::components::title::PageTitle;
use crate::app::context::house::{House, use_house};
use crate::app::context::toast::use_toast;
use crate::app::lean::{effect, memo, view};
use crate::app::pages::pupils::person::SmallTile;
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::domain::session::Tap;
use crate::domain::{RecordId, SubjectId};
use crate::keeper::Refusal;
use crate::keeper::message::SessionRow;

use super::foot::{ConcernLink, EndButton, Foot};
use super::lantern::Lantern;
use super::panels::{Beside, Panel};
use super::remove::RemoveButton;
use super::running::Running;
use super::strip::Strip;
use super::summary::Summary;
use super::words;

/// Reads a session with what is known beside it.
pub async fn read(house: House, subject: SubjectId, id: RecordId) -> Result<(SessionRow, Beside), Refusal> {
    let row = house.session(subject, id).await?;
    let Some(_) = &row.pupil else { return Ok((row, Beside::default())) };
    let page = house.pupil_page(subject).await?;
    let is_first = page.sessions.len() < 2;
    Ok((row, Beside { prepared: page.prepared, is_first }))
}

/// A session's page.
#[component]
pub fn SessionPage(
    /// Whose.
    subject: SubjectId,
    /// Which.
    id: RecordId,
) -> impl IntoView {
    let (house, toast) = (use_house(), use_toast());
    let read = asked(move || {
        toast.undone();
        read(house, subject, id)
    });
    view! {
        <Frame>
            <PageTitle words=words::SESSION/>
            {loaded(read, |(row, beside)| view! { <Whole row beside/> })}
        </Frame>
    }
}

/// How a session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Running,
    Paused,
    Over,
}

#[component]
fn Whole(row: SessionRow, beside: Beside) -> impl IntoView {
    let running = Running::take_up(row);
    let standing = memo(move || {
        running.with(|session| match (session.is_ended(), session.is_paused()) {
            (true, _) => Standing::Over,
            (_, true) => Standing::Paused,
            _ => Standing::Running,
        })
    });
    move || {
        let inside = match standing.get() {
            Standing::Running => view! { <Under running beside=beside.clone()/> },
            Standing::Paused => view! { <Paused running/> },
            Standing::Over => view! { <Summary running/> },
        };
        view! {
            <Who running lantern=standing.get() != Standing::Over/>
            {inside}
        }
    }
}

/// Whose session it is: the animal first, the name small.
#[component]
fn Who(running: Running, lantern: bool) -> impl IntoView {
    let (pupil, group) = running.row.with_untracked(|row| (row.pupil.clone(), row.session.group));
    let home = paths::pupil(running.subject);
    view! {
        <header class="title session">
            {pupil.map(|pupil| view! {
                <a class="who" href=home>
                    <SmallTile pupil=pupil.clone()/>
                    <bdi>{pupil.name}</bdi>
                </a>
            })}
            <h1 class="said">{words::SESSION}</h1>
            {lantern.then(|| view! { <Lantern running/> })}
            {group.map(|group| view! {
                <a class="button plain" href=paths::group(group)>
                    <Icon path=icons::CHILDREN/>
                    {words::THE_GROUP}
                </a>
            })}
        </header>
    }
}

#[component]
fn Under(running: Running, beside: Beside) -> impl IntoView {
    let here = memo(move || running.here());
    let mut before = here.get_untracked();
    effect(move || {
        let now = here.get();
        // Another stage is read from its beginning.
        if std::mem::replace(&mut before, now) != now {
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    });
    view! {
        <Strip running/>
        {move || view! { <Panel running stage=here.get() beside=beside.clone()/> }}
        <Foot running/>
    }
}

#[component]
fn Paused(running: Running) -> impl IntoView {
    view! {
        <section class="card">
            <h2>{words::PAUSED}</h2>
            <p>{words::PAUSED_WHAT}</p>
            <div class="line">
                <button type="button" class="main" on:click=move |_| running.tap(Tap::Resume)>{words::GO_ON}</button>
                <EndButton running/>
                <ConcernLink running/>
            </div>
            <Refused refusal=running.refusal/>
        </section>
        <div class="line"><RemoveButton running/></div>
    }
}
