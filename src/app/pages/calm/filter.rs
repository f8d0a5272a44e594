//! Which activities are shown: which way the energy is to go, and for whom. Part of the address, so that "back" keeps it.

use crate::content::calm::{self, Activity, Aim, Kind};
use crate::domain::Level;

/// What is looked for; nothing means all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Which way the energy is to go.
    pub aim: Option<Aim>,
    /// Whose words.
    pub level: Option<Level>,
}

impl Filter {
    /// What an address asks for, for instance `down&b`. What it says besides is passed over.
    pub fn of(search: &str) -> Self {
        let mut filter = Self::default();
        for word in search.trim_start_matches('?').split('&') {
            match word {
                "down" => filter.aim = Some(Aim::Down),
                "up" => filter.aim = Some(Aim::Up),
                "a" => filter.level = Some(Level::A),
                "b" => filter.level = Some(Level::B),
                "c" => filter.level = Some(Level::C),
                _ => {}
            }
        }
        filter
    }

    /// The same for an address: empty, or `?down&b`.
    pub fn search(self) -> String {
        let aim = match self.aim {
            None => "",
            Some(Aim::Down) => "down",
            Some(Aim::Up) => "up",
        };
        let level = match self.level {
            None => "",
            Some(Level::A) => "a",
            Some(Level::B) => "b",
            Some(Level::C) => "c",
        };
        match (aim, level) {
            ("", "") => String::new(),
            ("", one) | (one, "") => ["?", one].concat(),
            (aim, level) => ["?", aim, "&", level].concat(),
        }
    }

    /// The activities of a kind that are looked for.
    pub fn of_kind(self, kind: Kind) -> impl Iterator<Item = &'static Activity> {
        calm::all().iter().filter(move |activity| {
            activity.kind == kind
                && self.aim.is_none_or(|aim| activity.aim == aim)
                && self.level.is_none_or(|level| activity.ages.contains(&level))
        })
    }
}

/// What a child chooses from: at most six, through the body, together and by thinking, some of it down and some up.
pub fn offered(level: Level) -> Vec<&'static Activity> {
    const OFFERED: [(Kind, Aim, usize); 5] = [
        (Kind::Body, Aim::Down, 2),
        (Kind::Together, Aim::Down, 1),
        (Kind::Thinking, Aim::Down, 1),
        (Kind::Body, Aim::Up, 1),
        (Kind::Together, Aim::Up, 1),
    ];
    OFFERED
        .into_iter()
        .flat_map(|(kind, aim, many)| Filter { aim: Some(aim), level: Some(level) }.of_kind(kind).take(many))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_was_looked_for() {
        for aim in [None, Some(Aim::Down), Some(Aim::Up)] {
            for level in [None, Some(Level::A), Some(Level::B), Some(Level::C)] {
                let filter = Filter { aim, level };
                assert_eq!(Filter::of(&filter.search()), filter);
            }
        }
        assert_eq!(Filter::of("?sideways&d"), Filter::default());
        assert_eq!(Filter::default().search(), "");
    }

    #[test]
    fn without_a_wish_everything_is_shown_and_with_one_only_what_fits() {
        let shown = |filter: Filter| -> Vec<_> { Kind::ALL.iter().flat_map(|kind| filter.of_kind(*kind)).collect() };
        assert_eq!(shown(Filter::default()).len(), calm::all().len());
        let wished = Filter { aim: Some(Aim::Up), level: Some(Level::C) };
        let found = shown(wished);
        assert!(!found.is_empty());
        assert!(found.iter().all(|activity| activity.aim == Aim::Up && activity.ages.contains(&Level::C)));
    }

    #[test]
    fn a_child_of_every_level_has_six_of_all_kinds_and_both_ways() {
        for level in Level::ALL {
            let offered = offered(level);
            assert!((4..=6).contains(&offered.len()), "{level:?}: {}", offered.len());
            assert!(Kind::ALL.iter().all(|kind| offered.iter().any(|activity| activity.kind == *kind)));
            assert!([Aim::Down, Aim::Up].iter().all(|aim| offered.iter().any(|activity| activity.aim == *aim)));
            assert!(offered.iter().all(|activity| activity.ages.contains(&level)));
        }
    }
}
