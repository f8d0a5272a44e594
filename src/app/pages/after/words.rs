//! What the page after a hard session says itself; the minute and the note come from the content.

/// The page.
pub const AFTER: &str = "After a hard session";
/// The way to the safeguarding page.
pub const SAFEGUARDING: &str = "Worried about a child";
/// Begins the minute.
pub const BEGIN: &str = "Begin the minute";
/// Stays with what is shown.
pub const STAY: &str = "Stay with this";
/// What is shown goes on by itself again.
pub const GO_ON: &str = "Go on";
/// The next moment.
pub const NEXT: &str = "Next";
/// Ends the minute.
pub const SKIP: &str = "That’s enough";
/// Begins it again.
pub const AGAIN: &str = "Once more";
/// Above the examples.
pub const HOW_IT_CAN_SOUND: &str = "How it can sound";
/// What is not done with the note yet.
pub const NOT_KEPT: &str =
    "This note is not kept. Print it, or write it where you keep your own notes, before you leave the page.";
/// Keeps the note.
pub const SAVE: &str = "Keep this note";
