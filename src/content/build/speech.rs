//! What may be said to a child: rules over single lines. The reasons are on the safeguarding page and on the cards.

use super::words;

/// A question, or a part of one, that opens like this can only be answered with yes, no or a name: whoever asks has
/// already said what they think. “Why” asks a child to defend themselves.
const LEADING_OPENINGS: [&str; 48] = [
    "are you",
    "aren’t",
    "can’t you",
    "couldn’t you",
    "did",
    "didn’t",
    "do people",
    "do they",
    "do you feel",
    "do you mean",
    "does",
    "doesn’t",
    "don’t they",
    "don’t you",
    "had",
    "hadn’t",
    "has",
    "hasn’t",
    "have they",
    "have you been",
    "haven’t",
    "how come",
    "how could",
    "is he",
    "is it",
    "is she",
    "is somebody",
    "is someone",
    "is that because",
    "is this",
    "isn’t",
    "ok",
    "right",
    "shouldn’t",
    "so you",
    "was",
    "wasn’t",
    "were",
    "weren’t",
    "what if",
    "who",
    "whose",
    "why",
    "will you tell",
    "won’t you",
    "would he",
    "would she",
    "wouldn’t",
];

/// Words that lead wherever they stand, also without a question mark.
const LEADING_PHRASES: [&str; 21] = [
    "admit",
    "am i right",
    "are you sure",
    "because of him",
    "because of her",
    "did he",
    "did she",
    "did somebody",
    "did someone",
    "did they",
    "has somebody",
    "has someone",
    "hurt you",
    "i bet",
    "i know what happened",
    "tell me the truth",
    "touch you",
    "why",
    "you must be",
    "you must feel",
    "you must have",
];

/// What a calm script never says: orders to be calm, closed eyes, and a breath that is held or ordered.
const NEVER_IN_A_SCRIPT: [&str; 14] = [
    "breathe deeply",
    "calm down",
    "close your eyes",
    "deep breath",
    "don’t move",
    "eyes closed",
    "hold it in",
    "hold the breath",
    "hold your breath",
    "relax",
    "shut your eyes",
    "you must",
    "you need to",
    "you should",
];

/// What nobody may say who may have to tell.
const PROMISES: [&str; 6] =
    ["between you and me", "i promise", "just between us", "secret", "won’t tell", "you can trust me"];

/// What the honest limit says, in whatever words are around it.
const LIMIT: [&str; 4] = ["safe", "must tell", "tell you first", "when i can"];

/// A line that leaves the answer to the child: it does not ask why, and it does not hold what the child might say.
pub fn leading(value: &str) -> Result<(), String> {
    if let Some(phrase) = first_of(&LEADING_PHRASES, value) {
        return Err(format!("leads with “{phrase}”: {value}"));
    }
    // “You’re cross, aren’t you?” leads as much as “Aren’t you cross?”.
    let parts = value.split_inclusive(['.', '!', '?', '…']).filter(|sentence| sentence.ends_with('?'));
    for part in parts.flat_map(|question| question.split([',', ';', ':', '–'])) {
        let part = words(part).join(" ") + " ";
        if let Some(opening) = LEADING_OPENINGS.iter().find(|opening| part.starts_with(&format!("{opening} "))) {
            return Err(format!("asks a question that opens with “{opening}”: {value}"));
        }
    }
    Ok(())
}

/// A line for when harm is possible: an open invitation. No question, no guess, no comfort that closes the door.
pub fn listening(value: &str) -> Result<(), String> {
    leading(value)?;
    if value.contains('?') {
        return Err(format!("asks; an invitation does not: {value}"));
    }
    match first_of(&["i wonder", "i guess", "maybe", "perhaps", "might be", "sounds like"], value) {
        Some(guess) => Err(format!("guesses with “{guess}”: {value}")),
        None => Ok(()),
    }
}

/// A line of a calm script: an invitation that asks nobody to close their eyes, to hold the breath or to be calm.
pub fn script(value: &str) -> Result<(), String> {
    match first_of(&NEVER_IN_A_SCRIPT, value) {
        Some(order) => Err(format!("says “{order}”; a script invites: {value}")),
        None => Ok(()),
    }
}

/// Words to a child that promise nothing which cannot be kept.
pub fn no_promise(value: &str) -> Result<(), String> {
    match first_of(&PROMISES, value) {
        Some(promise) => Err(format!("says “{promise}”, which is not ours to promise: {value}")),
        None => Ok(()),
    }
}

/// Words that keep the honest limit: not safe means I must tell, and I will tell you first when I can.
pub fn honest_limit(value: &str) -> Result<(), String> {
    let said = said(value);
    match LIMIT.iter().find(|part| !said.contains(&format!(" {part} "))) {
        Some(part) => Err(format!("leaves “{part}” out of the honest limit: {value}")),
        None => Ok(()),
    }
}

/// The names in braces that are filled in later.
pub fn blanks(value: &str) -> Result<Vec<&str>, String> {
    let broken = || format!("has a brace without its partner: {value}");
    let (mut names, mut rest) = (Vec::new(), value);
    while let Some((before, after)) = rest.split_once('{') {
        let (name, next) = after.split_once('}').ok_or_else(broken)?;
        if before.contains('}') || name.contains('{') {
            return Err(broken());
        }
        names.push(name);
        rest = next;
    }
    if rest.contains('}') { Err(broken()) } else { Ok(names) }
}

/// How long a text takes to read aloud, without hurry, in seconds: 2.2 words to a second.
pub fn seconds_to_read(value: &str) -> f32 {
    words(value).len() as f32 / 2.2
}

/// The first of `phrases` that stands in `value` as words of its own.
fn first_of<'a>(phrases: &[&'a str], value: &str) -> Option<&'a str> {
    let said = said(value);
    phrases.iter().copied().find(|phrase| said.contains(&format!(" {phrase} ")))
}

/// The words of a text with a space before, between and after.
fn said(value: &str) -> String {
    format!(" {} ", words(value).join(" "))
}
