//! Settings: every choice shows at once and is there the next time, and what cannot be taken is said at its field.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod house;

use house::errands::{NICKNAME, RESTING, Secrets};
use house::{Browser, House, Screen};
use lantern_room::content::safeguarding;
use serde_json::json;

const NAME: &str = "Name of the vault";
/// The fields of the school's details.
const SCHOOL: [&str; 5] = [
    "Safeguarding lead: name",
    "Lead: where, or which telephone",
    "Deputy: name",
    "Deputy: where, or which telephone",
    "What our policy asks for first",
];
const HIDDEN: &str = "There is a hidden character in this";

async fn in_settings(screen: Screen) -> (House, Secrets) {
    let house = House::open(screen).await;
    let secrets = house.browser.make_a_vault().await;
    house.browser.tap("link", "Settings").await;
    house.browser.find("heading", "Settings").await;
    (house, secrets)
}

impl Browser {
    async fn come_back_to_settings(&self, secrets: &Secrets) {
        self.reload().await;
        self.unlock(secrets).await;
        self.find_when_the_key_is_made("heading", "Settings").await;
        self.find("textbox", NAME).await;
    }

    /// The colour of the paper, once the light has come to rest.
    async fn paper(&self) -> String {
        let rest = "Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {}))).then(() => true)";
        self.evaluate(rest).await;
        let paper = self.evaluate("getComputedStyle(document.documentElement).backgroundColor").await;
        paper.as_str().unwrap().to_owned()
    }

