//! The words of a session's pages, for the adult.

/// Heading and button.
pub const BEGIN: &str = "Begin a session";
/// Heading over the ways to share out the minutes.
pub const HOW_LONG: &str = "How long have you got?";
/// A session of this child that is under way.
pub const UNDER_WAY: &str = "A session is under way";
/// Takes it up again.
pub const GO_ON_WITH_IT: &str = "Go on with it";
/// Heading of a repair note.
pub const FROM_LAST_TIME: &str = "From last time";
/// It was put right.
pub const DONE: &str = "Done";
/// Heading when an end is in sight.
pub const AN_END_IS_IN_SIGHT: &str = "An end is in sight";

/// The title of a session's page.
pub const SESSION: &str = "Session";
/// Names the row of stages.
pub const STAGES: &str = "Stages";
/// Leaves a stage out.
pub const SKIP: &str = "Leave it out this time";
/// Takes it back in.
pub const TAKE_BACK_IN: &str = "Take it back in";
/// Brings a stage to the front.
pub const BRING_NEXT: &str = "Do this next";
/// Said of a stage that was left out.
pub const LEFT_OUT: &str = "left out";
/// Said of a stage that is over.
pub const BEHIND: &str = "done";
/// Gives the tablet to the child.
pub const TURN: &str = "Turn the tablet";
/// Leaves a session for a while.
pub const PAUSE: &str = "Leave it for a while";
/// Heading while it is left.
pub const PAUSED: &str = "Left for a while";
/// Below it.
pub const PAUSED_WHAT: &str = "No minutes are counted until you go on. Everything that was tapped is kept.";
/// Takes it up again.
pub const GO_ON: &str = "Go on";
/// Ends it.
pub const END: &str = "End the session";
/// Leads to the pointer.
pub const CONCERN: &str = "A concern";
/// Back to the session.
pub const BACK: &str = "Back to the session";

/// The whole opening ritual.
pub const FIRST_TIME: &str = "The first time, say all of it";
/// After the child's two taps.
pub const ARRIVED: &str = "On arriving";
/// After the child's two taps.
pub const LEFT: &str = "On leaving";
/// Before there is a check-in.
pub const NOT_ASKED_YET: &str =
    "Turn the tablet, and the child is asked. What is answered comes back here with lines to say.";
/// Where nothing was answered yet.
pub const NOTHING_ANSWERED: &str = "Nothing answered yet. That may be all right.";
/// Asks once more.
pub const TAPPED: &str = "What did you do together?";
/// Something that is on no list.
pub const SOMETHING_ELSE: &str = "Something else";
/// Adds what was typed.
pub const ADD: &str = "Add";
/// Heading.
pub const SIDE_BY_SIDE: &str = "Side by side";
/// Said of a set that was used.
pub const WAS_USED: &str = "used";
/// Below the heading.
pub const SIDE_BY_SIDE_WHAT: &str = "Lines to say while you do it.";
/// Label.
pub const CHILDS_WORDS: &str = "In the child’s own words";
/// Hint.
pub const CHILDS_WORDS_HINT: &str = "Only if you want to keep a line. It can wait for the note.";
/// Heading.
pub const BOXES: &str = "Decided together";
/// Before anything is decided.
pub const NO_BOXES: &str = "What is not decided on stays with the two of you.";
/// Chooses what brings down.
pub const DOWN: &str = "From too much";
/// Chooses what brings up.
pub const UP: &str = "From too little";
/// Names the choice of the two.
pub const WHICH_WAY: &str = "Which way";
/// Logs an activity.
pub const WE_DID_THIS: &str = "We did this";
/// Label.
pub const NEXT_STEP: &str = "What we agreed for next";
/// Hint.
pub const NEXT_STEP_HINT: &str = "If there is one. It goes into the note.";

