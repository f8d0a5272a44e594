//! A database that will not open any more, while the journal is whole: another takes its place, and the person is told.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod house;

use std::fs;
use std::path::{Path, PathBuf};

use house::below::files_below;
use house::browser::Manner;
use house::errands::Secrets;
use house::kept::copied;
use house::{Browser, House, Screen};

const PUT_BACK: &str = "The browser had lost something, and it was put back.";
const KEPT_ONCE: &str = "Only one copy could be written this time.";
const OLDER: &str = "This tablet gave back an older state.";
const KEPT_TWICE: &str = "Everything is kept twice on this tablet.";

/// The files of all databases below a directory, in order of name.
fn databases(below: &Path) -> Vec<PathBuf> {
    let mut found = files_below(below);
    found.retain(|path| fs::read(path).is_ok_and(|bytes| bytes.starts_with(b"SQLite format 3")));
    found.sort();
    found
}

impl Browser {
    /// At the door: opens the vault, and this child is on Today.
    async fn opens_with(&self, secrets: &Secrets, child: &str) {
        self.unlock(secrets).await;
        self.find_when_the_key_is_made("link", child).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_database_takes_the_place_of_one_that_refuses_until_it_can_be_read_again() {
    let mut house = House::open_in_manner(Screen::Landscape, Manner::OnSqlite).await;
    let secrets = house.browser.make_a_vault().await;
    house.browser.add_a_child("Fox Battery", "Fox", "Clay", "C").await;
    house.browser.close().await;
    let home = house.browser.profile().join("Default/IndexedDB");
    let before = databases(&home);
    assert_eq!(before.len(), 1, "{before:?}");
    // Where a file should be there is something that no database can be made of, and that nobody can clear away.
    let (refused, aside) = (&before[0], house.browser.profile().join("aside"));
    fs::rename(refused, &aside).unwrap();
    fs::create_dir_all(refused.join("not a database")).unwrap();

    house.browser.start_again().await;
    house.browser.go("/").await;
    house.browser.opens_with(&secrets, "Fox Battery").await;
    house.browser.tap("link", "Settings").await;
    house.browser.sees(PUT_BACK).await;
    house.browser.add_a_child("Wren Holloway", "Wren", "Moss", "B").await;
    house.browser.close().await;

    // Later starts go on with the new one.
    house.browser.start_again().await;
    house.browser.go("/settings").await;
    house.browser.unlock(&secrets).await;
    house.browser.find_when_the_key_is_made("heading", "Settings").await;
    house.browser.sees(KEPT_TWICE).await;
    house.browser.close().await;
    assert!(refused.join("not a database").is_dir(), "what refused was touched");

    // The one that refused can be read again: it is the older one, and once both copies have all of it nothing of it stays.
    fs::remove_dir_all(refused).unwrap();
    fs::rename(&aside, refused).unwrap();
    house.browser.start_again().await;
    house.browser.go("/").await;
    house.browser.opens_with(&secrets, "Fox Battery").await;
    house.browser.find("link", "Wren Holloway").await;
    house.browser.tap("link", "Settings").await;
    house.browser.sees(KEPT_TWICE).await;
    house.browser.close().await;
    let left = databases(&home);
    assert!(left.len() == 1 && left[0] != *refused, "the wrong ones are left: {left:?}");

    house.browser.start_again().await;
    house.browser.go("/").await;
    house.browser.opens_with(&secrets, "Fox Battery").await;
    house.browser.find("link", "Wren Holloway").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn where_no_database_opens_everything_goes_on_in_the_second_copy() {
    let mut house = House::open(Screen::Landscape).await;
    let secrets = house.browser.make_a_vault().await;
    house.browser.add_a_child("Fox Battery", "Fox", "Clay", "C").await;
    house.browser.close().await;
    // All databases of this browser hang on one file that says where the rest is: it leads nowhere.
    let home = house.browser.profile().join("Default/IndexedDB");
    let current = files_below(&home).into_iter().find(|path| path.ends_with("CURRENT")).unwrap();
    let before = fs::read(&current).unwrap();
    fs::write(&current, "MANIFEST-999999\n").unwrap();

    house.browser.start_again().await;
    house.browser.go("/").await;
    house.browser.opens_with(&secrets, "Fox Battery").await;
    house.browser.add_a_child("Wren Holloway", "Wren", "Moss", "B").await;
    house.browser.tap("link", "Settings").await;
    house.browser.sees(KEPT_ONCE).await;
    house.browser.close().await;

    // It still leads nowhere: what was written in the meantime is there.
    house.browser.start_again().await;
    house.browser.go("/").await;
    house.browser.opens_with(&secrets, "Wren Holloway").await;
    house.browser.close().await;

    // The databases open again, and take in what they missed.
    fs::write(&current, before).unwrap();
    house.browser.start_again().await;
    house.browser.go("/").await;
    house.browser.opens_with(&secrets, "Wren Holloway").await;
    house.browser.find("link", "Fox Battery").await;
    house.browser.tap("link", "Settings").await;
    house.browser.sees(PUT_BACK).await;
    house.browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_older_state_of_everything_is_said_on_today_until_somebody_knows() {
    let mut house = House::open(Screen::Portrait).await;
    let secrets = house.browser.make_a_vault().await;
    house.browser.add_a_child("Fox Battery", "Fox", "Clay", "C").await;
    house.browser.close().await;
    let homes = ["Default/IndexedDB", "Default/File System"].map(|home| house.browser.profile().join(home));
    let earlier = homes.each_ref().map(|home| home.with_extension("earlier"));
    for (home, earlier) in homes.iter().zip(&earlier) {
        copied(home, earlier);
    }
    house.browser.start_again().await;
    house.browser.go("/").await;
    house.browser.opens_with(&secrets, "Fox Battery").await;
    house.browser.add_a_child("Wren Holloway", "Wren", "Moss", "B").await;
    house.browser.close().await;
    for (home, earlier) in homes.iter().zip(&earlier) {
        copied(earlier, home);
    }

    house.browser.start_again().await;
    house.browser.go("/").await;
    house.browser.opens_with(&secrets, "Fox Battery").await;
    house.browser.sees(OLDER).await;
    // Whoever only goes on is told again next time.
    house.browser.reload().await;
    house.browser.opens_with(&secrets, "Fox Battery").await;
    house.browser.sees(OLDER).await;
    house.browser.tap("button", "I know").await;
    house.browser.sees_no_more(OLDER).await;
    house.browser.reload().await;
    house.browser.opens_with(&secrets, "Fox Battery").await;
    house.browser.sees_no_more(OLDER).await;
    house.browser.close().await;
}
