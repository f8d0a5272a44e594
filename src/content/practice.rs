//! Practice for adults: short scenes with made-up children, and what each thing one could say does. No score is kept.

use crate::domain::Level;

use super::Provenance;

/// What is practised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Skill {
    /// Meeting how strong it is.
    Attune,
    /// Saying that it makes sense.
    Validate,
    /// Holding the edge without a fight.
    Contain,
    /// Bringing the body to where it can manage.
    Soothe,
    /// Being light, at nobody’s cost.
    Playfulness,
    /// Letting it be as it is for the child.
    Acceptance,
    /// Wondering without owning the answer.
    Curiosity,
    /// Being sad, or glad, with the child.
    Empathy,
    /// Tell me, Explain, Describe, and then the DSL: when harm is possible.
    Listen,
}

/// A scene and what could be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scene {
    /// The scene’s place in an address; never changes.
    pub slug: &'static str,
    /// The level of the made-up child.
    pub level: Level,
    /// What is practised.
    pub skill: Skill,
    /// What the child does and says.
    pub what: &'static str,
    /// Three things one could say; one or two of them fit.
    pub choices: [Choice; 3],
}

/// One thing to say, and what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The words, in “ ”, and how they are said.
    pub say: &'static str,
    /// Whether it fits.
    pub fits: bool,
    /// What it does to the child; kindly, because everybody has said the other ones too.
    pub see: &'static str,
}

mod written {
    use super::{Choice, Level, Provenance, Scene, Skill};
    include!(concat!(env!("OUT_DIR"), "/practice.rs"));
}

/// All scenes, lowest level first.
pub fn scenes() -> &'static [Scene] {
    written::SCENES
}

/// The scene with this slug.
pub fn scene(slug: &str) -> Option<&'static Scene> {
    scenes().iter().find(|scene| scene.slug == slug)
}

/// Where the scenes come from.
pub fn about() -> &'static Provenance {
    written::ABOUT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scene_is_found_by_its_slug() {
        for one in scenes() {
            assert_eq!(scene(one.slug), Some(one));
        }
        assert_eq!(scene("tower"), None);
    }

    #[test]
    fn listening_is_practised_at_every_level() {
        assert!(scenes().is_sorted_by_key(|scene| scene.level));
        for level in Level::ALL {
            assert!(scenes().iter().any(|scene| scene.level == level && scene.skill == Skill::Listen), "{level:?}");
        }
    }

    /// Whoever always took the first thing to say would learn nothing from it.
    #[test]
    fn what_fits_does_not_always_stand_in_the_same_place() {
        for place in 0..3 {
            let fitting = scenes().iter().filter(|scene| scene.choices.get(place).is_some_and(|choice| choice.fits));
            assert!(fitting.clone().count() * 5 >= scenes().len(), "place {place}: {}", fitting.count());
        }
    }

    #[test]
    fn no_answer_is_called_wrong() {
        for choice in scenes().iter().flat_map(|scene| scene.choices) {
            for word in ["Wrong", "wrong answer", "Correct", "mistake", "Never say"] {
                assert!(!choice.see.contains(word), "{word}: {}", choice.see);
            }
        }
    }
}
