//! Hands and eyes: everything is found as a person or a screen reader finds it, by role and accessible name, and a tap
//! goes where a finger would: nowhere, if something else lies on top.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::Browser;
use super::engine::Engine;

/// How long anything may take to appear, on a machine that does a lot else at the same time.
pub const PATIENCE: Duration = Duration::from_secs(30);
/// How long the key of a vault may take: it is slow on purpose, and a machine that builds at the same time is slower.
pub const KEY_PATIENCE: Duration = Duration::from_secs(90);
/// How long a button is held that a tap does nothing to.
const HELD: Duration = Duration::from_millis(1_300);
/// Between two looks.
const BLINK: Duration = Duration::from_millis(60);

/// Between two looks at something that may move.
const MOMENT: Duration = Duration::from_millis(20);

/// Something on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Its accessible name.
    pub name: String,
    pub(super) node: Node,
}

/// How the engine knows it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// By Chromium's own number.
    Backend(i64),
    /// By the driver's name for it.
    Element(String),
}

/// What a finger or the mouse does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointer {
    /// It is put down.
    Down,
    /// It is moved while it is down.
    Move,
    /// It is lifted.
    Up,
}

/// How a name is meant.
#[derive(Clone, Copy)]
enum Called<'a> {
    Exactly(&'a str),
    Beginning(&'a str),
}

/// Runs on an element: brings it into view and says where a finger meets it, or why none can.
const MEET: &str = "function () {
    if (this.disabled || this.getAttribute('aria-disabled') === 'true') return 'is disabled';
    this.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const box = this.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) return 'has no size';
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const met = document.elementFromPoint(x, y);
    if (!met) return 'is outside the screen';
    const label = met.closest('label');
    if (this.contains(met) || (label && label.contains(this))) return { x, y };
    return 'is covered by ' + met.outerHTML.slice(0, 120);
}";

impl Browser {
    /// Taps what has this role and this name, as soon as it is there and free.
    pub async fn tap(&self, role: &str, name: &str) {
        self.press(role, Called::Exactly(name), PATIENCE).await;
    }

    /// Taps the first whose name begins so.
    pub async fn tap_beginning(&self, role: &str, beginning: &str) {
        self.press(role, Called::Beginning(beginning), PATIENCE).await;
    }

    /// Taps, after waiting as long as a key may take.
    pub async fn tap_when_the_key_is_made(&self, role: &str, name: &str) {
        self.press(role, Called::Exactly(name), KEY_PATIENCE).await;
    }

    async fn press(&self, role: &str, called: Called<'_>, patience: Duration) {
        let begun = Instant::now();
        loop {
            let mut why = "is not there".to_owned();
            // Of several the first that is free: a page may have two "Save" of which one has something to save.
            for seen in self.look(role, called).await {
                match self.on(&seen, MEET, &[]).await {
                    Some(Value::String(reason)) => why = reason,
                    Some(place) if place["x"].is_number() => {
                        if self.stays(&seen, &place).await {
                            return self.touch(&place["x"], &place["y"]).await;
                        }
                        "does not stay where it is".clone_into(&mut why);
                    }
                    _ => {}
                }
            }
            if begun.elapsed() > patience {
                self.give_up(role, called.words(), &why).await;
            }
            tokio::time::sleep(BLINK).await;
        }
    }

    /// Whether it is still there a moment later: by way of a driver a tap takes long enough for words that have just come to
    /// push it away. Chromium is told on a shorter way.
    async fn stays(&self, seen: &Seen, place: &Value) -> bool {
        if self.engine == Engine::Chromium {
            return true;
        }
        tokio::time::sleep(MOMENT).await;
        self.on(seen, MEET, &[]).await.as_ref() == Some(place)
    }

    /// A tap by finger or mouse, in CSS pixels.
    pub async fn touch(&self, x: &Value, y: &Value) {
        self.point(&[Pointer::Down, Pointer::Up], x, y).await;
    }

