//! The address of every page: what a link should reopen lives in the URL.

use crate::domain::{RecordId, SubjectId};

/// Today.
pub const TODAY: &str = "/";
/// Someone is here now: begins a check-in at once.
pub const NOW: &str = "/now";
/// The children.
pub const PUPILS: &str = "/children";
/// Children who were put away.
pub const ARCHIVED: &str = "/children/archived";
/// A new child.
pub const NEW_PUPIL: &str = "/children/new";
/// The reference cards.
pub const CARDS: &str = "/cards";
/// The words for feelings.
pub const FEELINGS: &str = "/cards/feelings";
/// What to do when a child may not be safe.
pub const SAFEGUARDING: &str = "/safeguarding";
/// Settings.
pub const SETTINGS: &str = "/settings";
/// Making a vault.
pub const CREATE: &str = "/create";
/// A new passphrase by the recovery code.
pub const RECOVER: &str = "/recover";
/// The cover, where a page that anyone may see was covered.
pub const COVER: &str = "/cover";

/// A card of PACE or of the relational functions.
pub fn card(slug: &str) -> String {
    format!("/cards/{slug}")
}

/// A child's page.
pub fn pupil(subject: SubjectId) -> String {
    format!("/children/{subject}")
}

/// Changing what is recorded of a child.
pub fn edit_pupil(subject: SubjectId) -> String {
    format!("/children/{subject}/edit")
}

/// A check-in under way; the step is part of the address, so that "back" goes a step back.
pub fn check_in_step(subject: SubjectId, check_in: RecordId, step: &str) -> String {
    format!("/check-in/{subject}/{check_in}/{step}")
}

/// Saying whose check-in it was.
pub fn attach(subject: SubjectId, check_in: RecordId) -> String {
    format!("/check-in/{subject}/{check_in}/whose")
}

/// A finished check-in.
pub fn check_in(subject: SubjectId, check_in: RecordId) -> String {
    format!("/children/{subject}/check-ins/{check_in}")
}

/// Amending a finished check-in.
pub fn amend(subject: SubjectId, check_in: RecordId) -> String {
    format!("/children/{subject}/check-ins/{check_in}/amend")
}

/// Choosing how long a session with a child is to be.
pub fn begin_session(pupil: SubjectId) -> String {
    format!("/children/{pupil}/begin")
}

/// A session.
pub fn session(subject: SubjectId, session: RecordId) -> String {
    format!("/session/{subject}/{session}")
}

/// A part of a session that has a page of its own: lines, concern, note, a set of prompts.
pub fn session_part(subject: SubjectId, session: RecordId, part: &str) -> String {
    format!("/session/{subject}/{session}/{part}")
}

/// A session's part: the lines for its newest check-in.
pub const LINES: &str = "lines";
/// A session's part: passing on a concern.
pub const CONCERN: &str = "concern";
/// A session's part: its note.
pub const NOTE: &str = "note";

/// A new group.
pub const NEW_GROUP: &str = "/groups/new";

/// A group.
pub fn group(group: RecordId) -> String {
    format!("/groups/{group}")
}

/// What is prepared for a child: own words, hidden words, what could help.
pub fn prepared(pupil: SubjectId) -> String {
    format!("/children/{pupil}/words")
}

/// A report for the child's teacher.
pub const TEACHER: &str = "teacher";
/// A report for the child's PEP meeting.
pub const MEETING: &str = "meeting";
/// The side-by-side prompts.
pub const PROMPTS: &str = "/cards/prompts";
/// A minute for the adult, and a repair note.
pub const AFTER: &str = "/after";

/// A calm activity.
pub fn calm(slug: &str) -> String {
    format!("/calm/{slug}")
}

/// What may be told to [`TEACHER`] or [`MEETING`].
pub fn share(pupil: SubjectId, to: &str) -> String {
    format!("/children/{pupil}/share/{to}")
}
