//! What the pages of side-by-side prompts say themselves; the lines come from the content.

use crate::content::prompts::Aim;
use crate::domain::Level;

/// The page of all sets.
pub const PROMPTS: &str = "Side by side";
/// Below its title.
pub const PROMPTS_LINE: &str = "One short line at a time, while hands or eyes are busy. Say it, then wait.";
/// The choice of an aim.
pub const AIM: &str = "What for";
/// When the choices leave nothing.
pub const NONE_LEFT: &str = "No set has a line for that at this level.";
/// Above what to know beforehand.
pub const BEFORE_YOU_BEGIN: &str = "Before you begin";
/// Above the safety edge.
pub const STOP: &str = "When to stop and listen";
/// Goes on to the next aim.
pub const NEXT: &str = "Next";
/// Another line for the same aim.
pub const ANOTHER: &str = "Another";
/// The line before.
pub const EARLIER: &str = "Earlier line";
/// Tells a session that the set was used.
pub const USED_THIS: &str = "Used this";
/// There is no such set.
pub const NO_SET: &str = "That set is not here";
/// The way to all of them.
pub const ALL_SETS: &str = "See all the sets";

/// An aim, on a button.
pub const fn aim(aim: Aim) -> &'static str {
    match aim {
        Aim::Notice => "Notice",
        Aim::Name => "Name",
        Aim::Connect => "Connect",
        Aim::Repair => "Repair",
        Aim::Strength => "Strengths",
        Aim::Ending => "End well",
    }
}

/// The aim in a few words, above a line.
pub const fn aim_line(aim: Aim) -> &'static str {
    match aim {
        Aim::Notice => "look together",
        Aim::Name => "put a word to it",
        Aim::Connect => "I am with you",
        Aim::Repair => "things can be mended",
        Aim::Strength => "what is there already",
        Aim::Ending => "finish well",
    }
}

/// For whom a set is.
pub fn levels(levels: &[Level]) -> &'static str {
    match levels {
        [Level::A] => "Level A",
        [Level::B] => "Level B",
        [Level::C] => "Level C",
        [Level::A, Level::B] => "Levels A and B",
        [Level::B, Level::C] => "Levels B and C",
        _ => "Levels A, B and C",
    }
}
