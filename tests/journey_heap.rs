//! Once the vault is locked, nothing of what was told is left in the page's memory.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice, clippy::print_stderr)]

mod house;

use house::errands::{NICKNAME, PASSPHRASE, Secrets};
use house::{Browser, House, Screen};

/// Words that stand nowhere but in what these journeys type.
const NAME: &str = "Zebedee Quillfeather";
const OWN_WORD: &str = "wobblegrumpish";
const REASON: &str = "Peregrine mentioned the marmaladery";

/// Uses the vault as an hour does.
async fn use_it(browser: &Browser, secrets: &Secrets) {
    browser.add_a_child(NAME, "Hare", "Rose", "B").await;
    browser.begin_a_check_in().await;
    browser.tap("button", "my own word").await;
    browser.type_in("My own word", OWN_WORD).await;
    browser.tap("button", "That’s it").await;
    browser.tap("button", "Next").await;
    browser.tap("radio", "big").await;
    browser.tap("button", "A drink of water").await;
    browser.tap("button", "That’s all").await;
    browser.hand_back(&secrets.code).await;
    browser.tap_beginning("link", "‘").await;
    browser.tap("link", "Amend").await;
    browser.type_in("Why it is amended", REASON).await;
    browser.tap("button", "Keep the change").await;
    browser.sees(REASON).await;
}

fn markers(secrets: &Secrets) -> Vec<String> {
    let mut markers: Vec<String> =
        [NAME, "Quillfeather", OWN_WORD, REASON, "marmaladery", PASSPHRASE].map(str::to_owned).into();
    markers.extend([secrets.recovery.concat(), secrets.recovery.join(" "), secrets.recovery[..2].concat()]);
    markers
}

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
    use_it(browser, &secrets).await;
    let markers = markers(&secrets);
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
