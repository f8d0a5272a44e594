//! Where things stand on the pad: from a finger to a feeling and back, in whole numbers.
//!
//! The pad keeps a margin, so that the lantern is never cut off: `style/checkin.css` puts `--x` percent at
//! `x · 0.8 + 10` percent of the pad's width and `--y` percent at `y · 0.72 + 14` percent of its height.

use crate::content::feelings::{self, FeelingWord};
use crate::domain::{Feeling, FeelingWord as Chosen, Level, PadPoint};

/// Percent of `--x` and `--y` that one step of pleasantness or energy moves, in hundredths.
const STEP: i32 = 42;

/// The feeling under a finger. `across` and `down` are pixels from the pad's corner, `width` and `height` the pad's.
pub fn touched(across: i32, down: i32, width: i32, height: i32) -> PadPoint {
    // From the middle, in tenths of a percent of the pad.
    let part = |at: i32, whole: i32| (2 * at - whole) * 500 / whole.max(1);
    let pleasantness = part(across, width) * 10_000 / (STEP * 80 * 10);
    let energy = -part(down, height) * 10_000 / (STEP * 72 * 10);
    PadPoint::clamped(pleasantness, energy)
}

/// `--x` for a pleasantness.
pub fn x(pleasantness: i16) -> String {
    tenths(500 + i32::from(pleasantness) * STEP / 10)
}

/// `--y` for an energy: the top is lively.
pub fn y(energy: i16) -> String {
    tenths(500 - i32::from(energy) * STEP / 10)
}

fn tenths(number: i32) -> String {
    format!("{}.{}", number / 10, number % 10)
}

/// Where a key takes the point; nothing for a key that does not move it.
pub fn moved(point: PadPoint, key: &str, far: bool) -> Option<PadPoint> {
    let by = if far { 20 } else { 5 };
    let (right, up) = match key {
        "ArrowRight" => (by, 0),
        "ArrowLeft" => (-by, 0),
        "ArrowUp" => (0, by),
        "ArrowDown" => (0, -by),
        "Home" => return Some(PadPoint::MIDDLE),
        _ => return None,
    };
    Some(PadPoint::clamped(i32::from(point.pleasantness) + right, i32::from(point.energy) + up))
}

/// How many words stand beside the pad.
pub const fn how_many(level: Level) -> usize {
    match level {
        Level::A => 4,
        Level::B | Level::C => 6,
    }
}

/// The words beside the pad: those near the place that was touched, or, before the first touch, one from every side.
/// Words that this child is not shown are left out.
pub fn offered(
    level: Level,
    place: Option<PadPoint>,
    shows: &dyn Fn(&FeelingWord) -> bool,
) -> Vec<&'static FeelingWord> {
    /// Right and left of the middle, lively and quiet: in the first words, which every child has.
    const SIDES: [(i8, i8); 4] = [(62, 45), (-80, 62), (45, -50), (-60, -45)];
    /// And for who reads more words, two in their own.
    const MORE: [(i8, i8); 2] = [(-50, 40), (0, -70)];
    if let Some(point) = place {
        let near = feelings::near(level, point.pleasantness, point.energy, usize::MAX);
        return near.into_iter().filter(|word| shows(word)).take(how_many(level)).collect();
    }
    let mut words: Vec<&FeelingWord> = Vec::new();
    let sides = SIDES.map(|side| (Level::A, side)).into_iter().chain(MORE.map(|side| (level, side)));
    for (level, (pleasantness, energy)) in sides.take(how_many(level)) {
        let all = feelings::near(level, pleasantness, energy, usize::MAX);
        words.extend(all.into_iter().find(|word| shows(word) && !words.contains(word)));
    }
    words
}