/// Title of the lines.
pub const LINES: &str = "Lines to say";
/// Where there is no check-in in the session yet.
pub const NO_LINES_YET: &str = "The lines come with a check-in. There is none in this session yet.";
/// Another set.
pub const OTHER_WORDS: &str = "Other words";
/// Logs a line.
pub const USED: &str = "Used this";
/// All words together.
pub const ALL_OF_IT: &str = "all of it";
/// Names the choice of a word.
pub const ABOUT_WHICH: &str = "About which word";
/// One tap, and wondering gives way. A child may read over the adult's arm: the reason is only said.
pub const ONLY_LISTEN: &str = "Only listen";
/// Its name, with the reason.
pub const HARM: &str = "Only listen: harm may be involved";
/// Beside the lines, once it has.
pub const STOP_WONDERING: &str = "Stop wondering. Listen.";
/// The discreet mark.
pub const THINK_SAFEGUARDING: &str = "Think safeguarding";

/// Heading.
pub const PASS_ON: &str = "Pass on a concern";
/// Under it.
pub const TELL_NOW: &str = "Tell the DSL in person now. Lantern Room has told nobody.";
/// Heading.
pub const FOR_THE_SCHOOLS_SYSTEM: &str = "For the school’s own system";
/// Below it.
pub const NOT_KEPT_HERE: &str = "Copy this and fill it in there. Nothing of it is kept here.";
/// Copies.
pub const COPY: &str = "Copy the text";
/// It was copied.
pub const COPIED: &str = "Copied.";
/// It could not be copied, and was selected instead.
pub const SELECTED: &str =
    "This browser does not copy by itself. The text is selected: copy it with the keyboard or a long press.";
/// Heading.
pub const WHEN_TOLD: &str = "When you have told somebody";
/// Below it.
pub const ONLY_THIS: &str = "Kept here are only the time, the role and the reference.";
/// Label.
pub const ROLE: &str = "Who you told, by role";
/// Hint.
pub const ROLE_HINT: &str = "The role, not a name.";
/// Names the roles to choose from.
pub const ROLES: [&str; 3] = ["DSL", "Deputy DSL", "Headteacher"];
/// Label.
pub const REFERENCE: &str = "Reference in the school’s system";
/// Hint.
pub const REFERENCE_HINT: &str = "If you have one.";
/// Keeps it.
pub const KEEP_POINTER: &str = "Keep that I passed it on";
/// The heading of the text that is copied.
pub const TEMPLATE: &str = "Text to copy";

/// Title of a note.
pub const NOTE: &str = "Note";
/// Below it while it is written.
pub const NOTE_WHAT: &str = "Half of it is written from what was tapped. It is saved as you type.";
/// Below it once it is closed.
pub const NOTE_CLOSED: &str = "Closed. It can be added to, with a reason; what it said first stays.";
/// A field.
pub const HAPPENED: &str = "What happened";
/// Its hint.
pub const HAPPENED_HINT: &str = "Facts: what anybody in the room could have seen or heard.";
/// A field.
pub const OWN_WORDS: &str = "The child’s own words";
/// Its hint.
pub const OWN_WORDS_HINT: &str = "As they were said.";
/// A field.
pub const THINKING: &str = "What I think";
/// Its hint.
pub const THINKING_HINT: &str = "Your opinion, and only here.";
/// A field.
pub const NEXT: &str = "Next step";
/// Its hint.
pub const NEXT_HINT: &str = "One small thing, and when.";
/// Closes it.
pub const CLOSE_NOTE: &str = "Close the note";
/// Leaves it open.
pub const LATER: &str = "Finish it later";
/// What stands in an empty part.
pub const EMPTY_PART: &str = "Nothing";
/// Adds to a closed note.
pub const AMEND: &str = "Amend";
/// Keeps that.
pub const KEEP_AMENDMENT: &str = "Keep the change";
/// Leaves it.
pub const CANCEL: &str = "Cancel";
/// Label.
pub const WHY: &str = "Why it is changed";
/// Heading.
pub const HISTORY: &str = "History";
/// In the history.
pub const CLOSED_ON: &str = "closed";
/// In the history.
pub const AMENDED: &str = "amended";
/// Leads to the adult's own minute.
pub const A_MINUTE_FOR_ME: &str = "A minute for me";
/// Leads to the note.
pub const WRITE_NOTE: &str = "Finish the note";
/// Leads to the note.
pub const READ_NOTE: &str = "Read the note";
/// Heading of a session that is over.
pub const OVER: &str = "This session is over";
/// Removes a session.
pub const DELETE: &str = "Delete this session";
/// The toast after it.
pub const DELETED: &str = "Session deleted, with its note.";

