//! The words of a session: its stages, how the minutes are shared out, what was done, what would help, and other ways in
//! when words do not come.

use crate::domain::session::{self, Course};

use super::{ByLevel, Provenance};

/// A stage of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stage {
    /// What is kept in a session; never changes.
    pub key: &'static str,
    /// Its name on screen.
    pub title: &'static str,
    /// What it is for.
    pub for_adult: &'static str,
    /// What stands on the child’s screen.
    pub for_child: ByLevel<&'static str>,
}

/// A way to share out the minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Template {
    /// What is kept in a session; never changes.
    pub key: &'static str,
    /// Its name on screen.
    pub title: &'static str,
    /// All minutes together.
    pub minutes: u8,
    /// When it is the right one.
    pub for_adult: &'static str,
    /// The stages in order; one may be left out or moved.
    pub stages: &'static [Planned],
}

/// A stage with its share of the minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The key of the stage.
    pub stage: &'static str,
    /// How long it takes.
    pub minutes: u8,
}

/// Something that was done, logged with one tap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Activity {
    /// What is kept in a session; never changes.
    pub key: &'static str,
    /// Its name on its button.
    pub name: &'static str,
}

/// An answer to “What would help?”.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Help {
    /// What is kept in a check-in; never changes.
    pub key: &'static str,
    /// The words on its button.
    pub words: ByLevel<&'static str>,
}

/// Another way in: a picture in place of a feeling word. None means a feeling until the child says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WayIn {
    /// What is kept in a check-in; never changes.
    pub key: &'static str,
    /// Its name for the adult.
    pub title: &'static str,
    /// How the child is asked.
    pub ask: ByLevel<&'static str>,
    /// What can be chosen.
    pub choices: &'static [Choice],
}

/// One picture to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is kept in a check-in; never changes.
    pub key: &'static str,
    /// The word on its button.
    pub name: &'static str,
    /// What it looks like; read aloud.
    pub words: &'static str,
}

mod written {
    use super::{Activity, ByLevel, Choice, Help, Planned, Provenance, Stage, Template, WayIn};
    include!(concat!(env!("OUT_DIR"), "/room.rs"));
}

/// The six stages, in their usual order.
pub fn stages() -> &'static [Stage] {
    &written::STAGES
}

/// The stage with this key.
pub fn stage(key: &str) -> Option<&'static Stage> {
    stages().iter().find(|stage| stage.key == key)
}

/// The ways to share out the minutes.
pub fn templates() -> &'static [Template] {
    &written::TEMPLATES
}

/// The template with this key.
pub fn template(key: &str) -> Option<&'static Template> {
    templates().iter().find(|template| template.key == key)
}

/// What can be logged as done.
pub fn activities() -> &'static [Activity] {
    &written::ACTIVITIES
}

/// The activity with this key.
pub fn activity(key: &str) -> Option<&'static Activity> {
    activities().iter().find(|activity| activity.key == key)
}

/// What would help. The adult puts out up to four of them.
pub fn help_choices() -> &'static [Help] {
    &written::HELP
}

/// The answer with this key.
pub fn help(key: &str) -> Option<&'static Help> {
    help_choices().iter().find(|help| help.key == key)
}

/// All other ways in, in the order in which they are offered.
pub fn ways_in() -> &'static [WayIn; 3] {
    &written::WAYS_IN
}

/// The weather inside.
pub fn weather() -> &'static WayIn {
    let [weather, _, _] = ways_in();
    weather
}

/// A colour for today.
pub fn colours() -> &'static WayIn {
    let [_, colours, _] = ways_in();
    colours
}

/// An animal that is like today.
pub fn animals() -> &'static WayIn {
    let [_, _, animals] = ways_in();
    animals
}

/// Where these words come from.
pub fn about() -> &'static Provenance {
    written::ABOUT
}

/// What can be logged with one tap: everything but "something else", which is typed.
pub fn activities_by_name() -> impl Iterator<Item = &'static Activity> {
    activities().iter().filter(|activity| activity.key != "something-else")
}

impl Template {
    /// Whether it is for somebody who came by themselves.
    pub fn is_drop_in(&self) -> bool {
        self.key == "drop-in"
    }

    /// The course of a session by this template. Nothing if it named a stage that no session has, which a test rules out.
    pub fn course(&self) -> Option<Course> {
        let stages = self.stages.iter();
        let named = stages.map(|planned| Some((session::Stage::from_key(planned.stage)?, planned.minutes.into())));
        Course::of(&named.collect::<Option<Vec<_>>>()?)
    }
}

impl WayIn {
    /// The choice with this key.
    pub fn choice(&self, key: &str) -> Option<&'static Choice> {
        self.choices.iter().find(|choice| choice.key == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::feelings;

    #[test]
    fn all_is_found_by_its_key() {
        assert!(stages().iter().all(|one| stage(one.key) == Some(one)));
        assert!(templates().iter().all(|one| template(one.key) == Some(one)));
        assert!(activities().iter().all(|one| activity(one.key) == Some(one)));
        assert!(help_choices().iter().all(|one| help(one.key) == Some(one)));
        for way in ways_in() {
            assert!(way.choices.iter().all(|one| way.choice(one.key) == Some(one)));
        }
        assert_eq!([weather(), colours(), animals()].map(|way| way.key), ["weather", "colours", "animals"]);
    }

    #[test]
    fn there_is_a_plan_for_an_hour_half_an_hour_and_a_quarter() {
        let minutes: Vec<_> = templates().iter().map(|template| template.minutes).collect();
        assert_eq!(minutes, [60, 30, 15, 15]);
    }

    #[test]
    fn the_stages_here_are_those_of_a_session() {
        let keys: Vec<_> = stages().iter().map(|stage| stage.key).collect();
        assert_eq!(keys, session::Stage::ALL.map(session::Stage::key));
        for template in templates() {
            let course = template.course();
            assert_eq!(course.map(|course| course.minutes()), Some(template.minutes.into()), "{}", template.key);
        }
    }

    #[test]
    fn doing_something_else_and_wanting_nothing_are_answers() {
        assert!(activity("something-else").is_some());
        assert!(help("nothing-now").is_some());
    }

    /// A picture is not a feeling in disguise: its words must not say what it means.
    #[test]
    fn no_picture_names_a_feeling() {
        for choice in ways_in().iter().flat_map(|way| way.choices) {
            for word in choice.words.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
                assert_eq!(feelings::find(&word.to_lowercase()), None, "{}: {}", choice.key, choice.words);
            }
        }
    }
}
