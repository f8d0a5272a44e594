//! Batteries that run empty inside the long acts: making a vault, opening it, another passphrase, a new key, a file brought in,
//! the journal written anew. Afterwards the vault is as before the act or as after it, at two starts in a row, and
//! whatever was there before can be read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]
#![allow(clippy::print_stdout)] // The figures of a run are what it is for.

mod house;

use std::time::{Duration, Instant};

use house::bench::{Bench, Ends, FOX};
use house::death::{Death, When, strips};
use house::errands::{CODE, NICKNAME, PASSPHRASE, SOMEONE_IS_HERE, Secrets};
use house::exchange::WORDS;
use house::hands::KEY_PATIENCE;
use house::kept::Kept;
use house::keys::UNDER_WAY;
use house::torture::{Acknowledged, Dice, rounds_or};
use house::{Browser, House, Screen};

/// How often each act is cut off, at full length.
const KILLS: u32 = 25;
/// And otherwise: each time is three starts of a browser and five keys.
const FEW: u32 = 1;
/// How many acts of an open vault there are, and of how many, by chance, one is cut off otherwise.
const ACTS: u32 = 4;
const FEW_ACTS: u32 = 2;

const NEXT: &str = "nine herons on the other pier";
/// A journal of this length will be written anew soon; see src/store/journal.
const NEARLY_OVERGROWN: u64 = 470 * 1024;

impl Bench {
    /// At the door: opens it and types a new passphrase, up to the tap that changes it.
    async fn about_to_change_the_passphrase(&mut self) {
        self.begin_again("/settings/keys/passphrase").await;
        let browser = &self.house.browser;
        browser.unlock(&self.secrets).await;
        browser.find_when_the_key_is_made("heading", "Change the passphrase").await;
        browser.type_in("The passphrase you have now", PASSPHRASE).await;
        browser.tap_beginning("radio", "Write my own").await;
        browser.type_in("Passphrase", NEXT).await;
        browser.type_in("Type it once more", NEXT).await;
        browser.tap("button", "Change it").await;
    }

    /// At the door: opens it and goes as far as the tap that locks everything anew; the new recovery code.
    async fn about_to_lock_anew(&mut self) -> Vec<String> {
        self.begin_again("/settings/keys/someone-saw-it").await;
        let browser = &self.house.browser;
        browser.unlock(&self.secrets).await;
        browser.find_when_the_key_is_made("heading", "Someone may have seen it").await;
        let recovery = browser.prepare_to_lock_anew(PASSPHRASE, NEXT).await;
        browser.tap("button", "Lock everything anew").await;
        recovery
    }