    /// The size of the text, in pixels.
    async fn text_size(&self) -> f64 {
        let size = self.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)").await;
        size.as_f64().unwrap()
    }

    /// What the lists of minutes show.
    async fn minutes(&self) -> Vec<String> {
        let shown = "[...document.querySelectorAll('select')].map((list) => list.selectedOptions[0].text.trim())";
        serde_json::from_value(self.evaluate(shown).await).unwrap()
    }

    /// Whether one of the radio buttons that are chosen has a label that begins so.
    async fn is_chosen(&self, beginning: &str) -> bool {
        let chosen = "[...document.querySelectorAll(':checked')].map((one) => one.closest('label')?.innerText ?? '')";
        let chosen: Vec<String> = serde_json::from_value(self.evaluate(chosen).await).unwrap();
        chosen.iter().any(|label| label.trim().starts_with(beginning))
    }

    async fn save(&self) {
        self.lamp_is_dark().await;
        self.tap("button", "Save").await;
        self.saved().await;
    }

    async fn assert_wrong_at(&self, label: &str, sentence: &str, typed: &str) {
        self.sees(sentence).await;
        assert_eq!(self.attribute("textbox", label, "aria-invalid").await.as_deref(), Some("true"), "{label}");
        assert_eq!(self.typed(label).await, typed, "{label}: what was typed is changed");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_theme_shows_at_once_and_the_next_time() {
    let (house, secrets) = in_settings(Screen::Landscape).await;
    let browser = &house.browser;
    let mut papers = Vec::new();
    for theme in ["Day", "Night", "Fairy lights"] {
        browser.tap_beginning("radio", theme).await;
        papers.push((theme, browser.paper().await));
    }
    let differ = |one: usize, other: usize| assert_ne!(papers[one].1, papers[other].1, "{papers:?}");
    differ(0, 1);
    differ(0, 2);
    differ(1, 2);
    browser.come_back_to_settings(&secrets).await;
    assert!(browser.is_chosen("Fairy lights").await);
    assert_eq!(browser.paper().await, papers[2].1, "the light is another one the next time");

    // As the tablet: it follows when the tablet changes.
    browser.tap("radio", "As the tablet").await;
    for (scheme, place) in [("dark", 1), ("light", 0)] {
        let tablet = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        browser.ask("Emulation.setEmulatedMedia", tablet).await;
        assert_eq!(browser.paper().await, papers[place].1, "the tablet is {scheme}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_text_grows_at_once_and_is_as_large_the_next_time() {
    let (house, secrets) = in_settings(Screen::Portrait).await;
    let browser = &house.browser;
    let mut sizes = Vec::new();
    for size in ["Ordinary", "Large", "Larger"] {
        browser.tap("radio", size).await;
        sizes.push(browser.text_size().await);
        let overflow = browser.evaluate("document.documentElement.scrollWidth - innerWidth").await;
        assert!(overflow.as_i64().unwrap() <= 0, "{size} scrolls sideways");
    }
    assert!(sizes.is_sorted_by(|smaller, larger| smaller < larger), "{sizes:?}");
    browser.come_back_to_settings(&secrets).await;
    assert!(browser.is_chosen("Larger").await);
    assert_eq!(Some(&browser.text_size().await), sizes.last());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_times_are_kept_by_themselves_and_the_screen_is_covered_by_them() {
    let (house, secrets) = in_settings(Screen::Landscape).await;
    let browser = &house.browser;
    browser.find("combobox", "Cover by itself after").await;
    assert_eq!(browser.minutes().await, ["2 minutes", "15 minutes"]);
    // A name that is being typed is not kept by the way.
    browser.type_in(NAME, "Half a na").await;
    for (list, minutes) in [("Cover by itself after", "1 minute"), ("Lock when covered for", "5 minutes")] {
        browser.lamp_is_dark().await;
        browser.choose(list, minutes).await;
        browser.saved().await;
    }
    assert_eq!(browser.typed(NAME).await, "Half a na");
    browser.type_in(NAME, NICKNAME).await;
    browser.come_back_to_settings(&secrets).await;
    assert_eq!(browser.minutes().await, ["1 minute", "5 minutes"]);
    assert_eq!(browser.typed(NAME).await, NICKNAME);
    // Nobody touches it for a minute.
    browser.find_when_the_key_is_made("heading", RESTING).await;
    browser.uncover(&secrets.code).await;
    browser.find("heading", "Settings").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_vaults_name_stands_on_its_door_and_what_is_no_name_is_said_at_the_field() {
    let (house, secrets) = in_settings(Screen::Portrait).await;
    let browser = &house.browser;
    let long = "n".repeat(61);
    for (rubbish, sentence) in [
        ("   ", "Any name will do, such as the name of your room."),
        (long.as_str(), "This is too long: 60 characters fit. Nothing has been cut."),
        ("The\u{202e}Nest", HIDDEN),
    ] {
        browser.type_in(NAME, rubbish).await;
        browser.tap("button", "Save").await;
        browser.assert_wrong_at(NAME, sentence, rubbish).await;
    }
    // Under the cover it stays as it was typed.
    browser.tap("button", "Cover").await;
    browser.uncover(&secrets.code).await;
    assert_eq!(browser.typed(NAME).await, "The\u{202e}Nest");
    browser.type_in(NAME, "  The Crow’s Nest ").await;
    browser.save().await;
    assert_eq!(browser.typed(NAME).await, "The Crow’s Nest");
    browser.tap("button", "Lock now").await;
    browser.find("heading", "The Crow’s Nest").await;
    browser.come_back_to_settings(&secrets).await;
    assert_eq!(browser.typed(NAME).await, "The Crow’s Nest");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_schools_details_stand_on_the_safeguarding_page_until_they_are_taken_away() {
    let (house, secrets) = in_settings(Screen::Landscape).await;
    let browser = &house.browser;
    let details =
        ["Ms R. Okafor", "Room by the hall, 01632 960001", "Mr L. Brandt", "ext. 12", "Ring the office first."];
    for (label, detail) in SCHOOL.into_iter().zip(details) {
        browser.type_in(label, detail).await;
    }
    browser.save().await;
    to_the_shield(browser).await;
    for detail in details {
        browser.sees(detail).await;
    }
    browser.tap("button", "Back").await;
    browser.find("heading", "Settings").await;
    browser.type_in(SCHOOL[2], " ").await;
    browser.type_in(SCHOOL[3], " ").await;
    browser.save().await;
    to_the_shield(browser).await;
    browser.sees("Ms R. Okafor").await;
    assert!(!browser.text().await.contains("Brandt"), "who was taken away is still to be told");
    browser.go("/settings").await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("heading", "Settings").await;
    assert_eq!(browser.typed(SCHOOL[0]).await, details[0]);
    assert_eq!(browser.typed(SCHOOL[2]).await, "");
}

async fn to_the_shield(browser: &Browser) {
    browser.tap("link", "Safeguarding: worried about a child").await;
    browser.find("heading", safeguarding::page().title).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_school_cannot_mean_is_said_at_its_field_and_kept_nowhere() {
    let (house, secrets) = in_settings(Screen::Landscape).await;
    let browser = &house.browser;
    let long = "w".repeat(201);
    for label in SCHOOL {
        for (rubbish, sentence) in [
            (long.as_str(), "This is too long: 200 characters fit. Nothing has been cut."),
            ("Ms\u{2066}Okafor", HIDDEN),
        ] {
            browser.type_in(label, rubbish).await;
            browser.assert_wrong_at(label, sentence, rubbish).await;
        }
    }
    browser.tap("button", "Save").await;
    browser.sees(HIDDEN).await;
    for label in SCHOOL {
        browser.assert_wrong_at(label, HIDDEN, "Ms\u{2066}Okafor").await;
    }
    browser.tap("button", "Lock now").await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("heading", "Settings").await;
    for label in SCHOOL {
        assert_eq!(browser.typed(label).await, "", "{label}: rubbish was kept");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_space_that_a_keyboard_adds_leaves_nothing_unsaved() {
    let (house, _) = in_settings(Screen::Portrait).await;
    let browser = &house.browser;
    browser.type_in(SCHOOL[0], "Ms R. Okafor ").await;
    browser.save().await;
    let waiting = "document.querySelectorAll('form button:not([aria-disabled])').length";
    assert_eq!(browser.evaluate(waiting).await, 0, "what has been saved counts as unsaved");
}
