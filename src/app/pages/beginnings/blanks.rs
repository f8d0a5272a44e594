//! Filling in the `{…}` places of a text. What is not filled in stays a line to write on.

use crate::content::passages::{self, Fill};

/// The place for the child's name: it is never typed here.
pub const CHILD: &str = "child";

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Words(String),
    /// A line to write on.
    Blank(&'static Fill),
}

/// The pieces of a text, filled in with what `filled` has for a key.
pub fn pieces(text: &str, filled: impl Fn(&str) -> String) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut words = String::new();
    let mut rest = text;
    while let Some((before, key, after)) = place(rest) {
        words.push_str(before);
        rest = after;
        let Some(fill) = passages::fills().iter().find(|fill| fill.key == key) else {
            words.push_str(key);
            continue;
        };
        let typed = filled(key);
        if typed.trim().is_empty() {
            if !words.is_empty() {
                pieces.push(Piece::Words(std::mem::take(&mut words)));
            }
            pieces.push(Piece::Blank(fill));
        } else {
            words.push_str(typed.trim());
        }
    }
    words.push_str(rest);
    if !words.is_empty() {
        pieces.push(Piece::Words(words));
    }
    pieces
}

/// What these texts leave to be filled in, in the order of the content.
pub fn to_fill(texts: &[&str]) -> Vec<&'static Fill> {
    let asked = |fill: &&Fill| {
        texts.iter().any(|text| {
            pieces(text, |_| String::new())
                .iter()
                .any(|piece| matches!(piece, Piece::Blank(blank) if blank.key == fill.key))
        })
    };
    passages::fills().iter().filter(asked).collect()
}

/// Whether more than a word or two goes there.
pub fn is_long(fill: &Fill) -> bool {
    matches!(fill.key, "noticed" | "made" | "people")
}

/// What stands before the first place, its key, and what stands after it.
fn place(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (key, after) = rest.split_once('}')?;
    Some((before, key, after))
}

#[cfg(test)]
mod tests {
    use super::super::part::Part;
    use super::*;
    use crate::domain::Level;

    fn with(key: &str) -> String {
        match key {
            "day" => " Thursday ".into(),
            "other" => "Mr {day} Oak".into(),
            _ => String::new(),
        }
    }

    fn blank(key: &str) -> Option<Piece> {
        passages::fills().iter().find(|fill| fill.key == key).map(Piece::Blank)
    }

    #[test]
    fn what_is_typed_takes_the_place_of_the_braces() {
        assert_eq!(pieces("I am away on {day}.", with), [Piece::Words("I am away on Thursday.".into())]);
        assert_eq!(pieces("Nothing to fill in.", with), [Piece::Words("Nothing to fill in.".into())]);
    }

    #[test]
    fn what_is_not_typed_is_a_line_to_write_on() {
        let made = pieces("We are back on {next}.", with);
        let expected = [Some(Piece::Words("We are back on ".into())), blank("next"), Some(Piece::Words(".".into()))];
        assert_eq!(made.into_iter().map(Some).collect::<Vec<_>>(), expected);
        assert_eq!(pieces("{child}", |_| " \t".into()).into_iter().next(), blank("child"));
    }

    #[test]
    fn what_somebody_types_is_taken_as_it_is() {
        assert_eq!(pieces("{other} is here.", with), [Piece::Words("Mr {day} Oak is here.".into())]);
    }

    #[test]
    fn braces_of_the_content_are_never_shown() {
        for part in Part::ALL {
            for level in Level::ALL {
                for text in part.texts(level) {
                    for piece in pieces(text, |_| String::new()) {
                        if let Piece::Words(words) = piece {
                            assert!(!words.contains(['{', '}']), "{text}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn only_what_a_text_asks_for_is_asked() {
        let keys = |texts: &[&str]| to_fill(texts).into_iter().map(|fill| fill.key).collect::<Vec<_>>();
        assert_eq!(keys(&["{next} and {day}", "{day}"]), ["day", "next"]);
        assert!(keys(&["plain"]).is_empty());
        for level in Level::ALL {
            assert!(keys(&Part::Goodbye.texts(level)).contains(&CHILD));
        }
    }

    #[test]
    fn every_place_of_the_content_can_be_filled_in() {
        let mut asked: Vec<_> = Part::ALL
            .into_iter()
            .flat_map(|part| Level::ALL.into_iter().flat_map(move |level| to_fill(&part.texts(level))))
            .map(|fill| fill.key)
            .collect();
        asked.sort_unstable();
        asked.dedup();
        assert_eq!(asked.len(), passages::fills().len(), "{asked:?}");
    }
}
