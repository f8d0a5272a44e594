//! A body outline that is nobody's in particular, with the places where a feeling can sit.
//!
//! This is for where a feeling is felt. It is not a body map for injuries, and the app has none.

/// The box the figure is drawn in.
pub const VIEW_BOX: &str = "0 0 300 560";

/// The outline: head and body (stroked).
pub const OUTLINE: [&str; 2] = [
    "M150 14c38 0 64 28 64 65s-26 65-64 65-64-28-64-65 26-65 64-65z",
    "M132 142v10c0 9-9 12-24 15-22 5-34 17-41 42L38 314c-5 16 2 28 14 31s22-4 26-18l25-84-1 108-10 164c-1 18 9 29 23 29s22-9 24-25l11-130 11 130c2 16 10 25 24 25s24-11 23-29l-10-164-1-108 25 84c4 14 14 21 26 18s19-15 14-31l-29-105c-7-25-19-37-41-42-15-3-24-6-24-15v-10",
];

/// Eyes at rest, so that front is front (stroked wider than the outline).
pub const EYES: &str = "M127 84v.01M173 84v.01";

/// A mouth at rest (stroked).
pub const MOUTH: &str = "M136 108c8 8 20 8 28 0";

/// One place on the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// What is kept in the record.
    pub key: &'static str,
    /// What the child reads and hears.
    pub name: &'static str,
    /// What lights up (filled).
    pub light: &'static str,
    /// What can be touched: wider than the light where the body is narrow.
    pub touch: &'static str,
}

/// The places, from the top down.
pub const PLACES: [Place; 7] = [
    Place {
        key: "head",
        name: "head",
        light: "M91 64c6-30 29-50 59-50s53 20 59 50c-36-10-82-10-118 0z",
        touch: "M70 0h160v62H70z",
    },
    Place {
        key: "face",
        name: "face",
        light: "M91 66c36-10 82-10 118 0 8 42-16 78-59 78S83 108 91 66z",
        touch: "M70 62h160v70H70z",
    },
    Place {
        key: "throat",
        name: "throat",
        light: "M132 142c11 3 25 3 36 0v10c0 6 4 9 10 12-16 12-40 12-56 0 6-3 10-6 10-12z",
        touch: "M60 132h180v44H60z",
    },
    Place {
        key: "chest",
        name: "chest",
        light: "M112 170c24 12 52 12 76 0 12 3 17 12 17 26v44c-34 10-76 10-110 0v-44c0-14 5-23 17-26z",
        touch: "M92 176h116v66H92z",
    },
    Place {
        key: "tummy",
        name: "tummy",
        light: "M102 248c30 8 66 8 96 0l2 84c-30 14-70 14-100 0z",
        touch: "M92 242h116v94H92z",
    },
    Place {
        key: "hands",
        name: "hands",
        light: "M49 276l37 14-10 34c-4 14-14 21-25 18-11-3-18-14-13-29zM251 276l-37 14 10 34c4 14 14 21 25 18 11-3 18-14 13-29z",
        touch: "M10 236h82v124H10zM208 236h82v124h-82z",
    },
    Place {
        key: "legs",
        name: "legs",
        light: "M101 344c16 7 32 9 48 9l-10 138-4 25c-3 14-9 25-22 25-12 0-20-11-19-26zM199 344c-16 7-32 9-48 9l10 138 4 25c3 14 9 25 22 25 12 0 20-11 19-26z",
        touch: "M80 340h140v220H80z",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_unique() {
        for place in &PLACES {
            assert_eq!(PLACES.iter().filter(|other| other.key == place.key).count(), 1);
        }
    }
}
