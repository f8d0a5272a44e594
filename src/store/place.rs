//! Which of a tablet's vaults: each person has one, in a place of its own.

use serde::{Deserialize, Serialize};

/// Where a vault lies on this tablet: the name of its database and of its journal's directory.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place(String);

/// The place of the first vault, whose database has the plain name.
const FIRST: &str = "first";
/// What the databases' names begin with.
const DATABASE: &str = "lantern-room";

impl Place {
    /// Where the first vault of a tablet lies.
    pub fn first() -> Self {
        Self(FIRST.to_owned())
    }

    /// The place of this name; nothing when no place is called so.
    pub fn named(word: &str) -> Option<Self> {
        let fits = (1..=32).contains(&word.len())
            && word.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase());
        fits.then(|| Self(word.to_owned()))
    }

    /// Its name: small letters and digits.
    pub fn word(&self) -> &str {
        &self.0
    }

    /// The name of its database.
    pub fn database(&self) -> String {
        if self.0 == FIRST { DATABASE.to_owned() } else { [DATABASE, "-", &self.0].concat() }
    }

    /// The place that a database belongs to, be it the usual one or one that followed it.
    pub fn of_database(name: &str) -> Option<Self> {
        let usual = name.split_once('.').map_or(name, |(usual, _)| usual);
        number_of(usual, name)?;
        match usual.strip_prefix(DATABASE)? {
            "" => Some(Self::first()),
            rest => Self::named(rest.strip_prefix('-')?),
        }
    }
}

/// The name of a place's database of this number; the usual one is number 1. No place's name holds the dot.
pub(super) fn named(usual: &str, number: u32) -> String {
    if number == 1 { usual.to_owned() } else { [usual, ".", &number.to_string()].concat() }
}

/// Which of a place's databases has this name.
pub(super) fn number_of(usual: &str, name: &str) -> Option<u32> {
    let number = match name.strip_prefix(usual)? {
        "" => 1,
        rest => rest.strip_prefix('.')?.parse().ok()?,
    };
    (named(usual, number) == name).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_found_again_by_its_database() {
        for place in [Place::first(), Place("0123abcdef".to_owned())] {
            assert_eq!(Place::of_database(&place.database()), Some(place.clone()));
            assert_eq!(Place::of_database(&named(&place.database(), 12)), Some(place.clone()));
            assert_eq!(Place::named(place.word()), Some(place));
        }
        let others = ["", "lantern", "lantern-room-", "lantern-room-A", "lantern-room-../x", "other"];
        let numbers = ["lantern-room.", "lantern-room.1", "lantern-room.02", "lantern-room.-2", "lantern-room.2.2"];
        for name in others.into_iter().chain(numbers) {
            assert_eq!(Place::of_database(name), None, "{name}");
        }
        assert_eq!(Place::first().database(), "lantern-room");
        assert_eq!([1, 2].map(|number| named("lantern-room", number)), ["lantern-room", "lantern-room.2"]);
        assert_eq!(number_of("lantern-room", "lantern-room.7"), Some(7));
        assert_eq!(number_of("lantern-room", "lantern-room-7"), None, "that is another place");
    }
}
