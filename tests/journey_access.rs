//! Nobody is shut out: axe-core has nothing to say about any page, in any light.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod house;

use house::engine::Engine;
use house::errands::{
    ANYTHING_ELSE, HOW_BIG, HOW_IS_IT, NICKNAME, PASSPHRASE, RESTING, SOMEONE_IS_HERE, THANK_YOU, WHAT_WOULD_HELP,
};
use house::{House, Screen};

/// Takes the journal away, once the page before has let go of it.
const WITHOUT_JOURNAL: &str = "(async () => {
    const root = await navigator.storage.getDirectory();
    for (let tries = 0; tries < 100; tries++) {
        try {
            for await (const name of root.keys()) await root.removeEntry(name, { recursive: true });
            return true;
        } catch {
            await new Promise((later) => setTimeout(later, 100));
        }
    }
    return false;
})()";

/// The app’s database, opened past the app.
const OPENED: &str = "new Promise((done, fail) => {
    const request = indexedDB.open('lantern-room', VERSION);
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
})";

#[tokio::test(flavor = "multi_thread")]
async fn what_shuts_somebody_out_would_be_found() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    browser.find("link", "Begin").await;
    browser.evaluate("document.querySelector('.lead').style.setProperty('color', '#ccc')").await;
    browser.evaluate("document.documentElement.removeAttribute('lang')").await;
    browser.evaluate("document.documentElement.dataset.theme = 'day'").await;
    let found = browser.violations().await;
    let rules: Vec<_> = found.iter().filter_map(|violation| violation["rule"].as_str()).collect();
    assert!(rules.contains(&"color-contrast") && rules.contains(&"html-has-lang"), "{rules:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_goes_wrong_would_be_heard() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    browser.find("link", "Begin").await;
    browser.assert_nothing_went_wrong().await;
    // Not `eval`: the page's policy has to forbid something of its own.
    browser
        .evaluate("void document.head.append(Object.assign(document.createElement('style'), { textContent: 'p {}' }))")
        .await;
    browser.evaluate("void setTimeout(() => { throw new Error('thrown for this test'); })").await;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    let heard = browser.log().await.join("\n");
    assert!(heard.contains("thrown for this test"), "{heard}");
    // Firefox's driver does not tell what a policy forbids.
    assert!(browser.engine != Engine::Chromium || heard.contains("Content Security Policy"), "{heard}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_that_anyone_may_see() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    browser.find("link", "Begin").await;
    browser.assert_accessible_in_every_light("welcome").await;
    for (path, heading) in [
        ("/cards", "Cards"),
        ("/cards/acceptance", "Acceptance"),
        ("/cards/feelings", "Feelings words"),
        ("/cards/nothing-like-it", "That card is not here"),
        ("/calm", "Calm"),
        ("/calm/worry-box", "Worry box"),
        ("/calm/worry-box/go", "Worry box"),
        ("/calm/breathing-light-long/go", "Breathing light: long"),
        ("/calm/lights", "Fairy lights"),
        ("/calm/nothing-like-it", "That activity is not here"),
        ("/safeguarding", "Worried about a child?"),
        ("/nothing-like-it", "There is nothing here"),
    ] {
        browser.go(path).await;
        browser.find("heading", heading).await;
        browser.assert_accessible_in_every_light(path).await;
    }
    browser.assert_nothing_went_wrong().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_door() {
    let house = House::open(Screen::Portrait).await;
    let browser = &house.browser;
    browser.tap("link", "Begin").await;
    browser.find("textbox", "Name of the vault").await;
    browser.assert_accessible_in_every_light("a name for the vault").await;
    browser.type_in("Name of the vault", NICKNAME).await;
    browser.tap("button", "Next").await;
    browser.find_beginning("radio", "Write my own").await;
    browser.assert_accessible_in_every_light("a passphrase").await;
    browser.choose_own_passphrase(PASSPHRASE).await;
    browser.find_when_the_key_is_made("list", "Recovery code").await;
    browser.assert_accessible_in_every_light("the recovery code").await;
    let recovery = browser.read_recovery_code().await;
    browser.find_beginning("textbox", "Part ").await;
    browser.assert_accessible_in_every_light("typing back").await;
    browser.type_back(&recovery).await;
    browser.find("group", "Keypad").await;
    browser.assert_accessible_in_every_light("a short code").await;
    browser.choose_short_code(house::errands::CODE).await;
    browser.find_when_the_key_is_made("link", SOMEONE_IS_HERE).await;
    browser.assert_accessible_in_every_light("Today, empty").await;
    browser.tap("button", "Cover").await;
    browser.find("heading", RESTING).await;
    browser.assert_accessible_in_every_light("the cover").await;
    browser.press_keys("1111").await;
    browser.sees("Not that one.").await;
    browser.assert_accessible_in_every_light("the cover after a wrong code").await;
    browser.tap("button", "Lock instead").await;
    browser.find("textbox", "Passphrase").await;
    browser.assert_accessible_in_every_light("unlock").await;
    browser.tap("link", "I forgot it").await;
    browser.find("heading", "Use your recovery code").await;
    browser.assert_accessible_in_every_light("recover").await;
    browser.assert_nothing_went_wrong().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_rooms_and_the_questions() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.tap("link", "Children").await;
    browser.find("heading", "Children").await;
    browser.assert_accessible_in_every_light("Children, empty").await;
    browser.tap_either(&[("link", "Add a child"), ("link", "Add the first child")]).await;
    browser.find("textbox", "Name or initials").await;
    browser.assert_accessible_in_every_light("a new child").await;
    for (name, level) in [("Otter", "A"), ("Owl", "B"), ("Seal", "C")] {
        browser.add_a_child(name, name, "Moss", level).await;
        browser.assert_accessible_in_every_light("a child’s page, empty").await;
        browser.begin_a_check_in().await;
        browser.assert_accessible_in_every_light(HOW_IS_IT).await;
        browser.tap("button", "all the words").await;
        browser.find("heading", "All the words").await;
        browser.assert_accessible_in_every_light("all the words").await;
        browser.tap_beginning("button", "worried").await;
        browser.tap("button", "Done").await;
        browser.tap("button", "Next").await;
        browser.find_beginning("heading", "How big is it").await;
        browser.assert_accessible_in_every_light(HOW_BIG).await;
        browser.tap_beginning("radio", if level == "C" { "7" } else { "big" }).await;
        browser.find("heading", WHAT_WOULD_HELP).await;
        browser.assert_accessible_in_every_light(WHAT_WOULD_HELP).await;
        browser.tap("button", "pass").await;
        browser.find("heading", ANYTHING_ELSE).await;
        browser.assert_accessible_in_every_light(ANYTHING_ELSE).await;
        browser.tap("button", "my own word").await;
        browser.find("textbox", "My own word").await;
        browser.assert_accessible_in_every_light("my own word").await;
        browser.tap("button", "Back").await;
        browser.tap("button", "Next").await;
        browser.find_beginning("heading", "How big is it").await;
        browser.tap("button", "Next").await;
        browser.tap("button", "draw it").await;
        browser.find("heading", "Draw it how you like.").await;
        browser.assert_accessible_in_every_light("drawing").await;
        browser.tap("button", "Back").await;
        browser.tap("button", "where in my body").await;
        browser.find("button", "tummy").await;
        browser.assert_accessible_in_every_light("where in my body").await;
        browser.tap("button", "tummy").await;
        browser.tap("button", "Next").await;
        browser.find("button", "Back").await;
        browser.assert_accessible_in_every_light("what it is like there").await;
        browser.tap("button", "Next").await;
        browser.tap("button", "That’s all").await;
        browser.find("heading", THANK_YOU).await;
        browser.assert_accessible_in_every_light(THANK_YOU).await;
        browser.hand_back(&secrets.code).await;
        browser.find("heading", name).await;
        browser.assert_accessible_in_every_light("a child’s page").await;
    }
    browser.tap_beginning("link", "worried").await;
    browser.find("heading", "Check-in").await;
    browser.assert_accessible_in_every_light("a check-in").await;
    browser.tap("link", "Amend").await;
    browser.find("heading", "Amend").await;
    browser.assert_accessible_in_every_light("amending").await;
    for place in ["Today", "Children", "Settings"] {
        browser.tap("link", place).await;
        browser.find("heading", place).await;
        browser.assert_accessible_in_every_light(place).await;
    }
    browser.assert_nothing_went_wrong().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_between_the_children() {
    let house = House::open(Screen::Portrait).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.tap("link", SOMEONE_IS_HERE).await;
    browser.find("heading", HOW_IS_IT).await;
    browser.assert_accessible_in_every_light("somebody who is just there").await;
    browser.tell("worried", "middle").await;
    browser.hand_back(&secrets.code).await;
    browser.find("heading", "Whose check-in is this?").await;
    browser.sees("There is no child on the list yet.").await;
    browser.assert_accessible_in_every_light("whose check-in, without a child to choose").await;
    browser.add_a_child("Otter", "Otter", "Moss", "B").await;
    browser.tap("link", "Today").await;
    browser.find("heading", "Waiting for you").await;
    browser.assert_accessible_in_every_light("Today, with something that waits").await;
    browser.tap_beginning("link", "A check-in without a child").await;
    browser.find("link", "Otter").await;
    browser.assert_accessible_in_every_light("whose check-in").await;
    browser.tap("link", "Otter").await;
    browser.tap_beginning("link", "worried").await;
    browser.tap("link", "Amend").await;
    browser.type_in("Why it is amended", &"w".repeat(201)).await;
    browser.tap("button", "Keep the change").await;
    browser.sees("This is too long").await;
    browser.assert_accessible_in_every_light("an amendment that is refused").await;
    browser.type_in("Why it is amended", "Otter said so.").await;
    browser.tap("button", "Keep the change").await;
    browser.find("heading", "History").await;
    browser.assert_accessible_in_every_light("a check-in with a history").await;

    browser.tap("link", "Children").await;
    browser.tap("link", "Otter").await;
    browser.tap("link", "Edit").await;
    browser.find("heading", "Edit").await;
    browser.assert_accessible_in_every_light("editing a child").await;
    browser.type_in("Name or initials", " ").await;
    browser.tap("button", "Save").await;
    browser.sees("Something is needed here").await;
    browser.assert_accessible_in_every_light("a child without a name").await;
    browser.tap("button", "Archive").await;
    browser.find("heading", "Children").await;
    browser.assert_accessible_in_every_light("Children, all archived").await;
    browser.tap("link", "Archived children (1)").await;
    browser.find("button", "Bring back Otter").await;
    browser.assert_accessible_in_every_light("archived children").await;
    browser.tap("link", "Otter").await;
    browser.sees("Archived: out of sight, nothing deleted.").await;
    browser.assert_accessible_in_every_light("an archived child’s page").await;
    browser.tap("link", "Edit").await;
    browser.tap("button", "Bring back").await;
    browser.find("heading", "Otter").await;
    browser.go("/children/archived").await;
    browser.unlock(&secrets).await;
    browser.sees_when_the_key_is_made("Nobody is archived.").await;
    browser.assert_accessible_in_every_light("no archived children").await;

    let nowhere = "0".repeat(32);
    browser.go(&format!("/check-in/{nowhere}/{nowhere}")).await;
    browser.unlock(&secrets).await;
    browser.sees_when_the_key_is_made("This is no longer here.").await;
    browser.assert_accessible_in_every_light("a check-in that is not there").await;
    browser.assert_nothing_went_wrong().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_in_the_way_of_a_vault() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    for (script, path, heading) in [
        (
            "self.Worker = function () { throw new Error('no workers here'); }",
            "/",
            "Lantern Room has stopped for a moment",
        ),
        (
            "navigator.storage.estimate = async () => ({ usage: 0, quota: 120_000_000 })",
            "/create",
            "This tablet will not keep things just now",
        ),
    ] {
        let odd = browser.before_every_page(script).await;
        browser.go(path).await;
        browser.find("heading", heading).await;
        browser.assert_accessible_in_every_light(heading).await;
        browser.no_longer(odd).await;
    }
    browser.go("/").await;
    let secrets = browser.make_a_vault().await;

    let first = browser.window().await;
    browser.open_a_window("/").await;
    browser.find("heading", "Open in another window").await;
    browser.assert_accessible_in_every_light("open in another window").await;
    // From here on nobody else waits for the vault.
    browser.go("/boot.css").await;
    browser.look_at(&first).await;

    // A header that nobody can read, and then a database of a version that is yet to come.
    browser.reload().await;
    browser.find("textbox", "Passphrase").await;
    let spoil = format!(
        "{OPENED}.then((database) => {{
        const act = database.transaction('door', 'readwrite');
        act.objectStore('door').put(new Uint8Array([9, 9, 9]), 'header');
        return new Promise((done) => act.oncomplete = () => {{ database.close(); done(true); }});
    }})"
    );
    let spoil = spoil.replace("VERSION", "1");
    assert_eq!(browser.evaluate(&spoil).await, true);
    browser.reload().await;
    // The journal has it whole.
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("heading", "Today").await;
    browser.go("/boot.css").await;
    assert_eq!(browser.evaluate(&spoil).await, true);
    assert_eq!(browser.evaluate(WITHOUT_JOURNAL).await, true);
    browser.go("/").await;
    browser.unlock(&secrets).await;
    browser.sees_when_the_key_is_made("Part of what is stored cannot be read").await;
    browser.assert_accessible_in_every_light("a vault that cannot be read").await;
    let raise = format!("{OPENED}.then((database) => {{ database.close(); return true; }})");
    assert_eq!(browser.evaluate(&raise.replace("VERSION", "99")).await, true);
    browser.reload().await;
    browser.find("heading", "There is a newer version").await;
    browser.assert_accessible_in_every_light("a vault of a newer version").await;
}
