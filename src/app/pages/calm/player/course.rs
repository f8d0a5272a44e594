//! Where a script has got to: one line after the other, and the last words at its end.

use crate::content::calm::Activity;

/// A place in a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Course {
    activity: &'static Activity,
    at: usize,
}

impl Course {
    /// At the first line.
    pub const fn new(activity: &'static Activity) -> Self {
        Self { activity, at: 0 }
    }

    /// How many lines there are, the last words among them.
    pub const fn lines(self) -> usize {
        self.activity.steps.len() + 1
    }

    /// How many lines stand before this one.
    pub const fn at(self) -> usize {
        self.at
    }

    /// What is said here.
    pub fn line(self) -> &'static str {
        self.activity.steps.get(self.at).map_or(self.activity.after, |step| step.say)
    }

    /// About how long it takes to read this line: two words and a bit a second, as the scripts are measured.
    pub fn reading_millis(self) -> u32 {
        let words = u32::try_from(self.line().split(' ').count()).unwrap_or_default();
        words * 5_000 / 11
    }

    /// The quiet after it.
    pub fn quiet_millis(self) -> u32 {
        self.activity.steps.get(self.at).map_or(0, |step| u32::from(step.pause) * 1_000)
    }

    /// A line on; the last stays.
    #[must_use]
    pub fn forward(self) -> Self {
        Self { at: (self.at + 1).min(self.activity.steps.len()), ..self }
    }

    /// A line back; the first stays.
    #[must_use]
    pub const fn back(self) -> Self {
        Self { at: self.at.saturating_sub(1), ..self }
    }

    /// Whether there is nothing before this line.
    pub const fn is_first(self) -> bool {
        self.at == 0
    }

    /// Whether these are the last words.
    pub const fn is_last(self) -> bool {
        self.at == self.activity.steps.len()
    }

    /// Whether enough of it was heard to say that it was done.
    pub const fn is_half_done(self) -> bool {
        (self.at + 1) * 2 >= self.lines()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::content::calm;

    fn begun(slug: &str) -> Course {
        Course::new(calm::find(slug).unwrap())
    }

    #[test]
    fn every_script_is_said_to_its_last_words_and_no_further() {
        for activity in calm::all() {
            let mut course = Course::new(activity);
            let mut said = vec![course.line()];
            while !course.is_last() {
                course = course.forward();
                said.push(course.line());
            }
            let script: Vec<_> = activity.steps.iter().map(|step| step.say).chain([activity.after]).collect();
            assert_eq!(said, script);
            assert_eq!(course.forward(), course);
            assert_eq!(said.len(), course.lines());
        }
    }

    #[test]
    fn the_way_back_ends_at_the_first_line() {
        let first = begun("push-the-wall");
        assert!(first.is_first());
        assert_eq!(first.back(), first);
        assert_eq!(first.forward().forward().back(), first.forward());
    }

    #[test]
    fn half_of_the_lines_is_enough_and_the_first_is_not() {
        let mut course = begun("drum-it-up");
        assert_eq!(course.lines(), 11);
        let mut heard = 1;
        while !course.is_half_done() {
            course = course.forward();
            heard += 1;
        }
        assert_eq!(heard, 6);
    }

    #[test]
    fn by_itself_a_script_takes_about_as_long_as_it_says() {
        for activity in calm::all() {
            let (mut course, mut millis) = (Course::new(activity), 0);
            while !course.is_last() {
                millis += course.reading_millis() + course.quiet_millis();
                course = course.forward();
            }
            let told = u32::from(activity.minutes) * 60_000;
            assert!((told * 3 / 4..=told * 5 / 4).contains(&millis), "{}: {millis}", activity.slug);
        }
    }
}
