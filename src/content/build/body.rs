//! Where in the body, and what it is like there: `body.toml`.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::reading::{About, Reading};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BodyFile {
    ask_place: String,
    ask_sensation: String,
    about: About,
    place: Vec<Place>,
    sensation: Vec<Sensation>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Place {
    key: String,
    word: String,
    phrase: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sensation {
    key: String,
    word: String,
    meaning: String,
}

/// The checked words for the body.
#[derive(Default)]
pub struct Body {
    places: BTreeSet<String>,
    sensations: BTreeSet<String>,
    rust: String,
}

/// Reads and checks the file.
pub fn read(reading: &mut Reading) -> Body {
    let mut body = Body::default();
    body.take(reading, "body.toml");
    body
}

impl Body {
    /// Whether there is such a place.
    pub fn has_place(&self, key: &str) -> bool {
        self.places.contains(key)
    }

    /// Whether there is such a sensation.
    pub fn has_sensation(&self, key: &str) -> bool {
        self.sensations.contains(key)
    }

    /// The Rust for them.
    pub fn rust(&self) -> String {
        self.rust.clone()
    }

    fn take(&mut self, reading: &mut Reading, name: &str) {
        let Some(BodyFile { ask_place, ask_sensation, about, place, sensation }) = reading.file(name) else {
            return;
        };
        let mut spot = reading.spot(name, "file");
        spot.text("ask_place", &ask_place);
        spot.text("ask_sensation", &ask_sensation);
        let about = spot.about(&about);
        let (mut places, mut sensations) = (String::new(), String::new());
        for Place { key, word, phrase } in place {
            let mut spot = reading.spot(name, &format!("place “{key}”"));
            spot.key(&key, &mut self.places);
            spot.text("word", &word);
            spot.text("phrase", &phrase);
            places += &format!("    Place {{ key: {key:?}, word: {word:?}, phrase: {phrase:?} }},\n");
        }
        for Sensation { key, word, meaning } in sensation {
            let mut spot = reading.spot(name, &format!("sensation “{key}”"));
            spot.key(&key, &mut self.sensations);
            spot.text("word", &word);
            spot.text("meaning", &meaning);
            sensations += &format!("    Sensation {{ key: {key:?}, word: {word:?}, meaning: {meaning:?} }},\n");
        }
        // An answer for a child who feels nothing, or cannot say where, must always be there.
        if !self.has_place("nowhere") || !self.has_sensation("nothing") {
            reading.spot(name, "file").fault("the place “nowhere” and the sensation “nothing” must stay");
        }
        self.rust = format!(
            "pub(super) static QUESTIONS: Questions = Questions {{ place: {ask_place:?}, \
             sensation: {ask_sensation:?}, about: {about} }};\n\
             pub(super) static PLACES: &[Place] = &[\n{places}];\n\
             pub(super) static SENSATIONS: &[Sensation] = &[\n{sensations}];\n"
        );
    }
}
