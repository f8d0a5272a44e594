//! Changing the ways into the vault: the passphrase, the recovery code, and all of it because someone may have seen it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod house;

use house::errands::{DID_NOT_OPEN, PASSPHRASE, SOMEONE_IS_HERE};
use house::{House, Screen};
use lantern_room::keeper::exchange::{Errand, Outcome, age_file, program};

const NEXT: &str = "nine herons on the other pier";

#[tokio::test(flavor = "multi_thread")]
async fn another_passphrase_opens_the_vault_and_the_old_one_no_more() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    let mut secrets = browser.make_a_vault().await;
    browser.add_a_child("Otter Rekeyed", "Otter", "Moss", "B").await;
    browser.open_keys("Change the passphrase").await;
    browser.type_in("The passphrase you have now", "not the passphrase").await;
    browser.tap_beginning("radio", "Write my own").await;
    browser.type_in("Passphrase", NEXT).await;
    browser.type_in("Type it once more", NEXT).await;
    browser.tap("button", "Change it").await;
    browser.sees_when_the_key_is_made("That does not open it.").await;
    assert_eq!(browser.typed("Passphrase").await, NEXT, "what was typed is gone");
    browser.type_in("The passphrase you have now", PASSPHRASE).await;
    browser.tap("button", "Change it").await;
    browser.sees_when_the_key_is_made("From now on the new passphrase opens the vault.").await;
    browser.lock().await;
    browser.try_passphrase(PASSPHRASE, &secrets.code).await;
    browser.sees_when_the_key_is_made(DID_NOT_OPEN).await;
    secrets.passphrase = NEXT.to_owned();
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("heading", "Change the passphrase").await;
    browser.tap("link", "Children").await;
    browser.find("link", "Otter Rekeyed").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_old_recovery_code_is_valid_until_the_new_one_was_typed_back() {
    let house = House::open(Screen::Portrait).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.open_keys("A new recovery code").await;
    browser.show_who_it_is(PASSPHRASE).await;
    let shown = browser.read_recovery_code().await;
    assert_ne!(shown, secrets.recovery);
    // Left before it was typed back: what is on paper opens the vault as before, and the one that was shown does not.
    browser.lock().await;
    browser.try_recovery_code(&shown, PASSPHRASE, &secrets.code).await;
    browser.sees_when_the_key_is_made("That code did not open the vault.").await;
    browser.go("/").await;
    browser.try_recovery_code(&secrets.recovery, PASSPHRASE, &secrets.code).await;
    browser.find_when_the_key_is_made("link", SOMEONE_IS_HERE).await;

    browser.open_keys("A new recovery code").await;
    browser.show_who_it_is(PASSPHRASE).await;
    let new = browser.read_recovery_code().await;
    let turned: Vec<String> = new.iter().cycle().skip(1).take(new.len()).cloned().collect();
    browser.type_parts(&turned).await;
    browser.tap("button", "Use the new code").await;
    browser.sees("Not as on the sheet.").await;
    browser.type_parts(&new).await;
    browser.tap("button", "Use the new code").await;
    browser.sees("The new code is valid.").await;
    browser.lock().await;
    browser.go("/").await;
    browser.try_recovery_code(&secrets.recovery, PASSPHRASE, &secrets.code).await;
    browser.sees_when_the_key_is_made("That code did not open the vault.").await;
    browser.go("/").await;
    browser.try_recovery_code(&new, PASSPHRASE, &secrets.code).await;
    browser.find_when_the_key_is_made("link", SOMEONE_IS_HERE).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_school_opens_the_vault_with_the_way_in_that_it_was_given() {
    let secret = age_file::secret_key(&[9; 32]).unwrap().to_string();
    let Ok(Outcome::Recipient(public)) = program::run(Errand::Recipient { secret: [9; 32] }) else { panic!("no key") };
    let house = House::open(Screen::Portrait).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.add_a_child("Otter Inherited", "Otter", "Moss", "B").await;
    browser.open_keys("A way in for the school").await;
    browser.tap("button", "Give the school a way in").await;
    browser.sees("Please type the school’s public key.").await;
    browser.type_in("The school’s public key", "age1 something else").await;
    browser.tap("button", "Give the school a way in").await;
    browser.show_who_it_is(PASSPHRASE).await;
    browser.find_when_the_key_is_made("textbox", "The school’s public key").await;
    assert_eq!(browser.typed("The school’s public key").await, "age1 something else", "what was typed is gone");
    browser.type_in("The school’s public key", &public).await;
    browser.tap("button", "Give the school a way in").await;
    browser.show_who_it_is(PASSPHRASE).await;
    browser.sees_when_the_key_is_made("The school can open this vault with its key from now on.").await;
    browser.sees(&public).await;

    // The adult has left, and the school opens the vault.
    browser.lock().await;
    browser.try_recovery_code(&[secret], NEXT, &secrets.code).await;
    browser.find_when_the_key_is_made("link", SOMEONE_IS_HERE).await;
    browser.tap("link", "Children").await;
    browser.find("link", "Otter Inherited").await;
}

/// The page is out of sight from now on, as far as it is told; what follows is evaluated in the very event.
const HIDE: &str = "Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));";
/// It is in sight again.
const SHOW: &str =
    "delete document.visibilityState; document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))";

/// On Android the system's files lie over the page as another app does.
#[tokio::test(flavor = "multi_thread")]
async fn a_form_from_which_a_file_is_picked_is_still_there_afterwards() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.follow_to_backups().await;
    browser.tap("link", "Bring in a file").await;
    browser.type_in("Recovery code", "7KD-4M2").await;
    let picks = "document.querySelector('input[type=file]').dispatchEvent(new Event('click', { bubbles: true }))";
    let shown = "getComputedStyle(document.querySelector('h1')).visibility";
    assert_eq!(browser.evaluate(&format!("{picks}; {HIDE} {shown}")).await, "hidden");
    browser.evaluate(SHOW).await;
    assert_eq!(browser.typed("Recovery code").await, "7KD-4M2", "the form is not the one that was left");
    // Once: whoever then turns away finds the cover.
    browser.evaluate(&format!("{HIDE} 1")).await;
    browser.evaluate(SHOW).await;
    browser.uncover(&secrets.code).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_vault_that_opens_while_nobody_looks_is_covered() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.lock().await;
    browser.type_in("Passphrase", PASSPHRASE).await;
    browser.tap("button", "Unlock").await;
    browser.press_keys(&secrets.code).await;
    let open = "[...document.querySelectorAll('button')].find((button) => button.textContent.trim() === 'Open the vault').click()";
    browser.evaluate(&format!("{open}; {HIDE} 1")).await;
    // The curtain hides it from everybody, also from those who are read to.
    let is_covered = "new Promise((done) => {
        const look = () => document.querySelector('h1')?.textContent === 'Resting' ? done(true) : setTimeout(look, 100);
        look();
    })";
    assert_eq!(browser.evaluate(is_covered).await, true);
    browser.evaluate(SHOW).await;
    browser.uncover(&secrets.code).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_is_blank_while_it_is_out_of_sight() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.add_a_child("Fox Unseen", "Fox", "Clay", "B").await;
    let shown = "getComputedStyle(document.querySelector('h1')).visibility";
    assert_eq!(browser.evaluate(shown).await, "visible");
    // In the very event, before anything else can run.
    assert_eq!(browser.evaluate(&format!("{HIDE} {shown}")).await, "hidden");
    browser.evaluate(SHOW).await;
    browser.uncover(&secrets.code).await;
    browser.find("heading", "Fox Unseen").await;
    assert_eq!(browser.evaluate("document.documentElement.hasAttribute('data-away')").await, false);
    // Frozen, and thawed.
    browser.evaluate("document.dispatchEvent(new Event('freeze'))").await;
    assert_eq!(browser.evaluate(shown).await, "hidden");
    browser.evaluate("document.dispatchEvent(new Event('resume'))").await;
    browser.find("heading", "Fox Unseen").await;
    assert_eq!(browser.evaluate("document.documentElement.hasAttribute('data-away')").await, false);
}
