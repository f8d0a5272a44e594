//! The form of a child: name or initials, animal, colour, year group, language level. Nothing else is asked.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use crate::app::art::{animals, colours};
use crate::app::components::avatar::{AnimalPicture, Avatar};
use crate::app::components::refused::Refused;
use crate::app::lean::view;
use crate::app::refusal_words;
use crate::domain::{Level, TextFault, YearGroup};
use crate::keeper::Refusal;

use super::draft::Draft;
use super::words;

/// The form.
#[component]
pub fn PupilForm(
    /// What it holds.
    draft: RwSignal<Draft>,
    /// Why it could not be saved, if it could not.
    refusal: RwSignal<Option<Refusal>>,
    /// The word on the main button.
    save_word: &'static str,
    /// Where "cancel" leads.
    cancel: String,
    /// Called with a draft whose name can be taken.
    save: impl Fn(Draft) + 'static,
) -> impl IntoView {
    let fault = RwSignal::new(None::<TextFault>);
    let name_field = NodeRef::<html::Input>::new();
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let now = draft.get_untracked();
        let checked = now.check();
        fault.set(checked.err());
        if checked.is_ok() {
            refusal.set(None);
            return save(now);
        }
        if let Some(field) = name_field.get_untracked() {
            let _ = field.focus();
        }
    };
    // A field that the keeper refuses is said at the field too.
    let said = move || {
        fault.get().or_else(|| match refusal.get() {
            Some(Refusal::Text(fault)) => Some(fault),
            _ => None,
        })
    };
    let elsewhere = Signal::derive(move || refusal.get().filter(|refusal| !matches!(refusal, Refusal::Text(_))));
    view! {
        <form class="form" novalidate on:submit=submit>
            <div>
                <div class="field">
                    <label for="name">{words::NAME}</label>
                    <p class="hint" id="name-hint">{words::NAME_HINT}</p>
                    <input
                        id="name"
                        dir="auto"
                        autocomplete="off"
                        aria-describedby="name-hint name-wrong"
                        aria-invalid=move || said().map(|_| "true")
                        node_ref=name_field
                        prop:value=move || draft.with(|draft| draft.name.clone())
                        on:input:target=move |event| draft.update(|draft| draft.name = event.target().value())
                    />
                    <p class="wrong" id="name-wrong" role="alert">{move || said().map(refusal_words::field_sentence)}</p>
                </div>
                <Animals draft/>
                <Colours draft/>
                <Year draft/>
                <Levels draft/>
                <Refused refusal=elsewhere/>
                <div class="line">
                    <button type="submit" class="main">{save_word}</button>
                    <a class="button plain" href=cancel>{words::CANCEL}</a>
                </div>
            </div>
            <aside>
                <Avatar
                    animal=Signal::derive(move || draft.with(|draft| draft.animal.clone()))
                    colour=Signal::derive(move || draft.with(|draft| draft.colour.clone()))
                    size="big"
                />
                <p class="small soft">{words::WHAT_THE_CHILD_SEES}</p>
            </aside>
        </form>
    }
}

#[component]
fn Animals(draft: RwSignal<Draft>) -> impl IntoView {
    let choices = animals::ANIMALS.iter().map(|animal| {
        view! {
            <label>
                <input
                    type="radio"
                    name="animal"
                    prop:checked=move || draft.with(|draft| draft.animal == animal.key)
                    on:change=move |_| draft.update(|draft| draft.animal = animal.key.to_owned())
                />
                <AnimalPicture animal/>
                <span>{animal.name}</span>
            </label>
        }
    });
    let choices = choices.collect_view();
    view! {
        <fieldset class="choices pictures">
            <legend>{words::ANIMAL}</legend>
            {choices}
        </fieldset>
    }
}

#[component]
fn Colours(draft: RwSignal<Draft>) -> impl IntoView {
    let choices = colours::COLOURS.iter().map(|colour| {
        view! {
            <label data-colour=colour.key>
                <input
                    type="radio"
                    name="colour"
                    prop:checked=move || draft.with(|draft| draft.colour == colour.key)
                    on:change=move |_| draft.update(|draft| draft.colour = colour.key.to_owned())
                />
                <span>{colour.name}</span>
            </label>
        }
    });
    let choices = choices.collect_view();
    view! {
        <fieldset class="choices pictures swatches">
            <legend>{words::COLOUR}</legend>
            {choices}
        </fieldset>
    }
}

#[component]
fn Year(draft: RwSignal<Draft>) -> impl IntoView {
    let choose = move |number: String| {
        let year = number.parse().ok().and_then(YearGroup::from_number);
        draft.update(|draft| draft.year = year);
    };
    let years = YearGroup::all().map(|year| {
        view! {
            <option
                value=year.number().to_string()
                prop:selected=move || draft.with(|draft| draft.year == Some(year))
            >
                {words::year(year)}
            </option>
        }
    });
    let years = years.collect_view();
    view! {
        <div class="field">
            <label for="year">{words::YEAR}</label>
            <select id="year" on:change:target=move |event| choose(event.target().value())>
                <option value="" prop:selected=move || draft.with(|draft| draft.year.is_none())>{words::NO_YEAR}</option>
                {years}
            </select>
        </div>
    }
}

#[component]
fn Levels(draft: RwSignal<Draft>) -> impl IntoView {
    let choices = Level::ALL.map(|level| {
        let (letter, what) = words::level(level);
        view! {
            <label>
                <input
                    type="radio"
                    name="level"
                    prop:checked=move || draft.with(|draft| draft.level == level)
                    on:change=move |_| draft.update(|draft| draft.level = level)
                />
                <span>{letter}<small>{what}</small></span>
            </label>
        }
    });
    let choices = choices.collect_view();
    view! {
        <fieldset class="choices" aria-describedby="level-hint">
            <legend>{words::LEVEL}</legend>
            {choices}
        </fieldset>
        <p class="small soft" id="level-hint">{words::LEVEL_HINT}</p>
    }
}
