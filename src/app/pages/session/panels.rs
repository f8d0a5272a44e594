//! What each stage shows the adult.

use leptos::prelude::*;

use crate::app::lean::{memo, view};
use crate::app::paths;
use crate::content::calm::{self, Aim};
use crate::content::{passages, prompts, room};
use crate::domain::Prepared;
use crate::domain::session::{Event, Reading, Session, Stage};

use super::chips::LogChip;
use super::fields::{NEXT, OTHER, TypedLines};
use super::lines::Lines;
use super::prompts::PromptLink;
use super::reflect::Reflect;
use super::running::Running;
use super::{sentences, words};

/// What is known beside the session itself.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    /// What is prepared for the child.
    pub prepared: Prepared,
    /// Whether it is the first session with this child.
    pub is_first: bool,
}

/// The panel of a stage.
#[component]
pub fn Panel(
    /// The session.
    running: Running,
    /// Where it is.
    stage: Option<Stage>,
    /// What is known beside it.
    beside: Beside,
) -> impl IntoView {
    let about = stage.and_then(|stage| room::stage(stage.key()));
    let inside = match stage {
        Some(Stage::Arrive) => view! { <Arrive running is_first=beside.is_first/> },
        Some(Stage::CheckIn) => view! { <Lines running prepared=beside.prepared/> },
        Some(Stage::Activity) => view! { <Activity running/> },
        Some(Stage::Reflect) => view! { <Reflect running/> },
        Some(Stage::CalmClose) => view! { <CalmClose running/> },
        Some(Stage::BackToClass) | None => view! { <BackToClass running/> },
    };
    // Once there are lines, they have the screen to themselves.
    let told = memo(move || {
        running.row.with(|row| row.check_ins.last().is_some_and(|row| row.answers().feeling.is_answered()))
    });
    view! {
        <section class="panel" aria-labelledby="stage">
            <header class:said=move || stage == Some(Stage::CheckIn) && told.get()>
                <h2 id="stage">{about.map(|about| about.title)}</h2>
                <p class="soft">{about.map(|about| about.for_adult)}</p>
            </header>
            {inside}
        </section>
    }
}

/// A line to say with a blank for everything that the adult fills in while saying it.
fn blanks(line: &str) -> String {
    let mut parts = line.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |said, part| [said.as_str(), "…", part.split_once('}').map_or(part, |(_, after)| after)].concat())
}

/// What the child tapped on arriving or leaving.
#[component]
fn Tapped(running: Running, heading: &'static str, read: fn(&Session) -> &Reading) -> impl IntoView {
    let said = memo(move || running.with(|session| sentences::reading(read(session))));
    move || {
        said.get().map(|said| view! { <p class="notice done"><span><strong>{heading}</strong>": "{said}</span></p> })
    }
}

#[component]
fn Arrive(running: Running, is_first: bool) -> impl IntoView {
    let opening = passages::opening(running.row.with_untracked(|row| row.session.level));
    let say = opening.say.iter().map(|line| view! { <li>"“"{blanks(line)}"”"</li> }).collect_view();
    let ritual = if is_first {
        view! { <ul class="say">{say}</ul> }
    } else {
        view! {
            <p class="say">"“"{opening.again}"”"</p>
            <details>
                <summary>{words::FIRST_TIME}</summary>
                <ul class="say">{say}</ul>
            </details>
        }
    };
    view! {
        {ritual}
        <Tapped running heading=words::ARRIVED read=|session| &session.arrived/>
    }
}

#[component]
fn Activity(running: Running) -> impl IntoView {
    let level = running.row.with_untracked(|row| row.session.level);
    // What is on no list has a field of its own.
    let chips = room::activities_by_name().map(|activity| {
        view! { <li><LogChip running event=Event::Did(activity.key.into()) words=activity.name/></li> }
    });
    let sets = prompts::sets().iter().filter(|set| set.for_level(level).next().is_some());
    let sets = sets.map(|set| view! { <li><PromptLink running set/></li> });
    view! {
        <h3>{words::TAPPED}</h3>
        <ul class="words">{chips.collect_view()}</ul>
        <TypedLines running typed=OTHER/>
        <h3>{words::SIDE_BY_SIDE}</h3>
        <p class="soft">{words::SIDE_BY_SIDE_WHAT}</p>
        <ul class="words">{sets.collect_view()}</ul>
    }
}

#[component]
fn CalmClose(running: Running) -> impl IntoView {
    let level = running.row.with_untracked(|row| row.session.level);
    let aim = RwSignal::new(Aim::Down);
    let way = move |way: Aim, words: &'static str| {
        view! {
            <button type="button" aria-pressed=move || (aim.get() == way).to_string() on:click=move |_| aim.set(way)>
                {words}
            </button>
        }
    };
    let row = move |activity: &'static calm::Activity| {
        view! {
            <li>
                <span class="grow">
                    <a href=paths::calm_activity(activity.slug)>{activity.title}</a>
                    <p>{[&words::minutes(activity.minutes.into()), " · ", activity.in_a_line].concat()}</p>
                </span>
                <LogChip
                    running
                    event=Event::Calm(activity.slug.into())
                    words=words::WE_DID_THIS
                    label=words::did_which(activity.title)
                />
            </li>
        }
    };
    view! {
        <div class="line" role="group" aria-label=words::WHICH_WAY>
            {way(Aim::Down, words::DOWN)}
            {way(Aim::Up, words::UP)}
        </div>
        <ul class="rows">{move || calm::for_level(level, aim.get()).map(row).collect_view()}</ul>
    }
}

#[component]
fn BackToClass(running: Running) -> impl IntoView {
    view! {
        <TypedLines running typed=NEXT/>
        <Tapped running heading=words::LEFT read=|session| &session.left/>
    }
}

#[cfg(test)]
mod tests {
    use super::blanks;

    #[test]
    fn what_is_filled_in_is_a_blank() {
        assert_eq!(blanks("Hello, I’m {adult}."), "Hello, I’m ….");
        assert_eq!(blanks("No blanks here."), "No blanks here.");
    }
}
