//! What somebody gets whose browser keeps nothing, has no room left, or forgets everything with its window.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod house;

use house::browser::Manner;
use house::errands::{ANYTHING_ELSE, CODE, DID_NOT_OPEN, HOW_IS_IT, NICKNAME, PASSPHRASE, SOMEONE_IS_HERE, THANK_YOU};
use house::{House, Screen, profile_search};
use serde_json::json;

const LEAD: &str = "Safeguarding lead: name";
const NOTHING_KEPT: &str = "This tablet will not keep things just now";
const NOT_SAVED: &str = "The tablet is full, so this is not saved yet. It is still here on the screen";
const SEAL: &str = "Seal Ashby";

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_that_keeps_nothing_is_told_of_and_makes_no_vault() {
    let house = House::open_in_manner(Screen::Portrait, Manner::KeepsNothing).await;
    let browser = &house.browser;
    for path in ["/", "/create", "/children"] {
        browser.go(path).await;
        browser.find("heading", NOTHING_KEPT).await;
        browser.sees("This browser window keeps nothing.").await;
        browser.sees("Ask your technician to allow site data for this address.").await;
        assert!(!browser.has("link", "Begin").await, "a vault is offered that cannot be kept");
    }
    browser.tap("button", "Try again").await;
    browser.find("heading", NOTHING_KEPT).await;
    // What needs no storage works.
    browser.tap("link", "Open the cards").await;
    browser.find("heading", "Cards").await;
    browser.tap_beginning("link", "Curiosity").await;
    browser.find("heading", "Curiosity").await;
    browser.tap_beginning("link", "Safeguarding").await;
    browser.find("heading", lantern_room::content::safeguarding::page().title).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_vault_is_not_made_where_the_browser_says_that_there_is_hardly_any_room() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    // This browser never says how much room there really is; others do.
    let little = "navigator.storage.estimate = async () => ({ usage: 0, quota: 120_000_000 })";
    let script = browser.before_every_page(little).await;
    browser.reload().await;
    browser.tap("link", "Begin").await;
    browser.find("heading", NOTHING_KEPT).await;
    browser.sees("we would rather not make a vault that could vanish").await;
    browser.sees("Open Lantern Room in an ordinary window.").await;
    assert!(!browser.has("textbox", "Name of the vault").await, "a vault is begun that could vanish");

    browser.no_longer(script).await;
    browser.reload().await;
    browser.find("textbox", "Name of the vault").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tap_on_a_full_tablet_is_said_to_be_unsaved_and_the_next_one_saves_it() {
    let house = House::open(Screen::LandscapeTouch).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.add_a_child(SEAL, "Seal", "Moss", "B").await;
    browser.begin_a_check_in().await;
    browser.fill_up().await;
    browser.tap("button", "all the words").await;
    browser.tap_beginning("button", "proud").await;
    browser.tap("button", "Done").await;
    browser.sees("Not kept yet; what you chose is still here.").await;
    browser.sees(NOT_SAVED).await;
    assert!(browser.is_pressed("proud").await, "what was tapped has gone from the screen");

    // The child's own word stays in its field or on the screen as well.
    browser.tap("button", "my own word").await;
    browser.type_in("My own word", "fizzywhizzed").await;
    browser.tap("button", "That’s it").await;
    browser.find("heading", HOW_IS_IT).await;
    browser.sees(NOT_SAVED).await;
    browser.tap("button", "Next").await;
    // A tap that is not kept hurries nobody on to the next question.
    browser.tap("radio", "big").await;
    browser.sees(NOT_SAVED).await;
    assert_eq!(browser.attribute("radio", "big", "aria-checked").await.as_deref(), Some("true"));
    browser.tap("button", "Next").await;
    browser.tap("button", "pass").await;
    browser.sees(NOT_SAVED).await;
    browser.tap("button", "Next").await;
    browser.find("heading", ANYTHING_ELSE).await;
    browser.sees("fizzywhizzed").await;
    browser.sees(NOT_SAVED).await;
    browser.tap("button", "That’s all").await;
    browser.sees(NOT_SAVED).await;
    assert!(!browser.has("heading", THANK_YOU).await, "a check-in is finished that is not saved");

    browser.leave_room(None).await;
    browser.tap("button", "That’s all").await;
    browser.hand_back(&secrets.code).await;
    browser.reload().await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("heading", SEAL).await;
    for words in ["proud", "fizzywhizzed", "big"] {
        browser.sees(words).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn forms_on_a_full_tablet_keep_what_is_typed_and_save_it_with_the_same_tap_later() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.tap("link", "Children").await;
    browser.tap("link", "Add a child").await;
    browser.fill_in_a_child(SEAL, "Seal", "Moss", "C").await;
    browser.fill_up().await;
    browser.tap("button", "Add").await;
    browser.sees(NOT_SAVED).await;
    assert_eq!(browser.typed("Name or initials").await, SEAL);
    browser.leave_room(None).await;
    browser.tap("button", "Add").await;
    browser.find("heading", SEAL).await;

    browser.tap("link", "Settings").await;
    browser.type_in("Safeguarding lead: name", "Ms R. Okafor").await;
    browser.fill_up().await;
    browser.tap("button", "Save").await;
    browser.sees(NOT_SAVED).await;
    assert_eq!(browser.typed("Safeguarding lead: name").await, "Ms R. Okafor");
    browser.leave_room(None).await;
    browser.lamp_is_dark().await;
    browser.tap("button", "Save").await;
    browser.saved().await;
    browser.sees_no_more(NOT_SAVED).await;

    browser.reload().await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("heading", "Settings").await;
    assert_eq!(browser.typed("Safeguarding lead: name").await, "Ms R. Okafor");
    browser.tap("link", "Children").await;
    browser.find("link", SEAL).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_vault_that_finds_no_room_in_its_last_step_is_made_with_the_same_tap_later() {
    let house = House::open(Screen::Portrait).await;
    let browser = &house.browser;
    let recovery = browser.begin_a_vault().await;
    browser.type_back(&recovery).await;
    browser.fill_up().await;
    browser.choose_short_code(CODE).await;
    browser.sees_when_the_key_is_made("The tablet is full").await;
    assert!(!browser.has("link", SOMEONE_IS_HERE).await, "a vault is open that is not on the disk");
    browser.leave_room(None).await;
    browser.choose_short_code(CODE).await;
    browser.find_when_the_key_is_made("link", SOMEONE_IS_HERE).await;
    browser.reload().await;
    browser
        .unlock(&house::errands::Secrets { passphrase: PASSPHRASE.to_owned(), recovery, code: CODE.to_owned() })
        .await;
    browser.find_when_the_key_is_made("link", SOMEONE_IS_HERE).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_door_on_a_full_tablet_says_that_it_is_full_and_counts_no_guess() {
    let house = House::open(Screen::Portrait).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.tap("button", "Lock").await;
    browser.find("heading", NICKNAME).await;
    browser.fill_up().await;
    // More often than wrong guesses are free.
    for _ in 0..5 {
        browser.unlock(&secrets).await;
        browser.sees_when_the_key_is_made("The tablet is full").await;
        assert!(!browser.text().await.contains(DID_NOT_OPEN), "the right passphrase is called wrong");
        assert_eq!(browser.typed("Passphrase").await, secrets.passphrase, "the passphrase is to be typed once more");
    }
    browser.leave_room(None).await;
    browser.tap("button", "Unlock").await;
    browser.choose_short_code(&secrets.code).await;
    browser.find_when_the_key_is_made("link", SOMEONE_IS_HERE).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_keeper_that_dies_is_said_to_have_stopped_and_what_was_saved_is_there() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    let kept = "const Started = Worker;
        self.Worker = class extends Started { constructor(...given) { super(...given); self.keeperOfTheJourney = this; } };";
    browser.before_every_page(kept).await;
    browser.reload().await;
    let secrets = browser.make_a_vault().await;
    browser.add_a_child(SEAL, "Seal", "Moss", "B").await;
    let dies = "keeperOfTheJourney.terminate(), keeperOfTheJourney.dispatchEvent(new ErrorEvent('error'))";
    assert_eq!(browser.evaluate(dies).await, true);
    browser.find("heading", "Lantern Room has stopped for a moment").await;
    browser.sees("What it showed as saved is saved.").await;
    browser.tap("button", "Try again").await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("heading", SEAL).await;
}

/// Somebody clears the browser's data of these kinds while the app is open: what the open app still has is written anew.
async fn cleared_under_an_open_vault(kinds: &str) {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.tap("link", "Settings").await;
    browser.type_in(LEAD, "Ms R. Okafor").await;
    let cleared = json!({ "origin": browser.origin(), "storageTypes": kinds });
    browser.ask("Storage.clearDataForOrigin", cleared).await;
    browser.tap("button", "Save").await;
    browser.sees("Saved").await;
    browser.reload().await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("heading", "Settings").await;
    assert_eq!(browser.typed(LEAD).await, "Ms R. Okafor", "{kinds}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_is_taken_away_while_the_app_is_open_takes_nothing_with_it() {
    cleared_under_an_open_vault("indexeddb").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_storage_that_is_taken_away_while_the_app_is_open_takes_nothing_with_it() {
    cleared_under_an_open_vault("all").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_private_window_is_never_said_to_keep_what_it_will_forget() {
    let mut house = House::open_in_manner(Screen::Landscape, Manner::Private).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.add_a_child(SEAL, "Seal", "Moss", "B").await;
    browser.tap("link", "Settings").await;
    browser.sees("This tablet has not promised to keep the data.").await;
    assert!(!browser.text().await.contains("This tablet keeps Lantern Room’s data."));
    browser.reload().await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("heading", "Settings").await;

    house.browser.close().await;
    profile_search::assert_nowhere(house.browser.profile(), &[SEAL, NICKNAME]);
    house.browser.start_again().await;
    house.browser.go("/").await;
    house.browser.find("heading", "A lamp in a quiet room").await;
}
