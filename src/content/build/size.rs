//! How big a feeling is: `size.toml`.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::reading::{About, Reading};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SizeFile {
    ask: String,
    about: About,
    step: Vec<Step>,
    scale: Scale,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    value: u8,
    key: String,
    label: String,
    meaning: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scale {
    lowest: u8,
    highest: u8,
    lowest_label: String,
    highest_label: String,
}

/// Checks the file and gives the Rust for it.
pub fn read(reading: &mut Reading) -> String {
    let name = "size.toml";
    let Some(SizeFile { ask, about, step, scale }) = reading.file(name) else {
        return String::new();
    };
    let mut spot = reading.spot(name, "file");
    spot.text("ask", &ask);
    let about = spot.about(&about);
    if !step.iter().map(|step| step.value).eq(1..=5) {
        spot.fault("there must be five steps, with values 1 to 5 in that order");
    }
    let (mut steps, mut keys) = (String::new(), BTreeSet::new());
    for Step { value, key, label, meaning } in step {
        let mut spot = reading.spot(name, &format!("step {value}"));
        spot.key(&key, &mut keys);
        spot.text("label", &label);
        spot.text("meaning", &meaning);
        steps += &format!("    Step {{ value: {value}, key: {key:?}, label: {label:?}, meaning: {meaning:?} }},\n");
    }
    let Scale { lowest, highest, lowest_label, highest_label } = scale;
    let mut spot = reading.spot(name, "scale");
    spot.text("lowest_label", &lowest_label);
    spot.text("highest_label", &highest_label);
    if (lowest, highest) != (0, 10) {
        spot.fault("goes from 0 to 10; check-ins are stored so");
    }
    format!(
        "pub(super) static SIZE: Size = Size {{ ask: {ask:?}, about: {about}, steps: &[\n{steps}], \
         scale: Scale {{ lowest: {lowest}, \
         highest: {highest}, lowest_label: {lowest_label:?}, highest_label: {highest_label:?} }} }};\n"
    )
}
