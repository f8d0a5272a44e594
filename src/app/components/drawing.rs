//! A sheet to draw on with a finger, the picture that comes of it, and the colours for both.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use crate::app::art::icons;
use crate::app::lean::{memo, view};
use crate::content::room;
use crate::domain::Stroke;
use crate::domain::drawing::{POINTS, SIDE};

use super::icon::Icon;

/// The part of the sheet that is used: three quarters as high as wide.
const VIEW_BOX: &str = "0 0 1000 750";
const HEIGHT: u16 = 750;
/// How far a finger moves until it is a new point, in the sheet's units.
const NEAR: u16 = 6;

const COLOUR: &str = "Colour";
const TAKE_BACK: &str = "Take the last line away";
const SHEET: &str = "A sheet to draw on";

/// A stroke as a path: integers only. A single point is a dot.
fn path(points: &[u16]) -> String {
    let mut path = String::new();
    for (at, pair) in points.chunks_exact(2).enumerate() {
        let [x, y] = pair else { continue };
        path += if at == 0 { "M" } else { "L" };
        path += &x.to_string();
        path += " ";
        path += &y.to_string();
    }
    if points.len() == 2 {
        path += "h.1";
    }
    path
}

/// A picture, as it was drawn.
#[component]
pub fn DrawingPicture(
    /// Its strokes.
    strokes: Vec<Stroke>,
    /// What a screen reader calls it.
    label: &'static str,
) -> impl IntoView {
    let lines = strokes.into_iter().map(|stroke| view! { <path data-paint=stroke.colour d=path(&stroke.points)/> });
    view! {
        <svg class="drawing" viewBox=VIEW_BOX role="img" aria-label=label>{lines.collect_view()}</svg>
    }
}

/// The sheet.
#[component]
pub fn Sheet(
    /// What has been drawn.
    strokes: RwSignal<Vec<Stroke>>,
    /// Called after each stroke.
    keep: Callback<()>,
) -> impl IntoView {
    let colour = RwSignal::new(room::colours().choices.last().map(|choice| choice.key));
    let sheet = NodeRef::<html::Div>::new();
    let under_way = RwSignal::new(None::<Stroke>);
    let place = move |event: &ev::PointerEvent| {
        let around = sheet.get_untracked()?.get_bounding_client_rect();
        let part = |at: i32, from: f64, whole: f64, side: u16| {
            let within = (at - from as i32) * i32::from(side) / (whole as i32).max(1);
            u16::try_from(within.clamp(0, i32::from(side))).unwrap_or(0)
        };
        Some((
            part(event.client_x(), around.left(), around.width(), SIDE),
            part(event.client_y(), around.top(), around.height(), HEIGHT),
        ))
    };
    let room_left = move || {
        let drawn: usize = strokes.with_untracked(|strokes| strokes.iter().map(|stroke| stroke.points.len() / 2).sum());
        POINTS.saturating_sub(drawn)
    };
    let press = move |event: ev::PointerEvent| {
        if !event.is_primary() || event.button() > 0 || room_left() == 0 {
            return;
        }
        event.prevent_default();
        if let Some(sheet) = sheet.get_untracked() {
            let _ = sheet.set_pointer_capture(event.pointer_id());
        }
        if let Some((x, y)) = place(&event) {
            let colour = colour.get_untracked().unwrap_or("black").to_owned();
            under_way.set(Some(Stroke { colour, points: vec![x, y] }));
        }
    };
    let drag = move |event: ev::PointerEvent| {
        let Some((x, y)) = place(&event) else { return };
        let is_new = under_way.with_untracked(|stroke| {
            stroke.as_ref().is_some_and(|stroke| {
                let mut last = stroke.points.iter().rev();
                let (last_y, last_x) = (last.next(), last.next());
                let far = |a: Option<&u16>, b: u16| a.is_none_or(|a| a.abs_diff(b) >= NEAR);
                stroke.points.len() / 2 < room_left() && (far(last_x, x) || far(last_y, y))
            })
        });
        if is_new {
            under_way.update(|stroke| {
                if let Some(stroke) = stroke {
                    stroke.points.extend([x, y]);
                }
            });
        }
    };
    let release = move |_| {
        if let Some(stroke) = under_way.try_update(Option::take).flatten() {
            strokes.update(|strokes| strokes.push(stroke));
            keep.run(());
        }
    };
    let take_back = move |_| {
        strokes.update(|strokes| drop(strokes.pop()));
        keep.run(());
    };
    let lines = move || {
        strokes.with(|strokes| {
            let line = |stroke: &Stroke| view! { <path data-paint=stroke.colour.clone() d=path(&stroke.points)/> };
            strokes.iter().map(line).collect_view()
        })
    };
    let line_now = move || {
        under_way.with(|stroke| {
            let stroke = stroke.as_ref()?;
            Some(view! { <path data-paint=stroke.colour.clone() d=path(&stroke.points)/> })
        })
    };
    let nothing = memo(move || strokes.with(Vec::is_empty));
    view! {
        <div class="sheet-and-colours">
            <div
                class="sheet-to-draw-on"
                node_ref=sheet
                on:pointerdown=press
                on:pointermove=drag
                on:pointerup=release
                on:pointercancel=release
            >
                <svg class="drawing" viewBox=VIEW_BOX role="img" aria-label=SHEET>{lines} {line_now}</svg>
            </div>
            <div class="line">
                <Palette chosen=colour label=COLOUR/>
                <button
                    type="button"
                    class="round"
                    aria-label=TAKE_BACK
                    disabled=move || nothing.get()
                    on:click=take_back
                >
                    <Icon path=icons::UNDO/>
                </button>
            </div>
        </div>
    }
}

/// The colours, each with its name.
#[component]
pub fn Palette(
    /// The key of the one that is chosen.
    chosen: RwSignal<Option<&'static str>>,
    /// What they are for.
    label: &'static str,
) -> impl IntoView {
    let button = move |choice: &'static room::Choice| {
        view! {
            <button
                type="button"
                class="paint"
                aria-label=choice.name
                aria-pressed=move || (chosen.get() == Some(choice.key)).to_string()
                on:click=move |_| chosen.set(Some(choice.key))
            >
                <span class="swatch" data-paint=choice.key></span>
            </button>
        }
    };
    let buttons = room::colours().choices.iter().map(button).collect_view();
    view! {
        <div class="palette" role="group" aria-label=label>{buttons}</div>
    }
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn a_stroke_is_a_line_and_a_tap_a_dot() {
        assert_eq!(path(&[1, 2, 30, 40]), "M1 2L30 40");
        assert_eq!(path(&[5, 6]), "M5 6h.1");
        assert_eq!(path(&[]), "");
    }
}
