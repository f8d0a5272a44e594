//! Five pictures for "how big is it?": from a pebble in the grass to a mountain.
//!
//! `0 0 120 120`; `line` is stroked (width 3, round), `soft` is filled and faint. For level C the numbers 0 to 10 are used.

/// One size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// 1 tiny … 5 huge.
    pub step: u8,
    /// What the child reads and hears.
    pub name: &'static str,
    /// The outline.
    pub line: &'static str,
    /// The shade.
    pub soft: &'static str,
}

/// The box every size is drawn in.
pub const VIEW_BOX: &str = "0 0 120 120";

/// The sizes, from tiny to huge.
pub const SIZES: [Size; 5] = [
    Size {
        step: 1,
        name: "tiny",
        line: "M8 104h104M52 104c-1-6 3-11 9-11s10 5 9 11M80 104c0-6-2-9-5-12M84 104c0-7 2-11 6-14",
        soft: "M61 93c6 0 10 5 9 11h-8c3-4 3-8-1-11z",
    },
    Size {
        step: 2,
        name: "small",
        line: "M8 104h104M40 104c-3-12 6-24 21-24 14 0 22 11 20 24M90 104c0-6-2-9-5-12M94 104c0-7 2-11 6-14",
        soft: "M61 80c14 0 22 11 20 24H63c9-8 9-18-2-24z",
    },
    Size {
        step: 3,
        name: "middle",
        line: "M8 104h104M28 104c-6-14 1-30 14-37 12-6 30-5 40 4s14 21 9 33M42 82c3-5 8-8 14-9M100 104c0-6-2-9-5-12",
        soft: "M62 63c8 1 15 3 20 8 10 9 14 21 9 33H67c10-14 10-30-5-41z",
    },
    Size {
        step: 4,
        name: "big",
        line: "M8 104h104M18 104c-6-16-1-36 12-48 11-11 30-15 46-8 15 6 25 19 27 34 1 8 0 15-3 22M32 76c4-9 11-15 20-17M76 88c5 0 10 2 13 5",
        soft: "M64 45c4 0 8 1 12 3 15 6 25 19 27 34 1 8 0 15-3 22H72c14-20 12-44-8-59z",
    },
    Size {
        step: 5,
        name: "huge",
        line: "M4 104h112M10 104 40 52l9 10L68 14l23 46 7-8 16 52M58 40l8 8 6-7 8 7M26 84l8-9M94 82l-5-8",
        soft: "M68 14l23 46 7-8 16 52H78c2-30-2-62-10-90z",
    },
];
