//! What the safeguarding page says itself; everything else comes from the content and from the school.

/// The way back to where the shield was pressed.
pub const BACK: &str = "Back";
/// The school's own names.
pub const AT_OUR_SCHOOL: &str = "At our school";
/// The lead's role.
pub const LEAD: &str = "DSL";
/// The deputy's role.
pub const DEPUTY: &str = "Deputy DSL";
/// Where there is no vault yet.
pub const NOWHERE: &str = "Your school’s own names and numbers can stand here, once there is a vault to keep them.";
/// Where the vault is locked.
pub const INSIDE: &str = "Your school’s own names and numbers are inside the vault.";
/// Where the vault is open and has not given them.
pub const ASKED: &str = "Your school’s own names and numbers are being read from the vault.";
/// The way to them.
pub const UNLOCK: &str = "Unlock to see them";
/// Where nothing was entered yet.
pub const EMPTY: &str = "Nobody is entered here yet. Names, rooms and numbers can be added in Settings.";
/// The way there.
pub const SETTINGS: &str = "Add them in Settings";
/// What a number is called with.
pub const CALL: &str = "Call";
/// What a text message's number is read with.
pub const TEXT: &str = "Text";

/// Where the page comes from and when it was last looked at.
pub fn provenance(licence: &str, source: &str, reviewed_in: &str) -> String {
    format!("{source}. {licence}. Reviewed {reviewed_in}.")
}

/// When a number was last looked at.
pub fn checked(reviewed_in: &str) -> String {
    format!("Checked {reviewed_in}.")
}
