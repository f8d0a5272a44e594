//! Nothing about a child leaves the device, and nothing about a child lies on it in plain.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod house;

use house::errands::NICKNAME;
use house::told::{self, NAME};
use house::{House, Screen, profile_search};

#[tokio::test(flavor = "multi_thread")]
async fn what_is_told_is_asked_of_no_network_and_written_down_nowhere_in_plain() {
    let mut house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.is_installed().await;
    browser.tell_the_untellable(&secrets).await;
    for place in ["/cards/feelings?level=c", "/cards/curiosity", "/safeguarding"] {
        browser.go(place).await;
        browser.find("button", "Print").await;
    }
    browser.assert_only_home().await;

    let markers = told::markers(&secrets);
    let markers: Vec<&str> = markers.iter().map(String::as_str).collect();

    // While the browser runs, and after it has written down whatever it wants to keep.
    profile_search::assert_nowhere(house.browser.profile(), &markers);
    house.browser.close().await;
    profile_search::assert_nowhere(house.browser.profile(), &markers);
    // The search is able to find: the vault's name is for its door, and is kept in plain.
    let door = profile_search::find(house.browser.profile(), &[NICKNAME]);
    assert!(!door.is_empty(), "the search finds not even the vault’s name");

    // After deletion, too.
    house.browser.start_again().await;
    let browser = &house.browser;
    browser.go("/children").await;
    browser.unlock(&secrets).await;
    browser.tap_when_the_key_is_made("link", NAME).await;
    browser.tap_beginning("link", "‘").await;
    browser.tap("button", "Delete").await;
    browser.sees("Check-in deleted.").await;
    browser.tap("button", "Lock").await;
    browser.find("heading", NICKNAME).await;
    browser.assert_only_home().await;
    house.browser.close().await;
    profile_search::assert_nowhere(house.browser.profile(), &markers);
}