    /// Waits until every record is sealed under the new key.
    async fn sealing_ends(&self) {
        let browser = &self.house.browser;
        browser.tap("link", "Settings").await;
        browser.tap("link", "Passphrase, recovery code, passkey").await;
        browser.find("heading", "Keys").await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        let begun = Instant::now();
        while browser.text().await.contains(UNDER_WAY) {
            assert!(begun.elapsed() < KEY_PATIENCE * 2, "it never ends: {}", browser.text().await);
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    async fn unlock_is_cut_off(&mut self, dice: &mut Dice) {
        const DONE: &str = FOX;
        self.begin_again("/children").await;
        self.house.browser.unlock(&self.secrets).await;
        let length = self.house.browser.time_until(DONE).await;
        self.house.browser.kill();
        let mut ends = Ends::default();
        for _ in 0..rounds_or(KILLS, FEW) {
            let when = When::of(length, dice);
            self.begin_again("/children").await;
            self.house.browser.unlock(&self.secrets).await;
            let said = self.house.browser.dies(when, length, DONE).await;
            for _ in 0..2 {
                self.start_again().await;
                self.house.browser.unlock(&self.secrets).await;
                self.all_is_there().await;
                self.house.browser.kill();
            }
            ends.count(said, said, when);
        }
        ends.tell("unlock");
    }

    async fn change_of_passphrase_is_cut_off(&mut self, dice: &mut Dice) {
        const DONE: &str = "From now on the new passphrase opens the vault.";
        self.about_to_change_the_passphrase().await;
        let length = self.house.browser.time_until(DONE).await;
        self.house.browser.kill();
        let mut ends = Ends::default();
        for _ in 0..rounds_or(KILLS, FEW) {
            let when = When::of(length, dice);
            self.about_to_change_the_passphrase().await;
            let said = self.house.browser.dies(when, length, DONE).await;
            let is_new = self.as_before_or_after(NEXT).await;
            self.house.browser.kill();
            ends.count(is_new, said, when);
        }
        ends.tell("change of passphrase");
    }

    async fn new_key_is_cut_off(&mut self, dice: &mut Dice) {
        const DONE: &str = "The new passphrase and the new code are valid";
        self.about_to_lock_anew().await;
        let begun = Instant::now();
        let length = self.house.browser.time_until(DONE).await;
        self.sealing_ends().await;
        let whole = begun.elapsed();
        self.house.browser.kill();
        let mut ends = Ends::default();
        for round in 0..rounds_or(KILLS, FEW) {
            let recovery = self.about_to_lock_anew().await;
            // Every other time in the work that goes on in the background.
            let when = if round % 2 == 0 { When::of(length, dice) } else { When::of(whole, dice) };
            let (when, length) = match (round % 2, when) {
                (1, When::AtWrite(..) | When::Said) => {
                    let after_the_first = 2 + dice.below(40) as u32;
                    (When::AtWrite(after_the_first, Duration::from_micros(dice.below(6_000))), whole)
                }
                (_, when) => (when, length),
            };
            let said = self.house.browser.dies(when, length, DONE).await;
            let is_new = self.as_before_or_after(NEXT).await;
            // It goes on by itself, to its end, and then nothing is left to be read under a former key.
            self.sealing_ends().await;
            self.house.browser.kill();
            self.start_again().await;
            self.house.browser.try_passphrase(if is_new { NEXT } else { PASSPHRASE }, CODE).await;
            self.all_is_there().await;
            if is_new {
                self.house.browser.lock().await;
                self.house.browser.go("/").await;
                self.house.browser.try_recovery_code(&recovery, WORDS, CODE).await;
                self.house.browser.find_when_the_key_is_made("link", SOMEONE_IS_HERE).await;
            }
            self.house.browser.kill();
            ends.count(is_new, said, when);
        }
        ends.tell("new vault key and sealing again");
    }

    async fn about_to_bring_in(&mut self) {
        self.begin_again("/settings/backup/bring-in").await;
        let browser = &self.house.browser;
        browser.unlock(&self.secrets).await;
        browser.find_when_the_key_is_made("heading", "Bring in a file").await;
        browser.bring_in(&self.file).await;
    }

    async fn a_file_is_cut_off(&mut self, dice: &mut Dice) {
        const DONE: &str = "It is here now.";
        self.about_to_bring_in().await;
        let length = self.house.browser.time_until(DONE).await;
        self.house.browser.kill();
        let mut ends = Ends::default();
        for _ in 0..rounds_or(KILLS, FEW) {
            let when = When::of(length, dice);
            self.about_to_bring_in().await;
            let said = self.house.browser.dies(when, length, DONE).await;
            let mut came = Vec::new();
            for _ in 0..2 {
                self.start_again().await;
                self.house.browser.unlock(&self.secrets).await;
                self.all_is_there().await;
                let text = self.house.browser.text().await;
                came.push(self.others.iter().filter(|child| text.contains(*child)).count());
                if came.len() == 1 {
                    self.house.browser.kill();
                }
            }
            assert!(came == [0, 0] || came == [self.others.len(); 2], "a part of the file came in: {came:?}, {when:?}");
            if came == [0, 0] {
                // What was cut off can be done again.
                self.house.browser.follow_to_backups().await;
                self.house.browser.tap("link", "Bring in a file").await;
                self.house.browser.bring_in(&self.file).await;
                self.house.browser.sees_when_the_key_is_made(DONE).await;
            }
            self.house.browser.kill();
            ends.count(came != [0, 0], said, when);
        }
        ends.tell("a file brought in");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_act_that_is_cut_off_was_done_or_was_not() {
    let mut dice = Dice::new();
    let mut bench = Bench::prepared().await;
    let first = dice.below(ACTS.into()) as u32;
    for act in 0..rounds_or(ACTS, FEW_ACTS) {
        match (first + act) % ACTS {
            0 => bench.unlock_is_cut_off(&mut dice).await,
            1 => bench.change_of_passphrase_is_cut_off(&mut dice).await,
            2 => bench.new_key_is_cut_off(&mut dice).await,
            _ => bench.a_file_is_cut_off(&mut dice).await,
        }
    }
    let _ = std::fs::remove_file(&bench.file);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_journal_that_is_cut_off_while_it_is_written_anew_loses_nothing() {
    let mut dice = Dice::new();
    let mut house = House::open(Screen::LandscapeTouch).await;
    let (secrets, address) = house.browser.begin_to_tap().await;
    house.browser.listen_at_the_wire().await;
    house.browser.reload().await;
    house.browser.open_all_the_words(&secrets).await;
    let mut acknowledged = Acknowledged::default();
    while strips(house.browser.profile()).first().is_none_or(|length| *length < NEARLY_OVERGROWN) {
        house.browser.tap_for_a_while(Duration::from_millis(1_000), &mut acknowledged).await;
    }
    house.browser.kill();
    let kept = Kept::of(&house.browser, "overgrown");
    let before = acknowledged;
    let (mut inside, mut acts) = (0, 0);
    for round in 0..rounds_or(KILLS, FEW) {
        let mut acknowledged = before.clone();
        kept.put_back();
        house.browser.start_again().await;
        house.browser.listen_at_the_wire().await;
        house.browser.go(&address).await;
        house.browser.open_all_the_words(&secrets).await;
        acknowledged.must_be_in(&house.browser.words_shown().await, "before the journal is written anew");
        let pause = Duration::from_micros(dice.below(2) * dice.below(9_000));
        let death = Death::of_journal(&house.browser, pause);
        house.browser.tap_until(|| death.has_come(), &mut acknowledged).await;
        house.browser.kill();
        inside += u32::from(strips(house.browser.profile()).len() > 1);
        acts += acknowledged.acts - before.acts;
        for start in ["first", "second"] {
            house.browser.start_again().await;
            house.browser.listen_at_the_wire().await;
            house.browser.go(&address).await;
            house.browser.open_all_the_words(&secrets).await;
            let when = format!("at the {start} start of round {round}");
            acknowledged.must_be_in(&house.browser.words_shown().await, &when);
            house.browser.tap_wildly(Duration::from_millis(200), &mut acknowledged).await;
            house.browser.kill();
        }
    }
    println!("journal written anew: {} kills, {inside} with two files, {acts} acts", rounds_or(KILLS, FEW));
}

/// How a beginning looks after it was cut off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Beginning {
    /// The welcome, as if nothing had been.
    None,
    /// A whole vault.
    Whole,
}

impl Browser {
    async fn beginning(&self) -> Beginning {
        let begun = Instant::now();
        loop {
            if self.has("textbox", "Passphrase").await {
                return Beginning::Whole;
            }
            if self.has("link", "Begin").await {
                return Beginning::None;
            }
            assert!(begun.elapsed() < house::hands::PATIENCE, "neither a door nor a welcome: {}", self.text().await);
            tokio::time::sleep(Duration::from_millis(60)).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_vault_whose_making_is_cut_off_is_whole_or_is_not_there() {
    const DONE: &str = SOMEONE_IS_HERE;
    let mut dice = Dice::new();
    let mut house = House::open(Screen::Landscape).await;
    house.browser.is_installed().await;
    house.browser.find("link", "Begin").await;
    house.browser.close().await;
    let kept = Kept::of(&house.browser, "empty");

    // How long the two parts take in which the keeper is at work.
    house.browser.start_again().await;
    house.browser.go("/").await;
    house.browser.tap("link", "Begin").await;
    house.browser.type_in("Name of the vault", NICKNAME).await;
    house.browser.tap("button", "Next").await;
    house.browser.choose_own_passphrase(PASSPHRASE).await;
    let preparing = house.browser.time_until("I have it on paper").await;
    let recovery = house.browser.read_recovery_code().await;
    house.browser.type_back(&recovery).await;
    house.browser.choose_short_code(CODE).await;
    let making = house.browser.time_until(DONE).await;
    house.browser.kill();

    let mut ends = Ends::default();
    for round in 0..rounds_or(KILLS, FEW * 2) {
        kept.put_back();
        house.browser.start_again().await;
        let browser = &house.browser;
        browser.go("/").await;
        browser.tap("link", "Begin").await;
        browser.type_in("Name of the vault", NICKNAME).await;
        browser.tap("button", "Next").await;
        browser.choose_own_passphrase(PASSPHRASE).await;
        let mut recovery = Vec::new();
        let (when, length, may_be_whole) = match round % 6 {
            5 => (When::After(preparing.mul_f64(dice.below(1_000) as f64 / 1_000.0)), preparing, false),
            4 => {
                // On the sheet, or while it is typed back.
                recovery = browser.read_recovery_code().await;
                if dice.below(2) == 0 {
                    browser.type_back(&recovery).await;
                }
                (When::After(Duration::from_millis(dice.below(500))), making, false)
            }
            _ => {
                recovery = browser.read_recovery_code().await;
                browser.type_back(&recovery).await;
                browser.choose_short_code(CODE).await;
                (When::of(making, &mut dice), making, true)
            }
        };
        let said = house.browser.dies(when, length, DONE).await;
        house.browser.start_again().await;
        house.browser.go("/").await;
        let first = house.browser.beginning().await;
        assert!(first == Beginning::None || may_be_whole, "a vault that nobody has agreed to, {when:?}");
        let secrets = Secrets { passphrase: PASSPHRASE.to_owned(), recovery, code: CODE.to_owned() };
        if first == Beginning::Whole {
            house.browser.unlock(&secrets).await;
            house.browser.find_when_the_key_is_made("link", SOMEONE_IS_HERE).await;
        }
        house.browser.kill();
        house.browser.start_again().await;
        let browser = &house.browser;
        browser.go("/").await;
        assert_eq!(browser.beginning().await, first, "the second start sees something else, {when:?}");
        if first == Beginning::Whole {
            // The paper opens it as well.
            browser.try_recovery_code(&secrets.recovery, NEXT, CODE).await;
            browser.find_when_the_key_is_made("link", SOMEONE_IS_HERE).await;
        } else {
            browser.make_a_vault().await;
        }
        browser.add_a_child(FOX, "Fox", "Clay", "B").await;
        house.browser.kill();
        ends.count(first == Beginning::Whole, said, when);
    }
    ends.tell("making a vault");
}
