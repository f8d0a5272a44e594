//! Reading aloud: only with a voice that lives on the device, also when it comes late, and silent when one leaves.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod house;

use house::{Browser, House, Screen};
use lantern_room::content::cards;
use serde_json::json;

/// Stands in for the browser's reader, which has no voice on a machine without sound. It notes what it is given to read.
const READER: &str = "{
    const reader = new EventTarget();
    Object.assign(reader, { voices: [], said: [], speaking: false, pending: false,
        getVoices() { return reader.voices; },
        speak(utterance) { reader.said.push(utterance); reader.speaking = true; },
        cancel() { reader.speaking = false; } });
    Object.defineProperty(window, 'speechSynthesis', { value: reader });
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    window.voicesCome = (...voices) => {
        reader.voices = voices.map(([lang, localService]) => ({ lang, localService }));
        reader.dispatchEvent(new Event('voiceschanged'));
    };
}";

async fn at_a_card() -> House {
    let house = House::open(Screen::Portrait).await;
    house.browser.before_every_page(READER).await;
    house.browser.go("/cards/curiosity").await;
    house.browser.find("heading", "Curiosity").await;
    house
}

impl Browser {
    async fn is_reading(&self) -> bool {
        self.evaluate("speechSynthesis.speaking").await == true
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_voice_that_lives_elsewhere_is_never_used() {
    let house = at_a_card().await;
    let browser = &house.browser;
    assert!(!browser.has("button", "Read aloud").await, "there is no voice");
    browser.evaluate("voicesCome(['en-GB', false], ['de-DE', true])").await;
    browser.evaluate("new Promise((done) => setTimeout(() => done(true), 300))").await;
    assert!(!browser.has("button", "Read aloud").await, "what is read would be sent away");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_voice_of_the_device_may_come_late_reads_the_whole_card_and_falls_silent_on_leaving() {
    let house = at_a_card().await;
    let browser = &house.browser;
    browser.evaluate("voicesCome(['en-US', true], ['en-GB', false], ['en-GB', true])").await;
    browser.tap("button", "Read aloud").await;
    browser.find("button", "Stop reading").await;
    assert!(browser.is_reading().await);
    let said = browser.evaluate("speechSynthesis.said[0].text").await;
    assert_eq!(said, cards::find("curiosity").unwrap().spoken());
    let voice =
        browser.evaluate("[speechSynthesis.said[0].voice.lang, speechSynthesis.said[0].voice.localService]").await;
    assert_eq!(voice, json!(["en-GB", true]));

    browser.tap("button", "Stop reading").await;
    browser.find("button", "Read aloud").await;
    assert!(!browser.is_reading().await);

    // The end of the text is the end of the reading.
    browser.tap("button", "Read aloud").await;
    browser.find("button", "Stop reading").await;
    browser.evaluate("speechSynthesis.speaking = false").await;
    browser.find("button", "Read aloud").await;

    browser.tap("button", "Read aloud").await;
    browser.find("button", "Stop reading").await;
    browser.tap("link", "Next: Empathy").await;
    browser.find("heading", "Empathy").await;
    assert!(!browser.is_reading().await, "the card before is still being read");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_word_is_heard_when_it_is_tapped() {
    let house = at_a_card().await;
    let browser = &house.browser;
    browser.go("/cards/feelings").await;
    browser.find("heading", "cross").await;
    browser.evaluate("voicesCome(['en-GB', true])").await;
    browser.tap("button", "Hear cross").await;
    let said = browser.evaluate("speechSynthesis.said[0].text").await;
    assert!(said.as_str().is_some_and(|said| said.starts_with("cross. ")), "{said}");
    browser.assert_accessible("the words with a voice").await;
}
