//! The tablet as a dim, warm room of lights: nothing to do, nothing to hear, no clock.

mod strings;

use leptos::prelude::*;
use leptos::task::spawn_local;

use self::strings::{ACROSS, BLURS, Bulb, Depth, Ember, SWAGS, Swag};
use super::escape::on_escape;
use super::words;
use crate::app::art::icons;
use crate::app::components::awake::keep_awake;
use crate::app::components::ground::{self, Ground};
use crate::app::components::icon::Icon;
use crate::app::lean::view;
use crate::platform::timer;

/// How long the controls stay after a tap, in milliseconds.
const MOMENT: u32 = 6_000;
/// How long the lights take to go out before they are left, in milliseconds; `style/calm.css` has the same.
const GOING_OUT: u32 = 400;
/// How bright the room can be, from hardly to as bright as it comes; a dim room is dim at its brightest.
const BRIGHTEST: u8 = 4;

/// The room of lights. Knows no address and no frame; whoever shows it is told when it is left.
#[component]
pub fn Lights(
    /// Told when the lights have gone out.
    leave: Callback<()>,
) -> impl IntoView {
    ground::lay(Ground::Lights);
    keep_awake();
    let room = Room::new(leave);
    room.show_controls();
    on_escape(move || room.go());
    let control = move |label: &'static str, sign: &'static str, press: fn(Room)| {
        view! {
            <button type="button" class="round" aria-label=label on:click=move |_| press(room)>
                <Icon path=sign/>
            </button>
        }
    };
    view! {
        <section
            class="lights"
            class:going=room.going
            class:shows=move || { room.shown.get() > 0 }
            data-light=move || room.light.get().to_string()
            aria-label=words::LIGHTS
            on:click=move |_| room.show_controls()
            on:focusin=move |_| room.show_controls()
        >
            <h1 class="said">{words::LIGHTS}</h1>
            {room_of_lights()}
            <div class="controls">
                <div class="line" role="group">
                    {control(words::DIMMER, DIMMER, |room| room.light.update(|light| *light = light.saturating_sub(1).max(1)))}
                    {control(words::BRIGHTER, icons::PLUS, |room| room.light.update(|light| *light = (*light + 1).min(BRIGHTEST)))}
                </div>
                <button type="button" on:click=move |_| room.go()>{words::LEAVE}</button>
            </div>
        </section>
    }
}

/// A line: less.
const DIMMER: &str = "M5 12h14";

/// How the room is just now.
#[derive(Clone, Copy)]
struct Room {
    light: RwSignal<u8>,
    /// How many taps still keep the controls in sight.
    shown: RwSignal<u32>,
    going: RwSignal<bool>,
    leave: Callback<()>,
}

impl Room {
    fn new(leave: Callback<()>) -> Self {
        Self { light: RwSignal::new(BRIGHTEST), shown: RwSignal::new(0), going: RwSignal::new(false), leave }
    }

    fn show_controls(self) {
        self.shown.update(|shown| *shown += 1);
        spawn_local(async move {
            timer::sleep(MOMENT).await;
            // The lights may have been left by then.
            let _ = self.shown.try_update(|shown| *shown = shown.saturating_sub(1));
        });
    }

    /// Lets the lights go out, and leaves them then.
    fn go(self) {
        if self.going.try_get_untracked() != Some(false) {
            return;
        }
        self.going.set(true);
        spawn_local(async move {
            timer::sleep(GOING_OUT).await;
            // Whoever went another way has left already.
            if self.going.try_get_untracked().is_some() {
                self.leave.run(());
            }
        });
    }
}

/// The lights. They are still to whoever asked for less motion.
fn room_of_lights() -> AnyView {
    let blurs = BLURS
        .iter()
        .zip(0..)
        .map(|((x, y, size), number)| light("blur", Bulb { x: *x, y: *y, size: *size, hue: number % 4, breath: None }));
    view! {
        <div class="room-of-lights" aria-hidden="true">
            {blurs.collect::<Vec<_>>()}
            {hung(&SWAGS)}
        </div>
    }
}

/// A few of them across the way into the room.
pub fn across() -> AnyView {
    view! { <div class="room-of-lights" aria-hidden="true">{hung(&ACROSS)}</div> }
}

/// Wires and lights. What is still comes first, all of it one picture: whatever stood in front of a moving light would
/// have to be drawn anew with every frame.
fn hung(swags: &'static [Swag]) -> AnyView {
    let wires = swags.iter().map(|swag| view! { <path class=class_of(swag.depth) d=swag.wire()/> });
    let lights = |breathing: bool| {
        swags
            .iter()
            .zip(0..)
            .flat_map(|(swag, seed)| swag.bulbs(seed).map(|bulb| (swag.depth, bulb)))
            .filter(|(_, bulb)| bulb.breath.is_some() == breathing)
            .map(|(depth, bulb)| light(class_of(depth), bulb))
            .collect::<Vec<_>>()
    };
    view! {
        <svg viewBox="0 0 1000 1000" preserveAspectRatio="none">{wires.collect::<Vec<_>>()}</svg>
        {lights(false)}
        {lights(true)}
    }
}

const fn class_of(depth: Depth) -> &'static str {
    match depth {
        Depth::Far => "far",
        Depth::Middle => "middle",
        Depth::Near => "near",
    }
}

fn light(class: &'static str, Bulb { x, y, size, hue, breath }: Bulb) -> AnyView {
    let ember = breath.unwrap_or(Ember { tenths: 0, begun: 0 });
    view! {
        <i
            class=class
            class:still=breath.is_none()
            data-hue=hue.to_string()
            style:--x=x.to_string()
            style:--y=y.to_string()
            style:--size=size.to_string()
            style:--tenths=ember.tenths.to_string()
            style:--begun=ember.begun.to_string()
        ></i>
    }
}
