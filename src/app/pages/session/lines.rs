//! Lines that answer the tap: four steps and one wondering for what the child has just told, to be read from the side.

use leptos::prelude::*;

use crate::app::art::icons;
use crate::app::components::face::Face;
use crate::app::components::icon::Icon;
use crate::app::components::loaded::{asked, loaded};
use crate::app::components::refused::Refused;
use crate::app::components::said::{self, Said};
use crate::app::components::title::PageTitle;
use crate::app::components::when::Time;
use crate::app::context::drafts::use_drafts;
use crate::app::context::house::use_house;
use crate::app::lean::{memo, view};
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::content::safeguarding;
use crate::domain::session::{Event, LineKind};
use crate::domain::{Prepared, RecordId, SubjectId};
use crate::keeper::message::CheckInRow;

use super::choosing::{About, Choosing};
use super::foot::ConcernLink;
use super::page::read;
use super::running::Running;
use super::words;

/// The lines on a page of their own.
#[component]
pub fn LinesPage(
    /// Whose session.
    subject: SubjectId,
    /// Which.
    id: RecordId,
) -> impl IntoView {
    let house = use_house();
    let read = asked(move || read(house, subject, id));
    view! {
        <Frame>
            <PageTitle words=words::LINES/>
            <BackToSession subject id/>
            {loaded(read, |(row, beside)| {
                let running = Running::take_up(row);
                view! {
                    <h1 class="said">{words::LINES}</h1>
                    <Lines running prepared=beside.prepared/>
                    <Refused refusal=running.refusal/>
                    <div class="line"><ConcernLink running/></div>
                }
            })}
        </Frame>
    }
}

/// Back to the session.
#[component]
pub fn BackToSession(
    /// Whose.
    subject: SubjectId,
    /// Which.
    id: RecordId,
) -> impl IntoView {
    view! {
        <a class="button plain back" href=paths::session(subject, id)>
            <Icon path=icons::BACK/>
            {words::BACK}
        </a>
    }
}

/// The lines for the newest check-in of a session.
#[component]
pub fn Lines(
    /// The session.
    running: Running,
    /// What is prepared for the child.
    prepared: Prepared,
) -> impl IntoView {
    let newest = memo(move || running.row.with(|row| row.check_ins.last().cloned()));
    move || match newest.get() {
        Some(row) if row.answers().feeling.is_answered() => {
            view! { <ForCheckIn running row prepared=prepared.clone()/> }
        }
        Some(_) => view! { <p class="notice">{words::NOTHING_ANSWERED}</p> },
        None => view! { <p class="notice">{words::NOT_ASKED_YET}</p> },
    }
}

#[component]
fn ForCheckIn(running: Running, row: CheckInRow, prepared: Prepared) -> impl IntoView {
    let answers = row.answers().clone();
    let level = row.check_in.level;
    let choosing = StoredValue::new(Choosing::of(level, &answers, &prepared));
    let (set, topic) = (RwSignal::new(0_usize), RwSignal::new(0_usize));
    // Said once, it holds for this check-in, also after the child has had the tablet.
    let harm = use_drafts().field(["harm ", &paths::check_in(row.subject, row.id)].concat(), || false);
    let listens = memo(move || harm.get() || choosing.with_value(|choosing| choosing.listens));
    let flagged = memo(move || harm.get() || choosing.with_value(|choosing| choosing.flagged));
    let several = choosing.with_value(|choosing| choosing.topics.len() > 1);
    view! {
        <header class="told-just-now">
            <Face mood=said::mood(level, &answers) quiet=true/>
            <div>
                <h3 class="big"><Told row=row.clone() choosing/></h3>
                <p class="soft"><Time moment=row.check_in.started/> {after_the_feeling(&row)}</p>
            </div>
            <div class="line">
                {move || flagged.get().then(|| view! {
                    // A sign and no words: the child may be looking.
                    <a
                        class="button round care"
                        href=paths::SAFEGUARDING
                        aria-label=words::THINK_SAFEGUARDING
                        title=words::THINK_SAFEGUARDING
                    >
                        <Icon path=icons::SHIELD/>
                    </a>
                })}
                <button
                    type="button"
                    class="faint"
                    aria-label=words::HARM
                    aria-pressed=move || harm.get().to_string()
                    on:click=move |_| harm.update(|harm| *harm = !*harm)
                >
                    {words::ONLY_LISTEN}
                </button>
                <button type="button" on:click=move |_| set.update(|set| *set += 1)>
                    <Icon path=icons::AGAIN/>
                    {words::OTHER_WORDS}
                </button>
            </div>
        </header>
        {several.then(|| view! { <Topics choosing topic/> })}
        <ol class="answers">
            {move || {
                let (topic, set) = (topic.get(), set.get());
                let logged = choosing.with_value(|choosing| choosing.logged(topic));
                let lines = choosing.with_value(|choosing| choosing.lines(topic, set))?;
                let steps = LineKind::ALL.into_iter().zip(lines.steps());
                let last = if listens.get() { (LineKind::Listen, lines.listen) } else { (LineKind::Wonder, lines.wonder) };
                let all = steps.chain([last]).map(|(kind, line)| {
                    view! { <OneLine running event=Event::Line { feeling: logged.clone(), line: kind } kind line/> }
                });
                Some(all.collect_view())
            }}
        </ol>
        {move || listens.get().then(|| view! { <Ted/> })}
    }
}

