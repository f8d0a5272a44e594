//! Whom to tell in this school: staff in their roles, for the safeguarding page.

use crate::app::components::loaded::asked;
use crate::app::lean::{memo, view};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::field::{Field, Takes, fault_words};
use crate::app::components::refused::Refused;
use crate::app::context::drafts::use_drafts;
use crate::app::context::glow::use_glow;
use crate::app::context::house::use_house;
use crate::app::context::school::use_school_change;
use crate::app::context::unsaved::use_unsaved;
use crate::app::paths;
use crate::domain::{School, text};
use crate::keeper::Refusal;

use super::{SaveButton, words};

/// The school's details.
#[component]
pub fn SchoolDetails() -> impl IntoView {
    let house = use_house();
    let kept = asked(move || house.school());
    view! {
        <section>
            <h2>{words::SCHOOL}</h2>
            <p class="soft">{words::SCHOOL_WHAT}</p>
            {move || kept.get().map(|kept| match kept {
                Ok(school) => view! { <SchoolForm school/> },
                Err(refused) => view! { <Refused refusal=Signal::stored(Some(refused))/> },
            })}
        </section>
    }
}

/// The lines of the form while they are typed.
#[derive(Clone, Copy)]
struct Lines {
    lead_name: RwSignal<String>,
    lead_reach: RwSignal<String>,
    deputy_name: RwSignal<String>,
    deputy_reach: RwSignal<String>,
    policy_note: RwSignal<String>,
}

impl Lines {
    /// What is kept, or what was typed when the cover came. Called in a component.
    fn of(school: &School) -> Self {
        let drafts = use_drafts();
        let line = |name: &str, text: &Option<String>| {
            drafts.field([paths::SETTINGS, "#", name].concat(), || text.clone().unwrap_or_default())
        };
        Self {
            lead_name: line("lead-name", &school.lead_name),
            lead_reach: line("lead-reach", &school.lead_reach),
            deputy_name: line("deputy-name", &school.deputy_name),
            deputy_reach: line("deputy-reach", &school.deputy_reach),
            policy_note: line("policy-note", &school.policy_note),
        }
    }

    /// As they are typed; an empty line is none.
    fn school(self) -> School {
        // As the keeper will keep it: a space at the end is nothing that was not saved.
        let line =
            |line: RwSignal<String>| Some(line.with(|text| text.trim().to_owned())).filter(|text| !text.is_empty());
        School {
            lead_name: line(self.lead_name),
            lead_reach: line(self.lead_reach),
            deputy_name: line(self.deputy_name),
            deputy_reach: line(self.deputy_reach),
            policy_note: line(self.policy_note),
        }
    }
}

#[component]
fn SchoolForm(school: School) -> impl IntoView {
    let (house, glow, show) = (use_house(), use_glow(), use_school_change());
    let lines = Lines::of(&school);
    let kept = RwSignal::new(school);
    let refusal = RwSignal::new(None::<Refusal>);
    let dirty = memo(move || kept.with(|kept| lines.school() != *kept));
    use_unsaved().count_while(move || dirty.get());
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        if !dirty.get_untracked() {
            return;
        }
        refusal.set(None);
        let wished = untrack(|| lines.school());
        spawn_local(async move {
            match house.keep_school(wished).await {
                Ok(now) => {
                    glow.shine();
                    show(now.clone());
                    let _ = kept.try_set(now);
                }
                Err(refused) => drop(refusal.try_set(Some(refused))),
            }
        });
    };
    let field = move |label: &'static str, value: RwSignal<String>, takes: Takes| {
        let wrong =
            Signal::derive(move || value.with(|typed| fault_words(text::optional_line(typed, text::LINE_LIMIT))));
        view! { <Field label value takes wrong/> }
    };
    view! {
        <form class="stack" on:submit=save>
            <fieldset class="pair" aria-label=words::LEAD>
                {field(words::LEAD_NAME, lines.lead_name, Takes::Words)}
                {field(words::LEAD_REACH, lines.lead_reach, Takes::Reach)}
            </fieldset>
            <fieldset class="pair" aria-label=words::DEPUTY>
                {field(words::DEPUTY_NAME, lines.deputy_name, Takes::Words)}
                {field(words::DEPUTY_REACH, lines.deputy_reach, Takes::Reach)}
            </fieldset>
            {field(words::POLICY, lines.policy_note, Takes::Words)}
            <Refused refusal/>
            <SaveButton dirty/>
        </form>
    }
}
