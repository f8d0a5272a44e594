//! From one version to the next: the page goes on with the old one until somebody agrees, nothing is lost on the way, and
//! a version that did not arrive as a whole never comes in.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod house;

use house::browser::Manner;
use house::builds::{Build, CHANGED, released_version};
use house::errands::{
    ANYTHING_ELSE, HOW_BIG, HOW_IS_IT, NICKNAME, SOMEONE_IS_HERE, Secrets, THANK_YOU, WHAT_WOULD_HELP,
};
use house::gate::Gate;
use house::{Browser, House, Screen, Server};

const HEDGEHOG: &str = "Hedgehog Ashby";
const READY: &str = "A new version is ready.";
const USE_IT: &str = "Use it now";

/// The first version is on the device, with a vault and a child in it.
async fn with_a_child(screen: Screen) -> (House, Secrets) {
    let house = House::open(screen).await;
    let secrets = house.browser.make_a_vault().await;
    house.browser.is_installed().await;
    house.browser.add_a_child(HEDGEHOG, "Hedgehog", "Moss", "B").await;
    (house, secrets)
}

/// The page runs the first version, and what it asks for comes from that version.
async fn assert_still_the_first(browser: &Browser) {
    assert_eq!(browser.served_version().await, released_version());
    assert!(
        !browser.served_file().await.contains("the second"),
        "a page of the first version gets files of the second"
    );
}