    /// Presses the first whose name begins so, and holds it as long as the app asks for.
    pub async fn press_and_hold(&self, role: &str, beginning: &str) {
        let begun = Instant::now();
        loop {
            let seen = self.find_beginning(role, beginning).await;
            if let Some(place) = self.on(&seen, MEET, &[]).await.filter(|place| place["x"].is_number()) {
                let (x, y) = (&place["x"], &place["y"]);
                self.put_down(x, y).await;
                tokio::time::sleep(HELD).await;
                return self.lift(x, y).await;
            }
            assert!(begun.elapsed() < PATIENCE, "{role} “{beginning}” cannot be held");
            tokio::time::sleep(BLINK).await;
        }
    }

    /// Puts a finger, or the mouse, down.
    pub async fn put_down(&self, x: &Value, y: &Value) {
        self.point(&[Pointer::Down], x, y).await;
    }

    /// Moves what was put down.
    pub async fn move_to(&self, x: &Value, y: &Value) {
        self.point(&[Pointer::Move], x, y).await;
    }

    /// Lifts it again.
    pub async fn lift(&self, x: &Value, y: &Value) {
        self.point(&[Pointer::Up], x, y).await;
    }

    /// Types into the field of this label, over what stands there.
    pub async fn type_in(&self, label: &str, text: &str) {
        let begun = Instant::now();
        loop {
            let field = self.field(label).await;
            let take = "function () { this.focus(); this.select?.(); return document.activeElement === this; }";
            // A field that is out of use for the moment does not take the focus.
            if self.on(&field, take, &[]).await == Some(Value::Bool(true)) {
                break;
            }
            assert!(begun.elapsed() < PATIENCE, "“{label}” does not take the focus");
            tokio::time::sleep(BLINK).await;
        }
        self.insert(text).await;
    }

    /// What stands in the field of this label.
    pub async fn typed(&self, label: &str) -> String {
        let field = self.field(label).await;
        let value = self.on(&field, "function () { return this.value; }", &[]).await;
        value.and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
    }

    async fn field(&self, label: &str) -> Seen {
        let begun = Instant::now();
        loop {
            for role in ["textbox", "searchbox"] {
                if let Some(field) = self.look(role, Called::Exactly(label)).await.into_iter().next() {
                    return field;
                }
            }
            if begun.elapsed() > PATIENCE {
                self.give_up("textbox", label, "is not there").await;
            }
            tokio::time::sleep(BLINK).await;
        }
    }

