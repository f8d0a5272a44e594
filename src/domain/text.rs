//! Short texts that people type: what is kept, and what is refused with a reason that can be said at the field.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why a typed text is not taken. Nothing is changed about the text: it stays in its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum TextFault {
    /// Nothing, or only spaces.
    #[error("the text is empty")]
    Empty,
    /// Longer than the field takes.
    #[error("the text is {over} characters too long; {limit} fit")]
    TooLong {
        /// How many characters the field takes.
        limit: u16,
        /// How many there are beyond it.
        over: u32,
    },
    /// Holds a control character, or one that turns the direction of the text around it.
    #[error("the text holds a hidden character")]
    Hidden,
}

/// How long a pupil's name or initials may be, in characters.
pub const NAME_LIMIT: u16 = 60;
/// How long a feeling in the child's own word may be, in characters.
pub const OWN_WORD_LIMIT: u16 = 40;
/// How long a line of the school's details may be, in characters.
pub const LINE_LIMIT: u16 = 200;

/// One line of text without the spaces around it, or the reason why it is refused.
///
/// Any script and any emoji is kept as it is. Joiners (which emoji and several scripts need) are kept; control
/// characters and the bidirectional overrides of Unicode TR36 are not, for they can make one name look like another.
///
/// # Errors
/// [`TextFault`]; `limit` is in Unicode scalar values.
pub fn line(raw: &str, limit: u16) -> Result<String, TextFault> {
    let text = raw.trim();
    if text.is_empty() {
        return Err(TextFault::Empty);
    }
    let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    if length > u32::from(limit) {
        return Err(TextFault::TooLong { limit, over: length - u32::from(limit) });
    }
    if text.chars().any(is_hidden) { Err(TextFault::Hidden) } else { Ok(text.to_owned()) }
}

/// As [`line()`], where nothing is an answer too.
///
/// # Errors
/// [`TextFault`], never [`TextFault::Empty`].
pub fn optional_line(raw: &str, limit: u16) -> Result<Option<String>, TextFault> {
    match line(raw, limit) {
        Err(TextFault::Empty) => Ok(None),
        other => other.map(Some),
    }
}

/// As [`line()`], where nothing is an answer too and the text may have several lines.
///
/// # Errors
/// [`TextFault`], never [`TextFault::Empty`].
pub fn paragraphs(raw: &str, limit: u16) -> Result<String, TextFault> {
    let text = raw.trim();
    if text.is_empty() {
        return Ok(String::new());
    }
    // Only what is between the lines may be a line break.
    for part in text.lines().filter(|part| !part.trim().is_empty()) {
        line(part, u16::MAX)?;
    }
    let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    if length > u32::from(limit) {
        return Err(TextFault::TooLong { limit, over: length - u32::from(limit) });
    }
    Ok(text.to_owned())
}

fn is_hidden(character: char) -> bool {
    character.is_control() || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_world_are_kept() {
        for name in ["Zoë", "عمر", "Nguyễn", "👩‍🚀 Sam", "O’Neill-Baptiste", "李"] {
            assert_eq!(line(&format!("  {name} "), NAME_LIMIT).as_deref(), Ok(name));
        }
    }

    #[test]
    fn what_is_refused_is_refused_with_its_reason() {
        assert_eq!(line(" \u{a0}\t ", NAME_LIMIT), Err(TextFault::Empty));
        assert_eq!(line(&"ä".repeat(10_000), NAME_LIMIT), Err(TextFault::TooLong { limit: 60, over: 9_940 }));
        assert_eq!(line("two\nlines", NAME_LIMIT), Err(TextFault::Hidden));
        assert_eq!(line("a\u{202e}b", NAME_LIMIT), Err(TextFault::Hidden));
        assert_eq!(optional_line("  ", NAME_LIMIT), Ok(None));
    }

    #[test]
    fn a_text_of_several_lines_is_kept_as_it_is() {
        assert_eq!(
            paragraphs(" He built.\n\nThen he \u{a0}spoke.\r\n", 100).as_deref(),
            Ok("He built.\n\nThen he \u{a0}spoke.")
        );
        assert_eq!(paragraphs(" \n ", 100).as_deref(), Ok(""));
        assert_eq!(paragraphs("a\nb\u{202e}", 100), Err(TextFault::Hidden));
        assert_eq!(paragraphs("ab\ncd", 4), Err(TextFault::TooLong { limit: 4, over: 1 }));
    }
}
