//! Tablets whose clock jumps and whose zone changes while the vault is open: the lock is not fooled, what is told bears the
//! date and time of the wall where it was told, and the list goes by time whatever zone it is read in.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]
#![allow(clippy::print_stdout)] // The figures of a run are what it is for.

mod house;

use std::time::Duration;

use house::errands::{CODE, RESTING, Secrets};
use house::torture::{Dice, rounds_or};
use house::{Browser, House, Screen};
use serde_json::{Value, json};

/// Every jump in every zone.
const CASES: u32 = (JUMPS.len() * ZONES.len()) as u32;
/// And otherwise: each waits for a tick of the keeper's, and most for a key.
const FEW: u32 = 2;

const OTTER: &str = "Otter Clockface";
/// East and west of the line of dates, with odd minutes, with half an hour of summer.
const ZONES: [&str; 6] = [
    "Europe/London",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Australia/Lord_Howe",
];
const MINUTE: i64 = 60_000;
const DAY: i64 = 1_440 * MINUTE;
const JUMPS: [i64; 10] =
    [0, MINUTE / 2, 5 * MINUTE, 40 * MINUTE, DAY, 400 * DAY, -MINUTE / 2, -10 * MINUTE, -DAY, -5 * 365 * DAY];
/// The keeper looks at its clocks every five seconds.
const A_TICK: Duration = Duration::from_millis(6_500);

/// How the vault stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stands {
    Open,
    Covered,
    Locked,
}

/// How it must stand after the wall clock has jumped: covered after two minutes, locked a quarter of an hour later, and never
/// left open by a clock that was set back.
fn must_stand(jump: i64, covered: bool) -> Stands {
    match (covered, jump) {
        (false, ..=-120_000) => Stands::Covered,
        (true, ..=-120_000) => Stands::Locked,
        (false, 1_020_000..) | (true, 900_000..) => Stands::Locked,
        (false, 120_000..) | (true, _) => Stands::Covered,
        (false, _) => Stands::Open,
    }
}

/// When something was told: by the clock of the world, and as the wall showed it, at its earliest and its latest.
#[derive(Debug)]
struct Told {
    utc: i64,
    days: [String; 2],
    times: [String; 2],
}

impl Browser {
    async fn set_zone(&self, zone: &str) {
        self.ask("Emulation.setTimezoneOverride", json!({ "timezoneId": zone })).await;
    }

    /// The wall clock of the page and of its keeper jumps.
    async fn jump(&self, millis: i64) {
        let jump = format!(
            "void (() => {{
                const Real = globalThis.RealDate ??= Date;
                globalThis.Date = class extends Real {{
                    constructor(...given) {{ super(...(given.length ? given : [Real.now() + ({millis})])); }}
                    static now() {{ return Real.now() + ({millis}); }}
                }};
            }})()"
        );
        let keepers: Vec<_> = self.targets().into_iter().filter(|target| target.kind == "worker").collect();
        assert!(!keepers.is_empty(), "no keeper: {:?}", self.targets());
        for keeper in &keepers {
            let asked = json!({ "expression": jump });
            let answer = self.ask_of(keeper, "Runtime.evaluate", asked);
            assert!(answer["exceptionDetails"].is_null(), "{answer}");
        }
        self.evaluate(&jump).await;
    }

    async fn stands(&self) -> Stands {
        if self.has("heading", RESTING).await {
            Stands::Covered
        } else if self.has("textbox", "Passphrase").await {
            Stands::Locked
        } else {
            self.find("button", "Lock").await;
            Stands::Open
        }
    }

    async fn open_again(&self, secrets: &Secrets) {
        match self.stands().await {
            Stands::Open => {}
            Stands::Covered => self.uncover(&secrets.code).await,
            Stands::Locked => self.unlock(secrets).await,
        }
        self.find_when_the_key_is_made("button", "Lock").await;
    }

    /// What the clock on the wall shows.
    async fn wall(&self) -> (i64, String, String) {
        let wall = "(() => {
            const now = new Date();
            const day = (part) => now.toLocaleDateString('en-GB', part);
            return [now.getTime(), `${day({ weekday: 'long' })} ${day({ day: 'numeric', month: 'long', year: 'numeric' })}`,
                now.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })];
        })()";
        serde_json::from_value(self.evaluate(wall).await).expect("a time")
    }

    /// A check-in of this moment.
    async fn tell_now(&self) -> Told {
        self.tap("link", "Children").await;
        self.tap_beginning("link", OTTER).await;
        self.find("heading", OTTER).await;
        let (utc, first_day, first_time) = self.wall().await;
        self.begin_a_check_in().await;
        let (_, last_day, last_time) = self.wall().await;
        self.tell("happy", "big").await;
        self.hand_back(CODE).await;
        Told { utc, days: [first_day, last_day], times: [first_time, last_time] }
    }
}

/// The check-ins as the child's page lists them: the heading of the day, and the time.
const LISTED: &str = "[...document.querySelectorAll('h3.day')].flatMap((day) =>
    [...day.nextElementSibling.querySelectorAll('time')].map((time) => [day.textContent.trim(), time.textContent.trim()]))";

#[tokio::test(flavor = "multi_thread")]
async fn no_clock_and_no_zone_fools_the_lock_or_the_list() {
    let mut dice = Dice::new();
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.add_a_child(OTTER, "Otter", "Moss", "B").await;
    let mut told = Vec::new();
    let cases = rounds_or(CASES, FEW);
    let first = dice.below(u64::from(CASES)) as u32;
    for case in 0..cases {
        // A few of them are some of all, another time others.
        let number = ((first + case * 7) % CASES) as usize;
        let (jump, zone) = (JUMPS[number % JUMPS.len()], ZONES[number / JUMPS.len()]);
        let covered = dice.below(3) == 0;
        if covered {
            browser.tap("button", "Cover").await;
            browser.find("heading", RESTING).await;
        }
        browser.set_zone(zone).await;
        browser.jump(jump).await;
        tokio::time::sleep(A_TICK).await;
        let what = format!("{jump} ms in {zone}, covered before: {covered}");
        assert_eq!(browser.stands().await, must_stand(jump, covered), "{what}");
        browser.open_again(&secrets).await;
        told.push(browser.tell_now().await);
        // The right time again, with the page and the keeper of a new start.
        browser.set_zone(ZONES[dice.below(ZONES.len() as u64) as usize]).await;
        browser.reload().await;
        browser.unlock(&secrets).await;
        browser.find_when_the_key_is_made("button", "Lock").await;
    }
    browser.tap("link", "Children").await;
    browser.tap_beginning("link", OTTER).await;
    browser.find("heading", OTTER).await;
    browser.find("heading", "Check-ins").await;
    let listed: Value = browser.evaluate(LISTED).await;
    let listed: Vec<(String, String)> = serde_json::from_value(listed).expect("days and times");
    told.sort_by_key(|told| core::cmp::Reverse(told.utc));
    assert_eq!(listed.len(), told.len(), "{listed:?}\n{told:#?}");
    for ((day, time), told) in listed.iter().zip(&told) {
        let near = day == "Today" || day == "Yesterday";
        assert!(near || told.days.contains(day), "{day} for {told:?} among {listed:#?}");
        assert!(told.times.contains(time), "{time} for {told:?} among {listed:#?}");
    }
    println!("{cases} jumps and zones, {} check-ins, each as entered and in its place", told.len());
}
