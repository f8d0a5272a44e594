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
/// The calm activities.
pub const CALM: &str = "/calm";
/// The tablet as a dim, warm room of lights.
pub const LIGHTS: &str = "/calm/lights";
/// Lines for talking side by side.
pub const PROMPTS: &str = "/cards/prompts";
/// Scenes to practise with.
pub const PRACTICE: &str = "/cards/practice";
/// Beginnings, gaps and endings.
pub const BEGINNINGS: &str = "/beginnings";
/// What happens in children's lives.
pub const LIFE_EVENTS: &str = "/life-events";
/// After a hard session.
pub const AFTER: &str = "/after";
/// What to do when a child may not be safe.
pub const SAFEGUARDING: &str = "/safeguarding";
/// Settings.
pub const SETTINGS: &str = "/settings";
/// The ways into the vault.
pub const KEYS: &str = "/settings/keys";
/// Another passphrase.
pub const KEYS_PASSPHRASE: &str = "/settings/keys/passphrase";
/// A new recovery code.
pub const KEYS_CODE: &str = "/settings/keys/recovery-code";
/// Somebody may have seen it.
pub const KEYS_SEEN: &str = "/settings/keys/someone-saw-it";
/// The tablet's passkey.
pub const KEYS_PASSKEY: &str = "/settings/keys/passkey";
/// A way in for the school.
pub const KEYS_SCHOOL: &str = "/settings/keys/school";
/// Backups.
pub const BACKUP: &str = "/settings/backup";
/// Reading a backup file only to see whether it is whole.
pub const CHECK_BACKUP: &str = "/settings/backup/check";
/// Bringing in a backup or a hand-over file.
pub const BRING_IN: &str = "/settings/backup/bring-in";
/// Records that were edited on two tablets.
pub const VERSIONS: &str = "/settings/backup/versions";
/// Making a vault for what is in a backup file.
pub const CREATE_FROM_FILE: &str = "/create?from=file";
/// Making a vault.
pub const CREATE: &str = "/create";
/// A new passphrase by the recovery code.
pub const RECOVER: &str = "/recover";
/// A page without wasm that saves the sealed stores even when the app does not start.
pub const RECOVERY_PAGE: &str = "/recovery.html";
/// The cover, where a page that anyone may see was covered.
pub const COVER: &str = "/cover";

/// A card of PACE or of the relational functions.
pub fn card(slug: &str) -> String {
    format!("/cards/{slug}")
}

/// A calm activity, for the adult.
pub fn calm_activity(slug: &str) -> String {
    format!("/calm/{slug}")
}

/// A calm activity, line by line.
pub fn calm_player(slug: &str) -> String {
    format!("/calm/{slug}/go")
}

/// The lines of one set, for talking side by side.
pub fn prompt_set(slug: &str) -> String {
    format!("{PROMPTS}/{slug}")
}

/// A scene to practise with.
pub fn scene(slug: &str) -> String {
    format!("{PRACTICE}/{slug}")
}

/// A sheet for the staff-room wall.
pub fn sheet(word: &str) -> String {
    format!("/cards/sheet/{word}")
}

/// A part of the beginnings and endings.
pub fn beginnings(part: &str) -> String {
    format!("{BEGINNINGS}/{part}")
}

/// The beginnings and endings with a child's tile and level.
pub fn beginnings_for(pupil: SubjectId) -> String {
    format!("{BEGINNINGS}?pupil={pupil}")
}

/// After a hard session with a child: the note can be kept.
pub fn after_with(pupil: SubjectId) -> String {
    format!("{AFTER}?pupil={pupil}")
}

/// Something that happens in children's lives.
pub fn life_event(key: &str) -> String {
    format!("{LIFE_EVENTS}/{key}")
}

/// A child's page.
pub fn pupil(subject: SubjectId) -> String {
    format!("/children/{subject}")
}

/// Handing a child over to somebody else.
pub fn hand_over(subject: SubjectId) -> String {
    format!("/children/{subject}/hand-over")
}

/// Changing what is recorded of a child.
pub fn edit_pupil(subject: SubjectId) -> String {
    format!("/children/{subject}/edit")
}

/// A check-in under way.
pub fn check_in_under_way(subject: SubjectId, check_in: RecordId) -> String {
    format!("/check-in/{subject}/{check_in}")
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

/// A part of a session that has a page of its own: lines, concern, note.
pub fn session_part(subject: SubjectId, session: RecordId, part: &str) -> String {
    format!("/session/{subject}/{session}/{part}")
}

/// A set of prompts within a session.
pub fn session_prompts(subject: SubjectId, session: RecordId, slug: &str) -> String {
    format!("/session/{subject}/{session}/prompts/{slug}")
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

/// What may be told to [`TEACHER`] or [`MEETING`].
pub fn share(pupil: SubjectId, to: &str) -> String {
    format!("/children/{pupil}/share/{to}")
}
