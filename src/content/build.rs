//! Reads the content people edit (the TOML files beside this script), checks it, and writes it out as Rust constants.
//!
//! The app ships no parser: `src/content/*.rs` include what is written here. A fault in a file stops the build with the
//! file, the entry and what is wrong with it, all faults at once. What is checked for all text is in `build/rules.rs`.

use std::{env, fs, path::Path};

#[path = "build/body.rs"]
mod body;
#[path = "build/calm.rs"]
mod calm;
#[path = "build/cards.rs"]
mod cards;
#[path = "build/demo.rs"]
mod demo;
#[path = "build/feelings.rs"]
mod feelings;
#[path = "build/level.rs"]
mod level;
#[path = "build/lines.rs"]
mod lines;
#[path = "build/passages.rs"]
mod passages;
#[path = "build/practice.rs"]
mod practice;
#[path = "build/prompts.rs"]
mod prompts;
#[path = "build/reading.rs"]
mod reading;
#[path = "build/room.rs"]
mod room;
#[path = "build/rules.rs"]
mod rules;
#[path = "build/safeguarding.rs"]
mod safeguarding;
#[path = "build/size.rs"]
mod size;
#[path = "build/wordlist.rs"]
mod wordlist;

use reading::Reading;

/// Where content lives, from the root of the package.
const CONTENT: &str = "src/content";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed={CONTENT}");

    let mut reading = Reading::from(CONTENT);
    let feelings = feelings::read(&mut reading);
    let body = body::read(&mut reading);
    // The made-up children can only be held against words that are sound.
    let demo = if reading.faults().is_empty() { demo::read(&mut reading, &feelings, &body) } else { String::new() };
    let written = [
        ("cards.rs", cards::read(&mut reading)),
        ("feelings.rs", feelings.rust()),
        ("lines.rs", lines::read(&mut reading, &feelings)),
        ("body.rs", body.rust()),
        ("size.rs", size::read(&mut reading)),
        ("safeguarding.rs", safeguarding::read(&mut reading)),
        ("calm.rs", calm::read(&mut reading)),
        ("prompts.rs", prompts::read(&mut reading)),
        ("passages.rs", passages::read(&mut reading)),
        ("practice.rs", practice::read(&mut reading)),
        ("room.rs", room::read(&mut reading)),
        ("demo.rs", demo),
        ("wordlist.txt", wordlist::pack(&mut reading)),
    ];
    reading.every_asset_is_noticed("NOTICE.md");

    if reading.faults().is_empty() {
        let out = env::var("OUT_DIR")?;
        for (name, rust) in written {
            fs::write(Path::new(&out).join(name), rust)?;
        }
    }
    for line in reading.faults().iter().flat_map(|fault| fault.lines()) {
        // Cargo shows these as errors of their own and fails the build.
        println!("cargo::error={line}");
    }
    Ok(())
}
