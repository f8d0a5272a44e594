//! Worried about a child: the school's own names are one tap away while the vault is open or covered, and inside it when
//! it is locked.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod house;

use house::errands::{NICKNAME, RESTING};
use house::{Browser, House, Screen};
use lantern_room::content::safeguarding;

const LEAD: &str = "Ms R. Okafor";

#[tokio::test(flavor = "multi_thread")]
async fn the_schools_own_names_stand_on_the_page_until_the_vault_is_locked() {
    let house = House::open(Screen::Portrait).await;
    let browser = &house.browser;
    to_the_shield(browser).await;
    browser.sees("once there is a vault to keep them").await;
    browser.go("/").await;
    let secrets = browser.make_a_vault().await;

    to_the_shield(browser).await;
    browser.sees("Nobody is entered here yet.").await;
    browser.tap("link", "Add them in Settings").await;
    browser.type_in("Safeguarding lead: name", LEAD).await;
    browser.type_in("Lead: where, or which telephone", "Room by the hall, 01632 960001").await;
    browser.type_in("What our policy asks for first", "Ring the office, then walk over.").await;
    browser.lamp_is_dark().await;
    browser.tap("button", "Save").await;
    browser.saved().await;

    to_the_shield(browser).await;
    browser.sees(LEAD).await;
    browser.sees("Ring the office, then walk over.").await;
    let number = browser.attribute("link", "Room by the hall, 01632 960001", "href").await;
    assert_eq!(number.as_deref(), Some("tel:01632960001"));
    browser.tap("button", "Back").await;
    browser.arrives_at("/settings").await;

    // Whom to tell must not wait for a code.
    browser.tap("button", "Cover").await;
    browser.find("heading", RESTING).await;
    to_the_shield(browser).await;
    browser.sees(LEAD).await;
    browser.tap("link", "Uncover").await;
    browser.uncover(&secrets.code).await;
    to_the_shield(browser).await;

    browser.tap("button", "Lock").await;
    browser.sees("are inside the vault").await;
    browser.sees_no_more(LEAD).await;
    browser.tap("link", "Unlock to see them").await;
    browser.find("heading", NICKNAME).await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("heading", "Today").await;
    to_the_shield(browser).await;
    browser.sees(LEAD).await;
}

async fn to_the_shield(browser: &Browser) {
    browser.tap("link", "Safeguarding: worried about a child").await;
    browser.find("heading", safeguarding::page().title).await;
}
