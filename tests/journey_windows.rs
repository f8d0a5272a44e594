//! Two windows of one browser: one has the vault, the other is told so and may take it over.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod house;

use house::errands::{RESTING, SOMEONE_IS_HERE};
use house::{House, Screen};

const ELSEWHERE: &str = "Open in another window";
const USE_IT_HERE: &str = "Use it here";

#[tokio::test(flavor = "multi_thread")]
async fn one_window_has_the_vault_and_another_may_take_it_over() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.add_a_child("Wren Holloway", "Wren", "Moss", "B").await;

    let first = browser.window().await;
    let second = browser.open_a_window("/").await;
    browser.find("heading", ELSEWHERE).await;
    browser.sees_no_more("Wren Holloway").await;
    browser.tap("button", USE_IT_HERE).await;
    browser.find("button", "Unlock").await;

    // Whoever had it lets go of it and shows nothing any more.
    browser.look_at(&first).await;
    browser.find("heading", ELSEWHERE).await;
    browser.sees_no_more("Wren Holloway").await;

    browser.look_at(&second).await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("link", "Wren Holloway").await;
    browser.find_beginning("link", SOMEONE_IS_HERE).await;

    // When it is closed and somebody comes back to the first, that finds out by itself: the vault is locked, as behind
    // every closed window. A browser without a screen does not tell its pages which of them is in front.
    browser.close_window().await;
    browser.look_at(&first).await;
    browser.evaluate("document.dispatchEvent(new Event('visibilitychange'))").await;
    browser.find("button", "Unlock").await;
}

/// Takes the writer's lock away, as another window does from one that has not answered for some seconds, and is closed.
const STOLEN: &str =
    "navigator.locks.request('lantern-room-writer', { steal: true }, () => {}).catch(() => {}).then(() => true)";

#[tokio::test(flavor = "multi_thread")]
async fn a_window_whose_lock_was_taken_and_is_free_again_goes_on_from_its_door() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.lock().await;
    browser.evaluate(STOLEN).await;
    // Nobody else is there: nothing but the passphrase is wanted, and only once.
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("link", SOMEONE_IS_HERE).await;

    browser.tap("button", "Cover").await;
    browser.find("heading", RESTING).await;
    browser.evaluate(STOLEN).await;
    // What was open cannot be open any more: somebody else may have written. The window finds out by itself.
    browser.find("button", "Unlock").await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("link", SOMEONE_IS_HERE).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_window_whose_lock_was_taken_while_it_was_frozen_shows_nothing_any_more() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    browser.make_a_vault().await;
    browser.add_a_child("Wren Holloway", "Wren", "Moss", "B").await;
    browser.evaluate(STOLEN).await;
    // Nobody asks for anything: it looks by itself, and nobody else is there any more.
    browser.find("button", "Unlock").await;
    browser.sees_no_more("Wren Holloway").await;
}

/// Waits until nobody holds the writer's lock, as any page of this address can ask.
const NOBODY_HOLDS_IT: &str = "(async () => {
    for (let looks = 0; looks < 100; looks += 1) {
        const { held } = await navigator.locks.query();
        if (!held.some((lock) => lock.name === 'lantern-room-writer')) return true;
        await new Promise((later) => setTimeout(later, 50));
    }
    return false;
})()";

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_was_left_keeps_neither_the_vault_nor_its_lock() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.add_a_child("Wren Holloway", "Wren", "Moss", "B").await;
    for left_from in ["/", "/children"] {
        // A page that is loaded anew is left as well.
        browser.go(left_from).await;
        browser.unlock(&secrets).await;
        browser.find_when_the_key_is_made("link", "Wren Holloway").await;
        browser.go("/recovery.html").await;
        browser.find("heading", "When Lantern Room does not start").await;
        assert_eq!(browser.evaluate(NOBODY_HOLDS_IT).await, true, "a page that was left still holds the vault");
        // Back at what it was left at, it stands at its door.
        browser.back().await;
        browser.find("textbox", "Passphrase").await;
        browser.sees_no_more("Wren Holloway").await;
    }
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("link", "Wren Holloway").await;
}
