//! Calm is there for everyone: without a vault, behind a locked one, from a cold start without a network.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod house;

use std::time::{Duration, Instant};

use house::errands::{RESTING, SOMEONE_IS_HERE};
use house::{Browser, House, Screen};
use lantern_room::content::calm::{self, Activity};
use serde_json::json;

/// From the first frame on: what colour is behind everything.
const WATCH_THE_GROUND: &str = "self.grounds = [];
    (function watch() {
        const root = document.documentElement;
        if (root && document.body) grounds.push(getComputedStyle(root).backgroundColor);
        requestAnimationFrame(watch);
    })();";

impl Browser {
    /// Taps through a script that is on the screen, from its first line to its last words, and out of it.
    async fn hear_it_all(&self, activity: &Activity) {
        for step in activity.steps {
            self.sees(step.say).await;
            self.tap("button", "Next").await;
        }
        self.sees(activity.after).await;
        self.tap("button", "That was it").await;
        self.find("link", "Begin").await;
    }

    /// From the activities into the lights, and out again by the button that a tap brings.
    async fn look_into_the_lights(&self) {
        self.tap_beginning("link", "Fairy lights").await;
        self.find("heading", "Fairy lights").await;
        self.arrives_at("/calm/lights").await;
        self.is_dark().await;
        self.touch(&json!(400), &json!(300)).await;
        self.tap("button", "Dimmer").await;
        self.tap("button", "Leave").await;
        self.find("heading", "Calm").await;
        self.arrives_at("/calm").await;
    }

    /// Whether the ground behind the page is dark, so that nothing can flash through.
    async fn is_dark(&self) {
        let ground = "getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g).map(Number)";
        let ground: Vec<u32> = serde_json::from_value(self.evaluate(ground).await).unwrap();
        assert!(ground.iter().all(|part| *part < 50), "{ground:?}");
    }

    /// Whether something is lit for the line at this place.
    async fn lights_on_the_way(&self) -> u64 {
        self.evaluate("document.querySelectorAll('.player .way .lit').length").await.as_u64().unwrap()
    }
}

