//! The school's own names on the safeguarding page.

use leptos::prelude::*;

use super::contacts::{Contact, SchoolNames};
use super::words;
use crate::app::context::house::use_house;
use crate::app::context::school::use_school;
use crate::app::lean::{memo, view};
use crate::app::paths;

/// Whom to tell in this school, or how to come by it.
#[component]
pub fn AtOurSchool() -> impl IntoView {
    let (known, school) = (use_house().known(), use_school());
    let names = memo(move || known.with(|known| SchoolNames::of(known, school.get())));
    view! {
        <section class="card">
            <h2>{words::AT_OUR_SCHOOL}</h2>
            {move || match names.get() {
                SchoolNames::Nowhere => view! { <p>{words::NOWHERE}</p> },
                SchoolNames::Inside => view! {
                    <p>{words::INSIDE}</p>
                    <p class="no-print"><a href=paths::TODAY>{words::UNLOCK}</a></p>
                },
                SchoolNames::Asked => view! { <p>{words::ASKED}</p> },
                SchoolNames::Nobody => view! {
                    <p>{words::EMPTY}</p>
                    <p class="no-print"><a href=paths::SETTINGS>{words::SETTINGS}</a></p>
                },
                SchoolNames::Known { people, policy } => view! {
                    <div>{people.into_iter().map(|contact| view! { <Person contact/> }).collect_view()}</div>
                    {policy.map(|policy| view! { <p>{policy}</p> })}
                },
            }}
        </section>
    }
}

#[component]
fn Person(contact: Contact) -> impl IntoView {
    let Contact { is_lead, name, reach, call } = contact;
    let role = if is_lead { words::LEAD } else { words::DEPUTY };
    // The number stands in the person's own words; the link is made of it.
    let reached = match (call, reach) {
        (Some(call), Some(reach)) => view! { <a href=call>{reach}</a> },
        (None, Some(reach)) => view! { <span>{reach}</span> },
        (_, None) => ().into_any(),
    };
    view! {
        <div class="phone">
            <span>
                {name.map(|name| view! { <strong>{name}</strong><br/> })}
                <span class="soft">{role}</span>
            </span>
            {reached}
        </div>
    }
}