/// Heading.
pub const SESSIONS: &str = "Sessions";
/// Heading.
pub const WHAT_CAME_AFTER: &str = "What came after";
/// Heading.
pub const CONCERNS: &str = "Concerns passed on";
/// Leads to what may be told.
pub const FOR_TEACHER: &str = "What the teacher may know";
/// Leads to what may be told.
pub const FOR_MEETING: &str = "What the meeting may know";
/// Beside a session.
pub const STILL_UNDER_WAY: &str = "under way";
/// Beside a session.
pub const NOTE_OPEN: &str = "note not finished";
/// Below the heading of a share page.
pub const AGREED: &str = "Only what the two of you put into this box, in the words you chose.";
/// Where nothing was put there.
pub const NOTHING_AGREED: &str = "Nothing is in this box yet. You decide on it together, in Reflect.";
/// Leads to the group that a session is part of.
pub const THE_GROUP: &str = "The group";
/// A session with nobody's name on it.
pub const SOMEBODY: &str = "somebody not yet named";

/// Below a session on Today.
pub const UNDER_WAY_SINCE: &str = "Under way since ";
/// Below a session on Today.
pub const LEFT_SINCE: &str = "Left for a while. It began ";
/// Below a note on Today.
pub const NOTE_WAITS: &str = "Its note waits. The session was ";

/// "Next: Check in".
pub fn next_stage(name: &str) -> String {
    ["Next: ", name].concat()
}

/// "10 minutes".
pub fn minutes(minutes: u32) -> String {
    if minutes == 1 { "1 minute".into() } else { format!("{minutes} minutes") }
}

/// "95 minutes in 3 sessions".
pub fn delivered(minutes_in_all: u32, sessions: usize) -> String {
    let sessions = if sessions == 1 { "1 session".to_owned() } else { format!("{sessions} sessions") };
    [&minutes(minutes_in_all), " in ", &sessions].concat()
}

/// "Calmer 6 of 7 times after clay or dough", or that it is too early to say. Always with how many.
pub fn after(name: &str, calmer: u32, of: u32, enough: bool) -> String {
    if enough {
        return format!("Calmer {calmer} of {of} times after {}", small(name));
    }
    let times = if of == 1 { "once".to_owned() } else { format!("{of} times") };
    format!("After {}: too early to say ({times} so far)", small(name))
}

/// The same name within a sentence. What begins with more than one capital is left as it is.
fn small(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next();
    let is_name = letters.clone().next().is_some_and(char::is_uppercase);
    let first = first.map(|letter| if is_name { letter } else { letter.to_ascii_lowercase() });
    first.into_iter().chain(letters).collect()
}

/// Names a button that stands beside a line.
pub fn used_which(kind: &str) -> String {
    [USED, ": ", kind].concat()
}

/// Names a button that stands beside an activity.
pub fn did_which(name: &str) -> String {
    [WE_DID_THIS, ": ", name].concat()
}

/// Takes a line out again.
pub fn take_out(line: &str) -> String {
    ["Take out “", line, "”"].concat()
}

/// "A session with Otter".
pub fn session_with(name: Option<&str>) -> String {
    ["A session with ", name.unwrap_or(SOMEBODY)].concat()
}

/// "The note about Otter".
pub fn note_about(name: Option<&str>) -> String {
    ["The note about ", name.unwrap_or(SOMEBODY)].concat()
}

/// "Opened at 10:42".
pub fn opened_at(day: &str, time: &str) -> String {
    [day, ", ", time].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_after_is_always_said_with_how_many() {
        assert_eq!(after("Clay or dough", 6, 7, true), "Calmer 6 of 7 times after clay or dough");
        assert_eq!(after("Clay or dough", 3, 4, false), "After clay or dough: too early to say (4 times so far)");
        assert_eq!(after("PE", 1, 1, false), "After PE: too early to say (once so far)");
    }

    #[test]
    fn one_is_not_many() {
        assert_eq!(delivered(1, 1), "1 minute in 1 session");
        assert_eq!(delivered(95, 3), "95 minutes in 3 sessions");
    }
}
