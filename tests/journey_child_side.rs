//! The child's side of the tablet: nothing leads out of it but the adult's code, and nothing of anybody else is in it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod house;

use house::errands::{HOW_BIG, HOW_IS_IT, SOMEONE_IS_HERE, THANK_YOU, WHAT_WOULD_HELP};
use house::{Browser, House, Screen};
use serde_json::json;

/// How often somebody tries to get out.
const TRIES: u64 = 500;
/// What must be seen nowhere while a child has the tablet: other children, and the child's own name.
const OTHERS: [&str; 3] = ["Wren Marker-One", "Badger Marker-Two", "Otter Marker-Three"];

/// The same numbers every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, count: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % count
    }
}

/// Everything that a page could look at: the document, the address, and what is stored, byte for byte.
const ALL_THERE_IS: &str = "(async () => {
    const stored = [];
    for (const { name } of await indexedDB.databases()) {
        const base = await new Promise((done, fail) => {
            const request = indexedDB.open(name);
            request.onsuccess = () => done(request.result);
            request.onerror = () => fail(request.error);
        });
        for (const store of base.objectStoreNames) {
            const rows = await new Promise((done, fail) => {
                const request = base.transaction(store).objectStore(store).getAll();
                request.onsuccess = () => done(request.result);
                request.onerror = () => fail(request.error);
            });
            for (const row of rows) stored.push(row instanceof Uint8Array ? new TextDecoder('latin1').decode(row)
                : JSON.stringify(row, (_, value) =>
                    value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value));
        }
        base.close();
    }
    return [document.documentElement.outerHTML, document.title, location.href, JSON.stringify(history.state),
        JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie, ...stored].join('\\n');
})()";

/// Fails if anything of somebody else can be found: in the document, in the address, in what is stored.
async fn assert_nobody_else(browser: &Browser, after: &str) {
    let all = browser.evaluate(ALL_THERE_IS).await;
    let all = all.as_str().unwrap_or_default();
    assert!(!all.is_empty(), "nothing could be looked at after {after}");
    for name in OTHERS {
        assert!(!all.contains(name), "“{name}” after {after}");
    }
    let text = browser.text().await;
    for word in ["Settings", "Your children", "Waiting for you", "History"] {
        assert!(!text.contains(word), "“{word}” after {after}: {text}");
    }
}

/// Whether the child's side, the cover over it, or a locked door is what is seen.
async fn is_shut_in(browser: &Browser) -> bool {
    let seen = "!!document.querySelector('main.ask, main.cover, .door') && !document.querySelector('.shell')";
    browser.evaluate(seen).await == true
}

#[tokio::test(flavor = "multi_thread")]
async fn five_hundred_ways_out_lead_nowhere() {
    let house = House::open(Screen::LandscapeTouch).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    for (name, (animal, colour)) in OTHERS.iter().zip([("Wren", "Rose"), ("Badger", "Sea"), ("Otter", "Moss")]) {
        browser.add_a_child(name, animal, colour, "B").await;
    }
    browser.begin_a_check_in().await;
    let child_page = browser.path().await;
    let mut chance = Chance(7);
    let keys = ["Escape", "Tab", "Enter", "ArrowLeft", "ArrowRight", "F5", "F1", "Backspace", "BrowserBack", "Home"];
    let deep = ["/", "/children", "/settings", "/children/new", "/now", "/children/archived"];
    for attempt in 0..TRIES {
        let after = match chance.below(50) {
            0..20 => {
                let (x, y) = (chance.below(1280), chance.below(800));
                browser.touch(&json!(x), &json!(y)).await;
                format!("a tap at {x}, {y}")
            }
            20..30 => {
                let key = keys[usize::try_from(chance.below(keys.len() as u64)).unwrap()];
                browser.key(key).await;
                format!("the key {key}")
            }
            30..38 => {
                let steps = chance.below(5) as i64 - 3;
                browser.evaluate(&format!("history.go({steps})")).await;
                format!("going {steps} steps through the history")
            }
            38..44 => {
                let place = deep[usize::try_from(chance.below(deep.len() as u64)).unwrap()];
                browser
                    .evaluate(&format!(
                        "history.pushState(null, '', '{place}'); dispatchEvent(new PopStateEvent('popstate'))"
                    ))
                    .await;
                format!("the address {place} in the same page")
            }
            44..48 => {
                // An edge swipe.
                browser.put_down(&json!(2), &json!(400)).await;
                for x in [60, 200, 500] {
                    browser.move_to(&json!(x), &json!(400)).await;
                }
                browser.lift(&json!(500), &json!(400)).await;
                "a swipe from the edge".to_owned()
            }
            48 => {
                browser.evaluate("window.open('/', '_self', 'noopener') && 0").await;
                "opening another page in this window".to_owned()
            }
            _ => {
                browser.evaluate("location.reload(), 0").await;
                "a reload".to_owned()
            }
        };
        // Whatever loads has time to.
        tokio::time::sleep(std::time::Duration::from_millis(60)).await;
        let begun = std::time::Instant::now();
        while !is_shut_in(browser).await {
            assert!(begun.elapsed().as_secs() < 15, "{attempt}: {after} led out: {}", browser.text().await);
            tokio::time::sleep(std::time::Duration::from_millis(40)).await;
        }
        assert_nobody_else(browser, &after).await;
        // Locked, or covered: the adult opens and gives it to the child again, for the next try.
        back_to_the_child(browser, &secrets, &child_page).await;
    }
    browser.hand_back(&secrets.code).await;
}

