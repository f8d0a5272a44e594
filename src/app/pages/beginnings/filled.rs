//! What the adult fills in. It is only on the page, and waits under the cover; nothing of it is stored.

use leptos::prelude::*;

use super::blanks::{self, CHILD};
use super::words;
use crate::app::components::field::{Field, Takes};
use crate::app::context::drafts::use_drafts;
use crate::app::context::unsaved::use_unsaved;
use crate::app::lean::{memo, view};
use crate::app::paths;
use crate::content::passages::{self, Fill};

/// The handle on what is filled in.
#[derive(Clone, Copy)]
pub struct Filled {
    fields: StoredValue<Vec<(&'static Fill, RwSignal<String>)>>,
    name: StoredValue<Option<String>>,
    name_ticked: RwSignal<bool>,
}

impl Filled {
    /// What is filled in for a child, or for nobody yet. Called in a component.
    pub fn keep(subject: &str, name: Option<String>) -> Self {
        let drafts = use_drafts();
        let address = [paths::BEGINNINGS, " ", subject, " "].concat();
        let field = |fill: &'static Fill| (fill, drafts.field([&address, fill.key].concat(), String::new));
        let fields: Vec<_> = passages::fills().iter().map(field).collect();
        let name_ticked = drafts.field(address, || false);
        let filled = Self { fields: StoredValue::new(fields), name: StoredValue::new(name), name_ticked };
        use_unsaved().count_while(move || {
            filled.fields.with_value(|fields| fields.iter().any(|(_, typed)| typed.with(|typed| !typed.is_empty())))
        });
        filled
    }

    /// What stands in the place of a key. The child's name only once it is ticked.
    pub fn of(self, key: &str) -> String {
        if key == CHILD {
            return if self.name_ticked.get() { self.name.get_value().unwrap_or_default() } else { String::new() };
        }
        self.field(key).map(|typed| typed.get()).unwrap_or_default()
    }

    fn field(self, key: &str) -> Option<RwSignal<String>> {
        self.fields.with_value(|fields| fields.iter().find(|(fill, _)| fill.key == key).map(|(_, typed)| *typed))
    }
}

/// A field for everything that the shown part leaves open.
#[component]
pub fn FillIn(
    /// What is filled in.
    filled: Filled,
    /// The texts that are shown.
    texts: Memo<Vec<&'static str>>,
) -> impl IntoView {
    let open = memo(move || texts.with(|texts| blanks::to_fill(texts)));
    move || {
        let open = open.get();
        (!open.is_empty()).then(|| {
            let fields = open.into_iter().map(|fill| view! { <One filled fill/> }).collect_view();
            view! {
                <section class="stack no-print">
                    <p class="small soft">{words::WHAT_IS_LEFT_OPEN}</p>
                    {fields}
                </section>
            }
        })
    }
}

#[component]
fn One(filled: Filled, fill: &'static Fill) -> impl IntoView {
    if fill.key == CHILD {
        let ticked = filled.name_ticked;
        return filled
            .name
            .get_value()
            .map(|name| {
                view! {
                    <label class="switch">
                        <span>{words::print_name(&name)}</span>
                        <input
                            type="checkbox"
                            role="switch"
                            prop:checked=move || ticked.get()
                            on:change=move |event| ticked.set(event_target_checked(&event))
                        />
                    </label>
                }
            })
            .into_any();
    }
    filled
        .field(fill.key)
        .map(|value| view! { <Field label=words::fill(fill.key) value takes=Takes::Words hint=fill.words/> })
        .into_any()
}
