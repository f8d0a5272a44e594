//! The way through a set of lines: one after another, another one for the same aim, and back.

use crate::content::prompts::{Aim, Line, Set};
use crate::domain::Level;

/// Where somebody is in a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    set: &'static Set,
    level: Level,
    /// The places, in the set, of the lines shown so far.
    trail: Vec<usize>,
    /// How far along the trail: going back leaves the rest of it to come again.
    at: usize,
}

impl Course {
    /// Begins with the first line for an aim, or with the first of all. Without a line at the level there is none.
    pub fn begin(set: &'static Set, level: Level, aim: Option<Aim>) -> Option<Self> {
        let nowhere = Self { set, level, trail: Vec::new(), at: 0 };
        let first = nowhere.lines().find(|(_, line)| aim.is_none_or(|aim| line.aim == aim));
        let (place, _) = first.or_else(|| nowhere.lines().next())?;
        Some(Self { trail: vec![place], ..nowhere })
    }

    /// The same aim in another level's words, where there are any.
    pub fn at_level(&self, level: Level) -> Option<Self> {
        Self::begin(self.set, level, self.aim())
    }

    /// Whether its words are of this level.
    pub fn is_at(&self, level: Level) -> bool {
        self.level == level
    }

    /// The line that is shown.
    pub fn line(&self) -> Option<&'static Line> {
        self.set.lines.get(self.place()?)
    }

    /// What the line that is shown is for.
    pub fn aim(&self) -> Option<Aim> {
        self.line().map(|line| line.aim)
    }

    /// What there are lines for, in their order.
    pub fn aims(&self) -> Vec<Aim> {
        let mut aims: Vec<_> = self.lines().map(|(_, line)| line.aim).collect();
        aims.dedup();
        aims
    }

    /// The first line for the next aim; none after the last.
    pub fn next(&self) -> Option<Self> {
        let here = self.aim()?;
        self.aims().into_iter().find(|aim| *aim > here).and_then(|aim| self.to(aim))
    }

    /// Another line for the same aim: one that was not shown yet, otherwise the one that was shown the longest ago.
    pub fn another(&self) -> Option<Self> {
        self.to(self.aim()?)
    }

    /// A line for an aim, not the one that is shown.
    pub fn to(&self, aim: Aim) -> Option<Self> {
        let here = self.place()?;
        let others = self.lines().filter(|(place, line)| line.aim == aim && *place != here).map(|(place, _)| place);
        let last_shown = |place: &usize| self.trail.iter().rposition(|shown| shown == place).map_or(0, |at| at + 1);
        let place = others.min_by_key(last_shown)?;
        let mut trail = self.trail.clone();
        trail.push(place);
        Some(Self { at: trail.len() - 1, trail, ..*self })
    }

    /// The line that was shown before.
    pub fn earlier(&self) -> Option<Self> {
        let at = self.at.checked_sub(1)?;
        Some(Self { trail: self.trail.clone(), at, ..*self })
    }

    fn place(&self) -> Option<usize> {
        self.trail.get(self.at).copied()
    }

    fn lines(&self) -> impl Iterator<Item = (usize, &'static Line)> {
        self.set.lines.iter().enumerate().filter(|(_, line)| line.ages.contains(&self.level))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::content::prompts;

    fn begun(slug: &str, level: Level, aim: Option<Aim>) -> Course {
        Course::begin(prompts::set(slug).unwrap(), level, aim).unwrap()
    }

    #[test]
    fn next_goes_from_aim_to_aim_and_ends_well() {
        for set in prompts::sets() {
            for level in Level::ALL {
                let Some(mut course) = Course::begin(set, level, None) else { continue };
                let mut aims = vec![course.aim().unwrap()];
                while let Some(next) = course.next() {
                    aims.push(next.aim().unwrap());
                    course = next;
                }
                assert_eq!(aims, course.aims(), "{}", set.slug);
                assert_eq!(aims.last(), Some(&Aim::Ending), "{}", set.slug);
            }
        }
    }

    #[test]
    fn another_shows_every_line_for_the_aim_before_one_comes_again() {
        let set = prompts::set("film-pause").unwrap();
        let mut course = begun("film-pause", Level::B, Some(Aim::Name));
        let all: Vec<_> = set.for_level(Level::B).filter(|line| line.aim == Aim::Name).collect();
        let mut shown = vec![course.line().unwrap()];
        for _ in 1..all.len() {
            course = course.another().unwrap();
            shown.push(course.line().unwrap());
        }
        assert_eq!(shown, all);
        assert_eq!(course.another().unwrap().line(), Some(all[0]));
        assert_eq!(course.another().unwrap().another().unwrap().line(), Some(all[1]));
    }

    #[test]
    fn earlier_goes_back_the_way_one_came() {
        let first = begun("walking", Level::B, None);
        assert_eq!(first.earlier(), None);
        let third = first.another().unwrap().next().unwrap();
        let second = third.earlier().unwrap();
        assert_eq!(second.line(), first.another().unwrap().line());
        assert_eq!(second.earlier().unwrap().line(), first.line());
        // What was shown further on is not the first to come again.
        assert_ne!(second.next().unwrap().line(), third.line());
    }

    #[test]
    fn no_line_is_of_another_level() {
        for level in Level::ALL {
            let mut course = begun("music", level, None);
            for _ in 0..20 {
                assert!(course.line().unwrap().ages.contains(&level));
                course = course.next().or_else(|| course.another()).unwrap();
            }
        }
    }

    #[test]
    fn another_level_keeps_the_aim() {
        let course = begun("building", Level::A, Some(Aim::Repair));
        let older = course.at_level(Level::C).unwrap();
        assert_eq!(older.aim(), Some(Aim::Repair));
        assert!(older.line().unwrap().ages.contains(&Level::C));
    }

    #[test]
    fn a_set_without_a_line_at_the_level_does_not_begin() {
        assert_eq!(Course::begin(prompts::set("mindfulness-older").unwrap(), Level::A, None), None);
    }

    #[test]
    fn an_aim_without_another_line_has_no_other() {
        let one = prompts::sets().iter().find_map(|set| {
            Level::ALL.into_iter().find_map(|level| {
                let aims: Vec<_> = set.for_level(level).map(|line| line.aim).collect();
                let alone = aims.iter().find(|aim| aims.iter().filter(|other| other == aim).count() == 1);
                alone.and_then(|aim| Course::begin(set, level, Some(*aim)))
            })
        });
        assert_eq!(one.unwrap().another(), None);
    }
}
