//! What may be told to the teacher or to the meeting: the lines in that box, and nothing else.

use leptos::prelude::*;

use crate::app::components::loaded::{asked, loaded};
use crate::app::components::print::Print;
use crate::app::components::title::PageTitle;
use crate::app::context::house::use_house;
use crate::app::lean::view;
use crate::app::pages::pupils::person::{BackToPupil, SmallTile};
use crate::app::shell::frame::Frame;
use crate::domain::session::{Share, for_report};
use crate::domain::{Moment, SubjectId};
use crate::keeper::message::{PupilPage, SessionRow};
use crate::platform::dates;

use super::words;

/// The page.
#[component]
pub fn SharePage(
    /// Whose.
    subject: SubjectId,
    /// For whom.
    to: Share,
) -> impl IntoView {
    let house = use_house();
    let read = asked(move || house.pupil_page(subject));
    let title = if to == Share::Meeting { words::FOR_MEETING } else { words::FOR_TEACHER };
    view! {
        <Frame>
            <PageTitle words=title/>
            {loaded(read, move |page| view! { <Report page to title/> })}
        </Frame>
    }
}

/// Session by session what may be told, newest first.
fn report(sessions: &[SessionRow], to: Share) -> Vec<(Moment, Vec<String>)> {
    let lines = |row: &SessionRow| for_report(&row.session.boxes, to).map(str::to_owned).collect::<Vec<_>>();
    let all = sessions.iter().map(|row| (row.session.started, lines(row)));
    all.filter(|(_, lines)| !lines.is_empty()).collect()
}

#[component]
fn Report(page: PupilPage, to: Share, title: &'static str) -> impl IntoView {
    let pupil = page.row.pupil;
    let days = report(&page.sessions, to).into_iter().map(|(day, lines)| {
        let lines = lines.into_iter().map(|line| view! { <li><bdi>{line}</bdi></li> }).collect_view();
        view! {
            <section class="card">
                <h2>{dates::day(day)}</h2>
                <ul class="bullets">{lines}</ul>
            </section>
        }
    });
    let days: Vec<_> = days.collect();
    let none = days.is_empty();
    view! {
        <div class="no-print"><BackToPupil subject=page.row.subject name=pupil.name.clone()/></div>
        <header class="title">
            <SmallTile pupil=pupil.clone()/>
            <h1>{title}</h1>
        </header>
        <p><bdi>{pupil.name}</bdi></p>
        <p class="soft">{words::AGREED}</p>
        {none.then(|| view! { <p class="notice">{words::NOTHING_AGREED}</p> })}
        {days.collect_view()}
        {(!none).then(|| view! { <div class="line"><Print/></div> })}
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::domain::session::{Boxed, Course, Session, Sort, Stage};
    use crate::domain::{Level, RecordId};

    const NOON: Moment = Moment { utc_millis: 1_795_428_000_000, offset_minutes: 0 };

    fn row(boxes: &[(&str, Share)]) -> SessionRow {
        let course = Course::of(&[(Stage::Reflect, 5)]).unwrap();
        let mut session = Session::begin(NOON, Level::B, Sort::Planned, course);
        session.boxes = boxes.iter().map(|(line, share)| Boxed { line: (*line).into(), share: *share }).collect();
        let (subject, id) = (SubjectId::from_bytes([7; 16]), RecordId::from_bytes([8; 16]));
        SessionRow { subject, pupil: None, id, session, note: None, check_ins: Vec::new() }
    }

    #[test]
    fn a_report_has_only_its_own_box_and_no_empty_days() {
        let sessions = [
            row(&[("bees", Share::Teacher), ("dad", Share::WithUs), ("maths", Share::Meeting)]),
            row(&[("clay", Share::WithUs)]),
        ];
        assert_eq!(report(&sessions, Share::Teacher), [(NOON, vec!["bees".to_owned()])]);
        assert_eq!(report(&sessions, Share::Meeting), [(NOON, vec!["maths".to_owned()])]);
        assert!(report(&sessions, Share::WithUs).is_empty());
    }
}
