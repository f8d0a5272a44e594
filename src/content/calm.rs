//! The calm activities: scripts that an adult or a voice reads aloud, through the body, together, or by thinking.
//!
//! Eyes stay open, nothing needs touch, the breath is never held, and “stop” always works: the build sees to the words.

use crate::domain::Level;

use super::Provenance;

/// What does the calming. A child manages the body first, somebody beside them next, and thinking last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Breath, muscles, water, things to feel.
    Body,
    /// Rhythm, copying and play beside an adult.
    Together,
    /// Senses, pictures, small puzzles.
    Thinking,
}

impl Kind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Body, Self::Together, Self::Thinking];
}

/// Which way an activity moves the energy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Aim {
    /// From too much to less.
    Down,
    /// From too little to more.
    Up,
}

/// One calm activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Activity {
    /// What is kept in a log and stands in an address; never changes.
    pub slug: &'static str,
    /// Its name on screen.
    pub title: &'static str,
    /// What does the calming.
    pub kind: Kind,
    /// Which way it moves the energy.
    pub aim: Aim,
    /// About how long it takes.
    pub minutes: u8,
    /// The levels it is worded for, lowest first.
    pub ages: &'static [Level],
    /// The breathing light’s rhythm; none where there is no light.
    pub breath: Option<Breath>,
    /// The activity in a sentence, for the adult.
    pub in_a_line: &'static str,
    /// What to have ready; may be empty.
    pub prepare: &'static [&'static str],
    /// When something else is better. Never empty.
    pub not_when: &'static [&'static str],
    /// Where open eyes can look.
    pub eyes_open: &'static str,
    /// The last words.
    pub after: &'static str,
    /// What is said, with the quiet after each line.
    pub steps: &'static [Step],
}

/// The rhythm of the breathing light: out for longer than in, and nothing between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Breath {
    /// How long the light grows.
    pub seconds_in: u8,
    /// How long it fades.
    pub seconds_out: u8,
}

/// A line of a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Read aloud.
    pub say: &'static str,
    /// Seconds of quiet after it.
    pub pause: u8,
}

mod written {
    use super::{Activity, Aim, Breath, Kind, Level, Provenance, Step};
    include!(concat!(env!("OUT_DIR"), "/calm.rs"));
}

/// All activities, kind by kind in the order of [`Kind::ALL`].
pub fn all() -> &'static [Activity] {
    written::ACTIVITIES
}

/// The activity with this slug.
pub fn find(slug: &str) -> Option<&'static Activity> {
    all().iter().find(|activity| activity.slug == slug)
}

/// The activities worded for `level` that move the energy the way of `aim`, kind by kind.
pub fn for_level(level: Level, aim: Aim) -> impl Iterator<Item = &'static Activity> {
    all().iter().filter(move |activity| activity.aim == aim && activity.ages.contains(&level))
}

/// Where the activities of a kind come from.
pub fn about(kind: Kind) -> &'static Provenance {
    let [body, together, thinking] = written::ABOUT;
    match kind {
        Kind::Body => body,
        Kind::Together => together,
        Kind::Thinking => thinking,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_activity_is_found_by_its_slug_and_by_nothing_else() {
        for activity in all() {
            assert_eq!(find(activity.slug), Some(activity));
        }
        assert_eq!(find("Push the wall"), None);
    }

    #[test]
    fn the_activities_stand_kind_by_kind() {
        assert!(all().is_sorted_by_key(|activity| activity.kind));
        assert!(Kind::ALL.iter().all(|kind| all().iter().any(|activity| activity.kind == *kind)));
    }

    /// Who says no to one thing must have another, at every level and in both directions.
    #[test]
    fn every_level_can_choose_what_brings_down_and_what_brings_up() {
        for level in Level::ALL {
            let kinds = |aim| Kind::ALL.map(|kind| for_level(level, aim).filter(|one| one.kind == kind).count());
            assert!(kinds(Aim::Down).iter().all(|count| *count >= 2), "{level:?}: {:?} down", kinds(Aim::Down));
            let up: usize = kinds(Aim::Up).iter().sum();
            assert!(up >= 3, "{level:?}: {up} up");
        }
    }

    /// What the room promises to have, each by what stands in logs and addresses.
    #[test]
    fn everything_that_was_promised_is_here() {
        let promised: [(&str, &[&str]); 14] = [
            ("breathing light", &["breathing-light-short", "breathing-light-long", "breathing-light-slow"]),
            ("guided meditation of 3, 5 and 10 minutes", &["quiet-time-3", "quiet-time-5", "quiet-time-10"]),
            ("five senses", &["five-senses"]),
            ("push the wall", &["push-the-wall"]),
            ("slow stretch", &["slow-stretch"]),
            ("rocking count", &["rocking-count"]),
            ("safe-place picture", &["safe-place-picture"]),
            ("worry box", &["worry-box"]),
            ("shake it out", &["shake-it-out"]),
            ("drumming", &["drum-it-down", "drum-it-up"]),
            ("brain breaks that bring down", &["brain-break-slow-mirror", "brain-break-count-back"]),
            ("brain breaks that wake up", &["brain-break-climb", "brain-break-echo-clap", "brain-break-spot-it"]),
            ("a sensory break that brings down", &["sensory-break-settle"]),
            ("a sensory break that wakes up", &["sensory-break-wake"]),
        ];
        for (promise, slugs) in promised {
            let missing: Vec<_> = slugs.iter().filter(|slug| find(slug).is_none()).collect();
            assert!(missing.is_empty(), "{promise}: {missing:?}");
        }
        assert!(all().len() >= 12);
    }

    /// The room of lights has its address among theirs.
    #[test]
    fn no_activity_is_called_as_the_room_of_lights_is() {
        assert_eq!(find("lights"), None);
    }

    #[test]
    fn only_a_breathing_light_breathes() {
        for activity in all() {
            assert_eq!(activity.breath.is_some(), activity.slug.starts_with("breathing-light-"), "{}", activity.slug);
            assert!(activity.breath.is_none_or(|breath| breath.seconds_out > breath.seconds_in));
        }
    }

    #[test]
    fn the_shortest_light_is_the_one_for_the_youngest() {
        let light = for_level(Level::A, Aim::Down).find_map(|activity| activity.breath);
        assert_eq!(light, Some(Breath { seconds_in: 2, seconds_out: 4 }));
    }
}
