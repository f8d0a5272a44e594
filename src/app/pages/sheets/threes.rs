//! Which three scenes stand on the sheet for a team meeting.

use crate::content::practice::{self, Scene};
use crate::domain::Level;

/// Three scenes of a level, three others at every turn; after the last come the first again.
pub fn threes(level: Level, turn: usize) -> Vec<&'static Scene> {
    let scenes: Vec<_> = practice::scenes().iter().filter(|scene| scene.level == level).collect();
    scenes.iter().copied().cycle().skip((turn * 3) % scenes.len().max(1)).take(3.min(scenes.len())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_holds_three_different_scenes_of_its_level() {
        for level in Level::ALL {
            for turn in 0..9 {
                let three = threes(level, turn);
                assert_eq!(three.len(), 3);
                assert!(three.iter().all(|scene| scene.level == level));
                assert!(three[0] != three[1] && three[1] != three[2] && three[0] != three[2]);
            }
        }
    }

    #[test]
    fn in_time_every_scene_has_its_turn() {
        for level in Level::ALL {
            let all = practice::scenes().iter().filter(|scene| scene.level == level);
            let shown: Vec<_> = (0..9).flat_map(|turn| threes(level, turn)).collect();
            assert!(all.into_iter().all(|scene| shown.contains(&scene)), "{level:?}");
        }
    }
}
