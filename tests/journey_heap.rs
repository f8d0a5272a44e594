//! Once the vault is locked, nothing of what was told is left in the page's memory.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice, clippy::print_stderr)]

mod house;

use house::errands::NICKNAME;
use house::told::{self, REASON};
use house::{Browser, House, Screen};

/// Which markers lie in whose memory. A snapshot writes what is no plain letter as an escape; none of the markers has any.
fn found(browser: &Browser, markers: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for target in browser.targets() {
        // The driver's own pages and a worker that is just ending have nothing to take a picture of.
        if !target.url.starts_with(browser.origin()) {
            continue;
        }
        let heap = browser.heap_of(&target);
        assert!(heap.len() > 10_000, "no snapshot of {target:?}");
        let of_it = markers.iter().filter(|marker| heap.contains(marker.as_str()));
        found.extend(of_it.map(|marker| format!("{marker} in {} {}", target.kind, target.url)));
    }
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_vault_leaves_nothing_in_the_pages_memory() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.tell_the_untellable(&secrets).await;
    let markers = told::markers(&secrets);
    // The search is able to find: a script keeps what the page shows at this moment.
    browser.evaluate("void (globalThis.keeps = document.querySelector('main').innerText)").await;
    let before = found(browser, &markers);
    assert!(before.iter().any(|one| one.contains(REASON)), "the search finds not even what a script keeps");
    eprintln!("in the raw memory while it is open: {:?}", browser.in_raw_memory(&markers));
    for way in ["button", "clock"] {
        if way == "clock" {
            // Locked from within: too many wrong codes under the cover.
            browser.unlock(&secrets).await;
            browser.find_when_the_key_is_made("button", "Cover").await;
            browser.sees(REASON).await;
            browser.tap("button", "Cover").await;
            for _ in 0..5 {
                browser.press_keys("1111").await;
                tokio::time::sleep(std::time::Duration::from_millis(400)).await;
            }
        } else {
            browser.tap("button", "Lock").await;
        }
        browser.find("heading", NICKNAME).await;
        browser.find("textbox", "Passphrase").await;
        let left = found(browser, &markers);
        assert!(left.is_empty(), "left in memory after a lock by the {way}: {left:#?}");
        // Report only: what a browser has freed it does not wipe.
        eprintln!("in the raw memory after a lock by the {way}: {:?}", browser.in_raw_memory(&markers));
        // The way back leads to the door, not into a page that the browser has kept alive.
        browser.back().await;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        let left = found(browser, &markers);
        assert!(left.is_empty(), "left in memory after going back: {left:#?}");
        browser.go(&browser.path().await).await;
    }
}
