//! The note for mending on its page: for whom it is, and where it is kept.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::level_choice::{self, LevelChoice};
use crate::app::components::loaded::{asked, loaded};
use crate::app::components::print::Print;
use crate::app::components::refused::Refused;
use crate::app::context::glow::use_glow;
use crate::app::context::house::use_house;
use crate::app::lean::{memo, view};
use crate::app::pages::pupils::person::SmallTile;
use crate::app::pages::pupils::words::year_or_nothing;
use crate::app::paths;
use crate::domain::session::Repair;
use crate::domain::{Level, SubjectId};
use crate::keeper::Refusal;
use crate::keeper::message::PupilRow;
use crate::platform::clock;

use super::repair::{Answers, RepairForm, thoughts};
use super::words;

/// The note, for a child or for the adult alone.
#[component]
pub fn Note(
    /// With whom it was, once that is said.
    child: Option<PupilRow>,
    /// What is written.
    answers: RwSignal<Answers>,
) -> impl IntoView {
    let usual = child.as_ref().map_or(Level::B, |row| row.pupil.level);
    let asked_for = level_choice::in_the_address();
    let level = memo(move || asked_for.get().unwrap_or(usual));
    let keeping = child.as_ref().map(|row| Keeping::of(row.subject, answers));
    let whose = match child {
        Some(row) => view! { <WithChild row/> },
        None => view! { <WithWhom/> },
    };
    let form = move || match keeping {
        Some(keeping) if keeping.kept.get() => view! { <Kept subject=keeping.subject/> },
        _ => view! {
            <div class="line no-print">
                <LevelChoice level=Signal::derive(move || Some(level.get()))/>
                <Print/>
            </div>
            <RepairForm level answers save=keeping.map(Keeping::save)/>
            {keeping.map(Keeping::trouble)}
        },
    };
    view! { {whose} {form} }
}

/// The way of a note to the keeper.
#[derive(Clone, Copy)]
struct Keeping {
    subject: SubjectId,
    answers: RwSignal<Answers>,
    kept: RwSignal<bool>,
    refusal: RwSignal<Option<Refusal>>,
    /// Whether it was to be kept with nothing in it.
    nothing: RwSignal<bool>,
    busy: StoredValue<bool>,
}

impl Keeping {
    fn of(subject: SubjectId, answers: RwSignal<Answers>) -> Self {
        let (kept, nothing) = (RwSignal::new(false), RwSignal::new(false));
        Self { subject, answers, kept, refusal: RwSignal::new(None), nothing, busy: StoredValue::new(false) }
    }

    fn save(self) -> Callback<()> {
        let (house, glow) = (use_house(), use_glow());
        Callback::new(move |()| {
            let thoughts = self.answers.with_untracked(thoughts);
            self.nothing.set(thoughts.is_empty());
            if thoughts.is_empty() || self.busy.get_value() {
                return;
            }
            self.busy.set_value(true);
            spawn_local(async move {
                let note = Repair { made: clock::now(), thoughts, done: None };
                match house.keep_repair(self.subject, None, note).await {
                    Ok(()) => {
                        glow.shine();
                        self.kept.try_set(true);
                        self.answers.try_set(Answers::new());
                    }
                    Err(why) => drop(self.refusal.try_set(Some(why))),
                }
                self.busy.try_set_value(false);
            });
        })
    }

    fn trouble(self) -> AnyView {
        view! {
            <p role="status">{move || self.nothing.get().then_some(words::NOTHING_WRITTEN)}</p>
            <Refused refusal=self.refusal/>
        }
    }
}

/// The child whose note it is. Nobody's name is on what is printed.
#[component]
fn WithChild(row: PupilRow) -> impl IntoView {
    view! {
        <header class="title no-print">
            <SmallTile pupil=row.pupil.clone()/>
            <p><bdi>{row.pupil.name}</bdi></p>
            <a class="button plain" href=paths::AFTER>{words::FOR_ME_ALONE}</a>
        </header>
        <p class="small soft no-print">{words::KEPT_WHERE}</p>
    }
}

/// The children to choose from.
#[component]
fn WithWhom() -> impl IntoView {
    let house = use_house();
    let pupils = asked(move || house.pupils());
    let tile = |row: PupilRow| {
        let below = year_or_nothing(row.pupil.year);
        view! {
            <li>
                <SmallTile pupil=row.pupil.clone()/>
                <div>
                    <a href=paths::after_with(row.subject)><bdi>{row.pupil.name}</bdi></a>
                    {(!below.is_empty()).then(|| view! { <p>{below}</p> })}
                </div>
            </li>
        }
    };
    let choice = move |pupils: Vec<PupilRow>| {
        let on_list: Vec<_> = pupils.into_iter().filter(|row| !row.pupil.archived).collect();
        if on_list.is_empty() {
            return ().into_any();
        }
        view! {
            <section class="stack no-print">
                <h2>{words::WITH_WHOM}</h2>
                <p class="soft">{words::WITH_WHOM_WHAT}</p>
                <ul class="tiles">{on_list.into_iter().map(tile).collect_view()}</ul>
            </section>
        }
    };
    view! {
        {loaded(pupils, choice)}
        <p class="small soft no-print">{words::NOT_KEPT}</p>
    }
}

#[component]
fn Kept(subject: SubjectId) -> impl IntoView {
    view! {
        <section class="card amber" role="status">
            <p><strong>{words::KEPT}</strong>" "{words::KEPT_WHAT}</p>
            <div class="line"><a class="button main" href=paths::pupil(subject)>{words::TO_THE_CHILD}</a></div>
        </section>
    }
}
