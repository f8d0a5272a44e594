//! The lines for talking side by side: `prompts.toml`.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::level::{self, Level};
use crate::reading::{About, Reading, Spot};
use crate::rules;

/// A set with fewer lines is used up before the glue is dry.
const LEAST_LINES: usize = 12;

/// A line is remembered for as long as the eyes go back to the child.
const LONGEST_LINE: usize = 90;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    stop: String,
    about: About,
    set: Vec<Set>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Set {
    slug: String,
    title: String,
    aim: String,
    note: String,
    line: Vec<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    say: String,
    ages: Vec<Level>,
    aim: Aim,
}

#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Aim {
    Notice,
    Name,
    Connect,
    Repair,
    Strength,
    Ending,
}

/// In the order in which a set goes through them.
const AIMS: [Aim; 6] = [Aim::Notice, Aim::Name, Aim::Connect, Aim::Repair, Aim::Strength, Aim::Ending];

/// Checks the sets and gives the Rust for them.
pub fn read(reading: &mut Reading) -> String {
    let name = "prompts.toml";
    let Some(File { stop, about, set }) = reading.file(name) else {
        return String::new();
    };
    let mut spot = reading.spot(name, "file");
    spot.text("stop", &stop);
    if ["Tell me", "Explain", "Describe", "DSL"].iter().any(|word| !stop.contains(word)) {
        spot.fault("stop must keep Tell me, Explain, Describe and the DSL");
    }
    let about = spot.about(&about);
    let (mut sets, mut slugs) = (String::new(), BTreeSet::new());
    for set in &set {
        let mut spot = reading.spot(name, &format!("set “{}”", set.slug));
        spot.key(&set.slug, &mut slugs);
        sets += &set.rust(&mut spot);
    }
    format!(
        "pub(super) static ABOUT: &Provenance = {about};\npub(super) static STOP: &str = {stop:?};\n\
         pub(super) static SETS: &[Set] = &[\n{sets}];\n"
    )
}

impl Set {
    fn rust(&self, spot: &mut Spot<'_>) -> String {
        let Self { slug, title, aim, note, line: lines } = self;
        for (field, value) in [("title", title), ("aim", aim), ("note", note)] {
            spot.text(field, value);
        }
        if lines.len() < LEAST_LINES {
            spot.fault(&format!("has {} lines; it needs {LEAST_LINES}", lines.len()));
        }
        for aim in AIMS.iter().filter(|aim| !lines.iter().any(|line| line.aim == **aim)) {
            spot.fault(&format!("has no line with the aim {aim:?}"));
        }
        let asks = |line: &Line| line.say.contains('?');
        if lines.iter().filter(|line| asks(line)).count() * 2 >= lines.len() {
            spot.fault("asks more than it says; most lines are statements");
        }
        for (one, next) in lines.iter().zip(lines.iter().skip(1)).filter(|(one, next)| asks(one) && asks(next)) {
            spot.fault(&format!("two questions in a row: {} {}", one.say, next.say));
        }
        let mut rust = String::new();
        for Line { say, ages, aim } in lines {
            spot.short("say", say, LONGEST_LINE);
            spot.check("say", rules::leading(say));
            if say.matches('?').count() > 1 || (say.starts_with('“') && say.ends_with('”')) {
                spot.fault(&format!("say is one line without quotation marks around it, one question at most: {say}"));
            }
            let ages = level::ages(spot, ages);
            rust += &format!("        Line {{ say: {say:?}, ages: {ages}, aim: Aim::{aim:?} }},\n");
        }
        format!(
            "    Set {{ slug: {slug:?}, title: {title:?}, aim: {aim:?}, note: {note:?}, lines: &[\n{rust}    ] }},\n"
        )
    }
}
