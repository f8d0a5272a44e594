//! The eight soft colours a child can be known by. The values live in `style/tokens.css`, for every theme.
//!
//! Views put the key in `data-colour`; the style sheet turns it into the wash. A colour never means a feeling.

/// One of the eight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChildColour {
    /// What is kept in the record and written to `data-colour`.
    pub key: &'static str,
    /// What it is called on screen.
    pub name: &'static str,
    /// The custom property that holds the wash.
    pub wash: &'static str,
}

/// The colours, in the order in which they are offered.
pub const COLOURS: [ChildColour; 8] = [
    ChildColour {
        key: "moss",
        name: "Moss",
        wash: "--child-moss",
    },
    ChildColour {
        key: "sky",
        name: "Sky",
        wash: "--child-sky",
    },
    ChildColour {
        key: "heather",
        name: "Heather",
        wash: "--child-heather",
    },
    ChildColour {
        key: "clay",
        name: "Clay",
        wash: "--child-clay",
    },
    ChildColour {
        key: "honey",
        name: "Honey",
        wash: "--child-honey",
    },
    ChildColour {
        key: "sea",
        name: "Sea",
        wash: "--child-sea",
    },
    ChildColour {
        key: "rose",
        name: "Rose",
        wash: "--child-rose",
    },
    ChildColour {
        key: "pebble",
        name: "Pebble",
        wash: "--child-pebble",
    },
];

/// The colour with this key, if there is one.
#[must_use]
pub fn find(key: &str) -> Option<&'static ChildColour> {
    COLOURS.iter().find(|colour| colour.key == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_unique_and_the_wash_is_named_after_the_key() {
        for colour in &COLOURS {
            assert_eq!(find(colour.key), Some(colour));
            assert_eq!(
                COLOURS
                    .iter()
                    .filter(|other| other.key == colour.key)
                    .count(),
                1
            );
            assert_eq!(colour.wash.strip_prefix("--child-"), Some(colour.key));
        }
    }
}
