//! What the sheets for the staff room say themselves; the rest comes from the cards and the scenes.

/// The shelf of the sheets.
pub const SHEETS: &str = "For the staff room";
/// A sheet.
pub const PACE: &str = "PACE on one page";
/// A sheet.
pub const VRF: &str = "Relational functions on one page";
/// A sheet.
pub const PRACTICE: &str = "Three scenes to talk about";
/// What a sheet is.
pub const SHEET_LINE: &str = "one page of A4 for the wall";
/// What the sheet of scenes is.
pub const PRACTICE_LINE: &str = "one page of A4 for a team meeting";
/// Above the order in which a family is used.
pub const IN_THIS_ORDER: &str = "In this order";
/// The safety edge, in large letters.
pub const STOP: &str = "If it may be about harm: stop wondering and listen. Only Tell me, Explain, Describe. Then tell the DSL in person, now.";
/// How the sheet of scenes is used.
pub const HOW: &str = "Read one aloud. Which line would come to you on a tired Thursday? Each of us has said all of them. What does it do to the child?";
/// Above why.
pub const FOLD: &str = "Fold here until you have talked. What each line does:";
/// Puts three others on the sheet.
pub const ANOTHER_THREE: &str = "Another three";
/// There is no such sheet.
pub const NO_SHEET: &str = "That sheet is not here";
/// At the foot of a sheet.
pub const FROM: &str = "Lantern Room";
