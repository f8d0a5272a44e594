//! Putting a text where the device's other apps can paste it from.

use super::dynamic::{asked, of_navigator};

/// Copies a text; says whether that worked. A browser may refuse, and then the text has to be selected by hand.
pub async fn copy(text: &str) -> bool {
    let Some(clipboard) = of_navigator("clipboard") else { return false };
    asked(&clipboard, "writeText", &[&text.into()]).await.is_some()
}
