//! Two or three windows of one profile, in any order: opened, taken over, unlocked, written in, loaded anew, closed. One has
//! the vault, the others show nothing of it; none hangs; what was acknowledged is there.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]
#![allow(clippy::print_stdout)] // The figures of a run are what it is for.

mod house;

use std::time::{Duration, Instant};

use house::browser::Manner;
use house::errands::{RESTING, Secrets};
use house::hands::{KEY_PATIENCE, PATIENCE};
use house::torture::{Dice, rounds_or};
use house::{Browser, House, Screen};
use thirtyfour::WindowHandle;

/// How many schedules at full length.
const SCHEDULES: u32 = 200;
/// And otherwise: each unlocks the vault two or three times.
const FEW: u32 = 3;
/// How many steps one has.
const STEPS: u64 = 6;
/// How many schedules one profile sees.
const A_PROFILE: u32 = 20;

const USE_IT_HERE: &str = "Use it here";
/// Taps that button, if it is there in this very moment.
const USE_IT: &str = "void [...document.querySelectorAll('button')]
    .find((one) => one.textContent.trim() === 'Use it here')?.click()";
/// What every child's name begins with: nobody who has not unlocked the vault may read it.
const CHILD: &str = "Wren of the windows";

/// A screen on which a window may stand for as long as it likes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Settled {
    /// At the door.
    Door,
    /// Another window has it.
    Elsewhere,
    /// Open.
    Open,
    /// Open, under the cover.
    Covered,
}

/// Several windows and what is known of them.
struct Windows<'a> {
    browser: &'a Browser,
    secrets: &'a Secrets,
    all: Vec<WindowHandle>,
    at: usize,
    /// Children whose page was shown after they were added.
    acknowledged: Vec<String>,
    added: u32,
    /// What was done, for whoever has to understand a failure.
    story: Vec<String>,
}

