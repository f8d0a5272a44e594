//! A new group: who is there, what for, how long.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::app::components::back::Back;
use crate::app::components::choice::{Choice, Offer};
use crate::app::components::loaded::{asked, loaded};
use crate::app::components::refused::Refused;
use crate::app::components::title::PageTitle;
use crate::app::context::glow::use_glow;
use crate::app::context::house::use_house;
use crate::app::lean::view;
use crate::app::pages::pupils::person::SmallTile;
use crate::app::pages::pupils::words::CHILDREN;
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::content::room;
use crate::domain::SubjectId;
use crate::domain::session::{Purpose, SIZES};
use crate::keeper::Refusal;
use crate::keeper::message::PupilRow;

use super::words;

/// The template that is chosen at first: half an hour.
const FIRST: &str = "thirty";

/// The page.
#[component]
pub fn NewGroup() -> impl IntoView {
    let house = use_house();
    let read = asked(move || house.pupils());
    view! {
        <Frame>
            <PageTitle words=words::NEW_GROUP/>
            <Back to=paths::PUPILS words=CHILDREN/>
            <header class="title"><h1>{words::NEW_GROUP}</h1></header>
            {loaded(read, |rows| view! { <Form rows/> })}
        </Frame>
    }
}

/// Takes a child in, or out again. A sixth is not taken.
fn toggle(chosen: &mut Vec<SubjectId>, child: SubjectId) {
    match chosen.iter().position(|known| *known == child) {
        Some(at) => drop(chosen.remove(at)),
        None if chosen.len() < *SIZES.end() => chosen.push(child),
        None => {}
    }
}

#[component]
fn Form(rows: Vec<PupilRow>) -> impl IntoView {
    let (house, glow, navigate) = (use_house(), use_glow(), use_navigate());
    let chosen = RwSignal::new(Vec::<SubjectId>::new());
    let purpose = RwSignal::new(Purpose::Bricks);
    let template = RwSignal::new(FIRST);
    let refusal = RwSignal::new(None::<Refusal>);
    let tried = RwSignal::new(false);
    let busy = StoredValue::new(false);
    let child = move |row: PupilRow| {
        let subject = row.subject;
        let pressed = move || chosen.with(|chosen| chosen.contains(&subject)).to_string();
        view! {
            <li>
                <button
                    type="button"
                    aria-pressed=pressed
                    on:click=move |_| chosen.update(|chosen| toggle(chosen, subject))
                >
                    <SmallTile pupil=row.pupil.clone()/>
                    <bdi>{row.pupil.name}</bdi>
                </button>
            </li>
        }
    };
    let purposes =
        Purpose::ALL.map(|value| Offer { value, word: words::purpose(value), more: words::purpose_more(value) });
    // A group never begins by itself: a drop-in is one child.
    let lengths = room::templates().iter().filter(|template| !template.is_drop_in());
    let lengths = lengths.map(|template| Offer { value: template.key, word: template.title, more: "" }).collect();
    let what_is_wrong = move || match chosen.with(Vec::len) {
        count if count >= *SIZES.end() => Some(words::FULL),
        count if !SIZES.contains(&count) && tried.get() => Some(words::TOO_FEW),
        _ => None,
    };
    let begin = move |_| {
        tried.set(true);
        let members = chosen.get_untracked();
        let Some(course) = room::template(template.get_untracked()).and_then(room::Template::course) else { return };
        if !SIZES.contains(&members.len()) || busy.get_value() {
            return;
        }
        busy.set_value(true);
        let navigate = navigate.clone();
        spawn_local(async move {
            let begun = house.begin_group(purpose.get_untracked(), members, course).await;
            busy.try_set_value(false);
            match begun {
                Ok(row) => {
                    glow.shine();
                    let how = NavigateOptions { replace: true, ..NavigateOptions::default() };
                    navigate(&paths::group(row.id), how);
                }
                Err(why) => drop(refusal.try_set(Some(why))),
            }
        });
    };
    let rows = rows.into_iter().filter(|row| !row.pupil.archived).map(child).collect_view();
    view! {
        <fieldset class="stack">
            <legend>{words::WHO}</legend>
            <p class="soft">{words::WHO_HINT}</p>
            <ul class="words members">{rows}</ul>
        </fieldset>
        <Choice legend=words::WHAT_FOR options=purposes.to_vec() chosen=purpose choose=move |value| purpose.set(value)/>
        <Choice legend=words::HOW_LONG options=lengths chosen=template choose=move |value| template.set(value)/>
        <p role="status">{what_is_wrong}</p>
        <Refused refusal/>
        <div class="line"><button type="button" class="main" on:click=begin>{words::BEGIN}</button></div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sixth_child_is_not_taken_and_one_can_be_taken_out() {
        let child = |number| SubjectId::from_bytes([number; 16]);
        let mut chosen = Vec::new();
        for number in 2..=7 {
            toggle(&mut chosen, child(number));
        }
        assert_eq!(chosen.len(), 5);
        toggle(&mut chosen, child(3));
        assert_eq!(chosen, [child(2), child(4), child(5), child(6)]);
    }
}
