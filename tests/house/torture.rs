//! What the tests that hurt the app have in common: how often, at random, and what the keeper has really acknowledged.

use std::collections::BTreeMap;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use serde_json::Value;

use super::Browser;
use super::errands::{HOW_IS_IT, Secrets};
use super::hands::PATIENCE;

/// How often something is done whose whole number is given: all of it where `LANTERN_ROOM_TORTURE` says `full`, a hundredth
/// where it says `least`, and otherwise a tenth.
pub fn rounds(full: u32) -> u32 {
    match asked().as_deref() {
        Some("full") => full,
        Some("least") => full.div_ceil(100),
        _ => full.div_ceil(10),
    }
}

/// The same for what takes a browser's start or more each time: all of it, or as few as are said to be enough for every
/// change of the code.
pub fn rounds_or(full: u32, few: u32) -> u32 {
    if asked().as_deref() == Some("full") { full } else { few }
}

fn asked() -> Option<String> {
    std::env::var("LANTERN_ROOM_TORTURE").ok()
}

/// So many of all of these, evenly spread.
pub fn some<T: Clone>(all: &[T]) -> Vec<T> {
    let wanted = rounds(u32::try_from(all.len()).unwrap_or(u32::MAX)) as usize;
    (0..wanted).filter_map(|place| all.get(place * all.len() / wanted).cloned()).collect()
}

/// Dice whose throws can be had again: `LANTERN_ROOM_SEED` takes the seed that a run has printed.
pub struct Dice(u64);

impl Dice {
    /// New dice; says their seed.
    #[allow(clippy::print_stderr)] // Whoever repeats a failure needs it.
    pub fn new() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_nanos() as u64;
        let seed = std::env::var("LANTERN_ROOM_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(now | 1);
        eprintln!("LANTERN_ROOM_SEED={seed}");
        Self(seed)
    }

    /// A number below this one.
    pub fn below(&mut self, limit: u64) -> u64 {
        // xorshift64*
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) % limit.max(1)
    }
}

/// Listens at the wire between page and keeper: which letter was answered, and whether with a yes.
pub(super) const EAR: &str = "(() => {
    if (window.lanternEar) return;
    const ear = window.lanternEar = { sent: 0, last: null, kept: new Set(), refused: new Set() };
    const number = (bytes, at) => {
        let value = 0, shift = 0;
        for (;;) {
            const byte = bytes[at++];
            value += (byte & 127) * 2 ** shift;
            if (byte < 128) return [value, at];
            shift += 7;
        }
    };
    const Real = window.Worker;
    window.Worker = class extends Real {
        constructor(...given) {
            super(...given);
            this.addEventListener('message', ({ data }) => {
                const bytes = new Uint8Array(data);
                if (bytes[0] !== 1) return;
                const [letter, at] = number(bytes, 1);
                (bytes[at] === 0 ? ear.kept : ear.refused).add(letter);
            });
        }
        postMessage(...given) {
            ear.sent += 1;
            [ear.last] = number(new Uint8Array(given[0].buffer ?? given[0]), 0);
            super.postMessage(...given);
        }
    };
})()";

