//! Whether anybody can see the page.

use web_sys::{Document, VisibilityState};

use super::listener::{Listener, listen};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Whether the page is out of sight: another app is in front, or the screen is off.
pub fn is_hidden() -> bool {
    document().is_some_and(|document| document.visibility_state() == VisibilityState::Hidden)
}

/// Tells whether the page is hidden, whenever that changes.
pub fn on_change(tell: impl Fn(bool) + 'static) -> Option<Listener> {
    let document = document()?;
    Some(listen(&document, "visibilitychange", move |_| tell(is_hidden())))
}
