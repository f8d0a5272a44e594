//! What stands around every page of the door: the shield, and the room with the lamp.

use leptos::prelude::*;

use crate::app::art::face::{self, LanternFace, Mood, Spot};
use crate::app::art::scene;
use crate::app::lean::view;
use crate::app::shell::corners::{Shield, SkipLink};
use crate::app::shell::notices::UpdateNotice;

/// The lamp when somebody comes in.
const WELCOMING: Mood = Mood { pleasantness: 40, energy: -5, brow: 0 };

/// The door's frame: the page is its `<main>`.
#[component]
pub fn DoorFrame(children: Children) -> impl IntoView {
    view! {
        <SkipLink/>
        <div class="door">
            <header>
                <Shield/>
            </header>
            <Room/>
            <main id="main" tabindex="-1">
                <UpdateNotice/>
                {children()}
            </main>
        </div>
    }
}

/// The room: a picture that says nothing the words do not.
#[component]
fn Room() -> impl IntoView {
    let star = |(x, y, halves): (u16, u16, u16)| {
        let radius = if halves % 2 == 0 { format!("{}", halves / 2) } else { format!("{}.5", halves / 2) };
        view! { <circle class="star" cx=x cy=y r=radius/> }
    };
    let bulb = |(x, y): (u16, u16)| view! { <circle class="bulb" cx=x cy=y r="5"/> };
    let light = |(x, y, reach): (u16, u16, u16)| {
        view! { <circle class="light" cx=x cy=y r=reach fill="url(#light)"/> }
    };
    let (x, y, across, down) = scene::POOL;
    view! {
        <div class="room" aria-hidden="true">
            <svg class="scene" viewBox=scene::VIEW_BOX preserveAspectRatio="xMidYMax slice">
                <defs>
                    <radialGradient id="light">
                        <stop class="l0"/>
                        <stop class="l1" offset=".4"/>
                        <stop class="l2" offset="1"/>
                    </radialGradient>
                </defs>
                <path class="pane" d=scene::PANES/>
                <path class="moon" d=scene::MOON/>
                {scene::STARS.map(star).collect_view()}
                <path class="sill" d=scene::SILL/>
                <path class="far" d=scene::SHELF/>
                <path class="string" d=scene::STRING/>
                {scene::BULBS.map(bulb).collect_view()}
                {light(scene::LIGHT)}
                {light(scene::GLOW)}
                <path class="table" d=scene::TABLE/>
                <ellipse class="pool" cx=x cy=y rx=across ry=down fill="url(#light)"/>
                <path class="thing" d=scene::THINGS/>
                <path class="rim" d=scene::RIMS/>
                <LampOnTheTable/>
            </svg>
        </div>
    }
}

/// The lantern of the room: a picture within the picture.
#[component]
fn LampOnTheTable() -> impl IntoView {
    let lantern = LanternFace::of(WELCOMING);
    let (x, y, width, height) = scene::LANTERN;
    let spot = |Spot { x, y, r }: Spot| view! { <circle cx=x cy=y r=r/> };
    let (glow, blush) = (format!("{}%", lantern.glow), format!("{}%", lantern.blush));
    view! {
        <svg
            class="face blinks"
            x=x
            y=y
            width=width
            height=height
            viewBox=face::VIEW_BOX
            style:--glow=glow
            style:--blush-at=blush
        >
            <g transform=lantern.transform()>
                <path class="ring" d=lantern.handle.clone()/>
                <path class="glass" d=lantern.glass.clone()/>
                <path class="metal" d=[lantern.cap.as_str(), &lantern.base].concat()/>
                <g class="blush">{lantern.cheeks.map(spot).collect_view()}</g>
                <g class="eyes">
                    <path d=lantern.eyes.concat()/>
                    <g class="glint">{lantern.glints.map(spot).collect_view()}</g>
                </g>
                <path class="brow" d=lantern.brows.concat()/>
                <path class="mouth" d=lantern.mouth.clone()/>
            </g>
        </svg>
    }
}
