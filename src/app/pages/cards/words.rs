//! What the card pages say themselves; the cards and the feelings come from the content.

use crate::domain::Level;

/// The index.
pub const CARDS: &str = "Cards";
/// Below its title.
pub const ALWAYS_HERE: &str = "Here without unlocking, and without Wi-Fi.";
/// Opens how the cards of a family are used together.
pub const TOGETHER: &str = "How they work together";
/// Above the shelf of the rest.
pub const WORDS_AND_SAFETY: &str = "Words and safety";
/// The page of feelings.
pub const FEELINGS: &str = "Feelings words";
/// What that page holds.
pub const FEELINGS_LINE: &str = "all three levels, with meanings";
/// The safeguarding page, as a link.
pub const WORRIED: &str = "Worried about a child";
/// What that page says first.
pub const WORRIED_LINE: &str = "listen, then tell the DSL in person";
/// Above the shelf of what is used beside a child, and learned for it.
pub const BESIDE_A_CHILD: &str = "Beside a child";
/// What the prompts are.
pub const PROMPTS_LINE: &str = "a line at a time, while you do something together";
/// What the practice is.
pub const PRACTICE_LINE: &str = "short scenes: pick a line, see why";
/// Above the shelf that is there while the vault is open.
pub const FOR_YOU_ALONE: &str = "For you alone";
/// What the beginnings and endings are.
pub const BEGINNINGS_LINE: &str = "first words, days away, the last sessions, goodbye";
/// What the life events are.
pub const LIFE_EVENTS_LINE: &str = "what may be seen, what to do, what to say";
/// What there is after a hard session.
pub const AFTER_LINE: &str = "a minute for you, and a note for mending";

/// The links to the cards beside a card.
pub const OTHER_CARDS: &str = "Other cards";
/// There is no such card.
pub const NO_CARD: &str = "That card is not here";
/// What to do about it.
pub const NO_CARD_LINE: &str = "The address may have a letter missing. All the cards are on one page.";
/// The way to that page.
pub const ALL_CARDS: &str = "See all the cards";

/// The search box.
pub const FIND: &str = "Find a word";
/// When no word is found.
pub const NOTHING_FOUND: &str = "No word like that at this level.";

/// The link to the card before this one.
pub fn previous(title: &str) -> String {
    format!("Previous: {title}")
}

/// The link to the card after this one.
pub fn next(title: &str) -> String {
    format!("Next: {title}")
}

/// The button that says a word.
pub fn hear(word: &str) -> String {
    format!("Hear {word}")
}

/// Where a piece of content comes from.
pub fn provenance(licence: &str, source: &str, reviewed_in: &str) -> String {
    format!("{source}. {licence}. Reviewed {reviewed_in}.")
}

/// Whom a level's words are for: it follows language and never age.
pub const fn level_line(level: Level) -> &'static str {
    match level {
        Level::A => "First words, often for four to seven.",
        Level::B => "More words, often for seven to eleven.",
        Level::C => "All the words, often for eleven and over.",
    }
}

/// How many words are shown, said when the search changes them.
pub fn found(how_many: usize) -> String {
    match how_many {
        0 => NOTHING_FOUND.to_owned(),
        1 => "1 word".to_owned(),
        many => format!("{many} words"),
    }
}