/// What was told: the feeling as the adult reads it, then how big.
#[component]
fn Told(row: CheckInRow, choosing: StoredValue<Choosing>) -> impl IntoView {
    let answers = row.answers();
    let about: Vec<_> = choosing.with_value(|choosing| {
        let words = choosing.topics.iter().filter(|about| **about != About::Whole);
        words.map(About::pieces).collect()
    });
    let size = said::how_big(&answers.size).filter(|_| answers.size.given().is_some());
    let size = size.map(|size| [", ", &size].concat());
    if about.is_empty() {
        return view! { <Said pieces=said::feeling(&answers.feeling)/> {size} };
    }
    let words = about.into_iter().enumerate().map(|(at, pieces)| {
        view! { {(at > 0).then_some(", ")} <Said pieces/> }
    });
    view! { {words.collect_view()} {size} }
}

/// " · in the tummy, hot", where it was asked.
fn after_the_feeling(row: &CheckInRow) -> Option<String> {
    said::whereabouts(&row.answers().body).map(|place| [" · ", &place].concat())
}

/// Which of several words the lines are about.
#[component]
fn Topics(choosing: StoredValue<Choosing>, topic: RwSignal<usize>) -> impl IntoView {
    let topics = choosing.with_value(|choosing| choosing.topics.clone());
    let chip = move |(at, about): (usize, About)| {
        let words = match about {
            About::Whole => words::ALL_OF_IT.into_any(),
            about => view! { <Said pieces=about.pieces()/> },
        };
        view! {
            <button
                type="button"
                aria-pressed=move || (topic.get() == at).to_string()
                on:click=move |_| topic.set(at)
            >
                {words}
            </button>
        }
    };
    view! {
        <div class="line" role="group" aria-label=words::ABOUT_WHICH>
            {topics.into_iter().enumerate().map(chip).collect_view()}
        </div>
    }
}

/// What a line is for, by the name on its card.
fn kind_name(kind: LineKind) -> &'static str {
    match kind {
        LineKind::Attune => "Attune",
        LineKind::Validate => "Validate",
        LineKind::Contain => "Contain",
        LineKind::Soothe => "Soothe",
        LineKind::Wonder => "Wonder",
        LineKind::Listen => "Listen",
    }
}

#[component]
fn OneLine(running: Running, event: Event, kind: LineKind, line: &'static str) -> impl IntoView {
    let name = kind_name(kind);
    let here = event.clone();
    let pressed = memo(move || running.has(&here));
    view! {
        <li class:wonder=kind == LineKind::Wonder class:listen=kind == LineKind::Listen>
            <span>{name}</span>
            <p>"“"{line}"”"</p>
            <button
                type="button"
                aria-label=words::used_which(name)
                aria-pressed=move || pressed.get().to_string()
                on:click=move |_| running.toggle(event.clone())
            >
                <Icon path=icons::CHECK/>
                {words::USED}
            </button>
        </li>
    }
}

/// Three openings that do not lead.
#[component]
pub fn Ted() -> impl IntoView {
    let openings =
        safeguarding::page().ted.iter().map(|ted| view! { <li><strong>{ted.word}</strong>" "{ted.line}</li> });
    view! {
        <aside class="ted-line">
            <p><strong>{words::STOP_WONDERING}</strong></p>
            <ul>{openings.collect_view()}</ul>
        </aside>
    }
}