async fn back_to_the_child(browser: &Browser, secrets: &house::errands::Secrets, page: &str) {
    if browser.evaluate("!!document.querySelector('main.ask')").await == true {
        return;
    }
    if browser.has("button", "Unlock").await || browser.has("textbox", "Passphrase").await {
        browser.go(page).await;
        browser.unlock(secrets).await;
        browser.either_key("button", "Turn the tablet", "heading", OTHERS[2]).await;
        if browser.has("button", "Turn the tablet").await {
            browser.tap("button", "Turn the tablet").await;
            return browser.gone("button", "Turn the tablet").await;
        }
    } else if browser.has("group", "Keypad").await && browser.has("button", "Back").await {
        browser.tap("button", "Back").await;
        return browser.gone("group", "Keypad").await;
    }
    if !browser.evaluate("!!document.querySelector('main.ask')").await.as_bool().unwrap_or_default() {
        // It was finished by one of the taps: another one begins.
        browser.go(page).await;
        browser.either_key("textbox", "Passphrase", "heading", OTHERS[2]).await;
        browser.unlock(secrets).await;
        // Unless it was only slow to come.
        browser.either_key("button", "Turn the tablet", "heading", OTHERS[2]).await;
        if browser.has("button", "Turn the tablet").await {
            browser.tap("button", "Turn the tablet").await;
            return browser.gone("button", "Turn the tablet").await;
        }
        browser.begin_a_check_in().await;
    }
}

