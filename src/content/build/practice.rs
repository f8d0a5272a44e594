//! The practice scenes for adults: `practice.toml`.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::level::Level;
use crate::reading::{About, Reading, Spot};
use crate::rules;

/// Listening when harm is possible is the one skill that nobody gets to try out first.
const LEAST_TO_LISTEN: usize = 3;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    about: About,
    scene: Vec<Scene>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scene {
    slug: String,
    level: Level,
    skill: Skill,
    what: String,
    option: Vec<Choice>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Choice {
    say: String,
    fits: bool,
    see: String,
}

#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Skill {
    Attune,
    Validate,
    Contain,
    Soothe,
    Playfulness,
    Acceptance,
    Curiosity,
    Empathy,
    Listen,
}

const SKILLS: [Skill; 9] = [
    Skill::Attune,
    Skill::Validate,
    Skill::Contain,
    Skill::Soothe,
    Skill::Playfulness,
    Skill::Acceptance,
    Skill::Curiosity,
    Skill::Empathy,
    Skill::Listen,
];

/// Checks the scenes and gives the Rust for them.
pub fn read(reading: &mut Reading) -> String {
    let name = "practice.toml";
    let Some(File { about, scene: scenes }) = reading.file(name) else {
        return String::new();
    };
    let mut spot = reading.spot(name, "file");
    let about = spot.about(&about);
    if scenes.iter().filter(|scene| scene.skill == Skill::Listen).count() < LEAST_TO_LISTEN {
        spot.fault(&format!("has fewer than {LEAST_TO_LISTEN} scenes with the skill listen"));
    }
    for skill in SKILLS.iter().filter(|skill| !scenes.iter().any(|scene| scene.skill == **skill)) {
        spot.fault(&format!("has no scene with the skill {skill:?}"));
    }
    let (mut rust, mut slugs) = (String::new(), BTreeSet::new());
    for scene in &scenes {
        let mut spot = reading.spot(name, &format!("scene “{}”", scene.slug));
        spot.key(&scene.slug, &mut slugs);
        rust += &scene.rust(&mut spot);
    }
    format!("pub(super) static ABOUT: &Provenance = {about};\npub(super) static SCENES: &[Scene] = &[\n{rust}];\n")
}

impl Scene {
    fn rust(&self, spot: &mut Spot<'_>) -> String {
        let Self { slug, level, skill, what, option: choices } = self;
        spot.short("what", what, 240);
        let fit = choices.iter().filter(|choice| choice.fits).count();
        if choices.len() != 3 || !(1..=2).contains(&fit) {
            spot.fault(&format!("has {} options of which {fit} fit; three, and one or two fit", choices.len()));
        }
        let mut rust = String::new();
        for Choice { say, fits, see } in choices {
            spot.short("say", say, 200);
            spot.short("see", see, 200);
            if !say.contains('“') {
                spot.fault(&format!("say holds words to say, in “ ”: {say}"));
            }
            if *fits && *skill == Skill::Listen {
                spot.check("say", rules::listening(say));
                spot.check("say", rules::no_promise(say));
                if ["Tell me", "Explain", "Describe"].iter().all(|open| !say.contains(open)) {
                    spot.fault(&format!("what fits opens with Tell me, Explain or Describe: {say}"));
                }
                if !see.contains("DSL") {
                    spot.fault(&format!("what fits goes on to the DSL: {see}"));
                }
            }
            rust += &format!("        Choice {{ say: {say:?}, fits: {fits}, see: {see:?} }},\n");
        }
        format!(
            "    Scene {{ slug: {slug:?}, level: Level::{level:?}, skill: Skill::{skill:?}, what: {what:?}, \
             choices: [\n{rust}    ] }},\n"
        )
    }
}