impl Windows<'_> {
    async fn look_at(&mut self, place: usize) {
        self.at = place;
        self.browser.look_at(&self.all[place]).await;
    }

    fn tell(&mut self, what: &str) {
        self.story.push(format!("{}: {what}", self.at));
    }

    /// On what screen the window stands that is looked at, once it has come to rest.
    async fn settled(&self) -> Settled {
        let begun = Instant::now();
        let mut idle = Instant::now();
        loop {
            let text = self.browser.text().await;
            // A key may take its time; everything else may not.
            if text.contains("Making the key") || text.contains("Opening the vault") {
                idle = Instant::now();
            } else if let Some(settled) = self.screen().await {
                return settled;
            }
            let hangs = idle.elapsed() > PATIENCE || begun.elapsed() > KEY_PATIENCE;
            assert!(!hangs, "window {} hangs after {:#?}:\n{text}", self.at, self.story);
            tokio::time::sleep(Duration::from_millis(60)).await;
        }
    }

    async fn screen(&self) -> Option<Settled> {
        let browser = self.browser;
        if browser.has("button", USE_IT_HERE).await {
            Some(Settled::Elsewhere)
        } else if browser.has("heading", RESTING).await {
            Some(Settled::Covered)
        } else if browser.has("textbox", "Passphrase").await && browser.has("button", "Unlock").await {
            Some(Settled::Door)
        } else if browser.has("button", "Lock").await {
            Some(Settled::Open)
        } else {
            None
        }
    }

    /// All windows are at rest: at most one is open, and no other shows a child.
    async fn at_most_one_is_open(&mut self) {
        let here = self.at;
        let mut open = Vec::new();
        for place in 0..self.all.len() {
            self.look_at(place).await;
            let settled = self.settled().await;
            let text = self.browser.text().await;
            match settled {
                Settled::Open | Settled::Covered => open.push(place),
                Settled::Door | Settled::Elsewhere => {
                    assert!(!text.contains(CHILD), "{settled:?} shows a child after {:#?}:\n{text}", self.story);
                }
            }
        }
        if open.len() > 1 {
            // The first may have let go while the second was looked at.
            for place in core::mem::take(&mut open) {
                self.look_at(place).await;
                if matches!(self.settled().await, Settled::Open | Settled::Covered) {
                    open.push(place);
                }
            }
        }
        assert!(open.len() <= 1, "{open:?} are open after {:#?}", self.story);
        self.look_at(here).await;
    }

    /// Takes the vault over, unless the window that had it has just gone: then the door is here by itself.
    async fn take_over(&mut self) {
        self.tell("takes it over");
        self.browser.evaluate(USE_IT).await;
    }

    async fn unlock(&mut self) {
        self.tell("unlocks");
        self.browser.unlock(self.secrets).await;
    }

    fn new_name(&mut self) -> String {
        self.added += 1;
        format!("{CHILD} {:03}", self.added)
    }

    /// To the form, filled in; the last tap is not made.
    async fn about_to_add(&mut self) -> String {
        let name = self.new_name();
        self.browser.tap("link", "Children").await;
        self.browser.find("heading", "Children").await;
        self.browser.tap_either(&[("link", "Add a child"), ("link", "Add the first child")]).await;
        self.browser.fill_in_a_child(&name, "Wren", "Moss", "B").await;
        name
    }

    async fn open_another(&mut self, dice: &mut Dice) {
        let path = ["/", "/children", "/settings"][dice.below(3) as usize];
        let window = self.browser.open_a_window(path).await;
        self.all.push(window);
        self.at = self.all.len() - 1;
        self.tell(&format!("is opened at {path}"));
    }

    async fn close_this(&mut self) {
        self.tell("is closed");
        self.browser.ask("Page.close", serde_json::json!({})).await;
        self.all.remove(self.at);
        self.look_at(0).await;
    }

    /// In two windows at once, or as nearly as a finger could.
    async fn all_ask_at_once(&mut self) {
        self.tell("and all others ask for it at once");
        for place in 0..self.all.len() {
            self.look_at(place).await;
            self.browser.evaluate(USE_IT).await;
        }
    }

    /// Something is saved here in the moment in which another window asks for the vault.
    async fn is_robbed_while_it_saves(&mut self, dice: &mut Dice) {
        let thief = (self.at + 1) % self.all.len();
        let name = self.about_to_add().await;
        self.tell(&format!("adds {name}, and {thief} asks for it in this moment"));
        let victim = self.at;
        self.browser.tap("button", "Add").await;
        tokio::time::sleep(Duration::from_millis(dice.below(40))).await;
        self.look_at(thief).await;
        if self.settled().await == Settled::Elsewhere {
            self.take_over().await;
        }
        self.look_at(victim).await;
        // If it was shown before the vault went, it was acknowledged; otherwise nobody was told so.
        if self.browser.has("heading", &name).await {
            self.acknowledged.push(name);
        }
    }

    async fn step(&mut self, dice: &mut Dice) {
        if self.all.len() < 3 && dice.below(4) == 0 {
            return self.open_another(dice).await;
        }
        if dice.below(3) == 0 {
            let place = dice.below(self.all.len() as u64) as usize;
            self.look_at(place).await;
            self.tell("is looked at");
        }
        match (self.settled().await, dice.below(8)) {
            (_, 0) => {
                self.tell("is loaded anew");
                self.browser.reload().await;
            }
            (_, 1) if self.all.len() > 1 => self.close_this().await,
            (Settled::Elsewhere, 2 | 3) => self.all_ask_at_once().await,
            (Settled::Elsewhere, _) => self.take_over().await,
            (Settled::Covered, _) => self.browser.uncover(&self.secrets.code).await,
            (Settled::Door, _) => self.unlock().await,
            (Settled::Open, 2) => {
                self.tell("locks");
                self.browser.tap("button", "Lock").await;
            }
            (Settled::Open, 3 | 4) if self.all.len() > 1 => self.is_robbed_while_it_saves(dice).await,
            (Settled::Open, _) => {
                let name = self.about_to_add().await;
                self.tell(&format!("adds {name}"));
                self.browser.tap("button", "Add").await;
                self.browser.find("heading", &name).await;
                self.acknowledged.push(name);
            }
        }
    }

    /// One window takes the vault, opens it and finds everything that was acknowledged; the others are closed.
    async fn everything_is_there(&mut self) {
        while self.all.len() > 1 {
            self.close_this().await;
        }
        self.look_at(0).await;
        let begun = Instant::now();
        loop {
            match self.settled().await {
                Settled::Elsewhere => self.take_over().await,
                Settled::Covered => self.browser.uncover(&self.secrets.code).await,
                Settled::Door => self.unlock().await,
                Settled::Open => break,
            }
            let hangs = begun.elapsed() >= KEY_PATIENCE;
            assert!(!hangs, "it never opens after {:#?}:\n{}", self.story, self.browser.text().await);
            tokio::time::sleep(Duration::from_millis(300)).await;
        }
        self.browser.tap("link", "Children").await;
        self.browser.find("heading", "Children").await;
        if let Some(last) = self.acknowledged.last() {
            self.browser.sees(last).await;
        }
        let text = self.browser.text().await;
        for name in &self.acknowledged {
            assert!(text.contains(name), "{name} is lost after {:#?}", self.story);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn windows_in_any_order_share_one_vault_and_lose_nothing() {
    let mut dice = Dice::new();
    let (mut done, mut steps, mut children) = (0, 0, 0);
    while done < rounds_or(SCHEDULES, FEW) {
        let manner = if (done / A_PROFILE).is_multiple_of(2) { Manner::Usual } else { Manner::OnSqlite };
        let house = House::open_in_manner(Screen::Landscape, manner).await;
        let secrets = house.browser.make_a_vault().await;
        let first = house.browser.window().await;
        let mut windows = Windows {
            browser: &house.browser,
            secrets: &secrets,
            all: vec![first],
            at: 0,
            acknowledged: Vec::new(),
            added: 0,
            story: Vec::new(),
        };
        for _ in 0..A_PROFILE.min(rounds_or(SCHEDULES, FEW) - done) {
            windows.story.clear();
            for _ in 0..STEPS {
                windows.step(&mut dice).await;
                windows.at_most_one_is_open().await;
                steps += 1;
            }
            windows.everything_is_there().await;
            done += 1;
        }
        children += windows.acknowledged.len();
    }
    println!("{done} schedules, {steps} steps, {children} acknowledged children, none missing");
}
