//! Beginnings, gaps, endings and hard days: `passages.toml`. What is for the adult alone is in `passages/adult.rs`.

use serde::Deserialize;

use crate::level::{self, Level};
use crate::reading::{About, Reading};
use crate::rules;

#[path = "passages/adult.rs"]
mod adult;
#[path = "passages/blanks.rs"]
mod blanks;

use blanks::{Blanks, Fill};

const NAME: &str = "passages.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    about: About,
    fill: Vec<Fill>,
    opening: Vec<Opening>,
    boxes: Vec<Boxes>,
    gap: Vec<Gap>,
    countdown: Vec<Countdown>,
    goodbye: Vec<Goodbye>,
    life_event: Vec<adult::LifeEvent>,
    after: adult::After,
    repair: adult::Repair,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Opening {
    level: Level,
    say: Vec<String>,
    again: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Boxes {
    level: Level,
    ask: String,
    stays: OneBox,
    teacher: OneBox,
    meeting: OneBox,
    exception: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OneBox {
    label: String,
    say: String,
}

#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum GapKind {
    Away,
    Absence,
    Back,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Gap {
    kind: GapKind,
    level: Level,
    title: String,
    say: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Countdown {
    left: u8,
    level: Level,
    say: Vec<String>,
    for_adult: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Goodbye {
    level: Level,
    title: String,
    line: Vec<String>,
    draw: String,
    close: String,
}

/// Checks the file and gives the Rust for it.
pub fn read(reading: &mut Reading) -> String {
    let Some(file) = reading.file::<File>(NAME) else {
        return String::new();
    };
    let about = reading.spot(NAME, "file").about(&file.about);
    let mut rust = format!("pub(super) static ABOUT: &Provenance = {about};\n");
    let mut blanks = Blanks::default();
    rust += &blanks.fills(reading, &file.fill);
    rust += &one_for_each(reading, &mut blanks, "OPENINGS", &file.opening, |_| true);
    rust += &one_for_each(reading, &mut blanks, "BOXES", &file.boxes, |_| true);
    rust += &one_for_each(reading, &mut blanks, "AWAY", &file.gap, |gap| gap.kind == GapKind::Away);
    rust += &one_for_each(reading, &mut blanks, "ABSENCE", &file.gap, |gap| gap.kind == GapKind::Absence);
    rust += &one_for_each(reading, &mut blanks, "BACK", &file.gap, |gap| gap.kind == GapKind::Back);
    rust += &one_for_each(reading, &mut blanks, "THREE_LEFT", &file.countdown, |countdown| countdown.left == 3);
    rust += &one_for_each(reading, &mut blanks, "TWO_LEFT", &file.countdown, |countdown| countdown.left == 2);
    rust += &one_for_each(reading, &mut blanks, "LAST", &file.countdown, |countdown| countdown.left == 1);
    if !file.countdown.iter().all(|countdown| (1..=3).contains(&countdown.left)) {
        reading.spot(NAME, "countdown").fault("left goes from 3 to 1");
    }
    rust += &one_for_each(reading, &mut blanks, "GOODBYES", &file.goodbye, |_| true);
    blanks.all_used(reading);
    rust + &adult::life_events(reading, &file.life_event) + &file.after.rust(reading) + &file.repair.rust(reading)
}

/// Words that are there once for each level.
trait Page {
    /// Their type in Rust.
    const TYPE: &str;

    fn level(&self) -> Level;
    fn rust(&self, reading: &mut Reading, blanks: &mut Blanks) -> String;
}

/// A static with the entries that are `wanted`, one for each level.
fn one_for_each<T: Page>(
    reading: &mut Reading,
    blanks: &mut Blanks,
    name: &str,
    entries: &[T],
    wanted: fn(&T) -> bool,
) -> String {
    let mut pages = Vec::new();
    for entry in entries.iter().filter(|entry| wanted(entry)) {
        pages.push((entry.level(), entry.rust(reading, blanks)));
    }
    let pages = level::one_for_each(&mut reading.spot(NAME, &name.to_lowercase()), &pages);
    format!("pub(super) static {name}: ByLevel<&{}> = {pages};\n", T::TYPE)
}

impl Page for Opening {
    const TYPE: &str = "Opening";

    fn level(&self) -> Level {
        self.level
    }

    fn rust(&self, reading: &mut Reading, blanks: &mut Blanks) -> String {
        let Self { level, say, again } = self;
        let mut spot = reading.spot(NAME, &format!("opening {level:?}"));
        blanks.lines(&mut spot, "say", say, 4, 9);
        blanks.line(&mut spot, "again", again);
        spot.check("say", rules::honest_limit(&say.join(" ")));
        spot.check("again", rules::honest_limit(again));
        format!("Opening {{ say: &{say:?}, again: {again:?} }}")
    }
}

impl Page for Boxes {
    const TYPE: &str = "Boxes";

    fn level(&self) -> Level {
        self.level
    }

    fn rust(&self, reading: &mut Reading, blanks: &mut Blanks) -> String {
        let Self { level, ask, stays, teacher, meeting, exception } = self;
        let mut spot = reading.spot(NAME, &format!("boxes {level:?}"));
        blanks.line(&mut spot, "ask", ask);
        spot.text("exception", exception);
        spot.check("exception", rules::honest_limit(exception));
        let mut one = |field: &str, OneBox { label, say }: &OneBox| {
            spot.short("label", label, 28);
            blanks.line(&mut spot, field, say);
            format!("{field}: OneBox {{ label: {label:?}, say: {say:?} }}")
        };
        let boxes = [("stays", stays), ("teacher", teacher), ("meeting", meeting)].map(|(field, of)| one(field, of));
        format!("Boxes {{ ask: {ask:?}, {}, exception: {exception:?} }}", boxes.join(", "))
    }
}

impl Page for Gap {
    const TYPE: &str = "Gap";

    fn level(&self) -> Level {
        self.level
    }

    fn rust(&self, reading: &mut Reading, blanks: &mut Blanks) -> String {
        let Self { kind, level, title, say } = self;
        let mut spot = reading.spot(NAME, &format!("gap {kind:?} {level:?}"));
        blanks.line(&mut spot, "title", title);
        blanks.lines(&mut spot, "say", say, 3, 6);
        format!("Gap {{ title: {title:?}, say: &{say:?} }}")
    }
}

impl Page for Countdown {
    const TYPE: &str = "Countdown";

    fn level(&self) -> Level {
        self.level
    }

    fn rust(&self, reading: &mut Reading, blanks: &mut Blanks) -> String {
        let Self { left, level, say, for_adult } = self;
        let mut spot = reading.spot(NAME, &format!("countdown {left} {level:?}"));
        blanks.lines(&mut spot, "say", say, 3, 5);
        spot.text("for_adult", for_adult);
        format!("Countdown {{ say: &{say:?}, for_adult: {for_adult:?} }}")
    }
}

impl Page for Goodbye {
    const TYPE: &str = "Goodbye";

    fn level(&self) -> Level {
        self.level
    }

    fn rust(&self, reading: &mut Reading, blanks: &mut Blanks) -> String {
        let Self { level, title, line, draw, close } = self;
        let mut spot = reading.spot(NAME, &format!("goodbye {level:?}"));
        blanks.lines(&mut spot, "line", line, 3, 6);
        for (field, value) in [("title", title), ("draw", draw), ("close", close)] {
            blanks.line(&mut spot, field, value);
        }
        format!("Goodbye {{ title: {title:?}, lines: &{line:?}, draw: {draw:?}, close: {close:?} }}")
    }
}
