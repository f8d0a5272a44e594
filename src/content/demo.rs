//! Three made-up children with a term of check-ins and sessions, as data from which a vault for looking around is built. Nobody here
//! exists.

use crate::domain::Level;
use crate::domain::session::Share;

use super::Provenance;

/// A made-up child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Child {
    /// A nickname; never the full name of anybody.
    pub nickname: &'static str,
    /// The key of an animal.
    pub animal: &'static str,
    /// The key of a colour.
    pub colour: &'static str,
    /// The school year in England, 1 to 13.
    pub year: u8,
    /// Which words the child is offered.
    pub level: Level,
    /// Oldest first.
    pub check_ins: &'static [CheckIn],
    /// Oldest first.
    pub sessions: &'static [Session],
    /// Words of the child’s own, each with the key of the word that it is linked to.
    pub own_words: &'static [(&'static str, &'static str)],
}

/// One made-up session, with its closed note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    /// As a check-in’s.
    pub days_ago: u16,
    /// Minute of the day at which it began.
    pub minute: u16,
    /// How long it was.
    pub minutes: u16,
    /// The two taps on arriving, each 1 to 5: how still the body is, how good it is inside.
    pub arrived: [u8; 2],
    /// The same on leaving.
    pub left: [u8; 2],
    /// Keys of what was done together.
    pub did: &'static [&'static str],
    /// The slug of a calm activity; empty without one.
    pub calm: &'static str,
    /// A line in the child’s own words; empty without one.
    pub said: &'static str,
    /// The box that this line was put into.
    pub share: Option<Share>,
    /// What the note says happened.
    pub note: &'static str,
    /// What it says the adult thinks.
    pub thinking: &'static str,
    /// The next step.
    pub next: &'static str,
}

impl Session {
    /// Whether a check-in was made in it.
    pub const fn has(&self, check_in: &CheckIn) -> bool {
        self.days_ago == check_in.days_ago
            && self.minute <= check_in.minute
            && check_in.minute < self.minute + self.minutes
    }
}

/// One made-up check-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckIn {
    /// Days before the last school day. Mostly sevens, so that it stays a weekday.
    pub days_ago: u16,
    /// Minute of the day on the tablet’s clock: 570 is half past nine.
    pub minute: u16,
    /// Keys of feeling words of the child’s level.
    pub feelings: &'static [&'static str],
    /// A word of the child’s own.
    pub own_word: Option<&'static str>,
    /// An answer that is no feeling; only where there are no words.
    pub answer: Option<Answer>,
    /// 1 to 5 at levels A and B, 0 to 10 at level C.
    pub size: Option<u8>,
    /// Keys of places in the body.
    pub places: &'static [&'static str],
    /// Keys of sensations.
    pub sensations: &'static [&'static str],
}

/// An answer that stands in for words, and is worth as much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// “Pass”.
    Pass,
    /// “Don’t know”.
    DontKnow,
}

mod written {
    use super::{Answer, CheckIn, Child, Level, Provenance, Session, Share};
    include!(concat!(env!("OUT_DIR"), "/demo.rs"));
}

/// The made-up children.
pub fn children() -> &'static [Child] {
    written::CHILDREN
}

/// Where they come from.
pub fn about() -> &'static Provenance {
    written::ABOUT
}

#[cfg(test)]
mod tests {
    use std::cmp::Reverse;

    use super::super::{body, calm, feelings, room};
    use super::*;

    fn check_ins() -> impl Iterator<Item = (&'static Child, &'static CheckIn)> {
        children().iter().flat_map(|child| child.check_ins.iter().map(move |check_in| (child, check_in)))
    }

    fn sessions() -> impl Iterator<Item = (&'static Child, &'static Session)> {
        children().iter().flat_map(|child| child.sessions.iter().map(move |session| (child, session)))
    }

    #[test]
    fn there_is_a_child_of_every_level_with_a_term_behind_them() {
        assert!(children().iter().map(|child| child.level).eq([Level::A, Level::B, Level::C]));
        for child in children() {
            assert!((10..=14).contains(&child.check_ins.len()), "{}", child.nickname);
            assert!(child.check_ins.is_sorted_by_key(|check_in| (Reverse(check_in.days_ago), check_in.minute)));
        }
        assert!(about().source.contains("Invented"));
    }

    #[test]
    fn every_key_is_one_that_this_child_could_have_chosen() {
        for (child, check_in) in check_ins() {
            for key in check_in.feelings {
                assert!(feelings::up_to(child.level).any(|word| word.key == *key), "{}: {key}", child.nickname);
            }
            assert!(check_in.places.iter().all(|key| body::place(key).is_some()), "{}", child.nickname);
            assert!(check_in.sensations.iter().all(|key| body::sensation(key).is_some()), "{}", child.nickname);
        }
    }

    #[test]
    fn sizes_fit_the_level() {
        for (child, check_in) in check_ins() {
            let fits = match (child.level, check_in.size) {
                (_, None) => true,
                (Level::C, Some(size)) => size <= 10,
                (_, Some(size)) => (1..=5).contains(&size),
            };
            assert!(fits, "{}", child.nickname);
        }
    }

    #[test]
    fn pass_do_not_know_own_words_and_several_words_all_happen() {
        assert!(check_ins().any(|(_, check_in)| check_in.answer == Some(Answer::Pass)));
        assert!(check_ins().any(|(_, check_in)| check_in.answer == Some(Answer::DontKnow)));
        assert!(check_ins().any(|(_, check_in)| check_in.own_word.is_some()));
        assert!(check_ins().any(|(_, check_in)| check_in.feelings.len() > 1));
    }

    #[test]
    fn they_come_within_school_hours() {
        assert!(check_ins().all(|(_, check_in)| (8 * 60..16 * 60).contains(&check_in.minute)));
        assert!(sessions().all(|(_, session)| session.minute >= 8 * 60 && session.minute + session.minutes < 16 * 60));
    }

    #[test]
    fn what_was_done_and_what_a_word_is_linked_to_can_be_chosen() {
        for (child, session) in sessions() {
            assert!(session.did.iter().all(|key| room::activity(key).is_some()), "{}: {session:?}", child.nickname);
            assert!(session.calm.is_empty() || calm::find(session.calm).is_some(), "{}", session.calm);
            assert!(session.share.is_none() || !session.said.is_empty(), "{session:?}");
        }
        for child in children() {
            for (own, linked) in child.own_words {
                assert!(child.check_ins.iter().any(|check_in| check_in.own_word == Some(own)), "{own}");
                assert!(feelings::up_to(child.level).any(|word| word.key == *linked), "{linked}");
            }
        }
        assert!(children().iter().any(|child| !child.own_words.is_empty()));
    }

    /// Somebody who looks around sees sessions with what was told in them, each told in one session only.
    #[test]
    fn a_session_has_the_check_ins_that_fall_into_it() {
        for child in children() {
            assert!(child.sessions.is_sorted_by_key(|session| Reverse(session.days_ago)), "{}", child.nickname);
            for session in child.sessions {
                assert!(
                    child.check_ins.iter().any(|check_in| session.has(check_in)),
                    "{}: {session:?}",
                    child.nickname
                );
            }
            for check_in in child.check_ins {
                let of = child.sessions.iter().filter(|session| session.has(check_in));
                assert!(of.count() < 2, "{}: {check_in:?}", child.nickname);
            }
        }
    }
}
