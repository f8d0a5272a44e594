//! Where in the body a feeling is, and what it is like there. Words only: this is never a map for injuries.

use super::Provenance;

/// The two questions, and where these words come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Questions {
    /// Asks where it is.
    pub place: &'static str,
    /// Asks what it is like there.
    pub sensation: &'static str,
    /// Licence, source and review date.
    pub about: &'static Provenance,
}

/// A part of the body, all of it, or nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// What is kept in a check-in; never changes.
    pub key: &'static str,
    /// The word on its button.
    pub word: &'static str,
    /// The word inside a sentence: “in the tummy”.
    pub phrase: &'static str,
}

/// What it is like there; “nothing” is one of the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sensation {
    /// What is kept in a check-in; never changes.
    pub key: &'static str,
    /// The word on its button.
    pub word: &'static str,
    /// What it means, for a child.
    pub meaning: &'static str,
}

mod written {
    use super::{Place, Provenance, Questions, Sensation};
    include!(concat!(env!("OUT_DIR"), "/body.rs"));
}

/// The questions a child is asked.
pub fn questions() -> &'static Questions {
    &written::QUESTIONS
}

/// The places, in the order in which they are offered.
pub fn places() -> &'static [Place] {
    written::PLACES
}

/// The sensations, in the order in which they are offered.
pub fn sensations() -> &'static [Sensation] {
    written::SENSATIONS
}

/// The place with this key.
pub fn place(key: &str) -> Option<&'static Place> {
    places().iter().find(|place| place.key == key)
}

/// The sensation with this key.
pub fn sensation(key: &str) -> Option<&'static Sensation> {
    sensations().iter().find(|sensation| sensation.key == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feeling_it_nowhere_and_feeling_nothing_are_answers() {
        assert!(place("nowhere").is_some());
        assert!(sensation("nothing").is_some());
        assert_eq!(place("nothing"), None);
    }

    #[test]
    fn places_and_sensations_are_found_by_their_keys() {
        assert!(places().iter().all(|here| place(here.key) == Some(here)));
        assert!(sensations().iter().all(|this| sensation(this.key) == Some(this)));
        assert_eq!((places().len(), sensations().len()), (9, 11));
    }
}
