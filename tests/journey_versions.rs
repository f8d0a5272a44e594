//! An app that meets a store of another version: it says so calmly, and touches nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod house;

use house::errands::NICKNAME;
use house::{House, Screen};

const NEWER: &str = "This was written by a newer Lantern Room.";
const NEWER_HEADING: &str = "There is a newer version";
const STOPPED_HEADING: &str = "Lantern Room has stopped for a moment";

/// What every script here begins with: the databases of the app, and a request as a promise.
const BEGIN: &str = "
    const asked = (request) => new Promise((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
    });
    const names = (await indexedDB.databases()).map(({ name }) => name).filter((name) => name.startsWith('lantern-room'));";

/// What a newer app does first: it raises the version, and whoever has the store open lets go.
const RAISE: &str = "
    for (const name of names) (await asked(indexedDB.open(name, 99))).close();
    return names.length;";

/// Every row with its version, as text.
const ROWS: &str = "
    const kept = [];
    for (const name of names) {
        const database = await asked(indexedDB.open(name));
        kept.push(`${name} ${database.version}`);
        for (const store of database.objectStoreNames) {
            const rows = database.transaction(store).objectStore(store);
            const [keys, values] = await Promise.all([asked(rows.getAllKeys()), asked(rows.getAll())]);
            keys.forEach((key, place) => kept.push(`${store} ${typeof key === 'string' ? key : new Uint8Array(key)} ${values[place]}`));
        }
        database.close();
    }
    return kept;";

/// Holds the store open and lets nobody pass, while a newer version waits for it.
const STAND_IN_THE_WAY: &str = "
    for (const name of names) {
        window.held = await asked(indexedDB.open(name));
        const wanted = indexedDB.open(name, 99);
        // It never comes to it.
        wanted.onupgradeneeded = () => wanted.transaction.abort();
        await new Promise((done) => { wanted.onblocked = done; });
    }
    return names.length;";

fn script(body: &str) -> String {
    format!("(async () => {{ {BEGIN} {body} }})()")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_of_a_newer_app_is_said_to_be_newer_and_nothing_of_it_is_touched() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    browser.make_a_vault().await;
    browser.add_a_child("Heron Holloway", "Otter", "Moss", "B").await;
    browser.is_installed().await;
    browser.tap("link", "Children").await;
    browser.tap("link", "Add a child").await;
    browser.fill_in_a_child("Wren Holloway", "Wren", "Moss", "B").await;

    // The open app lets go of the store, or the newer one would wait for ever.
    assert!(browser.evaluate(&script(RAISE)).await.as_u64() >= Some(1));
    let before = browser.evaluate(&script(ROWS)).await;
    assert!(before.to_string().contains("lantern-room") && before.to_string().contains(" 99"), "{before}");

    browser.tap("button", "Add").await;
    browser.sees(NEWER).await;
    assert_eq!(browser.typed("Name or initials").await, "Wren Holloway");
    assert_eq!(browser.evaluate(&script(ROWS)).await, before, "the old app has written into a newer store");

    browser.go("/").await;
    browser.find("heading", NEWER_HEADING).await;
    browser.sees(NEWER).await;
    assert!(!browser.has("link", "Begin").await, "a new vault is offered beside a newer one");
    browser.tap("button", "Try again").await;
    browser.find("heading", NEWER_HEADING).await;
    assert_eq!(browser.evaluate(&script(ROWS)).await, before, "the old app has touched a newer store");
    // What needs no storage works.
    browser.tap("link", "Open the cards").await;
    browser.find("heading", "Cards").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_that_another_window_keeps_shut_is_asked_for_again_and_opens_then() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    browser.make_a_vault().await;
    browser.is_installed().await;
    browser.go("/recovery.html").await;
    assert!(browser.evaluate(&script(STAND_IN_THE_WAY)).await.as_u64() >= Some(1));
    let first = browser.window().await;
    let second = browser.open_a_window("/").await;
    browser.find("heading", STOPPED_HEADING).await;
    browser.sees("The tablet’s storage does not answer.").await;
    assert!(!browser.has("link", "Begin").await, "a new vault is offered beside one that does not answer");

    browser.look_at(&first).await;
    browser.evaluate("window.held.close()").await;
    browser.look_at(&second).await;
    browser.tap("button", "Try again").await;
    browser.find("heading", NICKNAME).await;
}
