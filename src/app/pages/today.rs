//! Today: someone is here now, who is on the list, and what waits for the adult.

use leptos::prelude::*;

use crate::app::art::face::Mood;
use crate::app::art::icons;
use crate::app::components::face::Face;
use crate::app::components::icon::Icon;
use crate::app::components::loaded::{asked, loaded};
use crate::app::components::said;
use crate::app::components::title::PageTitle;
use crate::app::components::when;
use crate::app::context::house::use_house;
use crate::app::context::toast::use_toast;
use crate::app::lean::view;
use crate::app::pages::backup::line::BackupLine;
use crate::app::pages::backup::older::OlderState;
use crate::app::pages::pupils::person::{PupilTile, last_check_in};
use crate::app::pages::session::waiting::WaitingSessions;
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::keeper::message::{CheckInRow, PupilRow, Waiting as WhatWaits};
use crate::platform::clock;

mod words {
    //! The words of Today.

    /// Heading.
    pub const TODAY: &str = "Today";
    /// Begins a check-in at once.
    pub const SOMEONE_IS_HERE: &str = "Someone is here now";
    /// Leads to the children.
    pub const CHOOSE_A_CHILD: &str = "Choose a child";
    /// Heading.
    pub const YOUR_CHILDREN: &str = "Your children";
    /// Heading.
    pub const WAITING: &str = "Waiting for you";
    /// A check-in that nobody's name is on yet.
    pub const WITHOUT_A_CHILD: &str = "A check-in without a child";
    /// Below it.
    pub const SAY_WHOSE: &str = "Say whose it is when you have a moment.";
    /// Below one that is under way.
    pub const CARRY_ON: &str = "Carry on where it stopped.";
    /// Heading when nobody is on the list.
    pub const NOBODY_YET: &str = "Nobody here yet";
    /// Below it.
    pub const THEY_WAIT_HERE: &str =
        "When you have added the children you see, they wait here under their animal and colour.";
    /// The first step.
    pub const ADD_THE_FIRST: &str = "Add the first child";

    /// A check-in that stopped half-way.
    pub fn unfinished(name: Option<&str>) -> String {
        match name {
            Some(name) => format!("A check-in with {name}, not finished yet"),
            None => "A check-in, not finished yet".into(),
        }
    }
}

/// Today.
#[component]
pub fn Today() -> impl IntoView {
    let (house, toast) = (use_house(), use_toast());
    let read = asked(move || {
        toast.undone();
        async move { Ok((house.pupils().await?, house.waiting().await?)) }
    });
    view! {
        <Frame>
            <PageTitle words=words::TODAY/>
            <header class="title">
                <h1>{words::TODAY}</h1>
                <p>{when::full_day(clock::now())}</p>
            </header>
            <div class="welcome">
                <a class="button main" href=paths::NOW>
                    <Icon path=icons::TODAY/>
                    {words::SOMEONE_IS_HERE}
                </a>
                <a class="button" href=paths::PUPILS>{words::CHOOSE_A_CHILD}</a>
            </div>
            <BackupLine/>
            {loaded(read, move |(pupils, waiting)| view! {
                {waiting.older.then(|| view! { <OlderState understood=Callback::new(move |()| read.refetch())/> })}
                <Waiting waiting=WhatWaits { older: false, ..waiting } pupils=pupils.clone()/>
                <Children pupils/>
            })}
        </Frame>
    }
}

#[component]
fn Children(pupils: Vec<PupilRow>) -> impl IntoView {
    let pupils: Vec<_> = pupils.into_iter().filter(|row| !row.pupil.archived).collect();
    if pupils.is_empty() {
        return view! { <Empty/> };
    }
    let tiles = pupils.into_iter().map(|row| view! { <PupilTile below=last_check_in(&row) row/> }).collect_view();
    view! {
        <section class="stack">
            <h2>{words::YOUR_CHILDREN}</h2>
            <ul class="tiles">{tiles}</ul>
        </section>
    }
}

#[component]
fn Empty() -> impl IntoView {
    view! {
        <div class="empty">
            <Face mood=Mood { pleasantness: 45, energy: -10, brow: 0 }/>
            <h2>{words::NOBODY_YET}</h2>
            <p>{words::THEY_WAIT_HERE}</p>
            <a class="button" href=paths::NEW_PUPIL>
                <Icon path=icons::PLUS/>
                {words::ADD_THE_FIRST}
            </a>
        </div>
    }
}

#[component]
fn Waiting(waiting: WhatWaits, pupils: Vec<PupilRow>) -> impl IntoView {
    if waiting == WhatWaits::default() {
        return ().into_any();
    }
    // A check-in that is made in a session goes on there.
    let in_session = |row: &CheckInRow| {
        let of =
            waiting.sessions.iter().filter(|session| session.subject == row.subject && !session.session.is_ended());
        of.flat_map(|session| &session.check_ins).any(|made| made.id == row.id)
    };
    let check_ins = waiting.check_ins.iter().filter(|row| !in_session(row)).cloned().collect::<Vec<_>>();
    let rows = check_ins.into_iter().map(|row| {
        let child = pupils.iter().find(|child| child.subject == row.subject);
        view! { <WaitingLine name=child.map(|child| child.pupil.name.clone()) row/> }
    });
    let rows = rows.collect_view();
    view! {
        <section class="stack">
            <h2>{words::WAITING}</h2>
            <ul class="rows"><WaitingSessions waiting/>{rows}</ul>
        </section>
    }
}

#[component]
fn WaitingLine(row: CheckInRow, name: Option<String>) -> impl IntoView {
    let (home, title, next) = if row.check_in.is_finished() {
        (paths::attach(row.subject, row.id), words::WITHOUT_A_CHILD.to_owned(), words::SAY_WHOSE)
    } else {
        (paths::check_in_under_way(row.subject, row.id), words::unfinished(name.as_deref()), words::CARRY_ON)
    };
    view! {
        <li>
            <span class="grow">
                <a href=home dir="auto">{title}</a>
                <p>{[&when::spoken(row.check_in.started), ". ", next].concat()}</p>
            </span>
            <Face mood=said::mood(row.check_in.level, row.answers()) quiet=true/>
            <Icon path=icons::NEXT/>
        </li>
    }
}
