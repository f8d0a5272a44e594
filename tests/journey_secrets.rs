//! Wrong secrets through the page: none of them opens the vault, and all are answered with the same sentence.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod house;

use house::errands::{CODE, DID_NOT_OPEN, NICKNAME, SOMEONE_IS_HERE};
use house::{House, Screen, torture};

/// How many are tried.
const TRIES: u32 = 200;
/// How many wrong ones cost no pause.
const FREE: usize = 3;
/// Holds a letter that can be written as one character or as two.
const RIGHT: &str = "seven caf\u{e9}s under the pier";

/// A secret that is almost right.
fn almost(round: usize) -> String {
    let characters: Vec<char> = RIGHT.chars().collect();
    let place = round / 8 % (characters.len() - 1);
    let mut changed = characters.clone();
    match round % 8 {
        0 => drop(changed.remove(place)),
        1 => changed.insert(place, 'q'),
        2 => changed[place] = if changed[place] == 'z' { 'y' } else { 'z' },
        3 => changed[place] = changed[place].to_uppercase().next().filter(|up| *up != characters[place]).unwrap_or('Q'),
        4 => changed.truncate(place.max(1)),
        5 => changed.insert(place, '\u{200b}'),
        6 => return "x".repeat(1 << (round % 17)),
        _ => return RIGHT.replace('\u{e9}', ["e", "\u{e8}", "E\u{301}", "ee"][round / 8 % 4]),
    }
    changed.into_iter().collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn no_wrong_passphrase_opens_the_vault() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    browser.tap("link", "Begin").await;
    browser.type_in("Name of the vault", NICKNAME).await;
    browser.tap("button", "Next").await;
    browser.choose_own_passphrase(RIGHT).await;
    let recovery = browser.read_recovery_code().await;
    browser.type_back(&recovery).await;
    browser.choose_short_code(CODE).await;
    browser.find_when_the_key_is_made("link", SOMEONE_IS_HERE).await;
    let (mut tried, total) = (0, torture::rounds(TRIES) as usize);
    while tried < total {
        browser.tap("button", "Lock").await;
        browser.find("heading", NICKNAME).await;
        // Nothing at all is not even tried.
        browser.type_in("Passphrase", "  ").await;
        browser.tap("button", "Unlock").await;
        browser.sees("Please type the passphrase first.").await;
        for _ in 0..FREE.min(total - tried) {
            browser.try_passphrase(&almost(tried), CODE).await;
            browser.sees_when_the_key_is_made(DID_NOT_OPEN).await;
            assert_eq!(browser.typed("Passphrase").await, "", "a wrong one stays on the screen");
            tried += 1;
        }
        // As another keyboard writes it, and with a space that it adds: the same passphrase.
        browser.try_passphrase(&format!("{} ", RIGHT.replace('\u{e9}', "e\u{301}")), CODE).await;
        browser.find_when_the_key_is_made("link", SOMEONE_IS_HERE).await;
    }
    assert_eq!(tried, total);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_megabyte_is_no_passphrase_either() {
    let house = House::open(Screen::Portrait).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.tap("button", "Lock").await;
    browser.find("heading", NICKNAME).await;
    browser.try_passphrase(&"quokka ".repeat(150_000), CODE).await;
    browser.sees_when_the_key_is_made(DID_NOT_OPEN).await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("link", SOMEONE_IS_HERE).await;
}
