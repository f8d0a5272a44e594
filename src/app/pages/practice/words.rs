//! What the practice pages say themselves; the scenes come from the content.

use crate::content::practice::{Choice, Skill};

use super::order::Group;

/// The page of all scenes.
pub const PRACTICE: &str = "Practice";
/// Below its title.
pub const PRACTICE_LINE: &str =
    "Short scenes with made-up children. Pick what you might say, then see what each line does.";
/// What does not happen.
pub const NO_SCORE: &str = "No score, and nothing is kept. Everybody has said all of these.";
/// Above the three lines.
pub const WHAT_WOULD_YOU_SAY: &str = "What might you say?";
/// Beside the line that was picked.
pub const PICKED: &str = "your pick";
/// The way to the next scene.
pub const ANOTHER_SCENE: &str = "Another scene";
/// There is no such scene.
pub const NO_SCENE: &str = "That scene is not here";
/// The way to all of them.
pub const ALL_SCENES: &str = "See all the scenes";
/// The way to the safeguarding page.
pub const WHEN_HARM: &str = "Worried about a child";

/// Heading of a group.
pub const fn group(group: Group) -> &'static str {
    match group {
        Group::Vrf => "Relational functions",
        Group::Pace => "PACE",
        Group::Listen => "When harm is possible",
    }
}

/// What is practised.
pub const fn skill(skill: Skill) -> &'static str {
    match skill {
        Skill::Attune => "Attune",
        Skill::Validate => "Validate",
        Skill::Contain => "Contain",
        Skill::Soothe => "Soothe and regulate",
        Skill::Playfulness => "Playfulness",
        Skill::Acceptance => "Acceptance",
        Skill::Curiosity => "Curiosity",
        Skill::Empathy => "Empathy",
        Skill::Listen => "Listen: Tell me, Explain, Describe",
    }
}

/// What a line does, in two words.
pub const fn does(choice: &Choice) -> &'static str {
    if choice.fits { "Fits here." } else { "Does something else." }
}

/// The link to the card of a skill.
pub fn card_of(title: &str) -> String {
    format!("The card: {title}")
}

/// The level of the made-up child.
pub fn level(letter: &str) -> String {
    format!("Level {letter}")
}
