//! Without a network: after the first visit everything works from this device, from a cold start too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod house;

use house::{House, Screen};
use lantern_room::content::{cards, safeguarding};

#[tokio::test(flavor = "multi_thread")]
async fn a_cold_start_without_a_network_opens_the_vault_and_takes_a_check_in() {
    let mut house = House::open(Screen::Portrait).await;
    let secrets = house.browser.make_a_vault().await;
    house.browser.add_a_child("Otter Offline", "Otter", "Moss", "B").await;
    house.browser.is_installed().await;

    house.start_cold_without_a_network(&secrets).await;
    let browser = &house.browser;
    browser.tap("link", "Children").await;
    browser.tap("link", "Otter Offline").await;
    browser.find("heading", "Otter Offline").await;
    browser.begin_a_check_in().await;
    browser.tell("hopeful", "small").await;
    browser.hand_back(&secrets.code).await;
    browser.find_beginning("link", "hopeful").await;

    // Deep links too: the service worker answers for every page.
    for card in cards::all() {
        browser.go(&format!("/cards/{}", card.slug)).await;
        browser.find("heading", card.title).await;
    }
    browser.go("/safeguarding").await;
    browser.find("heading", safeguarding::page().title).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_told_offline_is_there_when_the_server_is_back() {
    let mut house = House::open(Screen::Landscape).await;
    let secrets = house.browser.make_a_vault().await;
    house.browser.is_installed().await;
    house.server.stop();
    house.browser.add_a_child("Owl Offline", "Owl", "Sky", "B").await;
    house.server.start_again();
    let browser = &house.browser;
    browser.reload().await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("heading", "Owl Offline").await;
}
