//! The words of a group's pages.

use crate::domain::session::{Purpose, Role};

/// Heading and link.
pub const NEW_GROUP: &str = "Begin a group";
/// Title of a group's page.
pub const GROUP: &str = "Group";
/// Legend.
pub const WHO: &str = "Who is there?";
/// Its hint.
pub const WHO_HINT: &str = "Two to five children, in the order in which they sit.";
/// Legend.
pub const WHAT_FOR: &str = "What for?";
/// Legend.
pub const HOW_LONG: &str = "How long?";
/// Begins it.
pub const BEGIN: &str = "Begin";
/// Why it does not begin yet.
pub const TOO_FEW: &str = "Choose two children or more.";
/// Why no more can be chosen.
pub const FULL: &str = "Five are as many as fit around one table.";
/// Heading.
pub const EVERYONE: &str = "What all of you did";
/// Another round.
pub const NEXT_ROUND: &str = "Next round";
/// Heading.
pub const LINES: &str = "A line to say";
/// Another one.
pub const ANOTHER: &str = "Another line";
/// Ends it for all.
pub const END: &str = "End for everyone";
/// Heading of the children.
pub const CHILDREN: &str = "Each child’s own session";
/// Below it.
pub const PRIVATE: &str = "What is about one child stands in that child’s own session and note, and nowhere else.";
/// Heading once it is over.
pub const OVER: &str = "This group is over";
/// Below it.
pub const NOTES_WAIT: &str = "A note for each child, a minute each.";
/// Beside a child.
pub const NOTE_DONE: &str = "note closed";
/// Beside a child.
pub const NOTE_WAITS: &str = "note to finish";
/// Beside a child who has left.
pub const HAS_LEFT: &str = "has left";

/// What a group is for.
pub const fn purpose(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Bricks => "Building together",
        Purpose::Friendship => "Friendship",
        Purpose::Resilience => "Resilience",
    }
}

/// What it is for, in a sentence.
pub const fn purpose_more(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Bricks => "Bricks, and three jobs that go round.",
        Purpose::Friendship => "Being with each other, and mending.",
        Purpose::Resilience => "What helps, and what is there already.",
    }
}

/// A job in building, and what one does in it.
pub const fn role(role: Role) -> (&'static str, &'static str) {
    match role {
        Role::Engineer => ("Engineer", "has the plan and says it"),
        Role::Supplier => ("Supplier", "finds the pieces"),
        Role::Builder => ("Builder", "puts them together"),
    }
}

/// "Round 2".
pub fn round(rounds: u16) -> String {
    format!("Round {}", rounds.saturating_add(1))
}
