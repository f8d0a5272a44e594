//! A group under way: who does what in this round, what all did, each child's own session; afterwards the notes to write.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::art::icons;
use crate::app::components::icon::Icon;
use crate::app::components::loaded::{asked, loaded};
use crate::app::components::refused::Refused;
use crate::app::components::title::PageTitle;
use crate::app::components::when;
use crate::app::context::glow::{Glow, use_glow};
use crate::app::context::house::{House, use_house};
use crate::app::lean::{memo, view};
use crate::app::pages::pupils::person::SmallTile;
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::content::room;
use crate::domain::session::{Event, Purpose, Tap};
use crate::domain::{Level, RecordId};
use crate::keeper::Refusal;
use crate::keeper::message::{GroupRow, GroupTap, SessionRow};

use super::prompting;
use super::round::roles_of;
use super::words;

/// The page.
#[component]
pub fn GroupPage(
    /// Which.
    id: RecordId,
) -> impl IntoView {
    let house = use_house();
    let read = asked(move || house.group(id));
    view! {
        <Frame>
            <PageTitle words=words::GROUP/>
            {loaded(read, |row| view! { <Whole row/> })}
        </Frame>
    }
}

/// The handle on a group on the screen.
#[derive(Clone, Copy)]
struct Gathered {
    id: RecordId,
    row: RwSignal<GroupRow>,
    refusal: RwSignal<Option<Refusal>>,
    house: House,
    glow: Glow,
}

impl Gathered {
    fn tap(self, tap: GroupTap) {
        spawn_local(async move {
            match self.house.tap_group(self.id, tap).await {
                Ok(row) => {
                    self.glow.shine();
                    self.refusal.try_set(None);
                    self.row.try_set(row);
                }
                Err(why) => drop(self.refusal.try_set(Some(why))),
            }
        });
    }
}

/// Whether everybody who is still there has this in the log.
fn all_have(row: &GroupRow, event: &Event) -> bool {
    let mut there = row.sessions.iter().filter(|row| !row.session.is_ended()).peekable();
    there.peek().is_some() && there.all(|row| row.session.log.iter().any(|entry| entry.event == *event))
}

#[component]
fn Whole(row: GroupRow) -> impl IntoView {
    let gathered = Gathered {
        id: row.id,
        row: RwSignal::new(row),
        refusal: RwSignal::new(None),
        house: use_house(),
        glow: use_glow(),
    };
    let (purpose, started) = gathered.row.with_untracked(|row| (row.group.purpose, row.group.started));
    let over = memo(move || gathered.row.with(|row| row.group.ended.is_some()));
    view! {
        <header class="title">
            <h1>{words::purpose(purpose)}</h1>
            <p>{when::spoken(started)}</p>
        </header>
        {move || if over.get() {
            view! {
                <section class="stack">
                    <h2>{words::OVER}</h2>
                    <p class="soft">{words::NOTES_WAIT}</p>
                    <Members gathered/>
                </section>
            }
        } else {
            view! { <UnderWay gathered purpose/> }
        }}
        <Refused refusal=gathered.refusal/>
    }
}

#[component]
fn UnderWay(gathered: Gathered, purpose: Purpose) -> impl IntoView {
    let level =
        gathered.row.with_untracked(|row| row.sessions.iter().map(|row| row.session.level).min().unwrap_or(Level::B));
    let round = move || gathered.row.with(|row| words::round(row.group.rounds));
    let chips = room::activities_by_name().map(|activity| {
        view! { <li><EveryoneChip gathered event=Event::Did(activity.key.into()) words=activity.name/></li> }
    });
    let chips = chips.collect_view();
    view! {
        <section class="stack">
            {(purpose == Purpose::Bricks).then(|| view! {
                <div class="line">
                    <h2>{round}</h2>
                    <button type="button" class="main" on:click=move |_| gathered.tap(GroupTap::NextRound)>
                        {words::NEXT_ROUND}
                        <Icon path=icons::NEXT/>
                    </button>
                </div>
            })}
            <h2 class:said=purpose == Purpose::Bricks>{words::CHILDREN}</h2>
            <Members gathered/>
            <p class="soft">{words::PRIVATE}</p>
        </section>
        <OneLine purpose level/>
        <section class="stack">
            <h2>{words::EVERYONE}</h2>
            <ul class="words">{chips}</ul>
        </section>
        <div class="line">
            <button type="button" on:click=move |_| gathered.tap(GroupTap::End)>
                <Icon path=icons::CHECK/>
                {words::END}
            </button>
        </div>
    }
}