fn activity(slug: &str) -> &'static Activity {
    calm::find(slug).expect("the activity is there")
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_vault_an_activity_is_found_read_and_played_to_its_end() {
    let house = House::open(Screen::Portrait).await;
    let browser = &house.browser;
    browser.find("link", "Begin").await;
    browser.go("/cards").await;
    browser.tap("link", "Calm").await;
    browser.find("heading", "Calm").await;
    browser.tap("radio", "wakes up").await;
    browser.tap("radio", "young adult").await;
    browser.arrives_at("/calm?up&c").await;
    let drum = activity("drum-it-up");
    browser.find_beginning("link", drum.title).await;
    assert!(browser.names("link").await.iter().all(|name| !name.starts_with("Push the wall")), "it brings down");
    browser.tap_beginning("link", drum.title).await;
    browser.find("heading", drum.title).await;
    for line in drum.steps.iter().map(|step| step.say).chain([drum.in_a_line, drum.eyes_open, drum.after]) {
        browser.sees(line).await;
    }
    for line in drum.prepare.iter().chain(drum.not_when) {
        browser.sees(line).await;
    }

    browser.tap("link", "Begin").await;
    browser.sees(drum.steps[0].say).await;
    assert_eq!(browser.path().await, "/calm/drum-it-up/go");
    assert_eq!(browser.title().await, "Lantern Room", "a child may see it");
    assert_eq!(browser.lights_on_the_way().await, 1);
    browser.is_dark().await;
    browser.tap("button", "Next").await;
    browser.sees(drum.steps[1].say).await;
    assert_eq!(browser.lights_on_the_way().await, 2);
    browser.tap("button", "Back").await;
    browser.hear_it_all(drum).await;
    browser.arrives_at("/calm/drum-it-up").await;
    browser.assert_only_home().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_breathing_light_goes_by_itself_waits_when_asked_and_is_left_at_any_time() {
    let house = House::open(Screen::LandscapeTouch).await;
    let browser = &house.browser;
    let light = activity("breathing-light-short");
    browser.go("/calm/breathing-light-short/go").await;
    browser.sees(light.steps[0].say).await;
    let lit = "new Promise((done) => {
        const seen = new Set();
        const look = () => {
            seen.add(document.querySelector('.breath').dataset.phase);
            if (seen.size === 2) done([...seen].sort().join(' ')); else setTimeout(look, 40);
        };
        look();
    })";
    assert_eq!(browser.evaluate(lit).await, "in out");
    browser.tap("button", "Sound").await;
    assert!(browser.is_pressed("Sound").await);
    assert!(browser.is_pressed("By itself").await);
    // The line changes without a tap. Its quiet is longer than anything else may take to appear.
    let begun = Instant::now();
    while browser.lights_on_the_way().await < 2 {
        assert!(begun.elapsed() < Duration::from_secs(60), "the next line does not come: {}", browser.text().await);
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    browser.sees(light.steps[1].say).await;
    browser.tap("button", "Pause").await;
    browser.find("button", "Go on").await;
    browser.tap("button", "By itself").await;
    browser.gone("button", "Go on").await;
    browser.tap("button", "End").await;
    browser.find("heading", light.title).await;
    browser.back().await;
    browser.sees_no_more(light.steps[0].say).await;
    browser.assert_nothing_went_wrong().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_lights_are_left_by_a_tap_or_a_key_and_never_flash() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    browser.go("/calm").await;
    browser.look_into_the_lights().await;
    browser.go("/calm/lights").await;
    browser.find("heading", "Fairy lights").await;
    browser.is_dark().await;
    // What a reload shows before the app has started, and while it starts, is dark, too.
    browser.before_every_page(WATCH_THE_GROUND).await;
    for (path, heading) in [("/calm/lights", "Fairy lights"), ("/calm/worry-box/go", "Worry box"), ("/calm", "Calm")] {
        browser.go(path).await;
        browser.find("heading", heading).await;
        let light = browser.evaluate("grounds.some((ground) => ground.match(/\\d+/g).some((part) => part > 50))").await;
        assert_ne!(browser.evaluate("grounds.length").await, 0, "nothing was watched");
        assert_eq!(light, path == "/calm", "{path}: {}", browser.evaluate("grounds.join(' ')").await);
    }
    browser.go("/calm/lights").await;
    browser.find("heading", "Fairy lights").await;
    browser.key("Escape").await;
    browser.find("heading", "Calm").await;
    assert_eq!(browser.evaluate("document.documentElement.dataset.ground ?? null").await, serde_json::Value::Null);
    assert_eq!(browser.title().await, "Calm · Lantern Room");
}

#[tokio::test(flavor = "multi_thread")]
async fn behind_a_locked_vault_and_from_a_cold_start_without_a_network() {
    let mut house = House::open(Screen::Portrait).await;
    let secrets = house.browser.make_a_vault().await;
    house.browser.is_installed().await;
    house.browser.tap("link", "Calm").await;
    house.browser.find("heading", "Calm").await;
    house.browser.look_into_the_lights().await;
    // Locked, and the page stays.
    house.browser.tap("button", "Lock").await;
    house.browser.find("link", "Unlock").await;
    house.browser.find("heading", "Calm").await;
    house.browser.look_into_the_lights().await;

    house.browser.assert_only_home().await;
    house.server.stop();
    house.browser.kill();
    house.browser.start_again().await;
    let browser = &house.browser;
    browser.go("/calm").await;
    browser.find("heading", "Calm").await;
    browser.look_into_the_lights().await;
    let wall = activity("push-the-wall");
    browser.tap_beginning("link", wall.title).await;
    browser.tap("link", "Begin").await;
    browser.hear_it_all(wall).await;
    // Deep links too: the service worker answers for every page.
    for activity in calm::all() {
        browser.go(&format!("/calm/{}", activity.slug)).await;
        browser.find("heading", activity.title).await;
    }
    browser.go("/calm/quiet-time-3/go").await;
    browser.sees(activity("quiet-time-3").steps[0].say).await;
    browser.go("/calm/lights").await;
    browser.find("heading", "Fairy lights").await;
    browser.key("Escape").await;
    browser.tap("link", "Unlock").await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("link", SOMEONE_IS_HERE).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn under_the_cover_the_calm_pages_are_still_there() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.tap("link", "Calm").await;
    browser.tap("button", "Cover").await;
    browser.find("heading", RESTING).await;
    browser.back().await;
    browser.find("heading", "Calm").await;
    browser.look_into_the_lights().await;
    browser.tap("link", "Uncover").await;
    browser.uncover(&secrets.code).await;
}
