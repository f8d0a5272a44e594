//! Batteries that run empty while the app writes as fast as it can: what the keeper has acknowledged is there at the next
//! start, which writes as well, and at the one after it.
//!
//! Chromium's database has lost everything at the *second* start after such a death, so each start is the second one of
//! the death before the last.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]
#![allow(clippy::print_stdout)] // The figures of a run are what it is for.

mod house;

use std::time::Duration;

use house::browser::Manner;
use house::torture::{Acknowledged, Dice, rounds};
use house::{House, Screen};

/// How often, at full length.
const KILLS: u32 = 300;

async fn batteries_run_empty(manner: Manner) {
    let mut house = House::open_in_manner(Screen::LandscapeTouch, manner).await;
    let mut dice = Dice::new();
    let secrets = house.browser.make_a_vault().await;
    house.browser.add_a_child("Fox Battery", "Fox", "Clay", "C").await;
    house.browser.begin_a_check_in().await;
    let address = house.browser.path().await;
    let mut acknowledged = Acknowledged::default();
    for round in 0..=rounds(KILLS) {
        house.browser.kill();
        house.browser.start_again().await;
        let browser = &house.browser;
        browser.listen_at_the_wire().await;
        browser.go(&address).await;
        browser.open_all_the_words(&secrets).await;
        acknowledged.must_be_in(&browser.words_shown().await, &format!("in round {round}"));
        browser.tap_wildly(Duration::from_millis(50 + dice.below(900)), &mut acknowledged).await;
    }
    println!("{} kills, {} acknowledged acts, nothing lost", rounds(KILLS), acknowledged.acts);
    assert!(acknowledged.acts > u64::from(rounds(KILLS)), "too little was written to say anything");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost_as_the_browser_comes() {
    batteries_run_empty(Manner::Usual).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost_on_sqlite() {
    batteries_run_empty(Manner::OnSqlite).await;
}
