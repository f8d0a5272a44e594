//! Every screen of the made-up children, looked at in both ways of holding the tablet. `cargo xtask pictures` keeps the
//! pictures; otherwise they are only taken, which shows that no screen is empty or scrolls sideways.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod house;

use std::path::{Path, PathBuf};

use house::errands::{ANYTHING_ELSE, HOW_BIG, HOW_IS_IT, WHAT_WOULD_HELP};
use house::{Browser, House, Screen};
use lantern_room::keeper::demo::DEMO_CODE;

/// What the README shows, in landscape; all others are only looked at.
const IN_DOCS: [&str; 5] = ["check-in-feeling", "today", "card", "pupil", "cover"];

/// Where pictures are kept, when somebody asked for them.
struct Album {
    docs: Option<PathBuf>,
    screenshots: Option<PathBuf>,
    suffix: &'static str,
}

impl Album {
    fn of(screen: Screen) -> Self {
        let directory = |name| std::env::var_os(name).map(PathBuf::from);
        Self {
            docs: directory("LANTERN_ROOM_PICTURES"),
            screenshots: directory("LANTERN_ROOM_SCREENSHOTS"),
            suffix: if screen == Screen::Portrait { "-portrait" } else { "" },
        }
    }

    async fn take(&self, browser: &Browser, name: &str) {
        let overflow = browser.evaluate("document.documentElement.scrollWidth - innerWidth").await;
        assert!(overflow.as_i64().unwrap() <= 0, "{name}{} scrolls sideways", self.suffix);
        let picture = browser.picture().await;
        assert!(picture.len() > 8_000, "{name}{} is empty", self.suffix);
        if let Some(docs) = self.docs.as_ref().filter(|_| self.suffix.is_empty() && IN_DOCS.contains(&name)) {
            keep(docs, &format!("{name}.png"), &picture);
        }
        if let Some(screenshots) = self.screenshots.as_ref().filter(|_| name == "check-in-feeling") {
            let form = if self.suffix.is_empty() { "wide" } else { "narrow" };
            keep(screenshots, &format!("{form}.png"), &picture);
        }
    }
}

fn keep(directory: &Path, name: &str, picture: &[u8]) {
    std::fs::create_dir_all(directory).unwrap();
    std::fs::write(directory.join(name), picture).unwrap();
}

async fn every_screen_can_be_looked_at(screen: Screen) {
    let house = House::open(screen).await;
    let (browser, album) = (&house.browser, Album::of(screen));
    browser.find("link", "Begin").await;
    album.take(browser, "welcome").await;
    browser.tap("button", "Look around with made-up children").await;
    browser.find("heading", "Today").await;
    album.take(browser, "today").await;
    browser.tap("link", "Cards").await;
    browser.find("heading", "Cards").await;
    album.take(browser, "cards").await;
    browser.tap_beginning("link", "Acceptance").await;
    browser.find("heading", "Acceptance").await;
    album.take(browser, "card").await;
    browser.tap("link", "Calm").await;
    browser.find("heading", "Calm").await;
    album.take(browser, "calm").await;
    browser.tap_beginning("link", "Rocking count").await;
    browser.find("heading", "Rocking count").await;
    album.take(browser, "calm-activity").await;
    browser.tap("link", "Begin").await;
    browser.find("button", "Next").await;
    album.take(browser, "calm-player").await;
    browser.tap("button", "End").await;
    browser.tap("link", "Calm").await;
    browser.tap_beginning("link", "Fairy lights").await;
    browser.find("heading", "Fairy lights").await;
    album.take(browser, "fairy-lights").await;
    browser.key("Escape").await;
    browser.find("heading", "Calm").await;
    browser.tap("link", "Settings").await;
    browser.find("heading", "Settings").await;
    album.take(browser, "settings").await;
    browser.tap("link", "Children").await;
    browser.tap_beginning("link", "Pip").await;
    browser.find("heading", "Pip").await;
    album.take(browser, "pupil").await;

    browser.begin_a_check_in().await;
    browser.find("heading", HOW_IS_IT).await;
    browser.choose_a_word("cross").await;
    album.take(browser, "check-in-feeling").await;
    browser.tap("button", "Next").await;
    browser.find("heading", HOW_BIG).await;
    album.take(browser, "check-in-size").await;
    browser.tap_beginning("radio", "big").await;
    browser.find("heading", WHAT_WOULD_HELP).await;
    album.take(browser, "check-in-help").await;
    browser.tap("button", "pass").await;
    browser.find("heading", ANYTHING_ELSE).await;
    album.take(browser, "check-in-more").await;
    browser.tap("button", "where in my body").await;
    browser.find("button", "tummy").await;
    album.take(browser, "check-in-body").await;
    browser.tap("button", "Back").await;
    browser.find("heading", ANYTHING_ELSE).await;
    browser.tap("button", "That’s all").await;
    album.take(browser, "check-in-thanks").await;
    browser.hold_for_the_grown_up().await;
    browser.find("group", "Keypad").await;
    album.take(browser, "cover").await;
    browser.press_keys(DEMO_CODE).await;
    browser.find("heading", "Pip").await;
    browser.sees("cross").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_can_be_looked_at_in_landscape() {
    every_screen_can_be_looked_at(Screen::LandscapeTouch).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_can_be_looked_at_in_portrait() {
    every_screen_can_be_looked_at(Screen::Portrait).await;
}
