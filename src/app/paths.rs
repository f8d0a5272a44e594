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

/// Something that happens in children's lives.
pub fn life_event(key: &str) -> String {
    format!("{LIFE_EVENTS}/{key}")
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
