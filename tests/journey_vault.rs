//! Making, opening, covering and locking a vault, and coming back with the recovery code.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod house;

use house::errands::{CODE, DID_NOT_OPEN, NICKNAME, PASSPHRASE, RESTING, SOMEONE_IS_HERE};
use house::{House, Screen};

#[tokio::test(flavor = "multi_thread")]
async fn a_vault_is_made_covered_locked_and_opened_again() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;

    browser.tap("button", "Cover").await;
    browser.find("heading", RESTING).await;
    browser.uncover(&secrets.code).await;
    browser.find("link", SOMEONE_IS_HERE).await;

    browser.tap("button", "Lock").await;
    browser.find("heading", NICKNAME).await;
    assert!(!browser.has("link", SOMEONE_IS_HERE).await, "a locked vault shows Today");
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("link", SOMEONE_IS_HERE).await;

    // A reload is a lock: the key was only in memory.
    browser.reload().await;
    browser.find("heading", NICKNAME).await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("link", SOMEONE_IS_HERE).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_vault_is_only_made_once_the_recovery_code_was_typed_back() {
    let house = House::open(Screen::Portrait).await;
    let browser = &house.browser;
    let recovery = browser.begin_a_vault().await;
    // Groups in the wrong order: each is a group of the code, and none is the one that was asked for.
    let turned: Vec<String> = recovery.iter().cycle().skip(1).take(recovery.len()).cloned().collect();
    browser.type_parts(&turned).await;
    browser.tap("button", "Make the vault").await;
    browser.sees("Not as on the sheet.").await;
    assert!(!browser.has("group", "Keypad").await, "a vault is made without a code on paper");
    browser.reload().await;
    browser.go("/").await;
    browser.find("heading", "A lamp in a quiet room").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_short_codes_are_counted_and_the_last_one_locks() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.tap("button", "Cover").await;
    browser.find("heading", RESTING).await;
    browser.press_keys("1111").await;
    browser.sees("Not that one.").await;
    // A reload under the cover must not give fresh tries: it locks.
    for _ in 0..4 {
        browser.press_keys("1111").await;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    }
    browser.find("heading", NICKNAME).await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("link", SOMEONE_IS_HERE).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_passphrases_earn_a_pause_that_a_reload_does_not_end() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.tap("button", "Lock").await;
    browser.find("heading", NICKNAME).await;
    // The first three cost nothing; the fourth earns five seconds, the fifth fifteen.
    for _ in 0..4 {
        browser.try_wrong_passphrase().await;
    }
    tokio::time::sleep(std::time::Duration::from_secs(6)).await;
    browser.try_wrong_passphrase().await;
    browser.sees("You can try again in").await;
    browser.reload().await;
    browser.sees("You can try again in").await;
    tokio::time::sleep(std::time::Duration::from_secs(16)).await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("link", SOMEONE_IS_HERE).await;
}

impl house::Browser {
    async fn try_wrong_passphrase(&self) {
        self.try_passphrase("seven quokkas under the bridge", CODE).await;
        self.sees_when_the_key_is_made(DID_NOT_OPEN).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_recovery_code_opens_the_vault_and_the_old_passphrase_no_more() {
    let house = House::open(Screen::Portrait).await;
    let browser = &house.browser;
    let mut secrets = browser.make_a_vault().await;
    browser.add_a_child("Otter Recovered", "Otter", "Moss", "B").await;
    browser.tap("button", "Lock").await;
    browser.find("heading", NICKNAME).await;
    browser.tap("link", "I forgot it").await;
    browser.find("heading", "Use your recovery code").await;
    // As people type it from paper.
    browser.type_in("Recovery code", &secrets.recovery.join(" ").to_lowercase()).await;
    browser.tap("button", "Go on").await;
    secrets.passphrase = "nine herons on the other pier".to_owned();
    browser.choose_own_passphrase(&secrets.passphrase).await;
    browser.choose_short_code(&secrets.code).await;
    browser.find_when_the_key_is_made("link", SOMEONE_IS_HERE).await;
    browser.sees("Otter Recovered").await;

    browser.tap("button", "Lock").await;
    browser.try_passphrase(PASSPHRASE, CODE).await;
    browser.sees_when_the_key_is_made(DID_NOT_OPEN).await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("link", SOMEONE_IS_HERE).await;
}
