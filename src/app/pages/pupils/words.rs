//! The words of the children's pages.

use crate::domain::{Level, YearGroup};

/// Heading of the list.
pub const CHILDREN: &str = "Children";
/// Leads to a new child.
pub const ADD_A_CHILD: &str = "Add a child";
/// Label of the search field.
pub const FIND_A_CHILD: &str = "Find a child";
/// Inside the search field.
pub const FIND: &str = "Find";
/// When no name matches.
pub const NOBODY_FOUND: &str = "Nobody by that name.";
/// Heading of the empty list.
pub const ROOM_FOR_EVERYONE: &str = "Room for everyone you sit with";
/// Below it.
pub const NOTHING_ELSE_ASKED: &str = "A name or initials, a colour and an animal. Nothing else is asked.";
/// Heading of the children who were put away.
pub const ARCHIVED: &str = "Archived children";
/// When there are none.
pub const NONE_ARCHIVED: &str = "Nobody is archived.";
/// Below that heading.
pub const ARCHIVED_KEPT: &str = "Out of sight, nothing deleted.";
/// Brings a child back.
pub const BRING_BACK: &str = "Bring back";
/// Puts a child away.
pub const ARCHIVE: &str = "Archive";
/// Beside that button.
pub const ARCHIVE_HINT: &str = "Out of sight, nothing deleted. You can bring them back.";
/// On the page of a child who was put away.
pub const IS_ARCHIVED: &str = "Archived: out of sight, nothing deleted.";

/// Begins a check-in.
pub const CHECK_IN: &str = "Check in";
/// Leads to the form.
pub const EDIT: &str = "Edit";
/// Heading.
pub const CHECK_INS: &str = "Check-ins";
/// Heading when there are none.
pub const NO_CHECK_INS: &str = "No check-ins yet";
/// Below it.
pub const FIRST_ONE: &str = "The first one takes about a minute. Pass and “don’t know” are answers too.";
/// A child without a check-in, in a list.
pub const NOTHING_YET: &str = "Nothing yet";
/// Beside an amended check-in.
pub const AMENDED: &str = "amended";
/// Beside a check-in under way.
pub const UNDER_WAY: &str = "not finished yet";

/// Label of the name.
pub const NAME: &str = "Name or initials";
/// Hint of the name.
pub const NAME_HINT: &str = "What you will know them by. Only adults see it.";
/// Legend.
pub const ANIMAL: &str = "Animal";
/// Legend.
pub const COLOUR: &str = "Colour";
/// Label.
pub const YEAR: &str = "Year group";
/// No year group.
pub const NO_YEAR: &str = "Not said";
/// Legend.
pub const LEVEL: &str = "Words they use easily";
/// Below it.
pub const LEVEL_HINT: &str = "Go by language, not by age. You can change it at any time.";
/// Below the tile.
pub const WHAT_THE_CHILD_SEES: &str = "What the child sees";
/// Adds.
pub const ADD: &str = "Add";
/// Saves.
pub const SAVE: &str = "Save";
/// Leaves.
pub const CANCEL: &str = "Cancel";

/// A level's letter and what it offers.
pub const fn level(level: Level) -> (&'static str, &'static str) {
    match level {
        Level::A => ("A", "first words, with pictures and read aloud"),
        Level::B => ("B", "more words, short sentences"),
        Level::C => ("C", "all the words, as with a young adult, and 0 to 10"),
    }
}

/// "Year 4", "Reception".
pub fn year(year: YearGroup) -> String {
    match year {
        YearGroup::Nursery => "Nursery".into(),
        YearGroup::Reception => "Reception".into(),
        YearGroup::Year(year) => format!("Year {year}"),
    }
}

/// The year, if it is said.
pub fn year_or_nothing(of: Option<YearGroup>) -> String {
    of.map(year).unwrap_or_default()
}

/// "Year 4 · words B".
pub fn year_and_level(of: Option<YearGroup>, shown: Level) -> String {
    let words = ["words ", level(shown).0].concat();
    match of {
        Some(of) => [&year(of), " · ", &words].concat(),
        None => words,
    }
}

/// "Last check-in yesterday 10:15".
pub fn last_check_in(when: &str) -> String {
    ["Last check-in ", when].concat()
}

/// Names a button that stands in a list.
pub fn check_in_with(name: &str) -> String {
    format!("{CHECK_IN} with {name}")
}

/// Names a button that stands in a list.
pub fn bring_back(name: &str) -> String {
    format!("{BRING_BACK} {name}")
}

/// "Archived children (2)".
pub fn archived(count: usize) -> String {
    format!("{ARCHIVED} ({count})")
}

/// What is prepared for a child.
pub mod prepared {
    /// Heading.
    pub const TITLE: &str = "Words and help";
    /// Heading.
    pub const WHAT_COULD_HELP: &str = "What could help";
    /// Below it.
    pub const AT_MOST_FOUR: &str = "Up to four choices on the child’s screen. With none, it is not asked.";
    /// Heading.
    pub const OWN_WORDS: &str = "Their own words";
    /// Below it.
    pub const THE_CHILD_KEEPS_SEEING: &str =
        "Link a word once, if you know what is meant. The child keeps seeing their own; you see both.";
    /// Where there is none yet.
    pub const NO_OWN_WORDS: &str = "None yet. A word the child types in a check-in waits here.";
    /// Nothing chosen.
    pub const NOT_LINKED: &str = "not linked";
    /// Names a drawing for a screen reader.
    pub const THEIR_DRAWING: &str = "The child’s drawing of it";
    /// Heading.
    pub const WORDS_SHOWN: &str = "Words on the child’s screen";
    /// Below it.
    pub const TAP_TO_HIDE: &str = "Tap a word to hide it from this child, and again to show it.";
    /// Heading, and the name of the list.
    pub const STILL_TO_COME: &str = "Sessions still to come";
    /// Below it.
    pub const COUNTED_DOWN: &str =
        "When an end is in sight: each session counts down, and the last three have words for it.";
    /// Nothing chosen.
    pub const NO_END_IN_SIGHT: &str = "no end in sight";

    /// The name of a list.
    pub fn linked_to(word: &str) -> String {
        format!("What ‘{word}’ is linked to")
    }
}
