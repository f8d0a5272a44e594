//! A disk that loses or spoils what it was given, one copy at a time and both at once: everything comes back, or the app
//! says that something is missing. It is never empty as if it had just been installed, and it never hangs. Where both are
//! hurt in the same moment, what comes back may be an older state: then Today says so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]
#![allow(clippy::print_stdout)] // The figures of a run are what it is for.

mod house;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use house::below::files_below;
use house::browser::Manner;
use house::errands::Secrets;
use house::hands::KEY_PATIENCE;
use house::kept::Kept;
use house::torture::{Acknowledged, Dice, rounds};
use house::{Browser, House, Screen};

/// How often, at full length.
const LOSSES: u32 = 200;
/// The heading where nothing is left of a vault.
const MISSING: &str = "What was kept here is missing";
/// What Today says of an older state.
const OLDER: &str = "This tablet gave back an older state.";
/// Where the raw stores can be saved from, on every screen that says that something is wrong.
const SAVE_WHAT_IS_LEFT: &str = "Save what is left";

/// What is hurt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Victim {
    Database,
    Journal,
    Both,
}

/// What happens to a file.
#[derive(Clone, Copy, Debug)]
enum Hurt {
    /// The files are gone.
    Deleted,
    /// The last bytes of the newest are missing, as after a torn write.
    TornTail,
    /// Half of one is missing.
    Halved,
    /// The last part of one is zeros, as after a power cut.
    Zeroed,
    /// Bits of one are flipped.
    Flipped,
}

const VICTIMS: [Victim; 3] = [Victim::Database, Victim::Journal, Victim::Both];
const HURTS: [Hurt; 5] = [Hurt::Deleted, Hurt::TornTail, Hurt::Halved, Hurt::Zeroed, Hurt::Flipped];

/// All files below a directory, the last changed at the end; the browser's locks and logs are not among them.
fn files(below: &Path) -> Vec<PathBuf> {
    let mut found = files_below(below);
    found.retain(|path| !["LOCK", "LOG", "LOG.old"].iter().any(|name| path.ends_with(name)));
    found.sort_by_key(|path| path.metadata().and_then(|about| about.modified()).ok());
    found
}

/// Where this browser keeps each copy.
fn homes(profile: &Path, victim: Victim) -> Vec<PathBuf> {
    let database = profile.join("Default/IndexedDB");
    let journal = profile.join("Default/File System");
    match victim {
        Victim::Database => vec![database],
        Victim::Journal => vec![journal],
        Victim::Both => vec![database, journal],
    }
}

fn hurt(profile: &Path, victim: Victim, how: Hurt, dice: &mut Dice) -> String {
    let mut told = Vec::new();
    for home in homes(profile, victim) {
        assert!(home.is_dir(), "{} is not where this browser keeps it", home.display());
        if matches!(how, Hurt::Deleted) {
            fs::remove_dir_all(&home).unwrap();
            told.push(format!("{} deleted", home.display()));
            continue;
        }
        let files: Vec<PathBuf> =
            files(&home).into_iter().filter(|path| path.metadata().is_ok_and(|about| about.len() > 0)).collect();
        let file = match how {
            Hurt::TornTail => files.iter().rfind(|path| path.extension().is_some_and(|end| end == "log")),
            _ => None,
        };
        let file = file.unwrap_or(&files[dice.below(files.len() as u64) as usize]);
        let mut bytes = fs::read(file).unwrap();
        let length = bytes.len();
        match how {
            Hurt::TornTail => bytes.truncate(length.saturating_sub(1 + dice.below(4_096) as usize)),
            Hurt::Halved => bytes.truncate(length / 2),
            Hurt::Zeroed => {
                let from = length - 1 - dice.below(length as u64) as usize;
                bytes[from..].fill(0);
            }
            _ => {
                for _ in 0..1 + dice.below(40) {
                    bytes[dice.below(length as u64) as usize] ^= 1 << dice.below(8);
                }
            }
        }
        fs::write(file, bytes).unwrap();
        told.push(format!("{} {how:?} at {length} bytes", file.strip_prefix(profile).unwrap().display()));
    }
    told.join(", ")
}

/// How it stands after a start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Door,
    SaysSo,
}

/// How it ended for what had been acknowledged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Ending {
    /// All of it was there, at both starts.
    CameBack,
    /// An older state was there, and Today said so.
    Older,
    /// The app said that something is missing or cannot be read.
    SaidSo,
}

