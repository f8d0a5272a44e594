//! A vault with children that a long act is to be cut off in, and how it stands afterwards: as before the act, or as after it.

use std::path::PathBuf;

use super::death::When;
use super::errands::{CODE, DID_NOT_OPEN, PASSPHRASE, Secrets};
use super::exchange::{WORDS, file_with_children};
use super::kept::Kept;
use super::{Browser, House, Screen};

/// The child who has told something.
pub const FOX: &str = "Fox Cut Off";
/// What they told.
const OWN_WORD: &str = "wobblegrumpish";
/// How many children are there before, and how many come with a file.
const SOME: u8 = 12;
const MANY: u8 = 60;

/// How the acts of one kind ended.
#[derive(Default)]
pub struct Ends {
    old: u32,
    new: u32,
    said: u32,
}

impl Ends {
    /// Counts one; what was said to be done must have been.
    pub fn count(&mut self, is_new: bool, said: bool, when: When) {
        assert!(is_new || !said, "it was said to be done before the end {when:?}, and is not");
        self.old += u32::from(!is_new);
        self.new += u32::from(is_new);
        self.said += u32::from(said);
    }

    /// Prints it.
    #[allow(clippy::print_stdout)] // The figures of a run are what it is for.
    pub fn tell(&self, act: &str) {
        let Self { old, new, said } = self;
        println!("{act}: {} kills, {old} times as before, {new} times as after ({said} said so)", old + new);
    }
}

impl Browser {
    /// On the page for it: reads a file and brings it in.
    pub async fn bring_in(&self, file: &std::path::Path) {
        if !self.has("heading", "Bring in a file").await {
            self.follow_to_backups().await;
            self.tap("link", "Bring in a file").await;
        }
        self.give_file_with_passphrase(file, WORDS, "Read this file").await;
        self.tap_when_the_key_is_made("button", "Bring it in").await;
    }
}

/// A vault with children, of whom one has told something, on a profile that every round begins from.
pub struct Bench {
    pub house: House,
    pub kept: Kept,
    pub secrets: Secrets,
    pub children: Vec<String>,
    /// Another file with other children.
    pub file: PathBuf,
    pub others: Vec<String>,
}

impl Bench {
    /// Makes it.
    pub async fn prepared() -> Self {
        let mut house = House::open(Screen::Landscape).await;
        let browser = &house.browser;
        let secrets = browser.make_a_vault().await;
        browser.is_installed().await;
        browser.add_a_child(FOX, "Fox", "Clay", "B").await;
        browser.begin_a_check_in().await;
        browser.tell_an_own_word(OWN_WORD, &secrets.code).await;
        let (first, mut children) = file_with_children("Early", SOME);
        let (file, others) = file_with_children("Later", MANY);
        browser.bring_in(&first).await;
        browser.sees_when_the_key_is_made("It is here now.").await;
        let _ = std::fs::remove_file(first);
        children.push(FOX.to_owned());
        house.browser.close().await;
        let kept = Kept::of(&house.browser, "prepared");
        Self { house, kept, secrets, children, file, others }
    }

    /// The prepared vault, at the door of this address.
    pub async fn begin_again(&mut self, address: &str) {
        self.kept.put_back();
        self.house.browser.start_again().await;
        self.house.browser.go(address).await;
    }

    /// Started again at the list of children.
    pub async fn start_again(&mut self) {
        self.house.browser.start_again().await;
        self.house.browser.go("/children").await;
    }

    /// With the list of children on the screen: all of them are there, and what the one told.
    pub async fn all_is_there(&self) {
        let browser = &self.house.browser;
        browser.find_when_the_key_is_made("heading", "Children").await;
        browser.find("link", FOX).await;
        let text = browser.text().await;
        for child in &self.children {
            assert!(text.contains(child), "{child} is lost: {text}");
        }
        browser.tap("link", FOX).await;
        browser.sees(OWN_WORD).await;
        browser.tap("link", "Settings").await;
        browser.sees("Everything stored here can be read.").await;
        browser.tap("link", "Children").await;
        browser.find("link", FOX).await;
    }

    /// At the door: exactly one of the two opens it; whether the newer.
    pub async fn one_of_two_opens(&self, newer: &str) -> bool {
        let browser = &self.house.browser;
        browser.try_passphrase(newer, CODE).await;
        browser.either_when_the_key_is_made("heading", "Children", "textbox", "Passphrase").await;
        if browser.has("heading", "Children").await {
            return true;
        }
        browser.sees(DID_NOT_OPEN).await;
        browser.try_passphrase(PASSPHRASE, CODE).await;
        false
    }

    /// Two starts after a change of the passphrase was cut off: exactly one opens, and the same both times.
    pub async fn as_before_or_after(&mut self, newer: &str) -> bool {
        self.start_again().await;
        let is_new = self.one_of_two_opens(newer).await;
        self.all_is_there().await;
        self.house.browser.kill();
        self.start_again().await;
        let (right, wrong) = if is_new { (newer, PASSPHRASE) } else { (PASSPHRASE, newer) };
        self.house.browser.try_passphrase(wrong, CODE).await;
        self.house.browser.sees_when_the_key_is_made(DID_NOT_OPEN).await;
        self.house.browser.try_passphrase(right, CODE).await;
        self.all_is_there().await;
        is_new
    }
}
