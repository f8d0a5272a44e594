//! Sessions and groups on Today: those that run first, then those left for a while, then the notes to finish.

use leptos::prelude::*;

use crate::app::art::icons;
use crate::app::components::icon::Icon;
use crate::app::components::when;
use crate::app::lean::view;
use crate::app::pages::group;
use crate::app::pages::pupils::person::SmallTile;
use crate::app::paths;
use crate::keeper::message::{GroupRow, SessionRow, Waiting};

use super::words;

/// What a session waits for. In the order in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum For {
    Running,
    Paused,
    Note,
}

impl For {
    const ALL: [Self; 3] = [Self::Running, Self::Paused, Self::Note];

    fn of(row: &SessionRow) -> Self {
        match (row.session.is_ended(), row.session.is_paused()) {
            (true, _) => Self::Note,
            (false, true) => Self::Paused,
            (false, false) => Self::Running,
        }
    }
}

/// Sessions in their order. One that is part of a group under way is found there.
fn in_order(waiting: &Waiting) -> Vec<(For, SessionRow)> {
    let of_group =
        |row: &SessionRow| row.session.group.is_some_and(|id| waiting.groups.iter().any(|group| group.id == id));
    let sessions = || waiting.sessions.iter().filter(|row| !of_group(row)).map(|row| (For::of(row), row.clone()));
    For::ALL.into_iter().flat_map(|what| sessions().filter(move |(of, _)| *of == what)).collect()
}

/// The lines of the list.
#[component]
pub fn WaitingSessions(
    /// What waits.
    waiting: Waiting,
) -> impl IntoView {
    let sessions = in_order(&waiting).into_iter().map(|(what, row)| view! { <SessionLine what row/> }).collect_view();
    let groups = waiting.groups.into_iter().map(|row| view! { <GroupLine row/> }).collect_view();
    view! { {groups} {sessions} }
}

#[component]
fn SessionLine(what: For, row: SessionRow) -> impl IntoView {
    let name = row.pupil.as_ref().map(|pupil| pupil.name.as_str());
    let (home, title, next) = match what {
        For::Running => (paths::session(row.subject, row.id), words::session_with(name), words::UNDER_WAY_SINCE),
        For::Paused => (paths::session(row.subject, row.id), words::session_with(name), words::LEFT_SINCE),
        For::Note => {
            (paths::session_part(row.subject, row.id, paths::NOTE), words::note_about(name), words::NOTE_WAITS)
        }
    };
    let begun = when::in_a_sentence(row.session.started);
    view! {
        <li class:now=what == For::Running>
            {row.pupil.clone().map(|pupil| view! { <SmallTile pupil/> })}
            <span class="grow">
                <a href=home.clone() dir="auto">{title}</a>
                <p>{[next, &begun].concat()}</p>
            </span>
            {match what {
                For::Note => view! { <Icon path=icons::NEXT/> },
                For::Running | For::Paused => view! { <a class="button main" href=home>{words::GO_ON}</a> },
            }}
        </li>
    }
}

#[component]
fn GroupLine(row: GroupRow) -> impl IntoView {
    let home = paths::group(row.id);
    let tiles = row.sessions.into_iter().filter_map(|row| row.pupil).map(|pupil| view! { <SmallTile pupil/> });
    view! {
        <li class="now">
            <span class="grow">
                <a href=home.clone()>{group::words::purpose(row.group.purpose)}</a>
                <p>{[words::UNDER_WAY_SINCE, &when::in_a_sentence(row.group.started)].concat()}</p>
            </span>
            <span class="line">{tiles.collect_view()}</span>
            <a class="button main" href=home>{words::GO_ON}</a>
        </li>
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::domain::session::{Course, Group, Purpose, Session, Sort, Stage, Tap};
    use crate::domain::{Level, Moment, RecordId, SubjectId};

    const NOON: Moment = Moment { utc_millis: 1_795_428_000_000, offset_minutes: 0 };

    fn row(number: u8, tap: Option<Tap>) -> SessionRow {
        let course = Course::of(&[(Stage::Activity, 30)]).unwrap();
        let mut session = Session::begin(NOON, Level::A, Sort::Planned, course);
        if let Some(tap) = tap {
            session.take(NOON, tap);
        }
        let (subject, id) = (SubjectId::from_bytes([number; 16]), RecordId::from_bytes([number; 16]));
        SessionRow { subject, pupil: None, id, session, note: None, check_ins: Vec::new() }
    }

    #[test]
    fn what_runs_comes_first_and_notes_last() {
        let sessions = vec![row(2, Some(Tap::End)), row(3, Some(Tap::Pause)), row(4, None)];
        let order = in_order(&Waiting { sessions, ..Waiting::default() });
        assert_eq!(order.iter().map(|(what, _)| *what).collect::<Vec<_>>(), For::ALL);
    }

    #[test]
    fn a_child_of_a_group_under_way_is_found_in_the_group() {
        let members = vec![SubjectId::from_bytes([2; 16]), SubjectId::from_bytes([3; 16])];
        let group = Group::begin(NOON, Purpose::Bricks, members).unwrap();
        let id = RecordId::from_bytes([9; 16]);
        let mut mine = row(2, None);
        mine.session.group = Some(id);
        let groups = vec![GroupRow { id, group, sessions: Vec::new() }];
        let waiting = Waiting { sessions: vec![mine.clone()], groups, ..Waiting::default() };
        assert!(in_order(&waiting).is_empty());
        // Once the group is over, its notes wait one by one.
        assert_eq!(in_order(&Waiting { groups: Vec::new(), ..waiting }).len(), 1);
    }
}