impl Browser {
    /// With the vault about to open: whether the check-in of its address is in it.
    async fn is_the_check_in_here(&self, what: &str) -> bool {
        let begun = Instant::now();
        loop {
            if self.has("button", "Turn the tablet").await {
                return true;
            }
            if self.text().await.contains("This is no longer here.") {
                return false;
            }
            assert!(begun.elapsed() < KEY_PATIENCE, "it does not open after {what}: {}", self.text().await);
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    /// What stands at the door, and after how long; fails where it is a welcome or nothing at all.
    async fn outcome(&self, what: &str) -> (Outcome, Duration) {
        let begun = Instant::now();
        loop {
            if self.has("textbox", "Passphrase").await {
                return (Outcome::Door, begun.elapsed());
            }
            if self.has("heading", MISSING).await || self.has("link", SAVE_WHAT_IS_LEFT).await {
                assert!(self.has("link", SAVE_WHAT_IS_LEFT).await, "nothing can be saved after {what}");
                return (Outcome::SaysSo, begun.elapsed());
            }
            assert!(!self.has("link", "Begin").await, "a beginning is offered after {what}");
            assert!(begun.elapsed() < house::hands::PATIENCE * 2, "it hangs after {what}: {}", self.text().await);
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
}

/// The first start after a disk has lost something, in which more is written, and the second; and how long the slower of
/// the two took to stand.
async fn two_starts(
    house: &mut House,
    secrets: &Secrets,
    address: &str,
    acknowledged: &Acknowledged,
    what: &str,
) -> (Ending, Duration) {
    house.browser.start_again().await;
    house.browser.listen_at_the_wire().await;
    house.browser.go(address).await;
    let (outcome, first) = house.browser.outcome(what).await;
    if outcome == Outcome::SaysSo {
        return (Ending::SaidSo, first);
    }
    house.browser.unlock(secrets).await;
    let is_here = house.browser.is_the_check_in_here(what).await;
    let mut since = acknowledged.clone();
    let mut ending = Ending::CameBack;
    if is_here {
        house.browser.all_the_words().await;
        let shown = house.browser.words_shown().await;
        if since.missing_in(&shown) > 0 {
            ending = Ending::Older;
            since.is_all_of(&shown);
        }
    } else {
        ending = Ending::Older;
    }
    if ending == Ending::Older {
        // What fits itself, and is not the whole, is only known by what is remembered outside: Today says so.
        house.browser.go("/").await;
        house.browser.unlock(secrets).await;
        house.browser.sees_when_the_key_is_made(OLDER).await;
        house.browser.go(address).await;
        house.browser.unlock(secrets).await;
        if !is_here {
            return (ending, first);
        }
        house.browser.all_the_words().await;
    }
    // A torn tail shows at the second start, when something was written after the first.
    house.browser.tap_wildly(Duration::from_millis(300), &mut since).await;
    house.browser.kill();
    house.browser.start_again().await;
    house.browser.go(address).await;
    let (outcome, second) = house.browser.outcome(what).await;
    if outcome == Outcome::SaysSo {
        return (Ending::SaidSo, first.max(second));
    }
    house.browser.open_all_the_words(secrets).await;
    since.must_be_in(&house.browser.words_shown().await, what);
    (ending, first.max(second))
}

async fn a_disk_forgets(manner: Manner) {
    let mut house = House::open_in_manner(Screen::LandscapeTouch, manner).await;
    let mut dice = Dice::new();
    let (secrets, address) = house.browser.begin_to_tap().await;
    let mut acknowledged = Acknowledged::default();
    house.browser.listen_at_the_wire().await;
    house.browser.reload().await;
    house.browser.open_all_the_words(&secrets).await;
    house.browser.tap_for_a_while(Duration::from_millis(1_500), &mut acknowledged).await;
    // How far the history has come is noted a moment after an act, and no act waits for it.
    tokio::time::sleep(Duration::from_secs(1)).await;
    house.browser.kill();
    let profile = house.browser.profile().to_path_buf();
    let whole = Kept::of(&house.browser, "whole");

    let (mut ends, mut slowest): (BTreeMap<Ending, u32>, _) = (BTreeMap::new(), Duration::ZERO);
    for round in 0..rounds(LOSSES) {
        let victim = VICTIMS[round as usize % VICTIMS.len()];
        let how = HURTS[(round as usize / VICTIMS.len()) % HURTS.len()];
        whole.put_back();
        let what = hurt(&profile, victim, how, &mut dice);
        let (ending, took) = two_starts(&mut house, &secrets, &address, &acknowledged, &what).await;
        slowest = slowest.max(took);
        println!("{round}: {ending:?} after {what}");
        assert!(
            victim == Victim::Both || ending == Ending::CameBack,
            "one copy was whole, and yet not everything came back after {what}: {ending:?}"
        );
        *ends.entry(ending).or_default() += 1;
        house.browser.kill();
    }
    println!("{} losses: {ends:?}; the slowest start stood after {} ms", rounds(LOSSES), slowest.as_millis());
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_comes_back_or_is_said_to_be_missing_on_leveldb() {
    a_disk_forgets(Manner::Usual).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_comes_back_or_is_said_to_be_missing_on_sqlite() {
    a_disk_forgets(Manner::OnSqlite).await;
}
