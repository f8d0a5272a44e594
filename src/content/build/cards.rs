//! The reference cards: `cards/*.toml`.

use std::{collections::BTreeSet, fmt::Write};

use serde::Deserialize;

use crate::reading::{About, Reading};
use crate::rules;

/// Each family's file, its name in Rust, and how many cards belong to it.
const FAMILIES: [(&str, &str, usize); 2] = [("cards/pace.toml", "Pace", 4), ("cards/vrf.toml", "Vrf", 4)];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Headings {
    means: String,
    say: String,
    avoid: String,
    stop: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    family: Family,
    card: Vec<Card>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Family {
    title: String,
    in_a_line: String,
    means: Vec<String>,
    flow: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Card {
    slug: String,
    title: String,
    order: u8,
    in_a_line: String,
    means: Vec<String>,
    say: Vec<String>,
    avoid: Vec<String>,
    stop: Vec<String>,
    credit: String,
    about: About,
}

/// Checks all cards and gives the Rust for them.
pub fn read(reading: &mut Reading) -> String {
    let (mut families, mut cards) = (String::new(), String::new());
    let mut slugs = BTreeSet::new();
    for (name, family, count) in FAMILIES {
        let Some(mut file) = reading.file::<File>(name) else {
            continue;
        };
        file.card.sort_by_key(|card| card.order);
        if file.card.len() != count || !file.card.iter().map(|card| usize::from(card.order)).eq(1..=count) {
            reading.spot(name, "cards").fault(&format!("there must be {count} of them, with order 1 to {count}"));
        }
        families += &file.family.rust(reading, name, family);
        for card in &file.card {
            cards += &card.rust(reading, name, family, &mut slugs);
        }
    }
    let headings = headings(reading, "cards/headings.toml");
    format!(
        "pub(super) static HEADINGS: Headings = {headings};\n\
         pub(super) static FAMILIES: &[Family] = &[\n{families}];\n\
         pub(super) static CARDS: &[Card] = &[\n{cards}];\n"
    )
}

fn headings(reading: &mut Reading, name: &str) -> String {
    let Some(Headings { means, say, avoid, stop }) = reading.file(name) else {
        return String::new();
    };
    let mut spot = reading.spot(name, "headings");
    for (field, value) in [("means", &means), ("say", &say), ("avoid", &avoid), ("stop", &stop)] {
        spot.text(field, value);
    }
    format!("Headings {{ means: {means:?}, say: {say:?}, avoid: {avoid:?}, stop: {stop:?} }}")
}

impl Family {
    fn rust(&self, reading: &mut Reading, file: &str, family: &str) -> String {
        let Self { title, in_a_line, means, flow } = self;
        let mut spot = reading.spot(file, "family");
        spot.text("title", title);
        spot.text("in_a_line", in_a_line);
        spot.texts("means", means, 1, 4);
        spot.texts("flow", flow, 2, 8);
        format!(
            "    Family {{ family: CardFamily::{family}, title: {title:?}, in_a_line: {in_a_line:?}, \
             means: &{means:?}, flow: &{flow:?} }},\n"
        )
    }
}

impl Card {
    fn rust(&self, reading: &mut Reading, file: &str, family: &str, slugs: &mut BTreeSet<String>) -> String {
        let Self { slug, title, in_a_line, means, say, avoid, stop, credit, .. } = self;
        let mut spot = reading.spot(file, &format!("card “{slug}”"));
        spot.key(slug, slugs);
        spot.text("title", title);
        spot.text("in_a_line", in_a_line);
        spot.texts("means", means, 2, 4);
        spot.texts("say", say, 4, 6);
        spot.texts("avoid", avoid, 4, 5);
        spot.texts("stop", stop, 1, 3);
        if say.iter().any(|line| !line.contains('“')) {
            spot.fault("every line of say holds words to say, in “ ”");
        }
        // The safety edge is the one part of a card that may not be edited away.
        let edge = stop.join(" ");
        if ["Tell me", "Explain", "Describe", "DSL"].iter().any(|word| !edge.contains(word)) {
            spot.fault("stop must keep Tell me, Explain, Describe and the DSL");
        }
        spot.check("credit", rules::credit(credit));
        let about = spot.about(&self.about);
        let mut rust = String::new();
        // Writing to a String cannot fail.
        let _ = writeln!(
            rust,
            "    Card {{ slug: {slug:?}, family: CardFamily::{family}, title: {title:?}, in_a_line: {in_a_line:?}, \
             means: &{means:?}, \
             say: &{say:?}, avoid: &{avoid:?}, stop: &{stop:?}, credit: {credit:?}, about: {about} }},"
        );
        rust
    }
}
