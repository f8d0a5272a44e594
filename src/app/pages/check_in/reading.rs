//! A check-in as an adult reads it, and the quiet reminder beside some words.

use leptos::prelude::*;

use crate::app::components::drawing::DrawingPicture;
use crate::app::components::face::Face;
use crate::app::components::loaded::{asked, loaded};
use crate::app::components::said::{self, Said};
use crate::app::components::when;
use crate::app::context::house::use_house;
use crate::app::lean::view;
use crate::app::paths;
use crate::content::safeguarding;
use crate::domain::{Answers, Level, OtherWay, OwnWord, RecordId, SubjectId};
use crate::keeper::message::CheckInRow;
use crate::platform::dates;

use super::words::{self, adult};

/// Face, words and facts.
#[component]
pub fn Reading(
    /// Which.
    row: CheckInRow,
    /// The child's own words, with what they are linked to.
    #[prop(optional)]
    own_words: Vec<OwnWord>,
) -> impl IntoView {
    let answers = row.answers();
    let level = row.check_in.level;
    let fact = |name: &'static str, said: Option<String>| said.map(|said| view! { <dt>{name}</dt> <dd>{said}</dd> });
    let point = answers.feeling.given().and_then(|feeling| feeling.point);
    let drawing = match answers.other_way.given() {
        Some(OtherWay::Drawing(id)) => Some(*id),
        _ => None,
    };
    let begun = [when::full_day(row.check_in.started), dates::time(row.check_in.started)].join(", ");
    view! {
        <article class="card reading">
            <Face mood=said::mood(level, answers)/>
            <div class="stack">
                <p class="soft">{begun}</p>
                <h2 class="big"><Said pieces=said::feeling_for_adult(&answers.feeling, &own_words)/></h2>
                <dl class="facts">
                    {fact(adult::HOW_BIG, said::how_big(&answers.size))}
                    {fact(adult::WHERE, said::whereabouts(&answers.body))}
                    {fact(adult::ON_THE_PAD, point.map(|point| said::place(point).to_owned()))}
                    {fact(adult::ANOTHER_WAY, said::other_way(&answers.other_way))}
                    {fact(adult::WOULD_HELP, said::help(&answers.help, level))}
                    {fact(adult::WORDS_SHOWN, Some(level_said(level)))}
                </dl>
                {drawing.map(|id| view! { <TheirDrawing subject=row.subject id/> })}
            </div>
        </article>
    }
}

/// The child's own picture. What it means is for the child to say.
#[component]
pub fn TheirDrawing(
    /// Whose.
    subject: SubjectId,
    /// Which.
    id: RecordId,
) -> impl IntoView {
    let house = use_house();
    let drawing = asked(move || house.drawing(subject, id));
    view! { <figure class="own-picture">{loaded(drawing, |drawing| view! { <DrawingPicture strokes=drawing.strokes label=adult::OWN_PICTURE/> })}</figure> }
}

/// "B, short sentences".
pub fn level_said(level: Level) -> String {
    let letter = match level {
        Level::A => "A",
        Level::B => "B",
        Level::C => "C",
    };
    [letter, words::level(level)].join(", ")
}

/// For the adult only: reminds of safeguarding when a child has chosen a word that asks for it. Nothing is scored.
#[component]
pub fn QuietReminder(
    /// Whether there is such a word.
    flagged: bool,
) -> impl IntoView {
    flagged.then(|| {
        view! {
            <aside class="notice amber">
                <p>{safeguarding::page().quiet_reminder}</p>
                <a class="button" href=paths::SAFEGUARDING>{adult::WHAT_TO_DO}</a>
            </aside>
        }
    })
}

/// Whether a check-in has such a word, now or before it was amended.
pub fn is_flagged(row: &CheckInRow) -> bool {
    said::asks_for_quiet(&row.check_in.answers)
        || row.amendments.iter().any(|later| said::asks_for_quiet(&later.answers))
}

/// All the answers in one line.
#[component]
pub fn SaidInFull(
    /// What was said.
    answers: Answers,
) -> impl IntoView {
    let rest = said::rest(&answers);
    view! {
        <Said pieces=said::feeling(&answers.feeling)/>
        {(!rest.is_empty()).then(|| [" · ", &rest].concat())}
    }
}
