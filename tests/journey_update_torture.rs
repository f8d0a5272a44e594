//! Bringing in a new version goes wrong in every way that a line, a host or a battery has, with one to three windows open:
//! afterwards the device has the old version whole or the new one whole, and starts without a network.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice, clippy::print_stdout)]

mod house;

use std::path::Path;
use std::time::{Duration, Instant};

use house::browser::Manner;
use house::builds::{Build, kept_files, released_version};
use house::host::{BareHost, Trouble};
use house::server::release;
use house::{Browser, Screen, torture};
use serde_json::json;

const WELCOME: &str = "A lamp in a quiet room";
const ELSEWHERE: &str = "Open in another window";
const READY: &str = "A new version is ready.";
const USE_IT: &str = "Use it now";
/// Pages that may be open in other windows meanwhile: none of them needs a vault.
const OTHERS: [&str; 2] = ["/cards", "/calm"];
/// How often in all the battery dies while a version comes in.
const DEATHS: u32 = 25;

/// The SHA-256 of each of these as this page gets them.
const HASHES: &str = "(paths) => Promise.all(paths.map(async (path) => {
    const answer = await fetch(path);
    const hash = await crypto.subtle.digest('SHA-256', await answer.arrayBuffer());
    return answer.status === 200 ? [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('') : answer.status;
}))";

/// Whether a version waits already.
const IS_WAITING: &str = "navigator.serviceWorker.getRegistration().then((kept) => kept.waiting !== null)";

/// Forgets every copy but one.
const FORGET: &str = "async (kept) => {
    for (const name of await caches.keys()) if (name !== kept) await caches.delete(name);
}";

/// A device with the first version on it, and its host.
struct Device {
    host: BareHost,
    browser: Browser,
    starts: usize,
}

impl Device {
    async fn with_the_first() -> Self {
        let host = BareHost::serve(&release());
        let browser = Browser::start(host.origin(), Screen::Landscape, Manner::Usual).await;
        browser.go("/").await;
        browser.is_installed().await;
        browser.reload().await;
        browser.find("heading", WELCOME).await;
        Self { host, browser, starts: 0 }
    }

    /// So many windows in all.
    async fn open(&self, windows: usize) {
        let first = self.browser.window().await;
        for page in OTHERS.iter().take(windows - 1) {
            self.browser.open_a_window(page).await;
        }
        self.browser.look_at(&first).await;
    }

    /// The battery is empty, there is no network, and it is started again: this version is there, and every file of it.
    async fn starts_cold_and_whole(&mut self, directory: &Path, version: &str, after: &str) {
        self.host.stop();
        self.browser.kill();
        self.browser.start_again().await;
        self.browser.go("/").await;
        self.browser.find("heading", WELCOME).await;
        assert_eq!(self.browser.served_version().await, version, "after {after}");
        self.is_whole(directory, after).await;
        // Half of another may lie beside it: the browser looks for versions by itself too, and was killed meanwhile. It goes
        // when the next version comes in.
        assert!(self.browser.kept_versions().await.iter().any(|kept| kept == version), "after {after}");
        self.browser.go("/cards").await;
        self.browser.find("heading", "Cards").await;
        self.browser.go("/").await;
        self.browser.find("heading", WELCOME).await;
        self.host.start_again();
        self.starts += 1;
    }

    async fn is_whole(&self, directory: &Path, after: &str) {
        let (paths, hashes): (Vec<String>, Vec<String>) = kept_files(directory).into_iter().unzip();
        let found = self.browser.evaluate(&format!("({HASHES})({})", json!(paths))).await;
        assert_eq!(found, json!(hashes), "after {after}: files of two versions");
    }