/// What is shown beside the pad: first what was chosen and is not offered here, then what is offered, as far as there is
/// room for `room` words. The order does not change when an offered word is chosen, so that nothing moves under the finger.
pub fn beside(chosen: Option<&Feeling>, offered: &[&'static FeelingWord], room: usize) -> Vec<Chosen> {
    /// However much was chosen, so many more words are offered.
    const ALWAYS: usize = 2;
    let offered = offered.iter().map(|word| Chosen::Known(word.key.to_owned()));
    let chosen = chosen.map_or(&[][..], |feeling| &feeling.words[..]);
    let mut words: Vec<_> =
        chosen.iter().filter(|word| !offered.clone().any(|offer| offer == **word)).cloned().collect();
    let mut free = room.saturating_sub(words.len()).max(ALWAYS);
    for word in offered {
        let is_chosen = chosen.contains(&word);
        if is_chosen || free > 0 {
            free = free.saturating_sub(1);
            words.push(word);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where the style sheet draws a place: hundredths of a percent of the pad.
    fn drawn(point: PadPoint) -> (i32, i32) {
        let x = 5_000 + i32::from(point.pleasantness) * STEP;
        let y = 5_000 - i32::from(point.energy) * STEP;
        (x * 80 / 100 + 1_000, y * 72 / 100 + 1_400)
    }

    #[test]
    fn a_finger_lands_where_the_lantern_is_drawn() {
        for (pleasantness, energy) in [(0, 0), (-62, 48), (100, -100), (37, 91)] {
            let (across, down) = drawn(PadPoint { pleasantness, energy });
            let found = touched(across, down, 10_000, 10_000);
            let near = |found: i8, meant: i8| (i32::from(found) - i32::from(meant)).abs() <= 1;
            assert!(near(found.pleasantness, pleasantness) && near(found.energy, energy), "{found:?}");
        }
    }

    #[test]
    fn a_finger_off_the_pad_stays_on_its_edge() {
        assert_eq!(touched(-300, 9_000, 600, 400), PadPoint { pleasantness: -100, energy: -100 });
        assert_eq!(touched(5, 5, 0, 0), touched(5, 5, 0, 0));
    }

    #[test]
    fn keys_move_by_five_and_with_shift_by_twenty() {
        let from = PadPoint { pleasantness: 90, energy: 0 };
        assert_eq!(moved(from, "ArrowRight", false).map(|point| point.pleasantness), Some(95));
        assert_eq!(moved(from, "ArrowRight", true).map(|point| point.pleasantness), Some(100));
        assert_eq!(moved(from, "ArrowDown", true).map(|point| point.energy), Some(-20));
        assert_eq!(moved(from, "Tab", false), None);
    }

    #[test]
    fn the_style_sheet_gets_tenths_of_a_percent() {
        assert_eq!((x(0), x(-62), y(100)), ("50.0".into(), "24.0".into(), "8.0".into()));
    }

    #[test]
    fn before_the_first_touch_every_side_has_a_word() {
        for level in Level::ALL {
            let words = offered(level, None, &|_| true);
            assert_eq!(words.len(), how_many(level));
            let has = |side: fn(&FeelingWord) -> bool| words.iter().any(|word| side(word));
            assert!(
                has(|word| word.pleasantness > 0 && word.energy > 0)
                    && has(|word| word.pleasantness > 0 && word.energy < 0)
            );
            assert!(
                has(|word| word.pleasantness < 0 && word.energy > 0)
                    && has(|word| word.pleasantness < 0 && word.energy < 0)
            );
            assert!(words.iter().enumerate().all(|(at, word)| !words[..at].contains(word)));
        }
    }

    #[test]
    fn a_word_that_is_hidden_is_not_offered() {
        for place in [None, Some(PadPoint { pleasantness: -80, energy: 62 })] {
            let words = offered(Level::C, place, &|word| word.energy < 0);
            assert!(!words.is_empty() && words.iter().all(|word| word.energy < 0));
        }
    }

    #[test]
    fn choosing_a_word_moves_nothing_and_chosen_words_stay() {
        let here = offered(Level::A, Some(PadPoint { pleasantness: -62, energy: 48 }), &|_| true);
        let mut feeling = Feeling::default();
        let before = beside(None, &here, 4);
        feeling.toggle(before[1].clone());
        assert_eq!(beside(Some(&feeling), &here, 4), before);

        feeling.toggle(Chosen::Own("fizzy".into()));
        let elsewhere = offered(Level::A, Some(PadPoint { pleasantness: 80, energy: -40 }), &|_| true);
        let now = beside(Some(&feeling), &elsewhere, 4);
        assert_eq!(now[..2], feeling.words[..]);
        assert_eq!(now.len(), 4);

        for word in ["happy", "proud", "silly", "sad"] {
            feeling.toggle(Chosen::Known(word.into()));
        }
        let crowded = beside(Some(&feeling), &elsewhere, 4);
        assert!(feeling.words.iter().all(|word| crowded.contains(word)));
        assert_eq!(crowded.len(), feeling.words.len() + 2);
    }
}