#[component]
fn EveryoneChip(gathered: Gathered, event: Event, words: &'static str) -> impl IntoView {
    let here = event.clone();
    let pressed = memo(move || gathered.row.with(|row| all_have(row, &here)));
    let press = move |_| {
        let event = event.clone();
        let tap = if pressed.get_untracked() { Tap::TakeBack(event) } else { Tap::Log(event) };
        gathered.tap(GroupTap::Everyone(tap));
    };
    view! {
        <button type="button" aria-pressed=move || pressed.get().to_string() on:click=press>{words}</button>
    }
}

/// One line to say at a time.
#[component]
fn OneLine(purpose: Purpose, level: Level) -> impl IntoView {
    let lines = prompting::lines(purpose, level);
    let count = lines.len();
    if count == 0 {
        return ().into_any();
    }
    let at = RwSignal::new(0_usize);
    let line = move || lines.get(at.get()).map(|line| line.say);
    view! {
        <section class="card cool">
            <h2>{words::LINES}</h2>
            <p class="say" aria-live="polite">"“"{line}"”"</p>
            <div class="line">
                <button type="button" on:click=move |_| at.update(|at| *at = (*at + 1) % count)>
                    <Icon path=icons::AGAIN/>
                    {words::ANOTHER}
                </button>
            </div>
        </section>
    }
}

/// The children, each leading to their own session or note.
#[component]
fn Members(gathered: Gathered) -> impl IntoView {
    let tile = |row: &GroupRow, of: &SessionRow| {
        let over = of.session.is_ended();
        let home =
            if over { paths::session_part(of.subject, of.id, paths::NOTE) } else { paths::session(of.subject, of.id) };
        let roles: Vec<_> = if over { Vec::new() } else { roles_of(&row.group, of.subject) };
        let roles = roles.into_iter().map(words::role);
        let roles = roles.map(|(name, what)| view! { <p><strong>{name}</strong>" "<small>{what}</small></p> });
        let state = match (over, of.is_closed(), row.group.ended.is_some()) {
            (true, true, _) => Some(words::NOTE_DONE),
            (true, false, true) => Some(words::NOTE_WAITS),
            (true, false, false) => Some(words::HAS_LEFT),
            (false, ..) => None,
        };
        let (pupil, name) = (of.pupil.clone(), of.pupil.clone().map(|pupil| pupil.name));
        view! {
            <li>
                {pupil.map(|pupil| view! { <SmallTile pupil/> })}
                <div>
                    <a href=home><bdi>{name}</bdi></a>
                    {roles.collect_view()}
                    {state.map(|state| view! { <p>{state}</p> })}
                </div>
            </li>
        }
    };
    let tiles = move || gathered.row.with(|row| row.sessions.iter().map(|of| tile(row, of)).collect_view());
    view! { <ul class="tiles">{tiles}</ul> }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::domain::session::{Course, Group, Session, Sort, Stage};
    use crate::domain::{Moment, SubjectId};

    const NOON: Moment = Moment { utc_millis: 1_795_428_000_000, offset_minutes: 0 };

    fn session(number: u8, taps: &[Tap]) -> SessionRow {
        let course = Course::of(&[(Stage::Activity, 30)]).unwrap();
        let mut session = Session::begin(NOON, Level::A, Sort::Planned, course);
        for tap in taps {
            session.take(NOON, tap.clone());
        }
        let (subject, id) = (SubjectId::from_bytes([number; 16]), RecordId::from_bytes([number; 16]));
        SessionRow { subject, pupil: None, id, session, note: None, check_ins: Vec::new() }
    }

    #[test]
    fn a_chip_is_lit_when_everybody_who_is_still_there_did_it() {
        let clay = Event::Did("clay".into());
        let did = Tap::Log(clay.clone());
        let group =
            Group::begin(NOON, Purpose::Bricks, vec![SubjectId::from_bytes([2; 16]), SubjectId::from_bytes([3; 16])]);
        let of = |sessions| GroupRow { id: RecordId::from_bytes([9; 16]), group: group.clone().unwrap(), sessions };
        assert!(all_have(
            &of(vec![session(2, std::slice::from_ref(&did)), session(3, std::slice::from_ref(&did))]),
            &clay
        ));
        assert!(!all_have(&of(vec![session(2, std::slice::from_ref(&did)), session(3, &[])]), &clay));
        assert!(all_have(&of(vec![session(2, std::slice::from_ref(&did)), session(3, &[Tap::End])]), &clay));
        assert!(!all_have(&of(vec![session(2, &[did, Tap::End])]), &clay));
    }
}
