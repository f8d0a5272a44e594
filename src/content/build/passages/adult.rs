//! What of the passages is for the adult alone: life events, the minute afterwards, the repair note.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::NAME;
use crate::level::ByLevel;
use crate::reading::Reading;
use crate::rules;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LifeEvent {
    key: String,
    title: String,
    in_a_line: String,
    notice: Vec<String>,
    r#do: Vec<String>,
    say: Vec<String>,
    avoid: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct After {
    title: String,
    first: String,
    then: String,
    step: Vec<Moment>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Moment {
    say: String,
    seconds: u8,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Repair {
    title: String,
    in_a_line: String,
    limit: String,
    field: Vec<Field>,
    say: ByLevel<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Field {
    key: String,
    title: String,
    hint: String,
}

/// Checks the life events and gives the Rust for them.
pub fn life_events(reading: &mut Reading, events: &[LifeEvent]) -> String {
    let (mut rust, mut keys) = (String::new(), BTreeSet::new());
    for LifeEvent { key, title, in_a_line, notice, r#do, say, avoid } in events {
        let mut spot = reading.spot(NAME, &format!("life_event “{key}”"));
        spot.key(key, &mut keys);
        spot.text("title", title);
        spot.text("in_a_line", in_a_line);
        for (field, lines) in [("notice", notice), ("do", r#do), ("say", say), ("avoid", avoid)] {
            spot.texts(field, lines, 2, 5);
        }
        for line in say {
            if !line.starts_with('“') {
                spot.fault(&format!("every line of say holds words to say, in “ ”: {line}"));
            }
            spot.check("say", rules::leading(line));
            spot.check("say", rules::no_promise(line));
        }
        rust += &format!(
            "    LifeEvent {{ key: {key:?}, title: {title:?}, in_a_line: {in_a_line:?}, notice: &{notice:?}, \
             to_do: &{do:?}, say: &{say:?}, avoid: &{avoid:?} }},\n",
            do = r#do
        );
    }
    format!("pub(super) static LIFE_EVENTS: &[LifeEvent] = &[\n{rust}];\n")
}

impl After {
    /// Checks the minute and gives the Rust for it.
    pub fn rust(&self, reading: &mut Reading) -> String {
        let Self { title, first, then, step } = self;
        let mut spot = reading.spot(NAME, "after");
        for (field, value) in [("title", title), ("first", first), ("then", then)] {
            spot.text(field, value);
        }
        if !first.contains("DSL") {
            spot.fault("first sends to the DSL: a minute for oneself never comes before a worry about a child");
        }
        let seconds: u16 = step.iter().map(|moment| u16::from(moment.seconds)).sum();
        if seconds != 60 {
            spot.fault(&format!("has steps of {seconds} seconds in all; it is a minute"));
        }
        let mut rust = String::new();
        for Moment { say, seconds } in step {
            spot.short("say", say, 140);
            spot.check("say", rules::script(say));
            rust += &format!("    Moment {{ say: {say:?}, seconds: {seconds} }},\n");
        }
        format!(
            "pub(super) static AFTER: After = After {{ title: {title:?}, first: {first:?}, then: {then:?}, \
             moments: &[\n{rust}] }};\n"
        )
    }
}

impl Repair {
    /// Checks the repair note and gives the Rust for it.
    pub fn rust(&self, reading: &mut Reading) -> String {
        let Self { title, in_a_line, limit, field: fields, say } = self;
        let mut spot = reading.spot(NAME, "repair");
        for (field, value) in [("title", title), ("in_a_line", in_a_line), ("limit", limit)] {
            spot.text(field, value);
        }
        if !limit.contains("DSL") {
            spot.fault("limit sends to the DSL what a repair cannot mend");
        }
        for lines in say.all() {
            spot.texts("say", lines, 2, 5);
            for line in lines {
                spot.check("say", rules::leading(line));
                spot.check("say", rules::no_promise(line));
            }
        }
        let [a, b, c] = say.all();
        let (mut rust, mut keys) = (String::new(), BTreeSet::new());
        for Field { key, title, hint } in fields {
            let mut spot = reading.spot(NAME, &format!("repair field “{key}”"));
            spot.key(key, &mut keys);
            spot.text("title", title);
            spot.text("hint", hint);
            rust += &format!("    Field {{ key: {key:?}, title: {title:?}, hint: {hint:?} }},\n");
        }
        format!(
            "pub(super) static REPAIR: Repair = Repair {{ title: {title:?}, in_a_line: {in_a_line:?}, \
             limit: {limit:?}, fields: &[\n{rust}], say: ByLevel {{ a: &{a:?}, b: &{b:?}, c: &{c:?} }} }};\n"
        )
    }
}