impl Browser {
    /// Waits until one of the two is there.
    async fn either_key(&self, role: &str, name: &str, other_role: &str, other: &str) {
        let begun = std::time::Instant::now();
        while !self.has(role, name).await && !self.has(other_role, other).await {
            assert!(begun.elapsed() < house::hands::KEY_PATIENCE, "neither: {}", self.text().await);
            tokio::time::sleep(std::time::Duration::from_millis(60)).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_window_shows_nothing_while_a_child_has_the_tablet() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    for (name, (animal, colour)) in OTHERS.iter().zip([("Wren", "Rose"), ("Badger", "Sea"), ("Otter", "Moss")]) {
        browser.add_a_child(name, animal, colour, "B").await;
    }
    browser.begin_a_check_in().await;
    let first = browser.window().await;
    browser.open_a_window("/children").await;
    browser.find("heading", "Open in another window").await;
    assert_nobody_else(browser, "a second window").await;
    browser.look_at(&first).await;
    browser.find("heading", HOW_IS_IT).await;
    browser.hand_back(&secrets.code).await;
}

/// From turn to done, without the question about the body: at most six taps at level A.
#[tokio::test(flavor = "multi_thread")]
async fn the_youngest_need_at_most_six_taps() {
    let house = House::open(Screen::Portrait).await;
    let browser = &house.browser;
    browser.make_a_vault().await;
    browser.add_a_child("Otter", "Otter", "Moss", "A").await;
    browser.begin_a_check_in().await;
    let mut taps = 0;
    let mut tap = async |role: &str, name: &str| {
        browser.tap(role, name).await;
        taps += 1;
    };
    tap("button", "cross").await;
    tap("button", "Next").await;
    browser.find("heading", HOW_BIG).await;
    tap("radio", "big").await;
    browser.find("heading", WHAT_WOULD_HELP).await;
    tap("button", "A drink").await;
    browser.find("heading", "Is there anything else in there?").await;
    tap("button", "That’s all").await;
    browser.find("heading", THANK_YOU).await;
    assert!(taps <= 6, "{taps} taps");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_drawing_is_kept_as_the_childs_own_picture() {
    let house = House::open(Screen::LandscapeTouch).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.add_a_child("Otter", "Otter", "Moss", "B").await;
    browser.begin_a_check_in().await;
    browser.lamp_is_dark().await;
    browser.tap("button", "pass").await;
    browser.saved().await;
    browser.tap("button", "Next").await;
    browser.tap("button", "draw it").await;
    browser.find("image", "A sheet to draw on").await;
    browser.tap("button", "blue").await;
    browser.lamp_is_dark().await;
    browser.put_down(&json!(560), &json!(300)).await;
    for (x, y) in [(600, 320), (660, 360), (720, 300)] {
        browser.move_to(&json!(x), &json!(y)).await;
    }
    browser.lift(&json!(720), &json!(300)).await;
    browser.saved().await;
    assert_eq!(browser.evaluate("document.querySelectorAll('.drawing path[data-paint=blue]').length").await, 1);
    // A killed page has it still.
    browser.reload().await;
    browser.unlock_and_turn(&secrets).await;
    browser.find("heading", WHAT_WOULD_HELP).await;
    browser.tap("button", "Back").await;
    browser.tap("button", "draw it").await;
    browser.find("image", "A sheet to draw on").await;
    let begun = std::time::Instant::now();
    while browser.evaluate("document.querySelectorAll('.drawing path[data-paint=blue]').length").await != 1 {
        assert!(begun.elapsed() < house::hands::PATIENCE, "the drawing is lost");
        tokio::time::sleep(std::time::Duration::from_millis(60)).await;
    }
    browser.tap("button", "Next").await;
    browser.tap("button", "pass").await;
    browser.tap("button", "That’s all").await;
    browser.hand_back(&secrets.code).await;
    browser.sees("passed").await;
    browser.tap_beginning("link", "passed").await;
    browser.sees("a drawing").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lot_to_carry_is_answered_quietly_and_marked_for_the_adult_only() {
    let house = House::open(Screen::Portrait).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.tap("link", SOMEONE_IS_HERE).await;
    browser.find("heading", HOW_IS_IT).await;
    browser.tap("button", "young adult").await;
    browser.choose_a_word("numb").await;
    browser.tap("button", "Next").await;
    browser.tap("button", "not today").await;
    browser.tap("button", "Next").await;
    browser.tap("button", "That’s all").await;
    browser.find("heading", "Thank you for telling me. That is a lot to carry.").await;
    assert!(!browser.text().await.contains("safeguarding"), "the child’s screen says what it means for the adult");
    browser.hand_back(&secrets.code).await;
    browser.find("heading", "Whose check-in is this?").await;
    browser.find("link", "What to do").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn left_untouched_in_a_session_the_lantern_comes_up_for_the_child() {
    let house = House::open(Screen::Portrait).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.add_a_child("Otter Marker-Three", "Otter", "Moss", "A").await;
    browser.tap("link", "Settings").await;
    browser.choose("Cover by itself after", "1 minute").await;
    browser.saved().await;
    browser.tap("link", "Children").await;
    browser.tap("link", "Otter Marker-Three").await;
    browser.tap("link", "Begin a session").await;
    browser.tap_beginning("button", "30 minutes").await;
    browser.find("heading", "Arrive").await;
    // Nobody touches it for a minute.
    let begun = std::time::Instant::now();
    while !browser.has("heading", "Hello. Come in.").await {
        assert!(begun.elapsed().as_secs() < 100, "the lantern does not come up: {}", browser.text().await);
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    }
    assert_nobody_else(browser, "a minute without a touch").await;
    browser.tap("button", "Quiet lights").await;
    browser.find("button", "Leave").await;
    browser.tap("button", "Leave").await;
    browser.tap("button", "Something calm").await;
    browser.find("heading", "What would feel good now?").await;
    browser.tap("button", "Back").await;
    browser.find("heading", "Hello. Come in.").await;
    browser.hand_back(&secrets.code).await;
    browser.find("heading", "Arrive").await;
}

/// The child keeps seeing the own word; the adult sees what it was linked to; a hidden word is offered no more.
#[tokio::test(flavor = "multi_thread")]
async fn an_own_word_stays_the_childs_and_is_linked_by_the_adult() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.add_a_child("Otter", "Otter", "Moss", "B").await;
    browser.begin_a_check_in().await;
    browser.tap("button", "my own word").await;
    browser.type_in("My own word", "fizzy").await;
    browser.tap("button", "pink").await;
    browser.tap("button", "That’s it").await;
    browser.find("heading", HOW_IS_IT).await;
    browser.tap("button", "Next").await;
    browser.tap("radio", "big").await;
    browser.find("heading", WHAT_WOULD_HELP).await;
    browser.tap("button", "pass").await;
    browser.tap("button", "That’s all").await;
    browser.hand_back(&secrets.code).await;

    browser.tap("link", "Words and help").await;
    browser.choose("What ‘fizzy’ is linked to", "frustrated").await;
    browser.saved().await;
    browser.tap("button", "cross").await;
    browser.tap("button", "A drink of water").await;
    browser.lamp_is_dark().await;
    browser.tap("link", "Otter").await;
    browser.find_beginning("link", "frustrated (‘fizzy’)").await;

    browser.begin_a_check_in().await;
    browser.find("button", "‘fizzy’").await;
    assert!(!browser.text().await.contains("frustrated"), "the child’s word is taken from the child");
    browser.tap("button", "all the words").await;
    browser.find("heading", "All the words").await;
    assert!(!browser.names("button").await.iter().any(|name| name.starts_with("cross ")), "a hidden word is offered");
    browser.tap("button", "Done").await;
    browser.tap("button", "‘fizzy’").await;
    browser.tap("button", "Next").await;
    browser.tap("radio", "small").await;
    browser.find("heading", WHAT_WOULD_HELP).await;
    assert!(!browser.has("button", "A drink of water").await, "what is not put out is offered");
}
