//! Before a session: what waits from last time, and how long there is.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::app::components::loaded::{Asked, asked, loaded};
use crate::app::components::refused::Refused;
use crate::app::components::title::PageTitle;
use crate::app::components::when;
use crate::app::context::glow::use_glow;
use crate::app::context::house::use_house;
use crate::app::lean::view;
use crate::app::pages::after::repair::Thoughts;
use crate::app::pages::pupils::person::{BackToPupil, SmallTile};
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::content::passages;
use crate::content::room::{self, Template};
use crate::domain::session::{Repair, Sort};
use crate::domain::{Level, RecordId, SubjectId};
use crate::keeper::Refusal;
use crate::keeper::message::{PupilPage, SessionRow};
use crate::platform::clock;

use super::words;

/// From this many sessions on an end is not in sight yet.
const NOT_YET: u8 = 4;

type Read = Asked<Result<PupilPage, Refusal>>;

/// The page.
#[component]
pub fn BeginSession(
    /// With whom.
    subject: SubjectId,
) -> impl IntoView {
    let house = use_house();
    let read = asked(move || house.pupil_page(subject));
    view! {
        <Frame>
            <PageTitle words=words::BEGIN/>
            {loaded(read, move |page| view! { <Page page read/> })}
        </Frame>
    }
}

#[component]
fn Page(page: PupilPage, read: Read) -> impl IntoView {
    let pupil = page.row.pupil;
    let subject = page.row.subject;
    let under_way = page.sessions.into_iter().find(|row| !row.session.is_ended());
    let left = page.prepared.sessions_left.filter(|left| *left < NOT_YET);
    let waiting = page.repairs.into_iter().filter(|(_, note)| note.done.is_none());
    let repairs = waiting.map(|(id, note)| view! { <FromLastTime subject id note read/> }).collect_view();
    view! {
        <BackToPupil subject name=pupil.name.clone()/>
        <header class="title">
            <SmallTile pupil=pupil.clone()/>
            <h1>{words::BEGIN}</h1>
        </header>
        {under_way.map(|row| view! { <UnderWay row/> })}
        {repairs}
        {left.map(|left| view! { <Countdown left level=pupil.level/> })}
        <Templates subject level=pupil.level/>
    }
}

#[component]
fn UnderWay(row: SessionRow) -> impl IntoView {
    view! {
        <section class="notice amber">
            <p><strong>{words::UNDER_WAY}</strong><br/>{when::spoken(row.session.started)}</p>
            <a class="button main" href=paths::session(row.subject, row.id)>{words::GO_ON_WITH_IT}</a>
        </section>
    }
}

/// The words for one of the last sessions.
#[component]
fn Countdown(left: u8, level: Level) -> impl IntoView {
    passages::countdown(left, level).map(|countdown| {
        let say = countdown.say.iter().map(|line| view! { <li>"“"{*line}"”"</li> });
        view! {
            <section class="card cool">
                <h2>{words::AN_END_IS_IN_SIGHT}</h2>
                <ul class="say">{say.collect_view()}</ul>
                <p class="soft">{countdown.for_adult}</p>
            </section>
        }
    })
}

/// A repair note that waits.
#[component]
fn FromLastTime(subject: SubjectId, id: RecordId, note: Repair, read: Read) -> impl IntoView {
    let (house, glow) = (use_house(), use_glow());
    let refusal = RwSignal::new(None::<Refusal>);
    let kept = note.clone();
    let done = move |_| {
        let note = Repair { done: Some(clock::now()), ..note.clone() };
        spawn_local(async move {
            match house.keep_repair(subject, Some(id), note).await {
                Ok(()) => {
                    glow.shine();
                    read.refetch();
                }
                Err(why) => drop(refusal.try_set(Some(why))),
            }
        });
    };
    view! {
        <section class="card amber">
            <h2>{words::FROM_LAST_TIME}</h2>
            <Thoughts note=kept/>
            <div class="line"><button type="button" on:click=done>{words::DONE}</button></div>
            <Refused refusal/>
        </section>
    }
}

/// How a session by this template comes about.
fn sort_of(template: &Template) -> Sort {
    if template.is_drop_in() { Sort::DropIn } else { Sort::Planned }
}

/// Four ways to share out the minutes; one tap begins.
#[component]
fn Templates(subject: SubjectId, level: Level) -> impl IntoView {
    let (house, glow, navigate) = (use_house(), use_glow(), use_navigate());
    let refusal = RwSignal::new(None::<Refusal>);
    let busy = StoredValue::new(false);
    let begin = move |template: &'static Template| {
        let Some(course) = template.course() else { return };
        if busy.get_value() {
            return;
        }
        busy.set_value(true);
        let navigate = navigate.clone();
        spawn_local(async move {
            let begun = house.begin_session(Some(subject), level, sort_of(template), course).await;
            busy.try_set_value(false);
            match begun {
                Ok(row) => {
                    glow.shine();
                    let how = NavigateOptions { replace: true, ..NavigateOptions::default() };
                    navigate(&paths::session(row.subject, row.id), how);
                }
                Err(why) => drop(refusal.try_set(Some(why))),
            }
        });
    };
    let card = |template: &'static Template| {
        let begin = begin.clone();
        let minutes = words::minutes(template.minutes.into());
        let aside = (!template.title.starts_with(&minutes)).then(|| view! { <small>{minutes}</small> });
        view! {
            <li>
                <button type="button" on:click=move |_| begin(template)>
                    <strong>{template.title} {aside}</strong>
                    <span>{template.for_adult}</span>
                </button>
            </li>
        }
    };
    view! {
        <section class="stack">
            <h2>{words::HOW_LONG}</h2>
            <ul class="templates">{room::templates().iter().map(card).collect_view()}</ul>
            <Refused refusal/>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_drop_in_is_one() {
        let sorts: Vec<_> = room::templates().iter().map(sort_of).collect();
        assert_eq!(sorts, [Sort::Planned, Sort::Planned, Sort::Planned, Sort::DropIn]);
    }

    #[test]
    fn the_last_three_sessions_have_words() {
        assert!((1..NOT_YET).all(|left| passages::countdown(left, Level::A).is_some()));
    }
}
