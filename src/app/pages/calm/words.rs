//! What the calm pages say themselves; the activities come from the content.

use crate::content::calm::{Aim, Kind};
use crate::domain::Level;

/// The index.
pub const CALM: &str = "Calm";
/// Below its title.
pub const ALWAYS_HERE: &str = "Here without unlocking, and without Wi-Fi.";
/// The room of lights.
pub const LIGHTS: &str = "Fairy lights";
/// What it is.
pub const LIGHTS_LINE: &str = "The tablet becomes a dim, warm room. Nothing to do, nothing to hear.";
/// The choice of a direction.
pub const WHICH_WAY: &str = "What it does";
/// The choice of a level.
pub const FOR_WHOM: &str = "Worded for";
/// No choice of direction.
pub const EITHER_WAY: &str = "both";
/// No choice of level.
pub const ANYONE: &str = "anyone";
/// When nothing fits both choices.
pub const NOTHING: &str = "Nothing like that here. Try “both”.";

/// What to have ready.
pub const PREPARE: &str = "Before you begin";
/// When something else is better.
pub const NOT_WHEN: &str = "Better not when";
/// Nobody has to close their eyes.
pub const EYES_OPEN: &str = "Eyes open";
/// The words of it.
pub const SCRIPT: &str = "The words, to read aloud yourself";
/// About the script.
pub const SCRIPT_LINE: &str =
    "Slowly, with quiet between the lines. “Stop” always works, at once and without a reason.";
/// Opens the player.
pub const BEGIN: &str = "Begin";
/// There is no such activity.
pub const NO_ACTIVITY: &str = "That activity is not here";
/// What to do about it.
pub const NO_ACTIVITY_LINE: &str = "The address may have a letter missing. All the activities are on one page.";
/// The way to that page.
pub const ALL_ACTIVITIES: &str = "See all of them";

/// Leaves the player.
pub const END: &str = "End";
/// The line before.
pub const BACK: &str = "Back";
/// The line after.
pub const NEXT: &str = "Next";
/// After the last words.
pub const THAT_WAS_IT: &str = "That was it";
/// Waits.
pub const PAUSE: &str = "Pause";
/// Goes on after that.
pub const GO_ON: &str = "Go on";
/// The lines come by themselves.
pub const BY_ITSELF: &str = "By itself";
/// The tablet reads.
pub const READ_ALOUD: &str = "Read aloud";
/// A soft tone with the breath.
pub const SOUND: &str = "Sound";
/// A hum with the breath.
pub const HUM: &str = "Hum";
/// What can be switched on and off.
pub const HELPERS: &str = "How it goes";
/// Where the words stand still and the light does not move.
pub const IN: &str = "in";
/// The same.
pub const OUT: &str = "out";

/// Less light.
pub const DIMMER: &str = "Dimmer";
/// More of it.
pub const BRIGHTER: &str = "Brighter";
/// Leaves the lights.
pub const LEAVE: &str = "Leave";

/// The question above a child's choice.
pub const WHAT_WOULD_HELP: &str = "What would feel good now?";

/// What does the calming.
pub const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Body => "With the body",
        Kind::Together => "Together",
        Kind::Thinking => "With the mind",
    }
}

/// Whom a kind is for.
pub const fn kind_line(kind: Kind) -> &'static str {
    match kind {
        Kind::Body => "Works first and with least talk. For a body that is too fast, or too heavy.",
        Kind::Together => "For somebody who settles beside you rather than alone.",
        Kind::Thinking => "For later, when words and pictures are within reach.",
    }
}

/// Which way the energy goes.
pub const fn aim(aim: Aim) -> &'static str {
    match aim {
        Aim::Down => "brings down",
        Aim::Up => "wakes up",
    }
}

/// A level, as a mentor would name it in a hurry.
pub const fn level(level: Level) -> &'static str {
    match level {
        Level::A => "pictures",
        Level::B => "short sentences",
        Level::C => "young adult",
    }
}

/// Whose words they are.
pub fn levels(ages: &[Level]) -> String {
    if ages.len() == Level::ALL.len() {
        return [FOR, ANYONE].concat();
    }
    let names: Vec<_> = ages.iter().map(|age| level(*age)).collect();
    [FOR, &names.join(", ")].concat()
}

/// Before whom it is for.
const FOR: &str = "for ";

/// How long it takes.
pub fn minutes(minutes: u8) -> String {
    if minutes == 1 { "1 minute".to_owned() } else { format!("{minutes} minutes") }
}

/// Where a piece of content comes from.
pub fn provenance(licence: &str, source: &str, reviewed_in: &str) -> String {
    format!("{source}. {licence}. Reviewed {reviewed_in}.")
}
