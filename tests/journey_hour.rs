//! An hour with one child, on a clock that jumps ahead: the tablet dies in every stage, and nothing is missing afterwards.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod house;

use house::errands::{HOW_BIG, HOW_IS_IT, Secrets, THANK_YOU, WHAT_WOULD_HELP};
use house::{Browser, House, Screen};

const OTTER: &str = "Otter Ashby";
const MINUTE: u64 = 60_000;

/// Puts the clocks of the page and of its worker ahead, from the next document on.
async fn put_the_clocks_ahead(browser: &Browser, minutes: u64) {
    let ahead = minutes * MINUTE;
    // The worker's own clock is put ahead by a small script that starts the worker's; both come from the server.
    let script = format!(
        "(() => {{
            const Real = Date, ahead = {ahead};
            globalThis.Date = class extends Real {{
                constructor(...given) {{ given.length ? super(...given) : super(Real.now() + ahead); }}
                static now() {{ return Real.now() + ahead; }}
            }};
            const Work = Worker;
            globalThis.Worker = class extends Work {{
                constructor(url, options) {{
                    super('/ahead.js?by={ahead}&of=' + encodeURIComponent(new URL(url, location)), options);
                }}
            }};
        }})()"
    );
    browser.before_every_page(&script).await;
}

/// What puts a worker's clock ahead.
const AHEAD: &str = "
    const asked = new URL(self.location).searchParams;
    const Real = Date, ahead = Number(asked.get('by'));
    self.Date = class extends Real {
        constructor(...given) { given.length ? super(...given) : super(Real.now() + ahead); }
        static now() { return Real.now() + ahead; }
    };
    await import(asked.get('of'));
";

/// The battery is empty; afterwards it is so many minutes later.
async fn die_and_come_back(house: &mut House, secrets: &Secrets, minutes: u64, path: &str) {
    house.browser.lamp_is_dark().await;
    house.browser.kill();
    house.browser.start_again().await;
    put_the_clocks_ahead(&house.browser, minutes).await;
    house.browser.go(path).await;
    house.browser.unlock(secrets).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_hour_with_an_empty_battery_in_every_stage() {
    // This build lets the script start that puts the clock ahead.
    let build = house::builds::Build::with_file("ahead.js", AHEAD)
        .change("boot.js", "\"/sw.js\"]", "\"/sw.js\", \"/ahead.js\"]")
        .change("boot.js", "search === \"\" &&", "");
    let mut house = House::open_on(build.directory(), Screen::LandscapeTouch).await;
    let secrets = house.browser.make_a_vault().await;
    let browser = &house.browser;
    browser.add_a_child(OTTER, "Otter", "Moss", "B").await;
    browser.tap("link", "Begin a session").await;
    browser.tap_beginning("button", "60 minutes").await;
    browser.find("heading", "Arrive").await;
    let session = browser.path().await;

    // Arrive: two taps by the child.
    browser.tap("button", "Turn the tablet").await;
    browser.tap("button", "restless").await;
    browser.find("heading", "And how is it inside?").await;
    browser.tap("button", "not good").await;
    browser.find("heading", "Thank you.").await;
    browser.hand_back(&secrets.code).await;
    browser.find("heading", "Arrive").await;
    die_and_come_back(&mut house, &secrets, 5, &session).await;
    let browser = &house.browser;
    browser.find_when_the_key_is_made("heading", "Arrive").await;
    browser.sees("about 55 minutes").await;
    browser.tap("button", "Next: Check in").await;

    // Check in: the tablet dies while the child has it.
    browser.tap("button", "Turn the tablet").await;
    browser.find("heading", HOW_IS_IT).await;
    browser.choose_a_word("worried").await;
    die_and_come_back(&mut house, &secrets, 10, &session).await;
    let browser = &house.browser;
    browser.find_when_the_key_is_made("heading", "Check in").await;
    browser.tap("button", "Turn the tablet").await;
    browser.find("heading", HOW_BIG).await;
    browser.tap("radio", "big").await;
    browser.find("heading", WHAT_WOULD_HELP).await;
    browser.tap("button", "A drink of water").await;
    browser.tap("button", "That’s all").await;
    browser.find("heading", THANK_YOU).await;
    browser.hand_back(&secrets.code).await;
    browser.sees("worried, big").await;
    browser.tap("button", "Next: Activity").await;

    browser.tap("button", "Clay or dough").await;
    die_and_come_back(&mut house, &secrets, 35, &session).await;
    let browser = &house.browser;
    browser.find_when_the_key_is_made("heading", "Activity").await;
    assert!(browser.is_pressed("Clay or dough").await, "a tap is lost");
    browser.tap("button", "Next: Reflect").await;

    // Reflect: the boxes, decided together.
    browser.tap("button", "Turn the tablet").await;
    browser.sees("It was worried.").await;
    browser.tap_beginning("button", "stays with us").await;
    browser.sees("Clay or dough").await;
    browser.tap_beginning("button", "tell my teacher").await;
    browser.find("heading", "That’s all").await;
    browser.hand_back(&secrets.code).await;
    die_and_come_back(&mut house, &secrets, 45, &session).await;
    let browser = &house.browser;
    browser.find_when_the_key_is_made("heading", "Reflect").await;
    browser.sees("It was worried.").await;
    browser.tap("button", "Next: Calm close").await;
    browser.tap("button", "We did this: Push the wall").await;
    die_and_come_back(&mut house, &secrets, 55, &session).await;
    let browser = &house.browser;
    browser.find_when_the_key_is_made("heading", "Calm close").await;
    browser.sees("five minutes left, then Back to class").await;
    browser.tap("button", "Next: Back to class").await;
    browser.tap("button", "Turn the tablet").await;
    browser.tap("button", "calm").await;
    browser.tap("button", "good").await;
    browser.find("heading", "Thank you.").await;
    browser.hand_back(&secrets.code).await;
    die_and_come_back(&mut house, &secrets, 60, &session).await;
    let browser = &house.browser;
    browser.find_when_the_key_is_made("heading", "Back to class").await;
    browser.tap("button", "End the session").await;
    browser.find("textbox", "What happened").await;
    let happened = browser.typed("What happened").await;
    // The clocks jump by whole minutes; what was tapped in between took a moment, too.
    let minutes: u32 = happened.split_whitespace().next().and_then(|count| count.parse().ok()).unwrap_or_default();
    assert!((60..65).contains(&minutes), "{happened}");
    for fact in ["Clay or dough", "Push the wall", "worried", "body calm 2 of 5", "5 of 5"] {
        assert!(happened.contains(fact), "{fact} is not in: {happened}");
    }
    browser.tap("button", "Close the note").await;
    browser.find("button", "Amend").await;

    // The boxes are obeyed.
    browser.tap("link", "Children").await;
    browser.tap("link", OTTER).await;
    browser.tap("link", "What the teacher may know").await;
    browser.sees("Clay or dough").await;
    assert!(!browser.text().await.contains("worried"), "what stays with us is told to the teacher");
    browser.go(&browser.path().await.replace("teacher", "meeting")).await;
    browser.unlock(&secrets).await;
    browser.sees_when_the_key_is_made("Nothing is in this box yet.").await;
}
