//! Which lines go with what a group is for.

use crate::content::prompts::{self, Aim, Line};
use crate::domain::Level;
use crate::domain::session::Purpose;

/// The lines for a purpose that are worded for this level. Building has roles of its own and the set for building.
pub fn lines(purpose: Purpose, level: Level) -> Vec<&'static Line> {
    let fits = |line: &&Line| match purpose {
        Purpose::Bricks => true,
        Purpose::Friendship => matches!(line.aim, Aim::Connect | Aim::Repair),
        Purpose::Resilience => matches!(line.aim, Aim::Strength),
    };
    let sets = prompts::sets().iter().filter(|set| purpose != Purpose::Bricks || set.slug == "building");
    sets.flat_map(|set| set.for_level(level)).filter(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_purpose_has_lines_for_the_younger_children() {
        for purpose in Purpose::ALL {
            for level in [Level::A, Level::B] {
                assert!(lines(purpose, level).len() >= 4, "{purpose:?} {level:?}");
            }
        }
        assert!([Purpose::Friendship, Purpose::Resilience].iter().all(|purpose| lines(*purpose, Level::C).len() >= 4));
    }
}
