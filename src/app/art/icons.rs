//! Small signs for buttons and the rail: `0 0 24 24`, stroked 1.8 in `currentColor`, round caps, no fill.
//!
//! Each is one path. A sign never stands alone: its button has a word or an accessible name.

/// The box every sign is drawn in.
pub const VIEW_BOX: &str = "0 0 24 24";

/// Safeguarding: a shield with a mark.
pub const SHIELD: &str = "M12 3 5 5.5v5.7c0 4.4 2.9 7.7 7 9.3 4.1-1.6 7-4.9 7-9.3V5.5zM12 8.5v4M12 15.7v.01";
/// Today: a low sun.
pub const TODAY: &str = "M8 12a4 4 0 1 0 8 0 4 4 0 1 0-8 0zM12 2.8v2M12 19.2v2M2.8 12h2M19.2 12h2M5.5 5.5l1.4 1.4M17.1 17.1l1.4 1.4M5.5 18.5l1.4-1.4M17.1 6.9l1.4-1.4";
/// Children: two people, one bigger.
pub const CHILDREN: &str = "M6 8.3a3.2 3.2 0 1 0 6.4 0 3.2 3.2 0 1 0-6.4 0zM3 19.5c.3-4 2.6-6.3 6.2-6.3s5.9 2.3 6.2 6.3M14.8 11.3a2.4 2.4 0 1 0 4.8 0 2.4 2.4 0 1 0-4.8 0zM17.5 16.2c2.1.2 3.4 1.4 3.8 3.3";
/// Cards: one behind another.
pub const CARDS: &str = "M8.5 5h9A1.5 1.5 0 0 1 19 6.5v12a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 7 18.5v-12A1.5 1.5 0 0 1 8.5 5zM10.5 9.5h5M10.5 13h5M4.8 7.5 3.3 17";
/// Calm: three waves.
pub const CALM: &str =
    "M3 7.5c3-2.5 6-2.5 9 0s6 2.5 9 0M3 12.5c3-2.5 6-2.5 9 0s6 2.5 9 0M3 17.5c3-2.5 6-2.5 9 0s6 2.5 9 0";
/// Settings: two sliders.
pub const SETTINGS: &str =
    "M4 8h7M16 8h4M11 8a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0M4 16h3M12 16h8M7 16a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0";
/// Cover: a lampshade pulled down.
pub const COVER: &str = "M8.3 4h7.4l3.8 10.5h-15zM12 14.5V20M8.5 20h7";
/// Lock.
pub const LOCK: &str = "M6.5 11h11A1.5 1.5 0 0 1 19 12.5v6a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 18.5v-6A1.5 1.5 0 0 1 6.5 11zM8 11V8a4 4 0 0 1 8 0v3M12 14.8v1.7";
/// Read aloud.
pub const SPEAKER: &str =
    "M4 9.7v4.6h3.2L12 18.5v-13L7.2 9.7zM15.3 9.3c1.5 1.5 1.5 3.9 0 5.4M17.8 6.7c3 3 3 7.6 0 10.6";
/// Print.
pub const PRINT: &str = "M7 8.5V4h10v4.5M7 16.5H5.5A1.5 1.5 0 0 1 4 15v-5A1.5 1.5 0 0 1 5.5 8.5h13A1.5 1.5 0 0 1 20 10v5a1.5 1.5 0 0 1-1.5 1.5H17M7 13.5h10V20H7z";
/// Undo.
pub const UNDO: &str = "M8.5 5 4 9.5 8.5 14M4.5 9.5H14a5.5 5.5 0 0 1 0 11h-3";
/// Turn the tablet: a screen and the way round.
pub const TURN: &str =
    "M8 7.5h8a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1v-10a1 1 0 0 1 1-1zM5 5.5c4-2.6 10-2.6 14 0M19 2.5v3h-3";
/// Leave it for a while: two lines that rest.
pub const PAUSE: &str = "M9 6v12M15 6v12";
/// Another one: round again.
pub const AGAIN: &str = "M19 12a7 7 0 1 1-2-5M19.5 3.5V8H15";
/// Copy.
pub const COPY: &str = "M9 8h9.5v12H9zM15 8V4H5.5v12H9";
/// Back.
pub const BACK: &str = "M19 12H5M11 6l-6 6 6 6";
/// Add.
pub const PLUS: &str = "M12 5v14M5 12h14";
/// Done.
pub const CHECK: &str = "M5 12.5l4.5 4.5L19 7.5";
/// Close.
pub const CLOSE: &str = "M6.5 6.5l11 11M17.5 6.5l-11 11";
/// Search.
pub const SEARCH: &str = "M4.5 10.8a6.3 6.3 0 1 0 12.6 0 6.3 6.3 0 1 0-12.6 0zM15.5 15.5l4.2 4.2";
/// Change something.
pub const EDIT: &str =
    "M4.5 19.5l1-4.5L15.8 4.7a1.7 1.7 0 0 1 2.4 0l1.1 1.1a1.7 1.7 0 0 1 0 2.4L9 18.5zM13.5 7l3.5 3.5";
/// Put away.
pub const ARCHIVE: &str = "M4 5h16v4H4zM5.5 9v10h13V9M9.5 13h5";
/// Delete.
pub const TRASH: &str = "M5 7h14M9.5 7V4.5h5V7M6.7 7l.8 12.5h9L17.3 7M10.3 11v5M13.7 11v5";
/// Drag handle.
pub const DRAG: &str = "M9 6v.01M15 6v.01M9 12v.01M15 12v.01M9 18v.01M15 18v.01";
/// A question.
pub const QUESTION: &str = "M8.8 9.2a3.3 3.3 0 1 1 4.9 2.9c-1.1.6-1.7 1.3-1.7 2.7M12 18.5v.01";
/// Go on.
pub const NEXT: &str = "M9.5 6l6 6-6 6";
/// A clock: when something was.
pub const CLOCK: &str = "M4 12a8 8 0 1 0 16 0 8 8 0 1 0-16 0zM12 7.5V12l3 2";
/// A telephone.
pub const PHONE: &str = "M8.5 4H5.5C4.7 4 4 4.7 4 5.5 4 13.5 10.5 20 18.5 20c.8 0 1.5-.7 1.5-1.5v-3l-4-1.5-1.7 2c-2.6-1.2-5.1-3.7-6.3-6.3l2-1.7z";
/// A lantern.
pub const LANTERN: &str = "M9.5 5.5a2.5 2.5 0 0 1 5 0M8 6.5h8M8.5 6.8c-1.4 1.4-1.9 3-1.9 5.7s.5 4.6 1.9 6h7c1.4-1.4 1.9-3.3 1.9-6s-.5-4.3-1.9-5.7M7.5 20.5h9M12 10.5c1.5 1.7 2.1 2.7 2.1 3.8a2.1 2.1 0 0 1-4.2 0c0-1.1.6-2.1 2.1-3.8z";