async fn assert_the_second(browser: &Browser, second: &Build) {
    assert_eq!(browser.served_version().await, second.version);
    assert!(browser.served_file().await.contains("the second"), "the second version serves files of the first");
    assert_eq!(browser.kept_versions().await.join(", "), second.version, "an older version is kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_version_waits_behind_a_check_in_and_loses_nothing_of_it() {
    let (mut house, secrets) = with_a_child(Screen::LandscapeTouch).await;
    let second = Build::with_remark("the second");
    house.browser.begin_a_check_in().await;
    house.browser.mark().await;
    house.browser.choose_a_word("proud").await;

    house.server.change_over(second.directory());
    let browser = &house.browser;
    assert_eq!(browser.look_for_a_version().await, "installed");
    browser.tap("button", "my own word").await;
    browser.type_in("My own word", "fizzywhizzed").await;
    assert_still_the_first(browser).await;
    assert!(!browser.text().await.contains(READY), "a child’s screen speaks of versions");
    assert_eq!(browser.typed("My own word").await, "fizzywhizzed");
    browser.lamp_is_dark().await;
    browser.tap("button", "That’s it").await;
    browser.saved().await;
    browser.find("heading", HOW_IS_IT).await;

    // Left half-way: the adult's page offers it, and neither asks nor takes.
    browser.back().await;
    browser.find("heading", HOW_IS_IT).await;
    browser.hand_back(&secrets.code).await;
    browser.find("heading", "Check-in").await;
    browser.sees(READY).await;
    assert!(browser.is_marked().await, "the page was loaded anew by itself");
    assert_still_the_first(browser).await;

    browser.tap("button", USE_IT).await;
    browser.find("heading", NICKNAME).await;
    assert!(!browser.is_marked().await, "the old page goes on");
    assert_the_second(browser, &second).await;
    assert!(!browser.text().await.contains(READY), "what has been brought in is offered once more");
    browser.unlock_and_turn(&secrets).await;
    browser.find("heading", HOW_BIG).await;
    browser.tap("radio", "big").await;
    browser.find("heading", WHAT_WOULD_HELP).await;
    browser.tap("button", "pass").await;
    browser.find("heading", ANYTHING_ELSE).await;
    browser.sees("proud").await;
    browser.sees("fizzywhizzed").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_version_can_be_put_off_and_waits_in_settings_until_what_is_typed_is_saved() {
    let (mut house, secrets) = with_a_child(Screen::Landscape).await;
    let second = Build::with_remark("the second");
    house.server.change_over(second.directory());
    let browser = &house.browser;
    browser.tap("link", "Settings").await;
    browser.mark().await;
    browser.tap("button", "Look for a new version").await;
    // Offered at the top of the page and where it was looked for.
    browser.tap("button", "Later").await;
    browser.gone("button", "Later").await;
    browser.sees("It takes a second and locks the vault; everything is kept.").await;

    browser.type_in("What our policy asks for first", "Ring the office.").await;
    browser.sees("Save what is typed above first, then it can be used.").await;
    assert_eq!(browser.attribute("button", USE_IT, "disabled").await.as_deref(), Some(""));
    // Even where it is pressed by other means.
    browser.evaluate("[...document.querySelectorAll('main button.main')].forEach((button) => button.click())").await;
    assert!(browser.is_marked().await, "typed words were swept away by a new version");
    assert_eq!(browser.typed("What our policy asks for first").await, "Ring the office.");
    browser.lamp_is_dark().await;
    browser.tap("button", "Save").await;
    browser.saved().await;
    assert_still_the_first(browser).await;

    browser.tap("button", USE_IT).await;
    browser.find("heading", NICKNAME).await;
    assert_the_second(browser, &second).await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("heading", "Settings").await;
    assert_eq!(browser.typed("What our policy asks for first").await, "Ring the office.");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_version_that_another_window_lets_in_takes_no_page_from_under_a_check_in() {
    let (mut house, secrets) = with_a_child(Screen::Landscape).await;
    let second = Build::with_remark("the second");
    house.browser.begin_a_check_in().await;
    house.browser.mark().await;
    let first = house.browser.window().await;

    house.server.change_over(second.directory());
    let browser = &house.browser;
    assert_eq!(browser.look_for_a_version().await, "installed");
    browser.open_a_window("/").await;
    browser.find("heading", "Open in another window").await;
    browser.sees(READY).await;
    browser.tap("button", USE_IT).await;
    browser.sees_no_more(READY).await;
    browser.find("heading", "Open in another window").await;
    assert_the_second(browser, &second).await;

    browser.look_at(&first).await;
    assert!(browser.is_marked().await, "the page was loaded anew under a check-in");
    browser.find("heading", HOW_IS_IT).await;
    browser.tell("proud", "big").await;
    assert!(!browser.text().await.contains(READY), "a child’s screen speaks of versions");
    browser.find("heading", THANK_YOU).await;
    browser.hand_back(&secrets.code).await;
    browser.find_beginning("link", "proud").await;
    browser.tap("button", USE_IT).await;
    browser.find("heading", NICKNAME).await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("heading", HEDGEHOG).await;
    browser.find_beginning("link", "proud").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_version_that_arrives_slowly_is_offered_to_whoever_has_unlocked_meanwhile() {
    let mut server = Server::start();
    let line = Gate::before(&server.origin());
    let browser = Browser::start(line.origin(), Screen::Landscape, Manner::Usual).await;
    browser.go("/").await;
    let secrets = browser.make_a_vault().await;
    browser.is_installed().await;
    let second = Build::with_remark("the second");
    server.change_over(second.directory());
    line.hold(&format!("/{CHANGED}"));
    browser.reload().await;
    browser.find("heading", NICKNAME).await;
    browser.evaluate("void navigator.serviceWorker.getRegistration().then((kept) => kept.update())").await;
    browser.version_is("installing").await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("link", SOMEONE_IS_HERE).await;
    assert!(!browser.text().await.contains(READY), "half a version is offered");
    browser.version_is("installing").await;
    line.let_through();
    browser.version_is("waiting").await;
    browser.sees(READY).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_version_is_not_offered_while_typed_words_wait_under_the_cover() {
    let (mut house, _) = with_a_child(Screen::Portrait).await;
    let second = Build::with_remark("the second");
    house.browser.begin_a_check_in().await;
    house.server.change_over(second.directory());
    let browser = &house.browser;
    assert_eq!(browser.look_for_a_version().await, "installed");
    browser.tap("button", "my own word").await;
    browser.type_in("My own word", "fizzywhizzed").await;
    browser.hold_for_the_grown_up().await;
    browser.find("group", "Keypad").await;
    let offered = browser.text().await.contains(READY);
    browser.tap("button", "Back").await;
    assert_eq!(browser.typed("My own word").await, "fizzywhizzed");
    assert!(!offered, "a reload was offered that would have swept typed words away");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_version_that_is_not_whole_never_comes_in_and_the_old_one_works_without_a_network() {
    let (mut house, secrets) = with_a_child(Screen::Portrait).await;
    for trouble in [Build::spoil as fn(&Build), Build::lose] {
        let second = Build::with_remark("the second");
        trouble(&second);
        house.server.change_over(second.directory());
        assert_eq!(house.browser.look_for_a_version().await, "redundant");
        assert_still_the_first(&house.browser).await;
        assert_eq!(house.browser.kept_versions().await.join(", "), released_version(), "half a version is kept");
        assert!(!house.browser.text().await.contains(READY), "half a version is offered");
    }

    house.start_cold_without_a_network(&secrets).await;
    let browser = &house.browser;
    assert_still_the_first(browser).await;
    browser.tap("link", HEDGEHOG).await;
    browser.begin_a_check_in().await;
    browser.tell("hopeful", "small").await;
    browser.hand_back(&secrets.code).await;
    browser.find_beginning("link", "hopeful").await;

    // Once it arrives as a whole, it is offered.
    let second = Build::with_remark("the second");
    house.server.change_over(second.directory());
    let browser = &house.browser;
    assert_eq!(browser.look_for_a_version().await, "installed");
    browser.tap("button", USE_IT).await;
    browser.find("heading", NICKNAME).await;
    assert_the_second(browser, &second).await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("heading", HEDGEHOG).await;
    browser.find_beginning("link", "hopeful").await;
}
