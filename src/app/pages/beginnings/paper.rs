//! What is said or handed to a child, as it is printed.

use leptos::prelude::*;

use super::blanks::{self, Piece};
use super::filled::Filled;
use super::part::{COUNTS, Part};
use super::words;
use crate::app::art::face::Mood;
use crate::app::components::avatar::Avatar;
use crate::app::components::face::Face;
use crate::app::lean::view;
use crate::content::passages::{self, Countdown, GapKind};
use crate::domain::{Level, Pupil};

/// The lantern's mood on a card for a child.
const WARM: Mood = Mood { pleasantness: 55, energy: -10, brow: 0 };
/// A lantern for a session that is over.
const RESTING: Mood = Mood { pleasantness: 20, energy: -90, brow: 0 };

/// Where the bulbs of the string of lights hang.
const BULBS: [(i32, i32); 8] = [(60, 30), (120, 39), (180, 39), (240, 31), (360, 31), (420, 39), (480, 39), (540, 30)];

/// A part, ready to be printed.
#[component]
pub fn Paper(
    /// Which part.
    part: Part,
    /// In whose language.
    level: Level,
    /// What is filled in.
    filled: Filled,
    /// Whose tile stands on it; a lantern if nobody is named.
    pupil: Option<Pupil>,
) -> impl IntoView {
    match part {
        Part::FirstWords => view! { <FirstWords level filled/> },
        Part::Gap(kind) => view! { <GapCard kind level filled pupil/> },
        Part::LastSessions => view! { <LastSessions level filled/> },
        Part::Goodbye => view! { <GoodbyeCard level filled pupil/> },
    }
}

#[component]
fn FirstWords(level: Level, filled: Filled) -> impl IntoView {
    let opening = passages::opening(level);
    view! {
        <article class="paper">
            <Lines lines=opening.say filled/>
            <section class="again">
                <h2>{words::LATER}</h2>
                <p><Said text=opening.again filled/></p>
            </section>
        </article>
    }
}

#[component]
fn GapCard(kind: GapKind, level: Level, filled: Filled, pupil: Option<Pupil>) -> impl IntoView {
    let gap = passages::gap(kind, level);
    view! {
        <article class="paper handed">
            <header>
                <Picture pupil/>
                <h2><Said text=gap.title filled/></h2>
            </header>
            <Lines lines=gap.say filled/>
        </article>
    }
}

#[component]
fn LastSessions(level: Level, filled: Filled) -> impl IntoView {
    let one = |left| passages::countdown(left, level).map(|countdown| view! { <OneOfTheLast left countdown filled/> });
    view! { <article class="paper last">{COUNTS.map(one).collect_view()}</article> }
}

#[component]
fn OneOfTheLast(left: u8, countdown: &'static Countdown, filled: Filled) -> impl IntoView {
    let lanterns = (1..=3).rev().map(|lantern| {
        let mood = if lantern <= left { WARM } else { RESTING };
        view! { <Face mood quiet=true/> }
    });
    view! {
        <section>
            <header>
                <h2>{words::left(left)}</h2>
                <span class="lanterns">{lanterns.collect_view()}</span>
            </header>
            <Lines lines=countdown.say filled/>
            <p class="notice amber no-print"><span>{countdown.for_adult}</span></p>
        </section>
    }
}

#[component]
fn GoodbyeCard(level: Level, filled: Filled, pupil: Option<Pupil>) -> impl IntoView {
    let card = passages::goodbye(level);
    view! {
        <article class="paper handed goodbye">
            <section>
                <Garland/>
                <header>
                    <Picture pupil/>
                    <h2><Said text=card.title filled/></h2>
                </header>
                <Lines lines=card.lines filled/>
                <p class="close"><Said text=card.close filled/></p>
            </section>
            <p class="fold">{words::FOLD}</p>
            <section class="draw"><p>{card.draw}</p></section>
        </article>
    }
}

/// A string of lights, for whoever likes to colour them in.
#[component]
fn Garland() -> impl IntoView {
    let bulbs = BULBS.map(|(x, y)| view! { <circle cx=x cy=y r=7/> });
    view! {
        <svg class="garland" viewBox="0 0 600 50" aria-hidden="true">
            <path d="M0 6Q150 60 300 8Q450 60 600 6"/>
            {bulbs.collect_view()}
        </svg>
    }
}

/// The child's tile, or the lantern.
#[component]
fn Picture(pupil: Option<Pupil>) -> impl IntoView {
    match pupil {
        Some(pupil) => view! { <Avatar animal=pupil.animal colour=pupil.colour size="big"/> },
        None => view! { <Face mood=WARM quiet=true/> },
    }
}

#[component]
fn Lines(lines: &'static [&'static str], filled: Filled) -> impl IntoView {
    lines.iter().map(|line| view! { <p><Said text=line filled/></p> }).collect_view()
}

/// A text with its places filled in, or with lines to write on.
#[component]
fn Said(text: &'static str, filled: Filled) -> impl IntoView {
    move || {
        let piece = |piece| match piece {
            Piece::Words(words) => view! { {words} },
            Piece::Blank(fill) => view! {
                <span class="blank" class:long=blanks::is_long(fill)><span class="said">{words::TO_WRITE}</span></span>
            },
        };
        blanks::pieces(text, |key| filled.of(key)).into_iter().map(piece).collect_view()
    }
}
