//! Lines for talking side by side, while hands or eyes are busy with something else. One line, then a wait.

use crate::domain::Level;

use super::Provenance;

/// What a line is for, in the order in which a set goes through them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aim {
    /// Looking together.
    Notice,
    /// Putting a word to it.
    Name,
    /// I am with you; people need people.
    Connect,
    /// Things can be mended.
    Repair,
    /// What is there already.
    Strength,
    /// Finishing well.
    Ending,
}

/// The lines for one thing to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Set {
    /// What is kept in a log and stands in an address; never changes.
    pub slug: &'static str,
    /// Its name on screen.
    pub title: &'static str,
    /// What it is for.
    pub aim: &'static str,
    /// What to know before beginning.
    pub note: &'static str,
    /// What can be said.
    pub lines: &'static [Line],
}

/// One line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// What the adult can say, without quotation marks around it.
    pub say: &'static str,
    /// The levels it is worded for, lowest first.
    pub ages: &'static [Level],
    /// What it is for.
    pub aim: Aim,
}

mod written {
    use super::{Aim, Level, Line, Provenance, Set};
    include!(concat!(env!("OUT_DIR"), "/prompts.rs"));
}

/// All sets.
pub fn sets() -> &'static [Set] {
    written::SETS
}

/// The set with this slug.
pub fn set(slug: &str) -> Option<&'static Set> {
    sets().iter().find(|set| set.slug == slug)
}

/// The safety edge, which stands beside every set: when wondering stops, and what is said instead.
pub fn stop() -> &'static str {
    written::STOP
}

/// Where the lines come from.
pub fn about() -> &'static Provenance {
    written::ABOUT
}

impl Set {
    /// The lines worded for `level`.
    pub fn for_level(&self, level: Level) -> impl Iterator<Item = &'static Line> {
        self.lines.iter().filter(move |line| line.ages.contains(&level))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_found_by_its_slug() {
        for one in sets() {
            assert_eq!(set(one.slug), Some(one));
        }
        assert_eq!(set("films"), None);
    }

    #[test]
    fn a_set_for_a_level_lasts_for_a_session() {
        for set in sets() {
            for level in Level::ALL {
                let lines = set.for_level(level).count();
                assert!(lines == 0 || lines >= 9, "{} at {level:?}: {lines} lines", set.slug);
            }
        }
    }

    #[test]
    fn every_level_has_sets_that_begin_by_looking_and_end_well() {
        for level in Level::ALL {
            let sets: Vec<_> = sets().iter().filter(|set| set.for_level(level).count() > 0).collect();
            assert!(sets.len() >= 4, "{level:?}");
            for set in sets {
                let aims: Vec<_> = set.for_level(level).map(|line| line.aim).collect();
                assert_eq!((aims.first(), aims.last()), (Some(&Aim::Notice), Some(&Aim::Ending)), "{}", set.slug);
                assert!(aims.is_sorted(), "{}", set.slug);
            }
        }
    }

    #[test]
    fn what_stops_the_wondering_stands_beside_the_lines() {
        for word in ["stop wondering", "Tell me", "Explain", "Describe", "DSL in person"] {
            assert!(stop().contains(word), "{word}");
        }
    }
}