    /// A version comes in as it should: by the button in one of the windows, or because all of them were closed.
    async fn takes(&mut self, directory: &Path, version: &str, by_button: bool, after: &str) {
        self.host.change_over(directory);
        if self.browser.evaluate(IS_WAITING).await != true {
            let outcome = self.browser.look_for_a_version().await;
            // The browser may have looked by itself in the same moment.
            let waits = outcome == "installed" || self.browser.evaluate(IS_WAITING).await == true;
            assert!(waits, "after {after}: {outcome}");
        }
        if by_button {
            self.browser.sees(READY).await;
            self.browser.mark().await;
            self.browser.tap("button", USE_IT).await;
            // The old worker is not asked meanwhile: the browser changes over when it has nothing to do.
            let begun = Instant::now();
            while self.browser.is_marked().await {
                assert!(begun.elapsed() < Duration::from_secs(60), "{version} does not come in after {after}");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
            // Where several windows are open, another of them may have become the one that writes.
            let begun = Instant::now();
            while !self.browser.has("heading", WELCOME).await && !self.browser.has("heading", ELSEWHERE).await {
                assert!(begun.elapsed() < Duration::from_secs(20), "the new page does not come after {after}");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        } else {
            // A version that waits comes in when no page uses the old one.
            self.browser.close().await;
            self.browser.start_again().await;
            self.browser.go("/").await;
            self.browser.find("heading", WELCOME).await;
        }
        assert_eq!(self.browser.kept_versions().await, [version], "after {after}: something else is still kept");
        self.starts_cold_and_whole(directory, version, after).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_goes_wrong_with_any_file_one_version_is_whole_and_starts_without_a_network() {
    let (first, second) = (released_version(), Build::with_remark_in_every_file("the second"));
    let mut cases = Vec::new();
    for trouble in [Trouble::Cut, Trouble::Flipped, Trouble::Page, Trouble::Missing] {
        for (path, _) in kept_files(second.directory()) {
            cases.push((path, trouble));
        }
        // A worker with another bit is another worker, and its list still counts.
        if trouble != Trouble::Flipped {
            cases.push(("/sw.js".to_owned(), trouble));
        }
    }
    assert!(cases.len() >= 60, "{}", cases.len());
    let chosen = torture::some(&cases);
    let mut device = Device::with_the_first().await;
    for (number, (path, trouble)) in chosen.iter().enumerate() {
        let windows = 1 + number % 3;
        let case = format!("{trouble:?} of {path} with {windows} windows");
        device.open(windows).await;
        // What an earlier case left of the second version would be used again, and nobody would ask for this file.
        device.browser.evaluate(&format!("({FORGET})('lantern-room-{first}')")).await;
        device.host.change_over_with(second.directory(), path, *trouble);
        let expected = if path == "/sw.js" { "nothing new" } else { "redundant" };
        let mut outcome = device.browser.look_for_a_version().await;
        for _ in 0..3 {
            if outcome != expected && outcome != "installed" {
                // The browser was looking by itself in that moment, and two looks are one. It has failed by now.
                outcome = device.browser.look_for_a_version().await;
            }
        }
        assert_eq!(outcome, expected, "{case}");
        assert!(device.host.asked().contains(path), "{case}: nobody asked for it");
        assert_eq!(device.browser.served_version().await, first, "{case}");
        assert!(!device.browser.text().await.contains(READY), "{case}: half a version is offered");
        device.starts_cold_and_whole(&release(), &first, &case).await;
        if number % 3 == 2 {
            device.open(windows).await;
            let by_button = number % 2 == 0;
            device.takes(second.directory(), &second.version, by_button, &case).await;
            // The host goes back to what it had.
            device.takes(&release(), &first, !by_button, &format!("the way back after {case}")).await;
        }
    }
    println!("{} cases of {}, {} cold starts without a network", chosen.len(), cases.len(), device.starts);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_battery_that_dies_while_a_version_comes_in_leaves_one_version_whole() {
    let (first, second) = (released_version(), Build::with_remark_in_every_file("the second"));
    let mut device = Device::with_the_first().await;
    // How long a version takes when nothing happens to it, on this machine.
    let begun = Instant::now();
    device.host.change_over(second.directory());
    assert_eq!(device.browser.look_for_a_version().await, "installed");
    let usual = begun.elapsed();
    device.takes(second.directory(), &second.version, false, "the usual").await;
    device.takes(&release(), &first, false, "the usual").await;
    let (mut old, mut new) = (0, 0);
    for number in 0..torture::rounds(DEATHS) {
        device.host.change_over(second.directory());
        // From before the first file arrives to after the last has.
        let moment = usual.mul_f64((number * 37 % 100) as f64 / 60.0);
        let taken = number % 2 == 1;
        let begin = if taken {
            "void navigator.serviceWorker.getRegistration().then(async (kept) => {
                await kept.update();
                const worker = kept.installing ?? kept.waiting;
                worker?.addEventListener('statechange', () => worker.postMessage({ type: 'SKIP_WAITING' }));
            })"
        } else {
            "void navigator.serviceWorker.getRegistration().then((kept) => kept.update())"
        };
        device.browser.evaluate(begin).await;
        tokio::time::sleep(moment).await;
        device.host.stop();
        device.browser.kill();
        device.browser.start_again().await;
        device.browser.go("/").await;
        device.browser.find("heading", WELCOME).await;
        let version = device.browser.served_version().await;
        let after = format!("death {number} after {moment:?}");
        let directory = if version == first {
            old += 1;
            release()
        } else {
            new += 1;
            second.directory().to_owned()
        };
        device.is_whole(&directory, &after).await;
        device.host.start_again();
        if version != first {
            assert_eq!(version, second.version, "{after}");
            device.takes(&release(), &first, false, &after).await;
        }
    }
    println!("{old} times the old version was there, {new} times the new one");
}
