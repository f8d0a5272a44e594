//! The lines that answer a feeling: `lines/level_*.toml`.

use serde::Deserialize;

use crate::feelings::Feelings;
use crate::level::{self, Level};
use crate::reading::{About, Reading, Spot};
use crate::rules;

/// Each level’s file.
const FILES: [(&str, Level); 3] =
    [("lines/level_a.toml", Level::A), ("lines/level_b.toml", Level::B), ("lines/level_c.toml", Level::C)];

/// Whoever comes with the same word tomorrow does not hear the same line again.
const LEAST_SETS: usize = 2;

/// A line is said while looking at the child, and not at the screen.
const LONGEST_LINE: usize = 90;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    about: About,
    lines: Vec<Lines>,
    general: Vec<Lines>,
}

/// A set of lines; without a key it answers a word of the child’s own.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lines {
    key: Option<String>,
    energy: Option<Energy>,
    attune: String,
    validate: String,
    contain: String,
    soothe: String,
    wonder: String,
    listen: String,
}

#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Energy {
    High,
    Low,
}

/// Checks the lines against the words there are and gives the Rust for them.
pub fn read(reading: &mut Reading, feelings: &Feelings) -> String {
    let (mut abouts, mut answers, mut generals) = (String::new(), Vec::new(), Vec::new());
    for (name, level) in FILES {
        let Some(file) = reading.file::<File>(name) else {
            continue;
        };
        let mut spot = reading.spot(name, "file");
        abouts += &format!("    {},\n", spot.about(&file.about));
        if file.general.iter().any(|lines| lines.key.is_some()) || file.lines.iter().any(|lines| lines.key.is_none()) {
            spot.fault("every [[lines]] has the key of a feeling, and no [[general]] has one");
        }
        let level_name = format!("{level:?}");
        let mut keys: Vec<&str> = feelings.added_at(&level_name).collect();
        for key in file.lines.iter().filter_map(|lines| lines.key.as_deref()) {
            if !feelings.has(&level_name, key) {
                spot.fault(&format!("level {level_name} has no feeling “{key}”"));
            }
            // A word of a level below may be answered here too, in the words of this level.
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        let mut sets = String::new();
        for key in keys {
            let lines: Vec<_> = file.lines.iter().filter(|lines| lines.key.as_deref() == Some(key)).collect();
            let lines = all(&mut reading.spot(name, &format!("lines “{key}”")), &lines, LEAST_SETS, 1);
            sets += &format!("    ({key:?}, &[\n{lines}    ]),\n");
        }
        answers.push((level, format!("[\n{sets}]")));
        let lines: Vec<_> = file.general.iter().collect();
        let lines = all(&mut reading.spot(name, "general"), &lines, 2 * LEAST_SETS, LEAST_SETS);
        generals.push((level, format!("[\n{lines}]")));
    }
    let mut spot = reading.spot("lines", "all files");
    let (answers, generals) = (level::one_for_each(&mut spot, &answers), level::one_for_each(&mut spot, &generals));
    format!(
        "pub(super) static ABOUT: [&Provenance; {}] = [\n{abouts}];\n\
         pub(super) static FEELINGS: ByLevel<&[(&str, &[Lines])]> = {answers};\n\
         pub(super) static GENERAL: ByLevel<&[Lines]> = {generals};\n",
        FILES.len()
    )
}

/// The Rust for the sets of a word: `least` at least, and for either strength `least_each`.
fn all(spot: &mut Spot<'_>, lines: &[&Lines], least: usize, least_each: usize) -> String {
    if lines.len() < least {
        spot.fault(&format!("has {} sets; it needs {least}", lines.len()));
    }
    for energy in [Energy::High, Energy::Low] {
        let served = lines.iter().filter(|lines| lines.energy.is_none_or(|of| of == energy)).count();
        if served < least_each {
            spot.fault(&format!("has {served} sets for {energy:?} energy; it needs {least_each}"));
        }
    }
    lines.iter().map(|lines| format!("        {},\n", lines.rust(spot))).collect()
}

impl Lines {
    fn rust(&self, spot: &mut Spot<'_>) -> String {
        let Self { energy, attune, validate, contain, soothe, wonder, listen, .. } = self;
        let mut rust = String::from("Lines { energy: ");
        rust += &energy.map_or("None".to_owned(), |energy| format!("Some(Energy::{energy:?})"));
        for (field, line) in [
            ("attune", attune),
            ("validate", validate),
            ("contain", contain),
            ("soothe", soothe),
            ("wonder", wonder),
            ("listen", listen),
        ] {
            spot.short(field, line, LONGEST_LINE);
            spot.check(field, rules::script(line));
            spot.check(field, rules::no_promise(line));
            rust += &format!(", {field}: {line:?}");
        }
        spot.check("wonder", rules::leading(wonder));
        spot.check("listen", rules::listening(listen));
        rust + " }"
    }
}
