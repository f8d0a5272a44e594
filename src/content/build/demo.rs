//! The made-up children: `demo.toml`.

use serde::Deserialize;

use crate::body::Body;
use crate::feelings::Feelings;
use crate::level::Level;
use crate::reading::{About, Reading, Spot};
use crate::rules;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    about: About,
    child: Vec<Child>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Child {
    nickname: String,
    animal: String,
    colour: String,
    year: u8,
    level: Level,
    check_ins: Vec<CheckIn>,
    sessions: Vec<Session>,
    #[serde(default)]
    own_words: Vec<OwnWord>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OwnWord {
    word: String,
    linked: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Session {
    days_ago: u16,
    minute: u16,
    minutes: u16,
    arrived: [u8; 2],
    left: [u8; 2],
    did: Vec<String>,
    #[serde(default)]
    calm: String,
    #[serde(default)]
    said: String,
    share: Option<Share>,
    note: String,
    #[serde(default)]
    thinking: String,
    #[serde(default)]
    next: String,
}

#[derive(Deserialize, Debug)]
#[serde(rename_all = "kebab-case")]
enum Share {
    WithUs,
    Teacher,
    Meeting,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CheckIn {
    days_ago: u16,
    minute: u16,
    #[serde(default)]
    feelings: Vec<String>,
    own_word: Option<String>,
    answer: Option<Answer>,
    size: Option<u8>,
    #[serde(default)]
    places: Vec<String>,
    #[serde(default)]
    sensations: Vec<String>,
}

#[derive(Deserialize, Debug)]
#[serde(rename_all = "kebab-case")]
enum Answer {
    Pass,
    DontKnow,
}

/// Checks the children against the words there are and gives the Rust for them.
pub fn read(reading: &mut Reading, feelings: &Feelings, body: &Body) -> String {
    let name = "demo.toml";
    let Some(File { about, child }) = reading.file(name) else {
        return String::new();
    };
    let about = reading.spot(name, "file").about(&about);
    let mut children = String::new();
    for Child { nickname, animal, colour, year, level, check_ins, sessions, own_words } in child {
        let mut spot = reading.spot(name, &format!("child “{nickname}”"));
        spot.text("nickname", &nickname);
        if !(1..=13).contains(&year) {
            spot.fault(&format!("year is {year}; it goes from 1 to 13"));
        }
        spot.check("animal", rules::key(&animal));
        spot.check("colour", rules::key(&colour));
        if !check_ins.is_sorted_by_key(|check_in| (u16::MAX - check_in.days_ago, check_in.minute)) {
            spot.fault("check_ins must go from the oldest to the newest");
        }
        let level_name = format!("{level:?}");
        for own in &own_words {
            spot.text("own_words", &own.word);
            if !feelings.has(&level_name, &own.linked) {
                spot.fault(&format!("level {level_name} has no feeling “{}”", own.linked));
            }
        }
        children += &format!(
            "    Child {{ nickname: {nickname:?}, animal: {animal:?}, colour: {colour:?}, year: {year}, \
             level: Level::{level:?}, check_ins: &[\n"
        );
        for check_in in &check_ins {
            let CheckIn { days_ago, minute, .. } = check_in;
            let entry = format!("child “{nickname}”, {days_ago} days ago, minute {minute}");
            check_in.check(&mut reading.spot(name, &entry), level, feelings, body);
            children += &check_in.rust();
        }
        children += "    ], sessions: &[\n";
        for session in &sessions {
            let Session { days_ago, minute, .. } = session;
            session.check(
                &mut reading.spot(name, &format!("child “{nickname}”, session {days_ago} days ago, minute {minute}")),
            );
            children += &session.rust();
        }
        let own_words: Vec<_> = own_words.into_iter().map(|own| (own.word, own.linked)).collect();
        children += &format!("    ], own_words: &{own_words:?} }},\n");
    }
    format!(
        "pub(super) static ABOUT: &Provenance = {about};\npub(super) static CHILDREN: &[Child] = &[\n{children}];\n"
    )
}

impl CheckIn {
    fn check(&self, spot: &mut Spot<'_>, level: Level, feelings: &Feelings, body: &Body) {
        let level_name = format!("{level:?}");
        for key in self.feelings.iter().filter(|key| !feelings.has(&level_name, key)) {
            spot.fault(&format!("level {level_name} has no feeling “{key}”"));
        }
        for key in self.places.iter().filter(|key| !body.has_place(key)) {
            spot.fault(&format!("there is no place “{key}”"));
        }
        for key in self.sensations.iter().filter(|key| !body.has_sensation(key)) {
            spot.fault(&format!("there is no sensation “{key}”"));
        }
        if let Some(own) = &self.own_word {
            spot.text("own_word", own);
        }
        let sizes = if matches!(level, Level::C) { 0..=10 } else { 1..=5 };
        if self.size.is_some_and(|size| !sizes.contains(&size)) {
            spot.fault(&format!("size goes from {} to {} at level {level_name}", sizes.start(), sizes.end()));
        }
        let has_words = !self.feelings.is_empty() || self.own_word.is_some();
        if has_words == self.answer.is_some() {
            spot.fault("needs feelings or an own_word, or else an answer");
        }
        if self.minute >= 24 * 60 {
            spot.fault("minute is a minute of the day, below 1440");
        }
    }

    fn rust(&self) -> String {
        let Self { days_ago, minute, feelings, own_word, answer, size, places, sensations } = self;
        let answer = match answer {
            Some(answer) => format!("Some(Answer::{answer:?})"),
            None => "None".to_owned(),
        };
        format!(
            "        CheckIn {{ days_ago: {days_ago}, minute: {minute}, feelings: &{feelings:?}, \
             own_word: {own_word:?}, answer: {answer}, \
             size: {size:?}, places: &{places:?}, sensations: &{sensations:?} }},\n"
        )
    }
}

impl Session {
    fn check(&self, spot: &mut Spot<'_>) {
        for key in self.did.iter().chain([&self.calm]).filter(|key| !key.is_empty()) {
            spot.check("did or calm", rules::key(key));
        }
        for (field, text) in
            [("note", &self.note), ("said", &self.said), ("thinking", &self.thinking), ("next", &self.next)]
        {
            if field == "note" || !text.is_empty() {
                spot.text(field, text);
            }
        }
        if self.arrived.iter().chain(&self.left).any(|tap| !(1..=5).contains(tap)) {
            spot.fault("arrived and left are two taps, each from 1 to 5");
        }
        if !(25..=60).contains(&self.minutes) || self.minute.saturating_add(self.minutes) >= 24 * 60 {
            spot.fault("minutes goes from 25 to 60, and a session ends on its day");
        }
        if self.share.is_some() && self.said.is_empty() {
            spot.fault("share says where a line goes, but nothing was said");
        }
    }

    fn rust(&self) -> String {
        let Self { days_ago, minute, minutes, arrived, left, did, calm, said, share, note, thinking, next } = self;
        let share = match share {
            Some(share) => format!("Some(Share::{share:?})"),
            None => "None".to_owned(),
        };
        format!(
            "        Session {{ days_ago: {days_ago}, minute: {minute}, minutes: {minutes}, arrived: {arrived:?}, \
             left: {left:?}, did: &{did:?}, calm: {calm:?}, said: {said:?}, share: {share}, note: {note:?}, \
             thinking: {thinking:?}, next: {next:?} }},\n"
        )
    }
}