    /// Chooses an option of a list by its words.
    pub async fn choose(&self, label: &str, option: &str) {
        let list = self.find("combobox", label).await;
        let choose = "function (words) {
            const option = [...this.options].find((option) => option.text.trim() === words);
            if (!option) return [...this.options].map((option) => option.text).join(', ');
            this.value = option.value;
            for (const kind of ['input', 'change']) this.dispatchEvent(new Event(kind, { bubbles: true }));
            return true;
        }";
        let chosen = self.on(&list, choose, &[json!(option)]).await;
        assert_eq!(chosen, Some(Value::Bool(true)), "“{label}” does not offer “{option}”");
    }

    /// Waits for something of this role and name.
    pub async fn find(&self, role: &str, name: &str) -> Seen {
        self.find_within(role, Called::Exactly(name), PATIENCE).await
    }

    /// Waits for something of this role whose name begins so.
    pub async fn find_beginning(&self, role: &str, beginning: &str) -> Seen {
        self.find_within(role, Called::Beginning(beginning), PATIENCE).await
    }

    /// Waits for something of this role and name as long as a key may take.
    pub async fn find_when_the_key_is_made(&self, role: &str, name: &str) -> Seen {
        self.find_within(role, Called::Exactly(name), KEY_PATIENCE).await
    }

    async fn find_within(&self, role: &str, called: Called<'_>, patience: Duration) -> Seen {
        let begun = Instant::now();
        loop {
            if let Some(seen) = self.look(role, called).await.into_iter().next() {
                return seen;
            }
            if begun.elapsed() > patience {
                self.give_up(role, called.words(), "is not there").await;
            }
            tokio::time::sleep(BLINK).await;
        }
    }

    /// Waits until nothing of this role and name is there.
    pub async fn gone(&self, role: &str, name: &str) {
        let begun = Instant::now();
        while !self.look(role, Called::Exactly(name)).await.is_empty() {
            assert!(begun.elapsed() < PATIENCE, "{role} “{name}” is still there");
            tokio::time::sleep(BLINK).await;
        }
    }

    /// Whether something of this role and name is there at this moment.
    pub async fn has(&self, role: &str, name: &str) -> bool {
        !self.look(role, Called::Exactly(name)).await.is_empty()
    }

    /// The names of everything of a role, in the order of the page.
    pub async fn names(&self, role: &str) -> Vec<String> {
        self.look(role, Called::Beginning("")).await.into_iter().map(|seen| seen.name).collect()
    }

    /// Waits until these words are to be read on the page.
    pub async fn sees(&self, words: &str) {
        self.sees_within(words, PATIENCE).await;
    }

    /// The same, as long as a key may take.
    pub async fn sees_when_the_key_is_made(&self, words: &str) {
        self.sees_within(words, KEY_PATIENCE).await;
    }

    async fn sees_within(&self, words: &str, patience: Duration) {
        let begun = Instant::now();
        loop {
            let text = self.text().await;
            if text.contains(words) {
                return;
            }
            assert!(begun.elapsed() < patience, "“{words}” is not to be read on {}:\n{text}", self.path().await);
            tokio::time::sleep(BLINK).await;
        }
    }

    /// Waits until these words are nowhere on the page.
    pub async fn sees_no_more(&self, words: &str) {
        let begun = Instant::now();
        while self.text().await.contains(words) {
            assert!(begun.elapsed() < PATIENCE, "“{words}” is still to be read");
            tokio::time::sleep(BLINK).await;
        }
    }

    /// Everything that is to be read on the page, with single spaces.
    pub async fn text(&self) -> String {
        // Between two documents there is nothing to read.
        let text = self.try_evaluate("document.body ? document.body.innerText : ''").await.unwrap_or_default();
        let text = text.as_str().unwrap_or_default();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Waits until the address has this path.
    pub async fn arrives_at(&self, path: &str) {
        let begun = Instant::now();
        loop {
            let here = self.path().await;
            if here == path {
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "the address is {here} and not {path}");
            tokio::time::sleep(BLINK).await;
        }
    }

    /// An attribute of what has this role and name.
    pub async fn attribute(&self, role: &str, name: &str, attribute: &str) -> Option<String> {
        let seen = self.find(role, name).await;
        let value = self.on(&seen, "function (name) { return this.getAttribute(name); }", &[json!(attribute)]).await;
        value.and_then(|value| value.as_str().map(str::to_owned))
    }

    /// What has this role now, as the browser tells a screen reader. Empty between two documents.
    async fn look(&self, role: &str, called: Called<'_>) -> Vec<Seen> {
        let mut seen = self.look_for(role, called.exactly()).await;
        seen.retain(|seen| seen.name.starts_with(called.beginning()));
        seen
    }

    async fn give_up(&self, role: &str, name: &str, why: &str) -> ! {
        let others = self.names(role).await;
        let (path, text) = (self.path().await, self.text().await);
        let log = self.log().await;
        panic!("{role} “{name}” {why}, on {path}.\nOf that role: {others:?}\nTo be read: {text}\nConsole: {log:#?}");
    }
}

impl<'a> Called<'a> {
    const fn words(self) -> &'a str {
        match self {
            Self::Exactly(words) | Self::Beginning(words) => words,
        }
    }

    const fn exactly(self) -> Option<&'a str> {
        match self {
            Self::Exactly(words) => Some(words),
            Self::Beginning(_) => None,
        }
    }

    const fn beginning(self) -> &'a str {
        match self {
            // The browser has compared these.
            Self::Exactly(_) => "",
            Self::Beginning(words) => words,
        }
    }
}
