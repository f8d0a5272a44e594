//! Batteries that run empty under WebKitGTK while the app writes as fast as it can. Its driver keeps nothing beyond its end,
//! so it goes without: the page itself asks what to do.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]
#![allow(clippy::print_stdout)] // The figures of a run are what it is for.

mod house;

use std::cell::{Cell, RefCell};
use std::time::Duration;

use house::errands::{CODE, HOW_IS_IT, NICKNAME, PASSPHRASE, SOMEONE_IS_HERE};
use house::torture::{Acknowledged, Dice, SHOWN, rounds, tap_wildly};
use house::undriven::Undriven;
use serde_json::Value;

/// How often, at full length.
const KILLS: u32 = 300;
/// How long a page that taps may say nothing.
const SILENCE: Duration = Duration::from_secs(20);

fn open(browser: &Undriven) {
    for digit in CODE.chars() {
        browser.tap("button", &digit.to_string());
    }
    browser.tap("button", "Open the vault");
}

/// From the welcome to a check-in; its address.
fn begin(browser: &Undriven) -> String {
    browser.tap("a", "Begin");
    browser.fill("Name of the vault", NICKNAME);
    browser.tap("button", "Next");
    browser.tap("label", "Write my own");
    browser.fill("Passphrase", PASSPHRASE);
    browser.fill("Type it once more", PASSPHRASE);
    browser.tap("button", "Next");
    browser.becomes_true("document.querySelectorAll('.recovery li').length === 9");
    let groups = browser.evaluate("[...document.querySelectorAll('.recovery li')].map((it) => it.textContent.trim())");
    browser.tap("button", "I have it on paper");
    browser.sees("label", "Part ");
    let asked = "[...document.querySelectorAll('label')].map((it) => it.textContent.trim()).filter((it) => it.startsWith('Part '))";
    for part in browser.evaluate(asked).as_array().unwrap() {
        let part = part.as_str().unwrap();
        let number: usize = part.trim_start_matches("Part ").parse().unwrap();
        browser.fill(part, groups[number - 1].as_str().unwrap());
    }
    browser.tap("button", "Make the vault");
    open(browser);
    browser.sees("a", SOMEONE_IS_HERE);
    browser.tap("a", "Children");
    browser.tap("a", "Add ");
    browser.fill("Name or initials", "Fox Battery");
    for choice in ["Fox", "Clay", "C "] {
        browser.tap("label", choice);
    }
    browser.tap("button", "Add");
    browser.tap("button", "Check in");
    browser.sees("h1, h2", HOW_IS_IT);
    browser.evaluate("location.pathname").as_str().unwrap().to_owned()
}

#[tokio::test]
async fn nothing_acknowledged_is_lost_under_webkit() {
    let mut browser = Undriven::serve(&house::server::release());
    let mut dice = Dice::new();
    browser.start("/");
    let address = begin(&browser);
    let copies = browser.evaluate(
        "navigator.storage.getDirectory().then((top) => top.getDirectoryHandle('lantern-room')).then(() => true)",
    );
    assert_eq!(copies, true, "there is no journal beside the database");
    let mut acknowledged = Acknowledged::default();
    let (mut in_vain, silent) = (0, Cell::new(0_u32));
    for round in 0..=rounds(KILLS) {
        browser.kill();
        in_vain += browser.start(&address);
        browser.fill("Passphrase", PASSPHRASE);
        browser.tap("button", "Unlock");
        open(&browser);
        browser.tap("button", "Turn the tablet");
        // The course goes on at the first question without an answer.
        browser.becomes_true(&format!("!!hands.named('h1, h2', '{HOW_IS_IT}') || hands.tap('button', 'Back')"));
        browser.sees("h1, h2", HOW_IS_IT);
        browser.tap("button", "all the words");
        browser.sees("h1, h2", "All the words");
        acknowledged.must_be_in(&browser.evaluate(SHOWN), &format!("in round {round}"));
        let time = Duration::from_millis(50 + dice.below(900));
        // A page that falls silent is as dead as with an empty battery: what it told before that is what it said yes to.
        let told = RefCell::new(Value::Null);
        let page = async |asked: &str| {
            match browser.try_evaluate(asked, SILENCE) {
                Some(value) => *told.borrow_mut() = value,
                None => silent.set(silent.get() + 1),
            }
            told.borrow().clone()
        };
        tap_wildly(page, time, &mut acknowledged).await;
    }
    println!("{} kills, {} acknowledged acts, nothing lost", rounds(KILLS), acknowledged.acts);
    println!("{in_vain} starts of the browser in vain, {} pages that fell silent", silent.get());
    assert!(acknowledged.acts > u64::from(rounds(KILLS)), "too little was written to say anything");
}
