//! The places in braces that are filled in, and the words to a child in which they stand.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::NAME;
use crate::reading::{Reading, Spot};
use crate::rules;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fill {
    key: String,
    words: String,
}

/// The names that may stand in braces, and which of them did.
#[derive(Default)]
pub struct Blanks {
    known: BTreeSet<String>,
    used: BTreeSet<String>,
}

impl Blanks {
    /// Checks what can be filled in, and gives the Rust for it.
    pub fn fills(&mut self, reading: &mut Reading, fills: &[Fill]) -> String {
        let mut rust = String::new();
        for Fill { key, words } in fills {
            let mut spot = reading.spot(NAME, &format!("fill “{key}”"));
            spot.key(key, &mut self.known);
            spot.text("words", words);
            rust += &format!("    Fill {{ key: {key:?}, words: {words:?} }},\n");
        }
        format!("pub(super) static FILLS: &[Fill] = &[\n{rust}];\n")
    }

    /// Words to a child: a line long at most, no promise that cannot be kept, and only braces that can be filled in.
    pub fn line(&mut self, spot: &mut Spot<'_>, field: &str, value: &str) {
        spot.short(field, value, 140);
        spot.check(field, rules::no_promise(value));
        for name in spot.check(field, rules::blanks(value)).unwrap_or_default() {
            if !self.known.contains(name) {
                spot.fault(&format!("{field} has {{{name}}}, and there is no such fill: {value}"));
            }
            self.used.insert(name.to_owned());
        }
    }

    /// A list of such words.
    pub fn lines(&mut self, spot: &mut Spot<'_>, field: &str, values: &[String], least: usize, most: usize) {
        spot.texts(field, values, least, most);
        for value in values {
            self.line(spot, field, value);
        }
    }

    /// What is filled in nowhere has lost its place by accident.
    pub fn all_used(&self, reading: &mut Reading) {
        for unused in self.known.difference(&self.used) {
            reading.spot(NAME, &format!("fill “{unused}”")).fault("is filled in nowhere");
        }
    }
}
