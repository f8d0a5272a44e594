//! Which sets of lines are offered, by level and by aim.

use crate::content::prompts::{self, Aim, Line, Set};
use crate::domain::Level;

/// The name of the aim in an address.
pub const AIM_QUERY: &str = "aim";

/// All aims, in the order of a set.
pub const AIMS: [Aim; 6] = [Aim::Notice, Aim::Name, Aim::Connect, Aim::Repair, Aim::Strength, Aim::Ending];

/// The aim as it is written in an address.
pub const fn aim_word(aim: Aim) -> &'static str {
    match aim {
        Aim::Notice => "notice",
        Aim::Name => "name",
        Aim::Connect => "connect",
        Aim::Repair => "repair",
        Aim::Strength => "strength",
        Aim::Ending => "ending",
    }
}

/// The aim that an address asks for.
pub fn aim_asked(word: Option<&str>) -> Option<Aim> {
    AIMS.into_iter().find(|aim| word == Some(aim_word(*aim)))
}

/// The levels that a set has lines for.
pub fn levels(set: &Set) -> Vec<Level> {
    Level::ALL.into_iter().filter(|level| set.for_level(*level).next().is_some()).collect()
}

/// The level that a set is shown at: the one that is asked for if the set has it, otherwise its first.
pub fn level_shown(set: &Set, asked: Option<Level>) -> Level {
    let levels = levels(set);
    asked.filter(|level| levels.contains(level)).or(levels.first().copied()).unwrap_or(Level::A)
}

/// The sets that have a line for this level and this aim, each with the first such line.
pub fn offered(level: Option<Level>, aim: Option<Aim>) -> Vec<(&'static Set, &'static Line)> {
    let fits =
        |line: &&Line| level.is_none_or(|level| line.ages.contains(&level)) && aim.is_none_or(|aim| line.aim == aim);
    prompts::sets().iter().filter_map(|set| Some((set, set.lines.iter().find(fits)?))).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn an_address_names_an_aim_or_none() {
        for aim in AIMS {
            assert_eq!(aim_asked(Some(aim_word(aim))), Some(aim));
        }
        assert_eq!((aim_asked(None), aim_asked(Some("Notice"))), (None, None));
    }

    #[test]
    fn with_nothing_chosen_all_sets_are_offered() {
        assert_eq!(offered(None, None).len(), prompts::sets().len());
    }

    #[test]
    fn what_is_offered_has_a_line_for_the_level_and_the_aim() {
        for level in Level::ALL {
            for aim in AIMS {
                for (set, line) in offered(Some(level), Some(aim)) {
                    assert!(line.ages.contains(&level) && line.aim == aim, "{}", set.slug);
                }
            }
        }
        let youngest: Vec<_> = offered(Some(Level::A), None).into_iter().map(|(set, _)| set.slug).collect();
        assert!(!youngest.contains(&"mindfulness-older"), "{youngest:?}");
    }

    #[test]
    fn a_set_is_shown_at_a_level_that_it_has() {
        let older = prompts::set("mindfulness-older").unwrap();
        assert_eq!(levels(older), [Level::B, Level::C]);
        assert_eq!(level_shown(older, Some(Level::A)), Level::B);
        assert_eq!(level_shown(older, Some(Level::C)), Level::C);
        assert_eq!(level_shown(prompts::set("walking").unwrap(), None), Level::A);
    }
}
