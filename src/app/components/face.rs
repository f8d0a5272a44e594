//! The lantern face: drawn from two numbers and a brow, so that every feeling has one and it morphs under a finger.

use leptos::prelude::*;

use crate::app::art::face::{LanternFace, Mood, Spot, VIEW_BOX};
use crate::app::lean::{memo, view};

/// A face in a mood. Decoration: the word or the number beside it says the same.
#[component]
pub fn Face(
    /// The mood; the face follows it.
    #[prop(into)]
    mood: Signal<Mood>,
    /// Without the glow around it, where many stand together.
    #[prop(optional)]
    quiet: bool,
) -> impl IntoView {
    let drawn = memo(move || LanternFace::of(mood.get()));
    let part = move |part: fn(&LanternFace) -> &String| move || drawn.with(|face| part(face).clone());
    let spot = move |spot: fn(&LanternFace) -> Spot| {
        let at = move |number: fn(Spot) -> i32| move || drawn.with(|face| number(spot(face)));
        view! { <circle cx=at(|spot| spot.x) cy=at(|spot| spot.y) r=at(|spot| spot.r)/> }
    };
    view! {
        <span
            class="face"
            class:quiet=quiet
            style:--glow=move || format!("{}%", drawn.with(|face| face.glow))
            style:--blush-at=move || format!("{}%", drawn.with(|face| face.blush))
        >
            <svg viewBox=VIEW_BOX aria-hidden="true">
                <g transform=move || drawn.with(LanternFace::transform)>
                    <path class="ring" d=part(|face| &face.handle)/>
                    <path class="glass" d=part(|face| &face.glass)/>
                    <path class="metal" d=move || drawn.with(|face| [face.cap.as_str(), &face.base].concat())/>
                    <g class="blush">{spot(|face| face.cheeks[0])} {spot(|face| face.cheeks[1])}</g>
                    <g class="eyes">
                        <path d=move || drawn.with(|face| face.eyes.concat())/>
                        <g class="glint">{spot(|face| face.glints[0])} {spot(|face| face.glints[1])}</g>
                    </g>
                    <path class="brow" d=move || drawn.with(|face| face.brows.concat())/>
                    <path class="mouth" d=part(|face| &face.mouth)/>
                </g>
            </svg>
        </span>
    }
}