/// Taps words on and off as fast as the keeper answers, and notes what it said yes to.
///
/// Where it is looked at, it goes no further than twelve taps beyond the last look whose answer is known to have arrived:
/// however long the battery lasts after that, nothing but those twelve can be otherwise than that look told.
const WRITER: &str = "((looked_at) => {
    const ear = window.lanternEar;
    const AHEAD = 12;
    const writer = window.lanternWriter = { said: {}, count: 0, at: 0, stopped: false, refused: null };
    let until = looked_at ? AHEAD : Infinity;
    writer.look = (known) => {
        if (looked_at) until = Math.max(until, known + AHEAD);
        const unsure = Array.from({ length: AHEAD }, (_, more) => word_of(button_at(writer.at + more)));
        const { said, count, at, refused } = writer;
        return { said, count, at, refused, unsure };
    };
    const buttons = [...document.querySelectorAll('dialog[open] [aria-pressed]')];
    const soon = () => new Promise((later) => setTimeout(later, 0));
    const button_at = (at) => buttons[at % 2 ? (at * 7) % buttons.length : at % buttons.length];
    const word_of = (button) => button.querySelector(':scope > span:last-of-type').firstChild.textContent;
    (async () => {
        for (let at = 0; !writer.stopped; at += 1) {
            writer.at = at;
            while (at >= until && !writer.stopped) await soon();
            const button = button_at(at);
            const word = word_of(button);
            const wanted = button.getAttribute('aria-pressed') !== 'true';
            const before = ear.sent;
            button.click();
            const patience = performance.now() + 400;
            while (ear.sent === before && performance.now() < patience) await soon();
            if (ear.sent === before) continue;
            const letter = ear.last;
            while (!ear.kept.has(letter)) {
                if (ear.refused.has(letter)) {
                    writer.refused = [word, wanted];
                    return;
                }
                await soon();
            }
            writer.said[word] = wanted;
            writer.count += 1;
        }
    })();
})";

/// What the page shows: which words are chosen.
pub const SHOWN: &str =
    "Object.fromEntries([...document.querySelectorAll('dialog[open] [aria-pressed]')].map((button) =>
    [button.querySelector(':scope > span:last-of-type').firstChild.textContent,
        button.getAttribute('aria-pressed') === 'true']))";

/// Words and whether the keeper has acknowledged them as chosen.
#[derive(Clone, Debug, Default)]
pub struct Acknowledged {
    words: BTreeMap<String, bool>,
    /// How many acts were acknowledged in all.
    pub acts: u64,
}

impl Acknowledged {
    /// Fails where the page does not show what was acknowledged.
    pub fn must_be_in(&self, shown: &Value, when: &str) {
        // A face stands before each word: to read the wrong part of a button would make all of them one, without a name.
        let words = shown.as_object().expect("the words that are shown");
        assert!(words.len() > 20 && words.keys().all(|word| !word.is_empty()), "these are not the words: {shown}");
        for (word, chosen) in &self.words {
            assert_eq!(shown[word], *chosen, "“{word}” {when}: an acknowledged tap is lost");
        }
    }
}

impl Acknowledged {
    /// How many of the words the page shows otherwise than acknowledged.
    pub fn missing_in(&self, shown: &Value) -> usize {
        self.words.iter().filter(|(word, chosen)| shown[word.as_str()] != **chosen).count()
    }

    /// Everything that the page shows was acknowledged.
    pub fn is_all_of(&mut self, shown: &Value) {
        self.words = serde_json::from_value(shown.clone()).expect("words");
    }

    fn learn(&mut self, told: &Value, before: u64) {
        let said: BTreeMap<String, bool> = serde_json::from_value(told["said"].clone()).expect("words");
        self.words.extend(said);
        self.acts = before + told["count"].as_u64().unwrap_or_default();
    }

    fn is_unsure_of(&mut self, told: &Value) {
        for word in told["unsure"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            self.words.remove(word);
        }
    }
}

