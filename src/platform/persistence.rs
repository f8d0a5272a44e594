//! Whether the browser will keep what is stored, and how much room there is for it.

use wasm_bindgen::JsValue;

use super::dynamic::{asked, of_navigator, property};

const MB: u64 = 1_000_000;

/// How much is used and how much there is, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// What this app uses.
    pub usage: u64,
    /// What this app may use in all.
    pub quota: u64,
}

/// What the room allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Enough.
    Plenty,
    /// At least 80 % used or less than 50 MB free: make room before anything new is written.
    Tight,
    /// Less than 300 MB in all, as in a private window: no vault should be made here.
    TooSmall,
}

impl Estimate {
    /// What this much room allows.
    pub const fn room(self) -> Room {
        if self.quota < 300 * MB {
            Room::TooSmall
        } else if self.usage >= self.quota / 5 * 4 || self.quota - self.usage < 50 * MB {
            Room::Tight
        } else {
            Room::Plenty
        }
    }
}

/// Asks the browser to keep what is stored; `None` where it cannot be asked, as in a worker. Best called after the first
/// record was saved, from a tap. It is no guarantee.
pub async fn persist() -> Option<bool> {
    asked(&of_navigator("storage")?, "persist", &[]).await?.as_bool()
}

/// Whether the browser has promised to keep what is stored; `None` where it cannot be asked.
pub async fn persisted() -> Option<bool> {
    asked(&of_navigator("storage")?, "persisted", &[]).await?.as_bool()
}

/// How much room there is; `None` where the browser does not say.
pub async fn estimate() -> Option<Estimate> {
    let estimate = asked(&of_navigator("storage")?, "estimate", &[]).await?;
    let bytes = |of: &str| property(&estimate, of).as_ref().and_then(JsValue::as_f64);
    Some(Estimate { usage: bytes("usage")? as u64, quota: bytes("quota")? as u64 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_is_judged_by_size_share_and_rest() {
        for (usage, quota, expected) in [
            (0, 0, Room::TooSmall),
            (0, 300 * MB - 1, Room::TooSmall),
            (0, 300 * MB, Room::Plenty),
            (240 * MB - 1, 300 * MB, Room::Plenty),
            (240 * MB, 300 * MB, Room::Tight),
            (8_000 * MB - 1, 10_000 * MB, Room::Plenty),
            (8_000 * MB, 10_000 * MB, Room::Tight),
            (10_000 * MB, 10_000 * MB, Room::Tight),
            (11_000 * MB, 10_000 * MB, Room::Tight),
            (u64::MAX, u64::MAX, Room::Tight),
        ] {
            assert_eq!(Estimate { usage, quota }.room(), expected, "{usage} of {quota}");
        }
    }
}
