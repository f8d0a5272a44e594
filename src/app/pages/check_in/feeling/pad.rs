//! The pad: the lantern moves under a finger, at a tap, or with the arrow keys, and its face with it.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use crate::app::components::face::Face;
use crate::app::components::said;
use crate::app::lean::{memo, view};
use crate::content::feelings;

use super::super::telling::Telling;
use super::super::words;
use super::lantern::Lantern;
use super::place;

/// The pad.
#[component]
pub fn Pad(telling: Telling, lantern: Lantern) -> impl IntoView {
    let pad = NodeRef::<html::Div>::new();
    let knob = NodeRef::<html::Div>::new();
    let dragging = StoredValue::new(false);
    let follow = move |event: &ev::PointerEvent| {
        if let Some(pad) = pad.get_untracked() {
            let around = pad.get_bounding_client_rect();
            let (across, down) = (event.client_x() - around.left() as i32, event.client_y() - around.top() as i32);
            lantern.move_to(place::touched(across, down, around.width() as i32, around.height() as i32));
        }
    };
    let press = move |event: ev::PointerEvent| {
        if !event.is_primary() || event.button() > 0 {
            return;
        }
        // Neither text nor picture is dragged along.
        event.prevent_default();
        if let Some(pad) = pad.get_untracked() {
            // A finger that leaves the pad still leads the lantern. Where it cannot be held, it leads inside the pad.
            let _ = pad.set_pointer_capture(event.pointer_id());
        }
        if let Some(knob) = knob.get_untracked() {
            let _ = knob.focus();
        }
        dragging.set_value(true);
        follow(&event);
    };
    let drag = move |event: ev::PointerEvent| {
        if dragging.get_value() {
            follow(&event);
        }
    };
    let release = move |_| {
        if dragging.get_value() {
            dragging.set_value(false);
            lantern.rest();
        }
    };
    let [up, down, bad, good] = words::PAD_ENDS;
    view! {
        <div
            class="pad"
            class:fresh=move || lantern.is_fresh()
            node_ref=pad
            on:pointerdown=press
            on:pointermove=drag
            on:pointerup=release
            on:pointercancel=release
        >
            <span class="up" aria-hidden="true">{up}</span>
            <span class="down" aria-hidden="true">{down}</span>
            <span class="bad" aria-hidden="true">{bad}</span>
            <span class="good" aria-hidden="true">{good}</span>
            <Sparks telling lantern/>
            <Knob lantern knob/>
        </div>
    }
}

/// Where the words are: those beside the pad shine.
#[component]
fn Sparks(telling: Telling, lantern: Lantern) -> impl IntoView {
    let near = memo(move || {
        let fresh = lantern.is_fresh();
        if fresh { Vec::new() } else { lantern.offered().iter().map(|word| word.key).collect::<Vec<_>>() }
    });
    move || {
        let spark = |word: &'static feelings::FeelingWord| {
            let (x, y) = (place::x(word.pleasantness.into()), place::y(word.energy.into()));
            view! {
                <i
                    class="spark"
                    class:near=move || near.with(|near| near.contains(&word.key))
                    style:--x=move || x.clone()
                    style:--y=move || y.clone()
                ></i>
            }
        };
        feelings::up_to(telling.level.get()).filter(|word| telling.shows(word.key)).map(spark).collect_view()
    }
}

/// The lantern, which the keyboard can move too.
#[component]
fn Knob(lantern: Lantern, knob: NodeRef<html::Div>) -> impl IntoView {
    let press = move |event: ev::KeyboardEvent| {
        if let Some(point) = place::moved(untrack(|| lantern.point()), &event.key(), event.shift_key()) {
            event.prevent_default();
            lantern.move_to(point);
        }
    };
    // Kept when the key is let go, so that a key held down is one answer.
    let release = move |event: ev::KeyboardEvent| {
        if place::moved(untrack(|| lantern.point()), &event.key(), false).is_some() {
            lantern.rest();
        }
    };
    view! {
        <div
            class="knob"
            role="slider"
            tabindex="0"
            aria-label=words::PAD
            aria-valuemin="-100"
            aria-valuemax="100"
            aria-valuenow=move || lantern.mood.get().pleasantness
            aria-valuetext=move || said::place(lantern.point())
            style:--x=move || place::x(lantern.mood.get().pleasantness)
            style:--y=move || place::y(lantern.mood.get().energy)
            node_ref=knob
            on:keydown=press
            on:keyup=release
        >
            <Face mood=lantern.mood/>
        </div>
    }
}
