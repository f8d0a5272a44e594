//! The order in which the scenes are offered: what is practised first, then the level.

use crate::content::practice::{self, Scene, Skill};

/// What the scenes practise, in the order of the cards; listening last, because it goes before everything else.
pub const GROUPS: [Group; 3] = [Group::Vrf, Group::Pace, Group::Listen];

/// What belongs together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The relational functions.
    Vrf,
    /// PACE.
    Pace,
    /// When harm is possible.
    Listen,
}

impl Group {
    /// What is practised in it.
    pub const fn skills(self) -> &'static [Skill] {
        match self {
            Self::Vrf => &[Skill::Attune, Skill::Validate, Skill::Contain, Skill::Soothe],
            Self::Pace => &[Skill::Playfulness, Skill::Acceptance, Skill::Curiosity, Skill::Empathy],
            Self::Listen => &[Skill::Listen],
        }
    }
}

/// The reference card of a skill; none for listening, which has the safeguarding page.
pub const fn card(skill: Skill) -> Option<&'static str> {
    Some(match skill {
        Skill::Attune => "attune",
        Skill::Validate => "validate",
        Skill::Contain => "contain",
        Skill::Soothe => "soothe-regulate",
        Skill::Playfulness => "playfulness",
        Skill::Acceptance => "acceptance",
        Skill::Curiosity => "curiosity",
        Skill::Empathy => "empathy",
        Skill::Listen => return None,
    })
}

/// The scenes for one skill, lowest level first.
pub fn of(skill: Skill) -> impl Iterator<Item = &'static Scene> {
    practice::scenes().iter().filter(move |scene| scene.skill == skill)
}

/// All scenes, in the order in which they are offered.
pub fn all() -> impl Iterator<Item = &'static Scene> {
    GROUPS.into_iter().flat_map(Group::skills).flat_map(|skill| of(*skill))
}

/// The scene after this one; after the last, the first.
pub fn after(scene: &Scene) -> Option<&'static Scene> {
    all().skip_while(|other| other.slug != scene.slug).nth(1).or_else(|| all().next())
}

/// What a scene is called in a list: its first sentence.
pub fn first_sentence(scene: &'static Scene) -> String {
    match scene.what.split_once(". ") {
        Some((first, _)) => [first, "."].concat(),
        None => scene.what.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::content::cards;

    #[test]
    fn every_scene_is_offered_once() {
        let mut offered: Vec<_> = all().map(|scene| scene.slug).collect();
        let mut there: Vec<_> = practice::scenes().iter().map(|scene| scene.slug).collect();
        offered.sort_unstable();
        there.sort_unstable();
        assert_eq!(offered, there);
    }

    #[test]
    fn another_scene_leads_through_all_of_them_and_round_again() {
        let first = all().next().unwrap();
        let mut scene = after(first).unwrap();
        let mut seen = 1;
        while scene != first {
            scene = after(scene).unwrap();
            seen += 1;
        }
        assert_eq!(seen, practice::scenes().len());
    }

    #[test]
    fn every_skill_but_listening_has_its_card() {
        for scene in practice::scenes() {
            match card(scene.skill) {
                Some(slug) => assert!(cards::find(slug).is_some(), "{slug}"),
                None => assert_eq!(scene.skill, Skill::Listen),
            }
        }
    }

    #[test]
    fn scenes_are_called_by_short_sentences_of_their_own() {
        let mut called: Vec<_> = all().map(first_sentence).collect();
        assert!(called.iter().all(|called| called.chars().count() <= 140 && !called.is_empty()));
        called.sort_unstable();
        called.dedup();
        assert_eq!(called.len(), practice::scenes().len());
    }
}
