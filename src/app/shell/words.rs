//! What the frame says.

/// Jumps over the rail.
pub const SKIP: &str = "Skip to the page";
/// The rail.
pub const PLACES: &str = "Places";
/// A place.
pub const TODAY: &str = "Today";
/// A place.
pub const CHILDREN: &str = "Children";
/// A place.
pub const CARDS: &str = "Cards";
/// A place.
pub const CALM: &str = "Calm";
/// In the corner, while the vault is open.
pub const SETTINGS: &str = "Settings";
/// The shield.
pub const SHIELD: &str = "Safeguarding: worried about a child";
/// Covers the screen.
pub const COVER: &str = "Cover";
/// Locks the vault.
pub const LOCK: &str = "Lock";
/// The way back to the door, from a page that anyone may see.
pub const UNLOCK: &str = "Unlock";
/// The way back to the welcome, where there is no vault yet.
pub const START: &str = "Start page";
/// The way back from under the cover.
pub const UNCOVER: &str = "Uncover";
/// What the banner of the demo is.
pub const DEMO: &str = "Looking around";
/// The banner of the demo.
pub const DEMO_SENTENCE: &str = "Made-up children. All of it is gone when you leave.";
/// Ends the demo.
pub const LEAVE: &str = "Leave";
/// A new version is there.
pub const NEW_VERSION: &str = "A new version is ready.";
/// What bringing it in costs.
pub const NEW_VERSION_COST: &str = "It takes a second. An open vault is locked for it; everything is kept.";
/// Not now.
pub const LATER: &str = "Later";
/// Brings it in.
pub const USE_IT_NOW: &str = "Use it now";