/// With all the words on the screen of a page that answers expressions: taps as fast as it goes for so long, and learns what
/// was acknowledged.
pub async fn tap_wildly(page: impl AsyncFn(&str) -> Value, time: Duration, acknowledged: &mut Acknowledged) {
    page(&format!("{WRITER}(true)")).await;
    let begun = Instant::now();
    let before = acknowledged.acts;
    let mut known = 0;
    loop {
        let told = page(&format!("window.lanternWriter.look({known})")).await;
        known = told["at"].as_u64().unwrap_or(known);
        acknowledged.learn(&told, before);
        if begun.elapsed() >= time {
            // What the writer was about to tap, or tapped after this look, may be there or not.
            acknowledged.is_unsure_of(&told);
            break;
        }
        assert!(begun.elapsed() < PATIENCE, "the keeper acknowledges nothing");
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
}

impl Browser {
    /// From the welcome to a check-in with all the words of the richest level; the vault's secrets and its address.
    pub async fn begin_to_tap(&self) -> (Secrets, String) {
        let secrets = self.make_a_vault().await;
        self.add_a_child("Fox Battery", "Fox", "Clay", "C").await;
        self.begin_a_check_in().await;
        (secrets, self.path().await)
    }

    /// From now on every page of this session has an ear at the wire.
    pub async fn listen_at_the_wire(&self) {
        self.before_every_page(EAR).await;
    }

    /// At the door, at a check-in's address: opens the vault, gives the tablet to the child and shows all the words.
    pub async fn open_all_the_words(&self, secrets: &Secrets) {
        self.unlock(secrets).await;
        self.all_the_words().await;
    }

    /// With the vault about to open, at a check-in's address: gives the tablet to the child and shows all the words.
    pub async fn all_the_words(&self) {
        self.tap_when_the_key_is_made("button", "Turn the tablet").await;
        self.tap_either(&[("button", "Back"), ("heading", HOW_IS_IT)]).await;
        self.find("heading", HOW_IS_IT).await;
        self.tap("button", "all the words").await;
        self.find("heading", "All the words").await;
    }

    /// Which words the page shows as chosen.
    pub async fn words_shown(&self) -> Value {
        self.evaluate(SHOWN).await
    }

    /// With all the words on the screen: taps as fast as it goes for so long, and learns what was acknowledged.
    pub async fn tap_wildly(&self, time: Duration, acknowledged: &mut Acknowledged) {
        tap_wildly(async |asked| self.evaluate(asked).await, time, acknowledged).await;
    }

    /// Taps as fast as it goes until the keeper says no: which word that was, and whether it was to be chosen.
    pub async fn tap_until_refused(&self, acknowledged: &mut Acknowledged) -> (String, bool) {
        self.evaluate(&format!("{WRITER}(false)")).await;
        let (begun, before) = (Instant::now(), acknowledged.acts);
        loop {
            let told = self.evaluate("window.lanternWriter.look(0)").await;
            acknowledged.learn(&told, before);
            if let Ok((word, wanted)) = serde_json::from_value::<(String, bool)>(told["refused"].clone()) {
                acknowledged.words.remove(&word);
                return (word, wanted);
            }
            assert!(begun.elapsed() < PATIENCE * 12, "nothing is refused after {} acts", told["count"]);
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// Taps for so long, and then waits until the last tap is acknowledged or refused.
    pub async fn tap_for_a_while(&self, time: Duration, acknowledged: &mut Acknowledged) {
        self.evaluate(&format!("{WRITER}(false)")).await;
        let before = acknowledged.acts;
        tokio::time::sleep(time).await;
        self.evaluate("void (window.lanternWriter.stopped = true)").await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        acknowledged.learn(&self.evaluate("window.lanternWriter.look(0)").await, before);
    }

    /// Taps as fast as it goes until it is over with this browser, and learns what was acknowledged until shortly before.
    pub async fn tap_until(&self, over: impl Fn() -> bool, acknowledged: &mut Acknowledged) {
        self.evaluate(&format!("{WRITER}(true)")).await;
        let (begun, before) = (Instant::now(), acknowledged.acts);
        let (mut last, mut known) = (Value::Null, 0);
        while !over() {
            // The last question may find nobody who answers.
            if let Ok(told) = self.try_evaluate(&format!("window.lanternWriter.look({known})")).await {
                known = told["at"].as_u64().unwrap_or(known);
                last = told;
            }
            assert!(begun.elapsed() < PATIENCE * 6, "it is never over");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        acknowledged.learn(&last, before);
        acknowledged.is_unsure_of(&last);
    }
}
