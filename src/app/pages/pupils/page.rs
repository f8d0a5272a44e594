//! A child's page: who they are, the way into a check-in, and every check-in so far.

use leptos::prelude::*;

use crate::app::art::face::Mood;
use crate::app::art::icons;
use crate::app::components::back::Back;
use crate::app::components::face::Face;
use crate::app::components::icon::Icon;
use crate::app::components::loaded::{asked, loaded};
use crate::app::components::refused::Refused;
use crate::app::components::said::{self, Said};
use crate::app::components::title::PageTitle;
use crate::app::components::when::{self, Time};
use crate::app::context::house::use_house;
use crate::app::context::toast::use_toast;
use crate::app::lean::view;
use crate::app::pages::after::open::OpenRepairs;
use crate::app::pages::backup::words::HAND_OVER;
use crate::app::pages::beginnings::words as beginnings;
use crate::app::pages::check_in::begin::CheckInButton;
use crate::app::pages::check_in::reading::{QuietReminder, is_flagged};
use crate::app::pages::session::of_pupil::{BeginLink, OfPupil};
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::domain::{Moment, OwnWord, SubjectId};
use crate::keeper::Refusal;
use crate::keeper::message::{CheckInRow, PupilPage as PageRow, PupilRow};

use super::person::SmallTile;
use super::words;

/// A child's page.
#[component]
pub fn PupilPage(
    /// Whose.
    subject: SubjectId,
) -> impl IntoView {
    let (house, toast) = (use_house(), use_toast());
    let page = asked(move || {
        toast.undone();
        house.pupil_page(subject)
    });
    view! {
        <Frame>
            <Back to=paths::PUPILS words=words::CHILDREN/>
            {loaded(page, |page| view! { <Page page/> })}
        </Frame>
    }
}

#[component]
fn Page(page: PageRow) -> impl IntoView {
    let refusal = RwSignal::new(None::<Refusal>);
    let PageRow {
        row: PupilRow { subject, pupil, .. }, check_ins, sessions, after, concerns, repairs, prepared, ..
    } = page;
    let flagged = latest_is_flagged(&check_ins);
    let begin = move || view! { <CheckInButton subject level=pupil.level refusal/> };
    let some = !check_ins.is_empty();
    let met = some || !sessions.is_empty();
    view! {
        // Never the name: a browser keeps titles, in plain, among its history and its tabs.
        <PageTitle words=words::CHECK_INS/>
        <div class="person">
            <SmallTile pupil=pupil.clone() size="big"/>
            <div>
                <h1><bdi>{pupil.name.clone()}</bdi></h1>
                <p class="soft">{words::year_and_level(pupil.year, pupil.level)}</p>
            </div>
        </div>
        {pupil.archived.then(|| view! { <p class="notice"><span>{words::IS_ARCHIVED}</span></p> })}
        <div class="line">
            <BeginLink subject/>
            {met.then(begin)}
            <a class="button" href=paths::prepared(subject)>{words::prepared::TITLE}</a>
            <a class="button" href=paths::edit_pupil(subject)>
                <Icon path=icons::EDIT/>
                {words::EDIT}
            </a>
            <a class="button" href=paths::beginnings_for(subject)>{beginnings::BEGINNINGS}</a>
            <a class="button" href=paths::hand_over(subject)>{HAND_OVER}</a>
        </div>
        <Refused refusal/>
        <QuietReminder flagged/>
        <OpenRepairs subject repairs/>
        <OfPupil subject sessions after concerns/>
        {if some {
            view! { <CheckIns check_ins own_words=prepared.own_words/> }
        } else if met {
            ().into_any()
        } else {
            view! {
                <div class="empty">
                    <Face mood=Mood { pleasantness: 30, energy: -20, brow: 0 }/>
                    <h2>{words::NO_CHECK_INS}</h2>
                    <p>{words::FIRST_ONE}</p>
                    {begin()}
                </div>
            }
        }}
    }
}

/// Whether the newest check-in has a word that reminds of safeguarding; older ones say it on their own page.
fn latest_is_flagged(check_ins: &[CheckInRow]) -> bool {
    check_ins.first().is_some_and(is_flagged)
}

/// Check-ins of one day after another, as they come: newest first.
fn by_day(check_ins: Vec<CheckInRow>) -> Vec<(Moment, Vec<CheckInRow>)> {
    let mut days: Vec<(Moment, Vec<CheckInRow>)> = Vec::new();
    for row in check_ins {
        let begun = row.check_in.started;
        match days.last_mut() {
            Some((day, rows)) if day.wall_day() == begun.wall_day() => rows.push(row),
            _ => days.push((begun, vec![row])),
        }
    }
    days
}

#[component]
fn CheckIns(check_ins: Vec<CheckInRow>, own_words: Vec<OwnWord>) -> impl IntoView {
    let days = by_day(check_ins).into_iter().map(|(day, rows)| {
        let rows = rows.into_iter().map(|row| view! { <CheckInLine row own_words=own_words.clone()/> }).collect_view();
        view! {
            <h3 class="day">{when::day_heading(day)}</h3>
            <ul class="rows">{rows}</ul>
        }
    });
    let days = days.collect_view();
    view! {
        <section class="stack">
            <h2>{words::CHECK_INS}</h2>
            {days}
        </section>
    }
}

#[component]
fn CheckInLine(row: CheckInRow, own_words: Vec<OwnWord>) -> impl IntoView {
    let answers = row.answers();
    let finished = row.check_in.is_finished();
    let (subject, id) = (row.subject, row.id);
    let home = if finished { paths::check_in(subject, id) } else { paths::check_in_under_way(subject, id) };
    let marks = [
        Some(said::rest(answers)).filter(|rest| !rest.is_empty()),
        (!row.amendments.is_empty()).then(|| words::AMENDED.to_owned()),
        (!finished).then(|| words::UNDER_WAY.to_owned()),
    ];
    let below = marks.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! {
        <li>
            <Face mood=said::mood(row.check_in.level, answers) quiet=true/>
            <span class="grow">
                <span class="checkin">
                    <Time moment=row.check_in.started/>
                    <a href=home><Said pieces=said::feeling_for_adult(&answers.feeling, &own_words)/></a>
                </span>
                {(!below.is_empty()).then(|| view! { <p>{below}</p> })}
            </span>
            <Icon path=icons::NEXT/>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{CheckIn, Level, RecordId, SubjectId};

    fn row(number: u8, hours: u64, offset_minutes: i16) -> CheckInRow {
        let moment = Moment { utc_millis: hours * 3_600_000, offset_minutes };
        CheckInRow {
            subject: SubjectId::from_bytes([9; 16]),
            attached: true,
            id: RecordId::from_bytes([number; 16]),
            check_in: CheckIn::begin(moment, Level::A),
            amendments: Vec::new(),
        }
    }

    #[test]
    fn days_are_those_of_the_wall_clock() {
        let days = by_day(vec![row(1, 50, 0), row(2, 49, 0), row(3, 47, 60), row(4, 47, 0)]);
        assert_eq!(days.iter().map(|(_, rows)| rows.len()).collect::<Vec<_>>(), [3, 1]);
    }
}
