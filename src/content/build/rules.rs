//! What every piece of content must keep to. Plain functions over text, so that the crate's tests try them as well.

mod speech;

pub use speech::*;

/// Licences that content here may be under.
pub const LICENCES: [&str; 4] = ["CC BY 4.0", "CC BY-SA 4.0", "CC BY 3.0 US", "CC0 1.0"];

/// Names that belong to other people’s programmes, scales and pictures: none of them is described, quoted or imitated
/// in our text. A credit may name whom it credits; see [`credit`].
const NAMES_OF_OTHERS: [&str; 27] = [
    "blue zone",
    "boardmaker",
    "boxall",
    "child outcome rating scale",
    "emotion coaching uk",
    "feeling wheel",
    "feelings wheel",
    "gbo",
    "green zone",
    "interoception curriculum",
    "lego",
    "makaton",
    "mood meter",
    "outcome rating scale",
    "red zone",
    "roots and fruits",
    "sdq",
    "strengths and difficulties questionnaire",
    "swemwbs",
    "thrive",
    "thrive approach",
    "thrive online",
    "wemwbs",
    "widgit",
    "yellow zone",
    "yp core",
    "zones of regulation",
];

const MONTHS: [(&str, u8); 12] = [
    ("January", 31),
    ("February", 28),
    ("March", 31),
    ("April", 30),
    ("May", 31),
    ("June", 30),
    ("July", 31),
    ("August", 31),
    ("September", 30),
    ("October", 31),
    ("November", 30),
    ("December", 31),
];

/// A sentence or a label: something is there, its quotation marks are curly, and it uses nobody else’s trade name.
pub fn text(value: &str) -> Result<(), String> {
    credit(value)?;
    match name_of_others(value) {
        Some(name) => Err(format!("uses “{name}”, which is somebody else’s name or programme: {value}")),
        None => Ok(()),
    }
}

/// Text that fits on its button or in its line: at most `most` characters.
pub fn short(value: &str, most: usize) -> Result<(), String> {
    text(value)?;
    let long = value.chars().count();
    if long <= most { Ok(()) } else { Err(format!("has {long} characters; at most {most} fit: {value}")) }
}

/// Text that may name those it credits: as [`text`] but for the names.
pub fn credit(value: &str) -> Result<(), String> {
    if value.trim().is_empty() {
        return Err("is empty".to_owned());
    }
    if value.trim() != value {
        return Err(format!("begins or ends with a space: {value}"));
    }
    if value.contains('"') {
        return Err(format!("has straight quotation marks; use “ and ”: {value}"));
    }
    if value.contains('\'') {
        return Err(format!("has a straight apostrophe; use ’: {value}"));
    }
    if value.matches('“').count() != value.matches('”').count() {
        return Err(format!("has a quotation mark without its partner: {value}"));
    }
    Ok(())
}

/// The first of other people’s names that stands in `value` as words of its own.
fn name_of_others(value: &str) -> Option<&'static str> {
    let words = words(value).join(" ");
    let padded = format!(" {words} ");
    NAMES_OF_OTHERS.into_iter().find(|name| padded.contains(&format!(" {name} ")))
}

/// The words of a text in lower case, without what stands between them. Apostrophes stay inside a word.
fn words(value: &str) -> Vec<String> {
    value
        .split(|c: char| !c.is_alphanumeric() && c != '’')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// A key or slug: `a-z`, `0-9` and single hyphens inside.
pub fn key(value: &str) -> Result<(), String> {
    let parts_are_sound = value
        .split('-')
        .all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()));
    if parts_are_sound { Ok(()) } else { Err(format!("is not a key of a–z, 0–9 and hyphens: {value}")) }
}

/// One of [`LICENCES`].
pub fn licence(value: &str) -> Result<(), String> {
    if LICENCES.contains(&value) {
        Ok(())
    } else {
        Err(format!("is “{value}”; allowed are {}", LICENCES.join(", ")))
    }
}

/// A day that exists, written `2026-11-21`. Gives it as “November 2026”.
pub fn reviewed(value: &str) -> Result<String, String> {
    let wrong = || format!("is not a date like 2026-11-21: {value}");
    let parts: Vec<&str> = value.split('-').collect();
    let [year, month, day] = parts.as_slice() else {
        return Err(wrong());
    };
    if (year.len(), month.len(), day.len()) != (4, 2, 2) || !value.chars().all(|c| c.is_ascii_digit() || c == '-') {
        return Err(wrong());
    }
    let year: u16 = year.parse().map_err(|_| wrong())?;
    let month: usize = month.parse().map_err(|_| wrong())?;
    let day: u8 = day.parse().map_err(|_| wrong())?;
    let leap = (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
    let (name, days) = month.checked_sub(1).and_then(|index| MONTHS.get(index)).ok_or_else(wrong)?;
    let days = if leap && month == 2 { 29 } else { *days };
    if (1..=days).contains(&day) { Ok(format!("{name} {year}")) } else { Err(wrong()) }
}

/// A place on an axis of the pad: -100 to 100.
pub fn axis(value: i64) -> Result<(), String> {
    if (-100..=100).contains(&value) { Ok(()) } else { Err(format!("is {value}; it goes from -100 to 100")) }
}

/// What a feeling word means: at most fourteen words, and not explained by itself.
pub fn meaning(word: &str, value: &str) -> Result<(), String> {
    text(value)?;
    let said = words(value);
    if said.len() > 14 {
        return Err(format!("has {} words; at most 14 are for a child: {value}", said.len()));
    }
    // “fed up” is not explained by “up”: only the long words of a feeling’s name count, without their endings.
    let circular = words(word).into_iter().filter(|part| part.chars().count() > 3).find(|part| {
        let stem: String = part.chars().take(part.chars().count().min(5)).collect();
        said.iter().any(|word| word.starts_with(&stem))
    });
    match circular {
        Some(part) => Err(format!("explains “{word}” by “{part}” itself: {value}")),
        None => Ok(()),
    }
}
