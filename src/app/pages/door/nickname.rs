//! The name of the vault, which stands on its door.

use crate::app::refusal_words;
use crate::domain::{TextFault, text};

use super::words;

/// The name as it is kept, or what to say at its field.
///
/// # Errors
/// The sentence for the field.
pub fn checked(typed: &str) -> Result<String, String> {
    text::line(typed, text::NAME_LIMIT).map_err(|fault| match fault {
        TextFault::Empty => words::NAMELESS.to_owned(),
        other => refusal_words::field_sentence(other),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_kept_without_the_spaces_around_it_and_none_is_asked_for_again() {
        assert_eq!(checked("  The Nest ").as_deref(), Ok("The Nest"));
        assert_eq!(checked("  "), Err(words::NAMELESS.to_owned()));
        assert!(checked(&"n".repeat(61)).is_err_and(|sentence| sentence.contains("60")));
    }
}
