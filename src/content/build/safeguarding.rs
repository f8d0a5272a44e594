//! The safeguarding page: `safeguarding.toml`.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::reading::{About, Reading, Spot};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    title: String,
    in_a_line: String,
    told_no_one: String,
    danger: String,
    policy: String,
    concern_elsewhere: String,
    quiet_reminder: String,
    about: About,
    headings: Headings,
    lists: Lists,
    ted: Vec<Ted>,
    helpline: Vec<Helpline>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Headings {
    now: String,
    ted: String,
    never: String,
    avoid: String,
    record: String,
    helplines: String,
    one_to_one: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    now: Vec<String>,
    never: Vec<String>,
    avoid: Vec<String>,
    record: Vec<String>,
    one_to_one: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ted {
    word: String,
    line: String,
    meaning: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum By {
    Call,
    Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Helpline {
    key: String,
    name: String,
    number: String,
    by: By,
    who: String,
    about: About,
}

/// Checks the page and gives the Rust for it.
pub fn read(reading: &mut Reading) -> String {
    let name = "safeguarding.toml";
    let Some(page) = reading.file::<File>(name) else {
        return String::new();
    };
    let mut rust = String::from("pub(super) static PAGE: Page = Page {\n");
    let mut spot = reading.spot(name, "page");
    for (field, value) in [
        ("title", &page.title),
        ("in_a_line", &page.in_a_line),
        ("told_no_one", &page.told_no_one),
        ("danger", &page.danger),
        ("policy", &page.policy),
        ("concern_elsewhere", &page.concern_elsewhere),
        ("quiet_reminder", &page.quiet_reminder),
    ] {
        spot.text(field, value);
        rust += &format!("    {field}: {value:?},\n");
    }
    if !page.danger.contains("999") {
        spot.fault("danger must say 999");
    }
    rust += &format!("    about: {},\n", spot.about(&page.about));
    rust += &headings(&mut reading.spot(name, "headings"), &page.headings);
    let mut spot = reading.spot(name, "lists");
    let lists = &page.lists;
    for (field, lines) in [
        ("now", &lists.now),
        ("never", &lists.never),
        ("avoid", &lists.avoid),
        ("record", &lists.record),
        ("one_to_one", &lists.one_to_one),
    ] {
        spot.texts(field, lines, 2, 9);
        rust += &format!("    {field}: &{lines:?},\n");
    }
    rust += &ted(&mut reading.spot(name, "ted"), &page.ted);
    rust + &helplines(reading, name, &page.helpline) + "};\n"
}

fn headings(spot: &mut Spot<'_>, headings: &Headings) -> String {
    let mut rust = String::from("    headings: Headings {");
    for (field, value) in [
        ("now", &headings.now),
        ("ted", &headings.ted),
        ("never", &headings.never),
        ("avoid", &headings.avoid),
        ("record", &headings.record),
        ("helplines", &headings.helplines),
        ("one_to_one", &headings.one_to_one),
    ] {
        spot.text(field, value);
        rust += &format!(" {field}: {value:?},");
    }
    rust + " },\n"
}

fn ted(spot: &mut Spot<'_>, ted: &[Ted]) -> String {
    if !ted.iter().map(|open| open.word.as_str()).eq(["Tell", "Explain", "Describe"]) {
        spot.fault("must be Tell, Explain, Describe, in that order");
    }
    let mut rust = String::from("    ted: &[\n");
    for Ted { word, line, meaning } in ted {
        spot.text("line", line);
        spot.text("meaning", meaning);
        if line.contains('?') || !line.contains('“') {
            spot.fault(&format!("line is an open invitation in “ ”, not a question: {line}"));
        }
        rust += &format!("        Ted {{ word: {word:?}, line: {line:?}, meaning: {meaning:?} }},\n");
    }
    rust + "    ],\n"
}

fn helplines(reading: &mut Reading, file: &str, helplines: &[Helpline]) -> String {
    let mut keys = BTreeSet::new();
    let mut rust = String::from("    helplines: &[\n");
    for Helpline { key, name, number, by, who, about } in helplines {
        let mut spot = reading.spot(file, &format!("helpline “{key}”"));
        spot.key(key, &mut keys);
        spot.text("name", name);
        spot.text("who", who);
        if !number.chars().all(|c| c.is_ascii_digit() || c == ' ') || !number.starts_with(|c: char| c.is_ascii_digit())
        {
            spot.fault(&format!("number is digits and spaces: {number}"));
        }
        let scheme = match by {
            By::Call => "tel",
            By::Text => "sms",
        };
        let by = match by {
            By::Call => "Call",
            By::Text => "Text",
        };
        let link = format!("{scheme}:{}", number.replace(' ', ""));
        let about = spot.about(about);
        rust += &format!(
            "        Helpline {{ key: {key:?}, name: {name:?}, number: {number:?}, by: By::{by}, link: {link:?}, \
             who: {who:?}, about: {about} }},\n"
        );
    }
    if keys.is_empty() {
        reading.spot(file, "helpline").fault("there is none");
    }
    rust + "    ],\n"
}
