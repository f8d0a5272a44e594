//! Without a network: after the first visit everything works from this device, from a cold start too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod house;

use house::browser::Manner;
use house::host::{BareHost, Trouble};
use house::server::release;
use house::{Browser, House, Screen};
use lantern_room::content::{cards, safeguarding};

const STOPPED: &str = "Lantern Room has stopped for a moment";

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
async fn a_first_visit_whose_line_breaks_off_before_the_room_says_so_and_goes_on_when_it_is_back() {
    for (missing, trouble) in
        [("/room_bg.wasm", Trouble::Cut), ("/room_bg.wasm", Trouble::Page), ("/room.js", Trouble::Missing)]
    {
        let host = BareHost::serve(&release());
        host.trouble(missing, trouble);
        let browser = Browser::start(host.origin(), Screen::Portrait, Manner::Usual).await;
        // The door is a program of its own, and is there.
        browser.go("/").await;
        browser.find("heading", "A lamp in a quiet room").await;
        browser.tap("link", "Open the cards").await;
        browser.find("heading", STOPPED).await;
        // Somebody who opens the page itself is told as well.
        browser.go("/cards").await;
        browser.find("heading", STOPPED).await;
        host.change_over(&release());
        browser.tap("button", "Try again").await;
        browser.find("heading", "Cards").await;
    }
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

#[tokio::test(flavor = "multi_thread")]
async fn what_the_home_screen_needs_still_comes_from_the_server() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    browser.is_installed().await;
    browser.reload().await;
    let controlled = "navigator.serviceWorker.ready.then(() => Boolean(navigator.serviceWorker.controller))";
    assert_eq!(browser.evaluate(controlled).await, true, "the service worker is asked for every file");
    let images = "fetch('/manifest.webmanifest').then((file) => file.json())
        .then(({ icons, screenshots }) => [...icons, ...screenshots].map((image) => image.src))";
    let images: Vec<String> = serde_json::from_value(browser.evaluate(images).await).unwrap();
    assert!(images.len() > 4, "{images:?}");
    for image in images {
        let status = browser.evaluate(&format!("fetch('{image}').then((answer) => answer.status)")).await;
        assert_eq!(status, 200, "{image}");
    }
    assert_eq!(browser.evaluate("fetch('/anything-else').then((answer) => answer.status)").await, 404);
}
