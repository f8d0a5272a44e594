//! A backup made, checked, and brought back after everything on the tablet was lost; a child handed over.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod house;

use house::errands::{CODE, NICKNAME, PASSPHRASE, RESTING, SOMEONE_IS_HERE, Secrets};
use house::exchange::{WORDS, file_with, on_another_tablet};
use house::{Browser, House, Screen};
use lantern_room::domain::{Change, Kind, RecordId, SubjectId};

impl Browser {
    /// Axe has nothing to say. It takes its time, so the screen may have covered itself meanwhile.
    async fn shuts_nobody_out(&self, what: &str, code: &str) {
        self.assert_accessible_in_every_light(what).await;
        if self.has("heading", RESTING).await {
            self.uncover(code).await;
        }
    }
}

async fn vault_with_two_children(browser: &Browser) -> Secrets {
    let secrets = browser.make_a_vault().await;
    browser.add_a_child("Otter Holloway", "Otter", "Moss", "B").await;
    browser.begin_a_check_in().await;
    browser.tell("cross", "big").await;
    browser.hand_back(&secrets.code).await;
    browser.add_a_child("Wren Holloway", "Wren", "Moss", "B").await;
    secrets
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_survives_the_loss_of_everything_on_the_tablet() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    let secrets = vault_with_two_children(browser).await;

    browser.follow_to_backups().await;
    browser.sees("There is no backup yet.").await;
    browser.shuts_nobody_out("backups", &secrets.code).await;
    let file = browser.make_a_backup().await;
    let bytes = std::fs::read(&file).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1\n"));
    assert!(!String::from_utf8_lossy(&bytes).contains("Holloway"));

    browser.tap("link", "Check a backup file").await;
    browser.give_file_with_code(&file, &secrets.recovery, "Check this file").await;
    browser.sees_when_the_key_is_made("This backup is whole. It counts from now on.").await;
    browser.shuts_nobody_out("a file that was checked", &secrets.code).await;
    browser.tap("link", "Backup").await;
    browser.sees("Last checked backup: today").await;
    browser.sees("Nothing has changed since.").await;

    browser.lose_everything().await;
    browser.tap("link", "I have a backup file").await;
    browser.sees("First a new vault on this tablet").await;
    browser.type_in("Name of the vault", NICKNAME).await;
    browser.tap("button", "Next").await;
    browser.choose_own_passphrase("a new one on a new tablet").await;
    let recovery = browser.read_recovery_code().await;
    browser.type_back(&recovery).await;
    browser.choose_short_code("1357").await;
    browser.find_when_the_key_is_made("heading", "Bring in a file").await;

    // The new vault's code is not the file's; nothing happens, and the file can be tried again.
    browser.give_file_with_code(&file, &recovery, "Read this file").await;
    browser.sees_when_the_key_is_made("That does not open this file.").await;
    browser.give_file_with_code(&file, &secrets.recovery, "Read this file").await;
    browser.sees_when_the_key_is_made("2 children").await;
    browser.sees("0 edited on both, 0 removed.").await;
    browser.sees("Otter Holloway").await;
    browser.tap("button", "Bring it in").await;
    browser.sees("It is here now.").await;
    browser.tap("link", "Go to Today").await;
    browser.find("link", "Otter Holloway").await;
    browser.tap("link", "Wren Holloway").await;
    browser.find("heading", "Wren Holloway").await;
    browser.tap("link", "Children").await;
    browser.tap_beginning("link", "Otter Holloway").await;
    browser.sees("cross").await;

    // The same file once more brings nothing; and what came is there after the next unlocking.
    browser.follow_to_backups().await;
    browser.tap("link", "Bring in a file").await;
    browser.give_file_with_code(&file, &secrets.recovery, "Read this file").await;
    browser.sees_when_the_key_is_made("Everything in this file is here already.").await;
    assert!(!browser.has("button", "Bring it in").await);
    browser.shuts_nobody_out("what a file brings", "1357").await;
    browser.go("/").await;
    browser.try_passphrase("a new one on a new tablet", "1357").await;
    browser.find_when_the_key_is_made("link", SOMEONE_IS_HERE).await;
    browser.find("link", "Otter Holloway").await;
    let _ = std::fs::remove_file(file);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_file_a_wrong_passphrase_and_a_stranger_change_nothing() {
    let house = House::open(Screen::Portrait).await;
    let browser = &house.browser;
    let secrets = vault_with_two_children(browser).await;
    browser.follow_to_backups().await;
    browser.keep_downloads().await;
    browser.type_in("Passphrase of this vault", "seven quokkas under the bridge").await;
    browser.tap("button", "Make a backup").await;
    browser.sees_when_the_key_is_made("That does not open it.").await;
    let file = browser.make_a_backup().await;
    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() - 100;
    bytes[middle] ^= 1;
    let damaged = file.with_extension("damaged");
    std::fs::write(&damaged, &bytes).unwrap();
    let stranger = file.with_extension("docx");
    std::fs::write(&stranger, b"PK\x03\x04 not ours").unwrap();

    browser.tap("link", "Bring in a file").await;
    browser.tap("button", "Read this file").await;
    browser.sees("Choose the file first.").await;
    browser.give_file_with_code(&damaged, &secrets.recovery, "Read this file").await;
    browser.sees_when_the_key_is_made("not as it was written").await;
    browser.give_file_with_code(&stranger, &secrets.recovery, "Read this file").await;
    browser.sees_when_the_key_is_made("This is not a backup of Lantern Room.").await;
    browser.give_file_with_passphrase(&file, WORDS, "Read this file").await;
    browser.sees_when_the_key_is_made("This file opens with a recovery code").await;
    // The keeper has lived through all of it.
    browser.tap("link", "Children").await;
    browser.find_beginning("link", "Otter Holloway").await;
    for file in [file, damaged, stranger] {
        let _ = std::fs::remove_file(file);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_child_is_handed_over_and_comes_back_with_two_versions() {
    let here = House::open(Screen::Landscape).await;
    let there = House::open(Screen::Portrait).await;
    let (first, second) = (&here.browser, &there.browser);
    vault_with_two_children(first).await;
    second.make_a_vault().await;

    first.follow_to_hand_over("Otter Holloway").await;
    first.shuts_nobody_out("handing over", CODE).await;
    let file = first.make_the_hand_over("Otter Holloway", PASSPHRASE).await;
    second.follow_to_backups().await;
    second.tap("link", "Bring in a file").await;
    second.give_file_with_passphrase(&file, WORDS, "Read this file").await;
    second.sees_when_the_key_is_made("One child, handed over today").await;
    second.tap("button", "Bring it in").await;
    second.sees("It is here now.").await;
    second.tap("link", "Go to Today").await;
    second.find("link", "Otter Holloway").await;
    second.sees_no_more("Wren Holloway").await;

    // Both change the child's name; each must be seen, and one is chosen.
    rename(second, "Otter Holloway", "Otter There").await;
    rename(first, "Otter Holloway", "Otter Here").await;
    second.follow_to_hand_over("Otter There").await;
    let back = second.make_the_hand_over("Otter There", PASSPHRASE).await;
    first.follow_to_backups().await;
    first.tap("link", "Bring in a file").await;
    first.give_file_with_passphrase(&back, WORDS, "Read this file").await;
    first.sees_when_the_key_is_made("1 edited on both, 0 removed.").await;
    first.tap("button", "Bring it in").await;
    first.sees("1 record is kept in two versions.").await;
    first.tap("link", "Two versions").await;
    first.find("heading", "The other version").await;
    first.sees("Otter Here").await;
    first.sees("Otter There").await;
    first.shuts_nobody_out("two versions", CODE).await;
    first.tap("button", "Use this one").await;
    first.sees("Nothing waits to be chosen.").await;
    first.tap("link", "Children").await;
    first.find_beginning("link", "Otter There").await;
    for file in [file, back] {
        let _ = std::fs::remove_file(file);
    }
    first.assert_nothing_went_wrong().await;
    second.assert_nothing_went_wrong().await;
}

async fn rename(browser: &Browser, name: &str, new: &str) {
    browser.tap("link", "Children").await;
    browser.tap_beginning("link", name).await;
    browser.tap("link", "Edit").await;
    browser.type_in("Name or initials", new).await;
    browser.tap("button", "Save").await;
    browser.find("heading", new).await;
}

/// A file with so many records that it is time for a backup once they are here.
fn file_with_many_records() -> std::path::PathBuf {
    let changes = (0..30u8).map(|number| {
        let (at, revision) = on_another_tablet(number.into());
        Change {
            subject: SubjectId::from_bytes([9; 16]),
            id: RecordId::from_bytes([number; 16]),
            revision,
            at,
            // Of a newer app: carried along unread.
            kind: Kind(4000),
            body: Some(vec![0xa1, 0x00, 0x01]),
        }
    });
    file_with("many", changes.collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn today_says_calmly_when_it_is_time_for_a_backup() {
    let house = House::open(Screen::Portrait).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    assert!(!browser.text().await.contains("It is time for a backup."));
    let file = file_with_many_records();
    browser.follow_to_backups().await;
    browser.tap("link", "Bring in a file").await;
    browser.give_file_with_passphrase(&file, WORDS, "Read this file").await;
    browser.sees_when_the_key_is_made("30 new, 0 edited on both, 0 removed.").await;
    browser.tap("button", "Bring it in").await;
    browser.tap("link", "Go to Today").await;
    browser.sees("It is time for a backup. There is no backup yet.").await;
    browser.shuts_nobody_out("Today with a reminder", CODE).await;

    browser.tap("link", "Backups").await;
    let backup = browser.make_a_backup().await;
    browser.tap("link", "Check a backup file").await;
    browser.give_file_with_code(&backup, &secrets.recovery, "Check this file").await;
    browser.sees_when_the_key_is_made("This backup is whole.").await;
    browser.tap("link", "Today").await;
    browser.find("link", SOMEONE_IS_HERE).await;
    browser.sees_no_more("It is time for a backup.").await;
    for file in [file, backup] {
        let _ = std::fs::remove_file(file);
    }
}
