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
/// Above the choice of a child.
pub const WITH_WHOM: &str = "With whom was it?";
/// Below it.
pub const WITH_WHOM_WHAT: &str =
    "Choose the child, and the note below can be kept: it comes back before your next session.";
/// What is not done with a note that is for nobody.
pub const NOT_KEPT: &str =
    "Without a child it is for you alone and not kept. Print it, or write it where you keep your own notes.";
/// Instead of a child.
pub const FOR_ME_ALONE: &str = "Only for me, on paper";
/// Where a note is kept.
pub const KEPT_WHERE: &str = "Yours, not the child’s: it is on no report, and comes back before your next session.";
/// Where nothing was written.
pub const NOTHING_WRITTEN: &str = "Nothing is written yet. One line is enough.";
/// Once it is kept.
pub const KEPT: &str = "Kept.";
/// Below it.
pub const KEPT_WHAT: &str = "It waits on the child’s page and before the next session, until you say that it is done.";
/// To the child's page.
pub const TO_THE_CHILD: &str = "To the child’s page";
/// Heading of the notes that wait.
pub const TO_MEND: &str = "To put right";
/// Keeps the note.
pub const SAVE: &str = "Keep this note";

/// "Written yesterday 10:15".
pub fn written(when: &str) -> String {
    ["Written ", when].concat()
}
