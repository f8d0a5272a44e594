//! The weather inside: eight pictures in the line style of the animals.
//!
//! `0 0 48 48`; `line` is stroked (width 2, round caps and joins), `soft` is filled and faint. No weather means a feeling.

/// One kind of weather.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weather {
    /// What is kept in a check-in; never changes.
    pub key: &'static str,
    /// The outline.
    pub line: &'static str,
    /// The shade.
    pub soft: &'static str,
}

/// The box every picture is drawn in.
pub const VIEW_BOX: &str = "0 0 48 48";

const CLOUD: &str = "M14 34a8 8 0 0 1-1-15.9A11 11 0 0 1 34 16a9 9 0 0 1 1 18z";
const CLOUD_OVER_WEATHER: &str = "M14 27a7.5 7.5 0 0 1-1-14.9A10.5 10.5 0 0 1 33.3 10a8.5 8.5 0 0 1 1.2 17z";

/// The pictures, by their keys in content.
pub const WEATHER: [Weather; 8] = [
    Weather {
        key: "sunny",
        line: "M15 24a9 9 0 1 0 18 0 9 9 0 1 0-18 0zM24 5v5M24 38v5M5 24h5M38 24h5M10.6 10.6l3.5 3.5M33.9 33.9l3.5 3.5M10.6 37.4l3.5-3.5M33.9 14.1l3.5-3.5",
        soft: "M24 15a9 9 0 1 1 0 18c4-2 6-5 6-9s-2-7-6-9z",
    },
    Weather { key: "cloudy", line: CLOUD, soft: "M35 34H14a8 8 0 0 1-7-4c8 3 24 3 36-6a9 9 0 0 1-8 10z" },
    Weather {
        key: "rainy",
        line: "M14 27a7.5 7.5 0 0 1-1-14.9A10.5 10.5 0 0 1 33.3 10a8.5 8.5 0 0 1 1.2 17zM15 33l-2 6M24 33l-2 6M33 33l-2 6",
        soft: CLOUD_OVER_WEATHER,
    },
    Weather {
        key: "windy",
        line: "M5 18h22c4 0 6-2 6-5s-2-5-5-5-4.5 2-4.5 4M5 25h32c3.5 0 6 2 6 5s-2.5 5-5.5 5-4.5-2-4.5-4M5 32h16c3 0 5 1.8 5 4.500S24 41 21.5 41 18 39.5 18 38",
        soft: "M31 16h6a4 4 0 0 0 0-8c2 2 0 6-6 8z",
    },
    Weather {
        key: "foggy",
        line: "M8 14h24M38 14h3M5 21h10M21 21h22M9 28h26M40 28h1M6 35h16M28 35h12",
        soft: "M5 16h38v3H5zM5 30h38v3H5z",
    },
    Weather {
        key: "stormy",
        line: "M14 27a7.5 7.5 0 0 1-1-14.9A10.5 10.5 0 0 1 33.3 10a8.5 8.5 0 0 1 1.2 17zM25 27l-6 8h7l-5 8",
        soft: CLOUD_OVER_WEATHER,
    },
    Weather {
        key: "snowy",
        line: "M24 6v36M8.4 15l31.2 18M39.6 15 8.4 33M24 12l-4-3.500M24 12l4-3.500M24 36l-4 3.500M24 36l4 3.500M13.6 18l-1-5.200M13.6 18l-5 1.700M34.4 30l1 5.200M34.4 30l5-1.700M34.4 18l1-5.200M34.4 18l5 1.700M13.6 30l-1 5.200M13.6 30l-5-1.7",
        soft: "M24 17l6 3.500v7L24 31l-6-3.500v-7z",
    },
    Weather {
        key: "mixed",
        line: "M27 12.500a7.5 7.5 0 0 1 11.5 9M33 3v3.500M43.5 14H40M41 6l-2.5 2.500M13 35a7 7 0 0 1-1-13.900A9.5 9.5 0 0 1 30.3 19a7.8 7.8 0 0 1 1.2 16zM15 39l-1.5 4M23 39l-1.5 4M31 39l-1.5 4",
        soft: "M31.5 35H13a7 7 0 0 1-6-3.500c8 2.5 20 2.5 32-5a8 8 0 0 1-7.5 8.500z",
    },
];

/// The picture with this key, if there is one.
pub fn find(key: &str) -> Option<&'static Weather> {
    WEATHER.iter().find(|weather| weather.key == key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::room;

    #[test]
    fn every_weather_to_choose_has_its_picture() {
        assert!(room::weather().choices.iter().all(|choice| find(choice.key).is_some()));
        assert_eq!(room::weather().choices.len(), WEATHER.len());
    }
}
