//! Sessions on a child's page: by date with the minutes really delivered, what came after, concerns passed on.

use leptos::prelude::*;

use crate::app::art::icons;
use crate::app::components::icon::Icon;
use crate::app::components::when;
use crate::app::lean::view;
use crate::app::paths;
use crate::domain::SubjectId;
use crate::domain::session::{After, ConcernPointer};
use crate::keeper::message::SessionRow;

use super::{concern, sentences, summary, words};

/// The way into a session.
#[component]
pub fn BeginLink(
    /// With whom.
    subject: SubjectId,
) -> impl IntoView {
    view! {
        <a class="button main" href=paths::begin_session(subject)>
            <Icon path=icons::TODAY/>
            {words::BEGIN}
        </a>
    }
}

/// Everything about sessions on a child's page; nothing where there was none.
#[component]
pub fn OfPupil(
    /// Whose.
    subject: SubjectId,
    /// Their sessions, newest first.
    sessions: Vec<SessionRow>,
    /// What was followed by more calm.
    after: Vec<After>,
    /// What was passed on.
    concerns: Vec<ConcernPointer>,
) -> impl IntoView {
    if sessions.is_empty() && concerns.is_empty() {
        return ().into_any();
    }
    let after: Vec<_> = told_first(&after)
        .map(|after| {
            let enough = after.is_enough();
            let name = sentences::activity_name(&after.activity);
            view! { <li class:soft=!enough>{words::after(name, after.calmer, after.of, enough)}</li> }
        })
        .collect();
    let concerns = concerns.iter().map(|pointer| view! { <li>{concern::in_a_line(pointer)}</li> }).collect::<Vec<_>>();
    view! {
        {(!sessions.is_empty()).then(|| view! { <Sessions sessions/> })}
        {(!after.is_empty()).then(|| view! {
            <section class="stack">
                <h2>{words::WHAT_CAME_AFTER}</h2>
                <ul class="bullets">{after.collect_view()}</ul>
            </section>
        })}
        {(!concerns.is_empty()).then(|| view! {
            <section class="stack">
                <h2>{words::CONCERNS}</h2>
                <ul class="bullets">{concerns.collect_view()}</ul>
            </section>
        })}
        <div class="line">
            <a class="button" href=paths::share(subject, paths::TEACHER)>{words::FOR_TEACHER}</a>
            <a class="button" href=paths::share(subject, paths::MEETING)>{words::FOR_MEETING}</a>
        </div>
    }
}

/// What says something, before what it is too early to say anything about.
fn told_first(after: &[After]) -> impl Iterator<Item = &After> {
    let told = |enough: bool| after.iter().filter(move |after| after.is_enough() == enough);
    told(true).chain(told(false))
}

/// Minutes of all sessions that are over, and how many those are.
fn delivered(sessions: &[SessionRow]) -> (u32, usize) {
    let over = || sessions.iter().filter(|row| row.session.is_ended());
    (over().map(|row| summary::minutes(&row.session)).sum(), over().count())
}

#[component]
fn Sessions(sessions: Vec<SessionRow>) -> impl IntoView {
    let (minutes, count) = delivered(&sessions);
    let rows = sessions.into_iter().map(|row| view! { <SessionLine row/> }).collect_view();
    view! {
        <section class="stack">
            <h2>{words::SESSIONS}</h2>
            {(count > 0).then(|| view! { <p class="soft">{words::delivered(minutes, count)}</p> })}
            <ul class="rows">{rows}</ul>
        </section>
    }
}

#[component]
fn SessionLine(row: SessionRow) -> impl IntoView {
    let over = row.session.is_ended();
    let home =
        if over { paths::session_part(row.subject, row.id, paths::NOTE) } else { paths::session(row.subject, row.id) };
    let mark = match (over, row.is_closed()) {
        (false, _) => Some(words::STILL_UNDER_WAY),
        (true, false) => Some(words::NOTE_OPEN),
        (true, true) => None,
    };
    let done = if over { summary::in_a_line(&row.session) } else { sentences::done(&row.session).join(", ") };
    let below = [Some(done.as_str()).filter(|done| !done.is_empty()), mark];
    view! {
        <li>
            <span class="grow">
                <a href=home>{when::spoken(row.session.started)}</a>
                <p>{below.into_iter().flatten().collect::<Vec<_>>().join(" · ")}</p>
            </span>
            <Icon path=icons::NEXT/>
        </li>
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::domain::session::{Course, Session, Sort, Stage};
    use crate::domain::{Level, Moment, RecordId};

    #[test]
    fn what_says_something_comes_first() {
        let after = |activity: &str, of| After { activity: activity.into(), calmer: 1, of };
        let all = [after("cards", 1), after("clay", 7), after("music", 5), after("walk", 2)];
        let order: Vec<_> = told_first(&all).map(|after| after.activity.as_str()).collect();
        assert_eq!(order, ["clay", "music", "cards", "walk"]);
    }

    #[test]
    fn only_what_is_over_is_counted() {
        let at = |minute: u64| Moment { utc_millis: 1_795_428_000_000 + minute * 60_000, offset_minutes: 0 };
        let row = |minutes: Option<u64>| {
            let course = Course::of(&[(Stage::Activity, 30)]).unwrap();
            let mut session = Session::begin(at(0), Level::A, Sort::Planned, course);
            if let Some(minutes) = minutes {
                session.end(at(minutes));
            }
            let (subject, id) = (SubjectId::from_bytes([7; 16]), RecordId::from_bytes([8; 16]));
            SessionRow { subject, pupil: None, id, session, note: None, check_ins: Vec::new() }
        };
        assert_eq!(delivered(&[row(None), row(Some(28)), row(Some(31))]), (59, 2));
    }
}
