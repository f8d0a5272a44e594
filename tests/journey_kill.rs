//! A battery that runs empty in the middle of a check-in: whatever the lamp has answered is there afterwards.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod house;

use std::collections::BTreeMap;
use std::time::Duration;

use house::errands::HOW_IS_IT;
use house::{House, Screen};
use lantern_room::content::feelings;
use lantern_room::domain::Level;

/// How often the browser is killed.
const ROUNDS: u64 = 20;

#[tokio::test(flavor = "multi_thread")]
async fn twenty_empty_batteries_lose_no_tap_that_was_answered() {
    let mut house = House::open(Screen::LandscapeTouch).await;
    let secrets = house.browser.make_a_vault().await;
    house.browser.add_a_child("Fox Battery", "Fox", "Clay", "B").await;
    house.browser.begin_a_check_in().await;
    let address = house.browser.path().await;
    let words: Vec<&str> = feelings::up_to(Level::B).map(|word| word.word).collect();
    // What must be pressed or not: every word whose last tap was answered.
    let mut answered: BTreeMap<&str, bool> = BTreeMap::new();

    for round in 0..ROUNDS {
        let browser = &house.browser;
        browser.tap("button", "all the words").await;
        browser.find("heading", "All the words").await;
        for (word, pressed) in &answered {
            assert_eq!(browser.is_pressed(word).await, *pressed, "{word}, in round {round}: an answered tap is lost");
        }
        let place = usize::try_from(round).unwrap() * 2;
        let (sure, unsure) = (words[place % words.len()], words[(place + 1) % words.len()]);
        browser.lamp_is_dark().await;
        let before = browser.is_pressed(sure).await;
        browser.tap_beginning("button", sure).await;
        browser.saved().await;
        answered.insert(sure, !before);
        // This one is cut off somewhere on its way: it may be there or not, and is not asked for.
        answered.remove(unsure);
        browser.tap_beginning("button", unsure).await;
        tokio::time::sleep(Duration::from_millis(round * 7 % 60)).await;

        house.browser.kill();
        house.browser.start_again().await;
        house.browser.go(&address).await;
        house.browser.unlock_and_turn(&secrets).await;
        // It goes on at the first question without an answer.
        house.browser.tap_either(&[("button", "Back"), ("heading", HOW_IS_IT)]).await;
        house.browser.find("heading", HOW_IS_IT).await;
    }
    assert!(answered.len() >= 15, "too few taps were answered to say anything");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_killed_while_the_vault_is_made_has_a_whole_vault_or_none() {
    for pause in [0, 150, 400, 1_500] {
        let mut house = House::open(Screen::Landscape).await;
        let browser = &house.browser;
        let recovery = browser.begin_a_vault().await;
        browser.type_back(&recovery).await;
        browser.press_keys(house::errands::CODE).await;
        browser.tap("button", "Open the vault").await;
        tokio::time::sleep(Duration::from_millis(pause)).await;
        house.browser.kill();
        house.browser.start_again().await;
        let browser = &house.browser;
        browser.go("/").await;
        browser.either("textbox", "Passphrase", "link", "Begin").await;
        if browser.has("textbox", "Passphrase").await {
            let secrets = house::errands::Secrets {
                passphrase: house::errands::PASSPHRASE.to_owned(),
                recovery,
                code: house::errands::CODE.to_owned(),
            };
            browser.unlock(&secrets).await;
            browser.find_when_the_key_is_made("link", house::errands::SOMEONE_IS_HERE).await;
        }
    }
}

impl house::Browser {
    /// Waits until one of the two is there.
    async fn either(&self, role: &str, name: &str, other_role: &str, other: &str) {
        let begun = std::time::Instant::now();
        while !self.has(role, name).await && !self.has(other_role, other).await {
            assert!(begun.elapsed() < house::hands::PATIENCE, "neither: {}", self.text().await);
            tokio::time::sleep(Duration::from_millis(60)).await;
        }
    }
}
