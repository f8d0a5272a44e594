//! The ground behind everything: dark before, under and after a dark room, so that no change of page flashes.
//!
//! `public/boot.js` lays the same ground before the app has started, and `style/calm.css` fades it.

use leptos::prelude::*;

/// The attribute of the page's root.
const ATTRIBUTE: &str = "data-ground";

/// A dark ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Of the room of lights.
    Lights,
    /// Of the quiet room at dusk.
    Dusk,
}

impl Ground {
    const fn word(self) -> &'static str {
        match self {
            Self::Lights => "lights",
            Self::Dusk => "dusk",
        }
    }

    /// The colour of what the tablet draws around the page.
    const fn colour(self) -> &'static str {
        match self {
            Self::Lights => "#0b0806",
            Self::Dusk => "#101926",
        }
    }
}

/// Lays the ground for as long as the component stands. Called in a component.
pub fn lay(ground: Ground) {
    let Some(root) = document().document_element() else { return };
    // An attribute of our own name is always taken.
    let _ = root.set_attribute(ATTRIBUTE, ground.word());
    // The first colour that fits is used, so ours goes before the others.
    let colour = document().create_element("meta").ok().zip(document().head());
    let colour = colour.map(|(meta, head)| {
        let _ = meta.set_attribute("name", "theme-color");
        let _ = meta.set_attribute("content", ground.colour());
        let _ = head.insert_before(&meta, head.first_child().as_ref());
        meta
    });
    let kept = StoredValue::new_local((root, colour));
    on_cleanup(move || {
        kept.try_with_value(|(root, colour)| {
            // The next page may have laid its own already.
            if root.get_attribute(ATTRIBUTE).as_deref() == Some(ground.word()) {
                let _ = root.remove_attribute(ATTRIBUTE);
            }
            if let Some(colour) = colour {
                colour.remove();
            }
        });
    });
}
