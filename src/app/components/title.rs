//! What a page is called: in the window's title, and to whoever cannot see that the page has changed.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use crate::app::lean::{effect, memo};

/// The name of the app, in every title.
const APP: &str = "Lantern Room";

/// Names the page, never by a child's name: a browser writes titles down in plain. And moves the focus to its
/// `<main id="main" tabindex="-1">`, so that a screen reader follows. No words: the title says no more than the app's
/// name, as on the screens that a child sees.
#[component]
pub fn PageTitle(
    /// What the page is called.
    words: &'static str,
) -> impl IntoView {
    name_by_step(move || words.to_owned());
}

/// Names a page of several steps: anew whenever the words change. Called in a component.
pub fn name_by_step(words: impl Fn() -> String + Send + Sync + 'static) {
    let title = memo(move || full_title(&words()));
    effect(move || {
        title.with(|title| document().set_title(title));
        focus_main();
    });
}

/// Moves the focus to the page itself, unless it is already somewhere in it.
pub fn focus_main() {
    let Some(main) = document().get_element_by_id("main") else { return };
    let inside = document().active_element().is_some_and(|active| main.contains(Some(&active)));
    if !inside {
        focus_quietly(&main);
    }
}

/// The same, but only when what had the focus has gone.
pub fn focus_main_if_lost() {
    let lost = document().active_element().is_none_or(|active| active.tag_name() == "BODY");
    if lost {
        focus_main();
    }
}

/// Keeps the focus in the page when a step of it takes the place of another. Called in a component.
pub fn follow_steps<T: 'static>(step: impl Fn() -> T + 'static) {
    let mut is_first = true;
    effect(move || {
        step();
        if !std::mem::take(&mut is_first) {
            focus_main_if_lost();
        }
    });
}

/// Moves the focus without scrolling there: where the page stands is for the router and the person to say.
fn focus_quietly(element: &JsValue) {
    let options = js_sys::Object::new();
    // A fresh plain object takes every property.
    let _ = js_sys::Reflect::set(&options, &"preventScroll".into(), &JsValue::TRUE);
    let focus = js_sys::Reflect::get(element, &"focus".into()).ok();
    if let Some(focus) = focus.and_then(|focus| focus.dyn_into::<js_sys::Function>().ok()) {
        // An element that cannot take the focus leaves it where it was.
        let _ = focus.call1(element, &options);
    }
}

fn full_title(words: &str) -> String {
    if words.is_empty() { APP.to_owned() } else { format!("{words} · {APP}") }
}

#[cfg(test)]
mod tests {
    use super::full_title;

    #[test]
    fn a_page_without_words_is_called_by_the_app_alone() {
        assert_eq!(full_title("Today"), "Today · Lantern Room");
        assert_eq!(full_title(""), "Lantern Room");
    }
}
