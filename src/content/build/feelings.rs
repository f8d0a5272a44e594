//! The feeling words of the three levels: `feelings/level_*.toml`.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::reading::{About, Reading};
use crate::rules;

/// Each level's file, its name, and how many words it adds to the level below.
const LEVELS: [(&str, &str, usize); 3] =
    [("feelings/level_a.toml", "A", 16), ("feelings/level_b.toml", "B", 20), ("feelings/level_c.toml", "C", 28)];

/// Two words may not come closer than this on the pad: a finger must be able to tell them apart.
const LEAST_DISTANCE: i64 = 10;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    about: About,
    word: Vec<Word>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Word {
    key: String,
    word: String,
    pleasantness: i64,
    energy: i64,
    brow: i64,
    meaning: String,
    #[serde(default)]
    quiet_flag: bool,
}

/// All words with their level, lowest level first.
#[derive(Default)]
pub struct Feelings {
    words: Vec<(&'static str, Word)>,
    abouts: String,
}

/// Reads and checks the three files.
pub fn read(reading: &mut Reading) -> Feelings {
    let mut all = Feelings::default();
    let mut keys = BTreeSet::new();
    for (name, level, count) in LEVELS {
        let Some(file) = reading.file::<File>(name) else {
            continue;
        };
        let mut spot = reading.spot(name, "file");
        if file.word.len() != count {
            spot.fault(&format!("has {} words; level {level} adds {count}", file.word.len()));
        }
        all.abouts += &format!("    {},\n", spot.about(&file.about));
        for word in file.word {
            let mut spot = reading.spot(name, &format!("word “{}”", word.key));
            spot.key(&word.key, &mut keys);
            spot.text("word", &word.word);
            spot.check("pleasantness", rules::axis(word.pleasantness));
            spot.check("energy", rules::axis(word.energy));
            spot.check("brow", rules::axis(word.brow));
            spot.check("meaning", rules::meaning(&word.word, &word.meaning));
            for (_, other) in &all.words {
                if word.distance_squared(other) < LEAST_DISTANCE * LEAST_DISTANCE {
                    spot.fault(&format!("lies closer than {LEAST_DISTANCE} to “{}” on the pad", other.key));
                }
            }
            all.words.push((level, word));
        }
    }
    all
}

impl Word {
    fn distance_squared(&self, other: &Self) -> i64 {
        (self.pleasantness - other.pleasantness).pow(2) + (self.energy - other.energy).pow(2)
    }
}

impl Feelings {
    /// Whether a child of `level` is offered the word.
    pub fn has(&self, level: &str, key: &str) -> bool {
        self.words.iter().any(|(of, word)| *of <= level && word.key == key)
    }

    /// The keys of the words that `level` adds to the levels below.
    pub fn added_at(&self, level: &str) -> impl Iterator<Item = &str> {
        self.words.iter().filter(move |(of, _)| *of == level).map(|(_, word)| word.key.as_str())
    }

    /// The Rust for the words.
    pub fn rust(&self) -> String {
        let mut words = String::new();
        for (level, Word { key, word, pleasantness, energy, brow, meaning, quiet_flag }) in &self.words {
            words += &format!(
                "    FeelingWord {{ key: {key:?}, word: {word:?}, level: Level::{level}, \
                 pleasantness: {pleasantness}, energy: {energy}, \
                 brow: {brow}, meaning: {meaning:?}, quiet_flag: {quiet_flag} }},\n"
            );
        }
        format!(
            "pub(super) static ABOUT: [&Provenance; {}] = [\n{}];\n\
             pub(super) static WORDS: &[FeelingWord] = &[\n{words}];\n",
            LEVELS.len(),
            self.abouts
        )
    }
}
