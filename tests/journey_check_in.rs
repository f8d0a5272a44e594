//! Check-ins with a child of the list and with somebody who is just there, by mouse and by finger.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod house;

use house::errands::{ANYTHING_ELSE, HOW_BIG, HOW_IS_IT, SOMEONE_IS_HERE, THANK_YOU, WHAT_WOULD_HELP};
use house::{Browser, House, Screen};

const OTTER: &str = "Otter Ashby";

async fn a_check_in_loses_nothing(screen: Screen) {
    let house = House::open(screen).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.add_a_child(OTTER, "Otter", "Moss", "B").await;
    browser.begin_a_check_in().await;
    assert!(!browser.text().await.contains(OTTER), "a child’s screen shows a name");
    assert_eq!(browser.title().await, "Lantern Room");

    // A reload locks; the same step comes back with what was tapped.
    let again = async || {
        browser.reload().await;
        browser.unlock_and_turn(&secrets).await;
    };
    browser.lamp_is_dark().await;
    browser.choose_a_word("cross").await;
    browser.saved().await;
    // It goes on at the first question without an answer.
    again().await;
    browser.find("heading", HOW_BIG).await;
    browser.tap("button", "Back").await;
    browser.find("heading", HOW_IS_IT).await;
    assert!(browser.is_pressed("cross").await, "the word is lost");

    browser.tap("button", "Next").await;
    browser.find("heading", HOW_BIG).await;
    browser.tap("radio", "big").await;
    browser.saved().await;
    browser.find("heading", WHAT_WOULD_HELP).await;
    again().await;
    browser.find("heading", WHAT_WOULD_HELP).await;
    browser.tap("button", "A drink of water").await;
    browser.saved().await;
    browser.find("heading", ANYTHING_ELSE).await;
    again().await;
    browser.find("heading", ANYTHING_ELSE).await;
    browser.sees("cross").await;
    browser.sees("big").await;

    browser.tap("button", "my own word").await;
    browser.type_in("My own word", "fizzywhizzed").await;
    browser.tap("button", "That’s it").await;
    browser.saved().await;
    browser.find("heading", ANYTHING_ELSE).await;
    again().await;
    browser.find("heading", ANYTHING_ELSE).await;
    browser.sees("fizzywhizzed").await;

    browser.tap("button", "where in my body").await;
    browser.tap("button", "tummy").await;
    browser.saved().await;
    again().await;
    browser.find("heading", ANYTHING_ELSE).await;
    browser.tap("button", "where in my body").await;
    assert!(browser.is_pressed("tummy").await, "the place is lost");
    browser.tap("button", "Next").await;
    browser.tap("button", "Next").await;
    browser.find("heading", ANYTHING_ELSE).await;
    browser.tap("button", "That’s all").await;
    browser.find("heading", THANK_YOU).await;
    // Finished, its address leads the adult to the child's page.
    browser.reload().await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("heading", OTTER).await;
    for words in ["cross", "fizzywhizzed", "big", "tummy"] {
        browser.sees(words).await;
    }
    browser.assert_nothing_went_wrong().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_check_in_loses_nothing_under_a_finger_in_portrait() {
    a_check_in_loses_nothing(Screen::Portrait).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_check_in_loses_nothing_under_a_finger_in_landscape() {
    a_check_in_loses_nothing(Screen::LandscapeTouch).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_amendment_keeps_what_was_first_told() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.add_a_child(OTTER, "Otter", "Moss", "B").await;
    browser.begin_a_check_in().await;
    browser.tell("cross", "big").await;
    browser.hand_back(&secrets.code).await;
    browser.tap_beginning("link", "cross").await;
    browser.find("heading", "Check-in").await;
    browser.tap("link", "Amend").await;
    browser.find("heading", "Amend").await;
    browser.tap("button", "worried").await;
    browser.type_in("Why it is amended", "Otter said so on the way back.").await;
    browser.tap("button", "Keep the change").await;
    browser.find("heading", "History").await;
    browser.sees("cross and worried").await;
    browser.sees("Otter said so on the way back.").await;
    browser.sees("first told").await;
    browser.reload().await;
    browser.unlock(&secrets).await;
    browser.sees_when_the_key_is_made("Otter said so on the way back.").await;
    browser.sees("first told").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deleted_check_in_can_be_brought_back() {
    let house = House::open(Screen::Portrait).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.add_a_child(OTTER, "Otter", "Moss", "B").await;
    browser.begin_a_check_in().await;
    browser.tell("hopeful", "small").await;
    browser.hand_back(&secrets.code).await;
    delete(browser, "hopeful").await;
    browser.gone("link", "hopeful").await;
    browser.tap("button", "Undo").await;
    browser.find_beginning("link", "hopeful").await;

    delete(browser, "hopeful").await;
    browser.gone("link", "hopeful").await;
    browser.reload().await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("heading", OTTER).await;
    browser.sees("No check-ins yet").await;
}

async fn delete(browser: &Browser, feeling: &str) {
    browser.tap_beginning("link", feeling).await;
    browser.find("heading", "Check-in").await;
    browser.tap("button", "Delete").await;
    browser.sees("Check-in deleted.").await;
    browser.find("heading", OTTER).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_who_is_just_there_is_named_afterwards() {
    let house = House::open(Screen::Portrait).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.add_a_child(OTTER, "Otter", "Moss", "B").await;
    browser.tap("link", "Today").await;
    browser.tap("link", SOMEONE_IS_HERE).await;
    browser.find("heading", HOW_IS_IT).await;
    browser.tell("worried", "middle").await;
    browser.hand_back(&secrets.code).await;
    browser.find("heading", "Whose check-in is this?").await;
    browser.tap("link", "Not now").await;
    browser.sees("A check-in without a child").await;
    browser.tap_beginning("link", "A check-in without a child").await;
    browser.find("heading", "Whose check-in is this?").await;
    browser.tap_either(&[("button", OTTER), ("link", OTTER)]).await;
    browser.find("heading", OTTER).await;
    browser.find_beginning("link", "worried").await;
    browser.tap("link", "Today").await;
    browser.find("link", SOMEONE_IS_HERE).await;
    browser.sees_no_more("A check-in without a child").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_who_is_just_there_is_added_to_the_list_with_what_they_told() {
    let house = House::open(Screen::Portrait).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.tap("link", SOMEONE_IS_HERE).await;
    browser.find("heading", HOW_IS_IT).await;
    browser.tell("worried", "middle").await;
    browser.hand_back(&secrets.code).await;
    browser.find("heading", "Whose check-in is this?").await;
    browser.tap("link", "A new child").await;
    browser.fill_in_a_child("Wren", "Owl", "Sky", "B").await;
    browser.tap("button", "Add").await;
    browser.find("heading", "Wren").await;
    browser.find_beginning("link", "worried").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn passing_and_not_knowing_are_answers() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.add_a_child(OTTER, "Otter", "Moss", "A").await;
    browser.begin_a_check_in().await;
    browser.tap("button", "pass").await;
    browser.tap("button", "Next").await;
    browser.find("heading", "Would you like to show it another way?").await;
    browser.tap("button", "as weather").await;
    browser.tap("button", "foggy").await;
    browser.find("heading", WHAT_WOULD_HELP).await;
    browser.tap("button", "not today").await;
    browser.find("heading", ANYTHING_ELSE).await;
    browser.tap("button", "That’s all").await;
    browser.find("heading", THANK_YOU).await;
    browser.hand_back(&secrets.code).await;
    browser.sees("passed").await;
    browser.tap_beginning("link", "passed").await;
    for words in ["weather: foggy", "not today"] {
        browser.sees(words).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn covering_a_check_in_brings_the_same_screen_back() {
    let house = House::open(Screen::Portrait).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.add_a_child(OTTER, "Otter", "Moss", "B").await;
    browser.begin_a_check_in().await;
    browser.choose_a_word("proud").await;
    browser.hold_for_the_grown_up().await;
    browser.find("group", "Keypad").await;
    assert!(!browser.text().await.contains("proud"), "the cover shows what was told");
    // Back to the child without a code; to the adult, and on, only with it.
    browser.tap("button", "Back").await;
    browser.find("heading", HOW_IS_IT).await;
    assert!(browser.is_pressed("proud").await, "the word is lost under the cover");
    browser.hand_back(&secrets.code).await;
    browser.tap("button", "Turn the tablet").await;
    browser.find("heading", HOW_IS_IT).await;
    assert!(browser.is_pressed("proud").await, "the word is lost under the cover");
}
