//! What the pages of life events say themselves; the events come from the content.

/// The page of all events.
pub const LIFE_EVENTS: &str = "Life events";
/// Below its title.
pub const LIFE_EVENTS_LINE: &str = "What can happen in a child’s life, and what one can do beside it.";
/// Whom it is for.
pub const FOR_YOU_ALONE: &str = "For you alone, never for a child’s screen. Use the child’s own words for people and for home, and ask the child’s key adults what you may know.";
/// Above what may be seen.
pub const NOTICE: &str = "What you may see";
/// Above what to do.
pub const DO: &str = "What you can do";
/// Above the lines to say.
pub const SAY: &str = "You might say";
/// Above what to avoid.
pub const AVOID: &str = "Easy to slip into";
/// Below every event.
pub const WORRIED: &str = "If something you see or hear worries you, tell the DSL in person, now.";
/// The way to the safeguarding page.
pub const SAFEGUARDING: &str = "Worried about a child";
/// There is no such event.
pub const NO_EVENT: &str = "That page is not here";
/// The way to all of them.
pub const ALL_EVENTS: &str = "See all life events";
