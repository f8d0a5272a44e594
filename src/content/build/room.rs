//! The words of a session: `room.toml`.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::level::ByLevel;
use crate::reading::{About, Reading, Spot};

/// The stages of a session. Their keys are stored, and the app knows each of them.
const STAGES: [&str; 6] = ["arrive", "check-in", "activity", "reflect", "calm-close", "back-to-class"];

/// The other ways in when words do not come.
const WAYS_IN: [&str; 3] = ["weather", "colours", "animals"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    about: About,
    stage: Vec<Stage>,
    template: Vec<Template>,
    activity: Vec<Activity>,
    help: Vec<Help>,
    way_in: Vec<WayIn>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stage {
    key: String,
    title: String,
    for_adult: String,
    for_child: ByLevel<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Template {
    key: String,
    title: String,
    minutes: u8,
    for_adult: String,
    stage: Vec<Planned>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Planned {
    key: String,
    minutes: u8,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Activity {
    key: String,
    name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Help {
    key: String,
    words: ByLevel<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WayIn {
    key: String,
    title: String,
    ask: ByLevel<String>,
    choice: Vec<Choice>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Choice {
    key: String,
    name: String,
    words: String,
}

/// Checks the file and gives the Rust for it.
pub fn read(reading: &mut Reading) -> String {
    let name = "room.toml";
    let Some(File { about, stage, template, activity, help, way_in }) = reading.file(name) else {
        return String::new();
    };
    let mut spot = reading.spot(name, "file");
    let about = spot.about(&about);
    if !stage.iter().map(|stage| stage.key.as_str()).eq(STAGES) {
        spot.fault(&format!("the stages must be {}, in that order", STAGES.join(", ")));
    }
    if !way_in.iter().map(|way| way.key.as_str()).eq(WAYS_IN) {
        spot.fault(&format!("the ways in must be {}, in that order", WAYS_IN.join(", ")));
    }
    format!("pub(super) static ABOUT: &Provenance = {about};\n")
        + &list(reading, name, &stage)
        + &list(reading, name, &template)
        + &list(reading, name, &activity)
        + &list(reading, name, &help)
        + &list(reading, name, &way_in)
}

/// What has a key of its own and stands in a list.
trait Entry {
    /// What the file calls it.
    const KIND: &str;
    /// The list’s name in Rust, and the type of what is in it.
    const RUST: (&str, &str);

    fn key(&self) -> &str;
    fn rust(&self, spot: &mut Spot<'_>) -> String;
}

/// The Rust for a list, each entry looked at under its own name.
fn list<T: Entry>(reading: &mut Reading, file: &str, entries: &[T]) -> String {
    let (mut rust, mut keys) = (String::new(), BTreeSet::new());
    for entry in entries {
        let mut spot = reading.spot(file, &format!("{} “{}”", T::KIND, entry.key()));
        spot.key(entry.key(), &mut keys);
        rust += &format!("    {},\n", entry.rust(&mut spot));
    }
    let (name, of) = T::RUST;
    format!("pub(super) static {name}: [{of}; {}] = [\n{rust}];\n", entries.len())
}

impl Entry for Stage {
    const KIND: &str = "stage";
    const RUST: (&str, &str) = ("STAGES", "Stage");

    fn key(&self) -> &str {
        &self.key
    }

    fn rust(&self, spot: &mut Spot<'_>) -> String {
        let Self { key, title, for_adult, for_child } = self;
        spot.text("title", title);
        spot.text("for_adult", for_adult);
        let for_child = for_child.texts(spot, "for_child", 60);
        format!("Stage {{ key: {key:?}, title: {title:?}, for_adult: {for_adult:?}, for_child: {for_child} }}")
    }
}

impl Entry for Template {
    const KIND: &str = "template";
    const RUST: (&str, &str) = ("TEMPLATES", "Template");

    fn key(&self) -> &str {
        &self.key
    }

    fn rust(&self, spot: &mut Spot<'_>) -> String {
        let Self { key, title, minutes, for_adult, stage: stages } = self;
        spot.text("title", title);
        spot.text("for_adult", for_adult);
        let (mut rust, mut sum, mut seen) = (String::new(), 0, BTreeSet::new());
        for Planned { key, minutes } in stages {
            if !STAGES.contains(&key.as_str()) || !seen.insert(key) || *minutes == 0 {
                spot.fault(&format!("“{key}” must be one of the six stages, there once, with a minute or more"));
            }
            sum += u16::from(*minutes);
            rust += &format!("Planned {{ stage: {key:?}, minutes: {minutes} }}, ");
        }
        if sum != u16::from(*minutes) {
            spot.fault(&format!("has stages of {sum} minutes in all, and {minutes} of its own"));
        }
        // However short it is: a child is greeted, and is not left at the door.
        if !["arrive", "back-to-class"]
            .into_iter()
            .eq([stages.first(), stages.last()].into_iter().flatten().map(|at| &at.key))
        {
            spot.fault("begins with arrive and ends with back-to-class");
        }
        format!(
            "Template {{ key: {key:?}, title: {title:?}, minutes: {minutes}, for_adult: {for_adult:?}, \
             stages: &[{rust}] }}"
        )
    }
}

impl Entry for Activity {
    const KIND: &str = "activity";
    const RUST: (&str, &str) = ("ACTIVITIES", "Activity");

    fn key(&self) -> &str {
        &self.key
    }

    fn rust(&self, spot: &mut Spot<'_>) -> String {
        let Self { key, name } = self;
        spot.short("name", name, 30);
        format!("Activity {{ key: {key:?}, name: {name:?} }}")
    }
}

impl Entry for Help {
    const KIND: &str = "help";
    const RUST: (&str, &str) = ("HELP", "Help");

    fn key(&self) -> &str {
        &self.key
    }

    fn rust(&self, spot: &mut Spot<'_>) -> String {
        let words = self.words.texts(spot, "words", 28);
        format!("Help {{ key: {:?}, words: {words} }}", self.key)
    }
}

impl Entry for WayIn {
    const KIND: &str = "way_in";
    const RUST: (&str, &str) = ("WAYS_IN", "WayIn");

    fn key(&self) -> &str {
        &self.key
    }

    fn rust(&self, spot: &mut Spot<'_>) -> String {
        let Self { key, title, ask, choice: choices } = self;
        spot.text("title", title);
        let ask = ask.texts(spot, "ask", 60);
        if choices.len() < 6 {
            spot.fault("has fewer than six choices");
        }
        let (mut rust, mut keys) = (String::new(), BTreeSet::new());
        for Choice { key, name, words } in choices {
            spot.key(key, &mut keys);
            spot.short("name", name, 28);
            spot.short("words", words, 60);
            rust += &format!("        Choice {{ key: {key:?}, name: {name:?}, words: {words:?} }},\n");
        }
        format!("WayIn {{ key: {key:?}, title: {title:?}, ask: {ask}, choices: &[\n{rust}    ] }}")
    }
}
