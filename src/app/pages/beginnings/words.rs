//! What the page of beginnings and endings says itself; what is said to a child comes from the content.

use crate::content::passages::GapKind;

use super::part::Part;

/// The page.
pub const BEGINNINGS: &str = "Beginnings and endings";
/// The row of parts.
pub const PARTS: &str = "Parts";
/// Above the fields.
pub const WHAT_IS_LEFT_OPEN: &str = "What you leave open prints as a line to write on. Nothing here is kept.";
/// Above the line for any later session.
pub const LATER: &str = "At the start of any later time";
/// On paper, over a line to write on.
pub const TO_WRITE: &str = "a line to write on";
/// Along the middle of the goodbye card.
pub const FOLD: &str = "fold here";

/// A part, on its button.
pub const fn part(part: Part) -> &'static str {
    match part {
        Part::FirstWords => "First words",
        Part::Gap(GapKind::Away) => "I am away",
        Part::Gap(GapKind::Absence) => "Not here today",
        Part::Gap(GapKind::Back) => "Back again",
        Part::LastSessions => "Last sessions",
        Part::Goodbye => "Goodbye card",
    }
}

/// What to know about a part.
pub const fn note(part: Part) -> &'static str {
    match part {
        Part::FirstWords => {
            "Say who you are, and the honest limit, before anything else. Never promise a secret. A line at a time, in your own voice."
        }
        Part::Gap(GapKind::Away) => {
            "Known before: give it in person. No illness or reason that is not yours to give, and no day you are not sure of."
        }
        Part::Gap(GapKind::Absence) => {
            "Write it now, for a day that nobody planned. A colleague who has agreed to it hands it over."
        }
        Part::Gap(GapKind::Back) => {
            "For the first minutes afterwards. Expect some distance, and do not ask for a welcome."
        }
        Part::LastSessions => "Say it early in the session, never at the door.",
        Part::Goodbye => "One page: fold it in the middle. The lower half is for a picture, from either of you.",
    }
}

/// A field.
pub const fn fill(key: &str) -> &'static str {
    match key.as_bytes() {
        b"adult" => "You",
        b"day" => "Day",
        b"next" => "Next time",
        b"other" => "Who is there instead",
        b"noticed" => "I noticed",
        b"made" => "We made or did",
        b"people" => "People to go to",
        _ => "Words",
    }
}

/// How many sessions are left, with today.
pub const fn left(left: u8) -> &'static str {
    match left {
        3 => "Three left, with today",
        2 => "Two left, with today",
        _ => "The last one",
    }
}

/// The switch that lets the name be printed.
pub fn print_name(name: &str) -> String {
    format!("Print the name “{name}”")
}
