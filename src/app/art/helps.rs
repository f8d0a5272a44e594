//! What could help, as pictures for those who read little: one for each choice, in the line style of the animals.
//!
//! `0 0 48 48`; `line` is stroked (width 2, round caps and joins).

/// One picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Help {
    /// The choice's key in content.
    pub key: &'static str,
    /// How it is drawn.
    pub line: &'static str,
}

/// The box every picture is drawn in.
pub const VIEW_BOX: &str = "0 0 48 48";

/// The pictures.
pub const HELPS: [Help; 25] = [
    Help { key: "quiet-place", line: "M6 40h36M10 40V22L24 9l14 13v18M20 40V29h8v11M24 16v.01" },
    Help {
        key: "sit-with-me",
        line: "M13 16a4.5 4.5 0 1 0 9 0 4.5 4.5 0 1 0-9 0zM26 16a4.5 4.5 0 1 0 9 0 4.5 4.5 0 1 0-9 0zM10 38v-7c0-5 3-8 7.5-8s6.5 2.5 6.5 5c0-2.5 2-5 6.5-5S38 26 38 31v7M6 38h36",
    },
    Help {
        key: "space",
        line: "M24 18a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM18 38v-8c0-5 2.5-8 6-8s6 3 6 8v8M14 24H5M9 20l-4 4 4 4M34 24h9M39 20l4 4-4 4",
    },
    Help {
        key: "talk",
        line: "M6 12h22a4 4 0 0 1 4 4v8a4 4 0 0 1-4 4H17l-7 6v-6H6a2 2 0 0 1-2-2V14a2 2 0 0 1 2-2zM36 19h4a4 4 0 0 1 4 4v8a4 4 0 0 1-4 4v5l-6-5h-8a4 4 0 0 1-3.5-2M12 20v.01M18 20v.01M24 20v.01",
    },
    Help { key: "draw-or-write", line: "M10 38l2.5-9L33 8.500a4.2 4.2 0 0 1 6 6L18.5 35 10 38zM29.5 12l6 6M8 43h30" },
    Help { key: "drink", line: "M13 9h22l-3 31H16zM14.3 22c4-3 7 3 10.5 0s6-1 9 0M27 9l5-6" },
    Help {
        key: "snack",
        line: "M24 15c-3-3-13-3-14 7-.8 9 6 18 10 18 2 0 2.5-1 4-1s2 1 4 1c4 0 10.8-9 10-18-1-10-11-10-14-7zM24 15c0-4 2-7 6-8",
    },
    Help {
        key: "walk",
        line: "M26 12a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM25 15l-5 11 6 6 2 11M20 26l-3 8-6 7M25 15l-8 3-3 7M26 17l4 6 7 2",
    },
    Help {
        key: "move",
        line: "M24 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM24 14v13M24 17 12 10M24 17l12-7M24 27l-8 9 3 5M24 27l8 9-3 5M8 44h8M32 44h8",
    },
    Help {
        key: "push-the-wall",
        line: "M40 5v38M20 13a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM19 16l-3 13 6 6v8M16 29l-6 14M20 18l8 3 10-3M19 20l8 6 11-1",
    },
    Help {
        key: "hold-something",
        line: "M16 20a8 8 0 1 0 16 0 8 8 0 1 0-16 0zM8 24c-1 10 5 18 16 18s17-8 16-18c-3-2-5 1-6 5-2 4-5 5-10 5s-8-1-10-5c-1-4-3-7-6-5zM20 17c1-1.5 2.5-2 4-2",
    },
    Help {
        key: "cosy",
        line: "M7 40V22c0-7 7-12 17-12s17 5 17 12v18c-4 3-6-1-9 0s-5 3-8 0-5-2-8 0-5 1-9 0zM18 25v.01M30 25v.01M20 31c2 2.5 6 2.5 8 0M13 18c6 4 16 4 22 0",
    },
    Help {
        key: "breathing-light",
        line: "M17 24a7 7 0 1 0 14 0 7 7 0 1 0-14 0zM10 24a14 14 0 0 1 28 0M38 24a14 14 0 0 1-28 0M24 4v2M24 42v2M4 24h2M42 24h2",
    },
    Help {
        key: "fairy-lights",
        line: "M4 12c8 10 14 10 20 2 6 8 12 8 20-2M10 19v4M10 23a3 4 0 1 0 .01 0zM24 14v7M24 21a3 4 0 1 0 .01 0zM38 19v4M38 23a3 4 0 1 0 .01 0z",
    },
    Help {
        key: "less-noise",
        line: "M8 28a16 16 0 0 1 32 0M8 27h3a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3H9.500A3.5 3.5 0 0 1 6 37.500V30M40 27h-3a3 3 0 0 0-3 3v8a3 3 0 0 0 3 3h1.500a3.5 3.5 0 0 0 3.5-3.500V30",
    },
    Help {
        key: "music",
        line: "M18 36V11l20-4v25M18 36a5 5 0 1 1-10 0 5 5 0 0 1 10 0zM38 32a5 5 0 1 1-10 0 5 5 0 0 1 10 0zM18 18l20-4",
    },
    Help {
        key: "play",
        line: "M9 9h30a3 3 0 0 1 3 3v24a3 3 0 0 1-3 3H9a3 3 0 0 1-3-3V12a3 3 0 0 1 3-3zM16 18v.01M24 24v.01M32 30v.01M32 18v.01M16 30v.01",
    },
    Help {
        key: "something-funny",
        line: "M7 24a17 17 0 1 0 34 0 17 17 0 1 0-34 0zM13 20c1.5-3 4.5-3 6 0M29 20c1.5-3 4.5-3 6 0M14 28h20c-1 6-5 9-10 9s-9-3-10-9z",
    },
    Help {
        key: "more-time",
        line: "M13 6h22M13 42h22M16 6c0 10 8 12 8 18s-8 8-8 18M32 6c0 10-8 12-8 18s8 8 8 18M20 36h8",
    },
    Help {
        key: "know-what-is-next",
        line: "M6 14h10v10H6zM19 14h10v10H19zM32 14h10v10H32zM11 32l3 4 6-8M26 33h12M34 29l4 4-4 4",
    },
    Help {
        key: "help-with-work",
        line: "M24 13c-5-4-11-4-17-3v28c6-1 12-1 17 3 5-4 11-4 17-3V10c-6-1-12-1-17 3zM24 13v28M12 18c3-.500 5-.500 7 .500M12 25c3-.500 5-.500 7 .500M29 18.500c2-1 4-1 7-.500",
    },
    Help {
        key: "put-it-right",
        line: "M24 41C12 33 6 26 6 18.5 6 12.5 10.5 9 15 9c4 0 7 2.5 9 6 2-3.5 5-6 9-6 4.5 0 9 3.5 9 9.500C42 26 36 33 24 41zM24 15l-4 7 7 4-4 7",
    },
    Help {
        key: "tell-my-teacher",
        line: "M16 17a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM6 40v-8c0-6 4-10 10-10 4 0 7 2 9 5M27 12h14a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3h-6l-6 5v-5h-2M31 19h9",
    },
    Help {
        key: "see-somebody",
        line: "M24 19a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM11 41c0-10 5-16 13-16s13 6 13 16M20 33l3 3 6-6",
    },
    Help {
        key: "nothing-now",
        line: "M9 24a15 15 0 1 0 30 0 15 15 0 1 0-30 0zM17 22c1.5 1.5 3.5 1.5 5 0M26 22c1.5 1.5 3.5 1.5 5 0M19 30h10",
    },
];

/// The picture of a choice, if there is one.
pub fn find(key: &str) -> Option<&'static Help> {
    HELPS.iter().find(|help| help.key == key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::room;

    #[test]
    fn every_choice_has_its_picture() {
        for help in room::help_choices() {
            assert!(find(help.key).is_some(), "{}", help.key);
        }
        assert_eq!(room::help_choices().len(), HELPS.len());
    }
}
