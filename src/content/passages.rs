//! Beginnings, gaps and endings: the first words, the three boxes, cards for days away, the last sessions, goodbye; and
//! for the adult alone, life events, a minute afterwards, the repair note.
//!
//! Names in braces, `{adult}`, are places that are filled in; [`fills`] says with what.

use crate::domain::Level;

use super::{ByLevel, Provenance};

#[path = "passages/adult.rs"]
mod adult;

pub use adult::{After, Field, LifeEvent, Moment, Repair};

/// Something that is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fill {
    /// What stands in the braces.
    pub key: &'static str,
    /// With what it is filled in; for the adult.
    pub words: &'static str,
}

/// The first words of the first session, with the honest limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    /// What is said, a line at a time.
    pub say: &'static [&'static str],
    /// The limit in one line, for the start of any later session.
    pub again: &'static str,
}

/// Three boxes for what was talked about, decided together at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Boxes {
    /// How the child is asked.
    pub ask: &'static str,
    /// What stays in the room.
    pub stays: OneBox,
    /// What a teacher may know.
    pub teacher: OneBox,
    /// What goes to the meeting.
    pub meeting: OneBox,
    /// What cannot stay in the first box, whatever was agreed.
    pub exception: &'static str,
}

/// One of the boxes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OneBox {
    /// What stands on it.
    pub label: &'static str,
    /// What it means.
    pub say: &'static str,
}

/// Which card a gap needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GapKind {
    /// Known before; given in person.
    Away,
    /// Nobody planned it; written beforehand, handed over by a colleague.
    Absence,
    /// The first minutes afterwards.
    Back,
}

/// A card for a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// What stands at the top.
    pub title: &'static str,
    /// What it says, a line at a time.
    pub say: &'static [&'static str],
}

/// The words for one of the last sessions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Countdown {
    /// What is said, a line at a time.
    pub say: &'static [&'static str],
    /// What to know about this one.
    pub for_adult: &'static str,
}

/// The goodbye card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goodbye {
    /// What stands at the top.
    pub title: &'static str,
    /// What it says, a line at a time.
    pub lines: &'static [&'static str],
    /// The words over an empty space.
    pub draw: &'static str,
    /// The last line.
    pub close: &'static str,
}

mod written {
    use super::adult::{After, Field, LifeEvent, Moment, Repair};
    use super::{Boxes, ByLevel, Countdown, Fill, Gap, Goodbye, OneBox, Opening, Provenance};
    include!(concat!(env!("OUT_DIR"), "/passages.rs"));
}

/// All that can be filled in.
pub fn fills() -> &'static [Fill] {
    written::FILLS
}

/// The first words.
pub fn opening(level: Level) -> &'static Opening {
    written::OPENINGS.at(level)
}

/// The three boxes.
pub fn boxes(level: Level) -> &'static Boxes {
    written::BOXES.at(level)
}

/// The card for a gap.
pub fn gap(kind: GapKind, level: Level) -> &'static Gap {
    let gaps = match kind {
        GapKind::Away => &written::AWAY,
        GapKind::Absence => &written::ABSENCE,
        GapKind::Back => &written::BACK,
    };
    gaps.at(level)
}

/// The words for a session after which `left` less one remain: 3 is today and two more, 1 is today. None earlier.
pub fn countdown(left: u8, level: Level) -> Option<&'static Countdown> {
    let countdowns = match left {
        3 => &written::THREE_LEFT,
        2 => &written::TWO_LEFT,
        1 => &written::LAST,
        _ => return None,
    };
    Some(countdowns.at(level))
}

/// The goodbye card.
pub fn goodbye(level: Level) -> &'static Goodbye {
    written::GOODBYES.at(level)
}

/// All life events. For the adult alone.
pub fn life_events() -> &'static [LifeEvent] {
    written::LIFE_EVENTS
}

/// The life event with this key. For the adult alone.
pub fn life_event(key: &str) -> Option<&'static LifeEvent> {
    life_events().iter().find(|event| event.key == key)
}

/// A minute for the adult after a hard session.
pub fn after() -> &'static After {
    &written::AFTER
}

/// The repair note. For the adult alone.
pub fn repair() -> &'static Repair {
    &written::REPAIR
}

/// Where these words come from.
pub fn about() -> &'static Provenance {
    written::ABOUT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_three_sessions_have_words_and_no_other_has() {
        for level in Level::ALL {
            assert!((1..=3).all(|left| countdown(left, level).is_some()));
            assert_eq!((countdown(0, level), countdown(4, level)), (None, None));
        }
    }

    #[test]
    fn every_beginning_says_that_a_child_may_pass_or_stop() {
        for level in Level::ALL {
            let said = opening(level).say.concat();
            assert!(said.contains("stop"), "{level:?}");
            assert!(said.contains("not in trouble"), "{level:?}");
        }
    }

    #[test]
    fn a_gap_is_never_the_childs_doing() {
        for level in Level::ALL {
            for kind in [GapKind::Away, GapKind::Absence] {
                let said = gap(kind, level).say.concat();
                let freed = [
                    "not because of",
                    "isn’t because of",
                    "did not do anything wrong",
                    "nothing to do with",
                    "not about you",
                ];
                assert!(freed.iter().any(|words| said.contains(words)), "{kind:?} {level:?}");
            }
        }
    }

    #[test]
    fn a_life_event_is_found_by_its_key() {
        for event in life_events() {
            assert_eq!(life_event(event.key), Some(event));
        }
        assert_eq!(life_event(""), None);
    }

    #[test]
    fn the_minute_begins_with_what_cannot_wait() {
        assert!(after().first.contains("DSL"));
        assert_eq!(after().moments.iter().map(|moment| u16::from(moment.seconds)).sum::<u16>(), 60);
    }

    /// Nothing is asked of the child in return.
    #[test]
    fn a_repair_asks_for_nothing_back() {
        for level in Level::ALL {
            assert!(repair().say.at(level).iter().all(|line| !line.contains('?')), "{level:?}");
        }
    }
}
