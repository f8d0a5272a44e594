//! Every screen of the child's side at all three levels, looked at one after another. `cargo xtask pictures` keeps them,
//! small, in docs/pictures/child; otherwise they are only taken, which shows that none is empty or scrolls.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod house;

use std::path::PathBuf;

use house::{Browser, House, Screen};
use lantern_room::app::pages::child::words;
use lantern_room::content::{passages, room, size};
use lantern_room::domain::Level;
use lantern_room::keeper::demo::DEMO_CODE;

struct Album {
    directory: Option<PathBuf>,
    level: &'static str,
}

impl Album {
    async fn take(&self, browser: &Browser, name: &str) {
        // What glides comes to rest first.
        tokio::time::sleep(std::time::Duration::from_millis(350)).await;
        for (length, screen) in [("scrollWidth", "innerWidth"), ("scrollHeight", "innerHeight")] {
            let beyond = browser.evaluate(&format!("document.documentElement.{length} - {screen}")).await;
            assert!(beyond.as_i64().unwrap() <= 0, "{name} at level {} is larger than the screen", self.level);
        }
        let picture = browser.small_picture().await;
        assert!(picture.len() > 1_500, "{name} at level {} is empty", self.level);
        if let Some(directory) = &self.directory {
            let directory = directory.join("child");
            std::fs::create_dir_all(&directory).unwrap();
            std::fs::write(directory.join(format!("{}-{name}.webp", self.level)), &picture).unwrap();
        }
    }
}

async fn every_screen_of_a_child(child: &str, level: Level, name: &'static str, screen: Screen) {
    let house = House::open(screen).await;
    let browser = &house.browser;
    // Only the pictures of one way of holding it are kept.
    let directory = std::env::var_os("LANTERN_ROOM_PICTURES").map(PathBuf::from).filter(|_| screen != Screen::Portrait);
    let album = Album { directory, level: name };
    browser.tap("button", "Look around with made-up children").await;
    browser.tap("link", "Children").await;
    browser.tap("link", child).await;
    browser.tap("link", "Begin a session").await;
    browser.tap_beginning("button", "30 minutes").await;

    browser.tap("button", "Turn the tablet").await;
    browser.find("heading", words::how_is_your_body(level)).await;
    album.take(browser, "01-arrive-body").await;
    browser.tap("button", words::bodies(level)[1]).await;
    browser.find("heading", words::how_is_it_inside(level)).await;
    album.take(browser, "02-arrive-inside").await;
    browser.tap("button", words::insides(level)[2]).await;
    browser.find("heading", words::thank_you(level)).await;
    album.take(browser, "03-thanks").await;
    browser.tap("button", "The lantern").await;
    browser.find("heading", room::stage("arrive").unwrap().for_child.at(level)).await;
    album.take(browser, "04-lantern").await;
    browser.tap("button", "Something calm").await;
    browser.find("heading", "What would feel good now?").await;
    album.take(browser, "05-something-calm").await;
    browser.tap("button", "Back").await;
    browser.hand_back(DEMO_CODE).await;

    browser.tap("button", "Next: Check in").await;
    browser.tap("button", "Turn the tablet").await;
    browser.find("heading", house::errands::HOW_IS_IT).await;
    album.take(browser, "06-feeling").await;
    browser.tap("button", "my own word").await;
    album.take(browser, "07-own-word").await;
    browser.tap("button", "Back").await;
    browser.tap("button", "pass").await;
    browser.tap("button", "Next").await;
    browser.find("heading", "Would you like to show it another way?").await;
    album.take(browser, "08-another-way").await;
    let ways = [("as weather", room::weather(), "09-weather"), ("as a colour", room::colours(), "10-colour")];
    for (way, asked, picture) in ways.into_iter().chain([("as an animal", room::animals(), "11-animal")]) {
        browser.tap("button", way).await;
        browser.find("heading", asked.ask.at(level)).await;
        album.take(browser, picture).await;
        browser.tap("button", "Back").await;
    }
    browser.tap("button", "draw it").await;
    browser.find("image", "A sheet to draw on").await;
    album.take(browser, "12-drawing").await;
    browser.tap("button", "Back").await;
    browser.tap("button", "Back").await;
    browser.tap_beginning("button", "cross").await;
    browser.tap("button", "Next").await;
    browser.find_beginning("heading", "How big is it").await;
    album.take(browser, "13-size").await;
    let big = if level == Level::C { "7".to_owned() } else { size::steps()[3].label.to_owned() };
    browser.tap("radio", &big).await;
    browser.find("heading", house::errands::WHAT_WOULD_HELP).await;
    album.take(browser, "14-help").await;
    browser.tap("button", "pass").await;
    browser.find("heading", house::errands::ANYTHING_ELSE).await;
    album.take(browser, "15-anything-else").await;
    browser.tap("button", "where in my body").await;
    browser.find("button", "tummy").await;
    album.take(browser, "16-body").await;
    browser.tap("button", "tummy").await;
    browser.tap("button", "Next").await;
    browser.find("button", "Back").await;
    album.take(browser, "17-like-there").await;
    browser.tap("button", "Next").await;
    browser.tap("button", "That’s all").await;
    browser.find("heading", house::errands::THANK_YOU).await;
    album.take(browser, "18-thank-you").await;
    browser.hand_back(DEMO_CODE).await;

    for stage in ["Activity", "Reflect"] {
        browser.tap("button", &format!("Next: {stage}")).await;
    }
    browser.tap("button", "Turn the tablet").await;
    let boxes = passages::boxes(level);
    browser.find("heading", boxes.ask).await;
    album.take(browser, "19-boxes").await;
    browser.tap_beginning("button", boxes.stays.label).await;
    browser.find("heading", "That’s all").await;
    album.take(browser, "20-boxes-sorted").await;
    browser.hand_back(DEMO_CODE).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_youngest_are_shown_pictures() {
    every_screen_of_a_child("Pip", Level::A, "a", Screen::LandscapeTouch).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_middle_ones_short_sentences() {
    every_screen_of_a_child("Bramble", Level::B, "b", Screen::LandscapeTouch).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_oldest_are_spoken_to_as_young_adults() {
    every_screen_of_a_child("Sol", Level::C, "c", Screen::LandscapeTouch).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn held_upright_nothing_is_larger_than_the_screen() {
    every_screen_of_a_child("Bramble", Level::B, "b", Screen::Portrait).await;
}
