//! A tablet that is full, again and again: by the browser's own count, and by a disk without a byte left. What was
//! acknowledged is there, what was refused stays on the screen with a calm sentence, and is saved once there is room.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]
#![allow(clippy::print_stdout)] // The figures of a run are what it is for.

mod house;

use std::time::{Duration, Instant};

use house::browser::Manner;
use house::errands::{HOW_IS_IT, Secrets};
use house::hands::KEY_PATIENCE;
use house::tight_disk::TightDisk;
use house::torture::{Acknowledged, Dice, rounds_or};
use house::{Browser, House, Screen};

/// How often the disk itself is full, and how often the browser's share of it, at full length.
const FULL_DISKS: u32 = 25;
const FULL_SHARES: u32 = 25;
/// And otherwise.
const FEW: u32 = 2;
/// After so many times the battery is empty as well.
const A_DEATH: u32 = 5;

const NOT_KEPT: &str = "Not kept yet; what you chose is still here.";
const STILL_HERE: &str = "It is still here on the screen";

impl Browser {
    /// Taps until something is refused: it stays on the screen, and the sentence says so.
    async fn refused_calmly(&self, acknowledged: &mut Acknowledged) -> String {
        let (word, wanted) = self.tap_until_refused(acknowledged).await;
        let shown = self.words_shown().await;
        assert_eq!(shown[&word], wanted, "“{word}” has gone from the screen");
        acknowledged.must_be_in(&shown, "while the tablet is full");
        self.tap("button", "Done").await;
        self.sees(NOT_KEPT).await;
        self.sees(STILL_HERE).await;
        self.find("heading", HOW_IS_IT).await;
        self.tap("button", "all the words").await;
        self.find("heading", "All the words").await;
        assert_eq!(self.words_shown().await[&word], wanted, "“{word}” has gone from the screen");
        word
    }

    /// With room again: taps until something is kept. With it everything is that the screen shows.
    async fn kept_again(&self, acknowledged: &mut Acknowledged) {
        let begun = Instant::now();
        let before = acknowledged.acts;
        while acknowledged.acts == before {
            assert!(begun.elapsed() < KEY_PATIENCE, "nothing is kept although there is room: {}", self.text().await);
            self.tap_for_a_while(Duration::from_millis(300), acknowledged).await;
        }
        acknowledged.is_all_of(&self.words_shown().await);
    }

    /// At a check-in's address: all the words, with an ear at the wire.
    async fn go_to_the_words(&self, address: &str, secrets: &Secrets) {
        self.listen_at_the_wire().await;
        self.go(address).await;
        self.open_all_the_words(secrets).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_share_that_is_used_up_loses_nothing_that_was_acknowledged() {
    let mut dice = Dice::new();
    let mut house = House::open(Screen::LandscapeTouch).await;
    let (secrets, address) = house.browser.begin_to_tap().await;
    let mut acknowledged = Acknowledged::default();
    house.browser.go_to_the_words(&address, &secrets).await;
    for round in 0..rounds_or(FULL_SHARES, FEW) {
        let browser = &house.browser;
        browser.leave_room(Some(1 + dice.below(4 << 20))).await;
        browser.refused_calmly(&mut acknowledged).await;
        browser.leave_room(None).await;
        browser.kept_again(&mut acknowledged).await;
        if round % A_DEATH == A_DEATH - 1 || round + 1 == rounds_or(FULL_SHARES, FEW) {
            house.browser.kill();
            house.browser.start_again().await;
            house.browser.go_to_the_words(&address, &secrets).await;
            let when = format!("after the full share {round}");
            acknowledged.must_be_in(&house.browser.words_shown().await, &when);
        }
    }
    println!("{} full shares, {} acknowledged acts, nothing lost", rounds_or(FULL_SHARES, FEW), acknowledged.acts);
}

async fn a_disk_is_full(manner: Manner, times: u32) {
    let mut dice = Dice::new();
    let mut house = House::open_in_manner(Screen::LandscapeTouch, manner).await;
    let (secrets, address) = house.browser.begin_to_tap().await;
    house.browser.close().await;
    let Some(disk) = TightDisk::under(&house.browser) else {
        println!("This machine gives nobody a disk of their own: no full disk was tried.");
        return;
    };
    house.browser.start_again().await;
    let mut acknowledged = Acknowledged::default();
    house.browser.go_to_the_words(&address, &secrets).await;
    for round in 0..times {
        disk.fill(dice.below(256 << 10));
        house.browser.refused_calmly(&mut acknowledged).await;
        // Every third time the battery is empty while the disk is still full.
        let dies = dice.below(3) == 0;
        if dies {
            house.browser.kill();
        }
        disk.free_up();
        if !dies {
            // Chromium's LevelDB gives up the whole database on a full disk: then another takes its place.
            house.browser.kept_again(&mut acknowledged).await;
            if dice.below(3) > 0 {
                continue;
            }
            house.browser.kill();
        }
        house.browser.start_again().await;
        house.browser.go_to_the_words(&address, &secrets).await;
        acknowledged.must_be_in(&house.browser.words_shown().await, &format!("after the full disk {round}"));
        house.browser.kept_again(&mut acknowledged).await;
    }
    house.browser.kill();
    println!("{times} full disks ({manner:?}), {} acknowledged acts, nothing lost", acknowledged.acts);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_loses_nothing_that_was_acknowledged_on_leveldb() {
    a_disk_is_full(Manner::Usual, rounds_or(FULL_DISKS, FEW)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_loses_nothing_that_was_acknowledged_on_sqlite() {
    a_disk_is_full(Manner::OnSqlite, rounds_or(FULL_DISKS, 1)).await;
}
