//! A small picture for each calm activity: `0 0 48 48`, `line` stroked 1.8 with round caps, `soft` filled and faint.

/// The box every picture is drawn in.
pub const VIEW_BOX: &str = "0 0 48 48";

/// The picture of an activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CalmPicture {
    /// The outline.
    pub line: &'static str,
    /// The shade.
    pub soft: &'static str,
}

/// The picture of the activity with this slug; for one that is not drawn yet, quiet water.
pub fn calm_picture(slug: &str) -> CalmPicture {
    let drawn = match slug {
        "breathing-light-short" => LIGHT_SMALL,
        "breathing-light-long" => LIGHT_MIDDLE,
        "breathing-light-slow" => LIGHT_LARGE,
        "push-the-wall" => WALL,
        "slow-stretch" => STRETCH,
        "shake-it-out" => SHAKE,
        "sensory-break-settle" => CUSHION,
        "sensory-break-wake" => DROP,
        "slow-drink" => MUG,
        "brain-break-climb" => ROPE,
        "rocking-count" => BOAT,
        "drum-it-down" => DRUM_SOFT,
        "drum-it-up" => DRUM_LOUD,
        "brain-break-echo-clap" => ECHO,
        "brain-break-slow-mirror" => MIRROR,
        "feather-across" => FEATHER,
        "brain-break-word-chain" => CHAIN,
        "five-senses" => FLOWER,
        "safe-place-picture" => HOUSE,
        "worry-box" => BOX,
        "quiet-time-3" => MOON,
        "quiet-time-5" => PEBBLES,
        "quiet-time-10" => WINDOW,
        "brain-break-spot-it" => GLASS,
        "brain-break-count-back" => STAIRS,
        _ => None,
    };
    drawn.map_or(WATER, |(line, soft)| CalmPicture { line, soft })
}

type Drawn = Option<(&'static str, &'static str)>;

const WATER: CalmPicture = CalmPicture {
    line: "M5 16c6-5 12-5 19 0s13 5 19 0M5 26c6-5 12-5 19 0s13 5 19 0M5 36c6-5 12-5 19 0s13 5 19 0",
    soft: "M5 26c6-5 12-5 19 0s13 5 19 0v10c-6 5-12 5-19 0s-13-5-19 0z",
};
const LIGHT_SMALL: Drawn = Some((
    "M18 24a6 6 0 1 0 12 0 6 6 0 1 0-12 0zM24 9v3M24 36v3M9 24h3M36 24h3M13.4 13.4l2.1 2.1M32.5 32.5l2.1 2.1M13.4 34.6l2.1-2.1M32.5 15.5l2.1-2.1",
    "M12 24a12 12 0 1 0 24 0 12 12 0 1 0-24 0z",
));
const LIGHT_MIDDLE: Drawn = Some((
    "M16 24a8 8 0 1 0 16 0 8 8 0 1 0-16 0zM24 6v4M24 38v4M6 24h4M38 24h4M11.3 11.3l2.8 2.8M33.9 33.9l2.8 2.8M11.3 36.7l2.8-2.8M33.9 14.1l2.8-2.8",
    "M9 24a15 15 0 1 0 30 0 15 15 0 1 0-30 0z",
));
const LIGHT_LARGE: Drawn = Some((
    "M14 24a10 10 0 1 0 20 0 10 10 0 1 0-20 0zM24 3v5M24 40v5M3 24h5M40 24h5M9.2 9.2l3.5 3.5M35.3 35.3l3.5 3.5M9.2 38.8l3.5-3.5M35.3 12.7l3.5-3.5",
    "M6 24a18 18 0 1 0 36 0 18 18 0 1 0-36 0z",
));
const WALL: Drawn = Some((
    "M34 5h12v38H34zM34 12.6h12M34 20.2h12M34 27.8h12M34 35.4h12M42 5v7.6M38 12.6v7.6M42 20.2v7.6M38 27.8v7.6M42 35.4v7.6M14 11a4 4 0 1 0 8 0 4 4 0 1 0-8 0zM17 17.5 12 30M16 20l7 4 9.5-2M12 29.5l5 5.5-3 8M13 29.5l-5 5.5-3 8",
    "M34 5h12v38H34z",
));
const STRETCH: Drawn = Some((
    "M20 14a4 4 0 1 0 8 0 4 4 0 1 0-8 0zM24 20v12M24 32l-5.5 11M24 32l5.5 11M24 22c-6-1-9-6-9-15M24 22c6-1 9-6 9-15",
    "M15 7c-7 8-8 22-2 31-10-7-9-25 2-31zM33 7c7 8 8 22 2 31 10-7 9-25-2-31z",
));
const SHAKE: Drawn = Some((
    "M20 10a4 4 0 1 0 8 0 4 4 0 1 0-8 0zM24 16v14M24 30l-5 6 1 7M24 30l5 6-1 7M24 19l-8 5-3-6M24 19l8 5 3-6M7 11c-2 2 2 4 0 6s2 4 0 6M41 11c2 2-2 4 0 6s-2 4 0 6M11 33c-2 1.5 1 3.5-1 5M37 33c2 1.5-1 3.5 1 5",
    "M10 44h28c0 1.5-6 2.5-14 2.5S10 45.5 10 44z",
));
const CUSHION: Drawn = Some((
    "M8 23c10 3 22 3 32 0-2 6-2 11 0 17-10-3-22-3-32 0 2-6 2-11 0-17zM24 5v11M19.5 12l4.5 4.5 4.5-4.5M12 9v6M36 9v6",
    "M8 23c10 3 22 3 32 0-2 6-2 11 0 17-10-3-22-3-32 0 2-6 2-11 0-17z",
));
const DROP: Drawn = Some((
    "M24 5c5 7 8 11 8 15.5a8 8 0 0 1-16 0C16 16 19 12 24 5zM9 37c4-3.5 8-3.5 15 0s11 3.5 15 0M13 43c3-2 7-2 11 0s8 2 11 0M8 12l4 3M40 12l-4 3M6 24h4M38 24h4",
    "M24 5c5 7 8 11 8 15.5a8 8 0 0 1-16 0C16 16 19 12 24 5z",
));
const MUG: Drawn = Some((
    "M10 17h22v18a6 6 0 0 1-6 6H16a6 6 0 0 1-6-6zM32 21h3.5a5.5 5.5 0 0 1 0 11H32M17 12c-2-2 2-4 0-7M25 12c-2-2 2-4 0-7",
    "M10 24c7 3 15-2 22 0v11a6 6 0 0 1-6 6H16a6 6 0 0 1-6-6z",
));
const ROPE: Drawn = Some((
    "M24 3v9M24 20v7M24 35v10M17 12h13a4 4 0 0 1 0 8H17a4 4 0 0 1 0-8zM18 27h13a4 4 0 0 1 0 8H18a4 4 0 0 1 0-8zM21.5 6l5-2M21.5 25l5-2M21.5 40l5-2M18 16h8M22 31h8",
    "M17 12h13a4 4 0 0 1 0 8H17a4 4 0 0 1 0-8zM18 27h13a4 4 0 0 1 0 8H18a4 4 0 0 1 0-8z",
));
const BOAT: Drawn = Some((
    "M7 28h34c-2 7-7 10-17 10S9 35 7 28zM23 28V6M23 8c8 3 12 8 13 15H23M5 43c4-2.5 7-2.5 11 0s7 2.5 11 0 7-2.5 11 0c2 1 3.5 1.3 5 1",
    "M7 28h34c-2 7-7 10-17 10S9 35 7 28z",
));
const DRUM_SOFT: Drawn = Some((
    "M8 20c0-3.5 7-6 16-6s16 2.5 16 6-7 6-16 6-16-2.5-16-6zM8 20v15c0 3.5 7 6 16 6s16-2.5 16-6V20M15 25v15M33 25v15M17 8l5 10M31 8l-5 10",
    "M8 20c0 3.5 7 6 16 6s16-2.5 16-6v15c0 3.5-7 6-16 6s-16-2.5-16-6z",
));
const DRUM_LOUD: Drawn = Some((
    "M8 21c0-3.5 7-6 16-6s16 2.5 16 6-7 6-16 6-16-2.5-16-6zM8 21v15c0 3.5 7 6 16 6s16-2.5 16-6V21M15 26l4 15 5-14 5 14 4-15M18 19 7 9M30 19l11-10M24 4v6M17 5l2 4M31 5l-2 4",
    "M8 21c0 3.5 7 6 16 6s16-2.5 16-6v15c0 3.5-7 6-16 6s-16-2.5-16-6z",
));
const ECHO: Drawn = Some((
    "M20.5 24a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0zM15.5 16c-4 5-4 11 0 16M32.5 16c4 5 4 11 0 16M9.5 10.5c-7 8.5-7 18.5 0 27M38.5 10.5c7 8.5 7 18.5 0 27",
    "M16 24a8 8 0 1 0 16 0 8 8 0 1 0-16 0z",
));
const MIRROR: Drawn = Some((
    "M24 5v4M24 14v4M24 23v4M24 32v4M24 41v3M7 15a4 4 0 1 0 8 0 4 4 0 1 0-8 0zM11 21v12M11 33l-3.5 10M11 33l3.5 10M11 25l9-6M33 15a4 4 0 1 0 8 0 4 4 0 1 0-8 0zM37 21v12M37 33l-3.5 10M37 33l3.5 10M37 25l-9-6",
    "M24 5h18v39H24z",
));
const FEATHER: Drawn = Some((
    "M6 42 29 19M13 35c-3-13 6-26 28-29 0 20-11 30-24 29-1.5 0-3 0-4 0zM18 30l11-1M23 25V14",
    "M13 35 29 19 41 6c0 20-11 30-24 29z",
));
const CHAIN: Drawn = Some((
    "M19 29l10-10M22 14.5l4-4a8.2 8.2 0 0 1 11.5 11.5l-4 4M26 33.5l-4 4A8.2 8.2 0 0 1 10.5 26l4-4",
    "M22 14.5l4-4a8.2 8.2 0 0 1 11.5 11.5l-4 4z",
));
const FLOWER: Drawn = Some((
    "M20.5 24a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0zM17.9 12.4a6.1 6.1 0 1 0 12.2 0 6.1 6.1 0 1 0-12.2 0zM28.9 20.4a6.1 6.1 0 1 0 12.2 0 6.1 6.1 0 1 0-12.2 0zM24.7 33.4a6.1 6.1 0 1 0 12.2 0 6.1 6.1 0 1 0-12.2 0zM11.1 33.4a6.1 6.1 0 1 0 12.2 0 6.1 6.1 0 1 0-12.2 0zM6.9 20.4a6.1 6.1 0 1 0 12.2 0 6.1 6.1 0 1 0-12.2 0z",
    "M17.9 12.4a6.1 6.1 0 1 0 12.2 0 6.1 6.1 0 1 0-12.2 0zM24.7 33.4a6.1 6.1 0 1 0 12.2 0 6.1 6.1 0 1 0-12.2 0zM11.1 33.4a6.1 6.1 0 1 0 12.2 0 6.1 6.1 0 1 0-12.2 0z",
));
const HOUSE: Drawn = Some((
    "M9 41V24L22 12l13 12v17zM18 41v-9a4 4 0 0 1 8 0v9M4 41h40M5 27.5 22 12l17 15.5M35 9a4 4 0 1 0 8 0 4 4 0 1 0-8 0z",
    "M9 41V24L22 12l13 12v17h-9v-9a4 4 0 0 0-8 0v9z",
));
const BOX: Drawn =
    Some(("M8 24h32v18H8zM5.5 18.5l35-5 .8 5.5M18 32h12M18 13l3.5-8 9 3.5-2 5M24 9l3 1", "M8 24h32v18H8z"));
const MOON: Drawn = Some((
    "M29 7a17.5 17.5 0 1 0 12.5 24A15 15 0 0 1 29 7zM37 9v4M35 11h4M40 19v3M38.5 20.5h3",
    "M29 7a17.5 17.5 0 1 0 12.5 24A15 15 0 0 1 29 7z",
));
const PEBBLES: Drawn = Some((
    "M6 36c0-4 8-6 18-6s18 2 18 6-8 6-18 6-18-2-18-6zM11 25.5c0-3.5 6-5.5 13-5.5s13 2 13 5.5c0 2-2 3.5-5.5 4.6M16 30c-3-1-5-2.5-5-4.5M16.5 14.5c0-3 3.5-5 7.5-5s7.5 2 7.5 5-3 5-7.5 5-7.5-2-7.5-5z",
    "M6 36c0-4 8-6 18-6s18 2 18 6-8 6-18 6-18-2-18-6z",
));
const WINDOW: Drawn = Some((
    "M9 6h30v34H9zM24 6v34M9 22h30M5 40h38v3H5zM12 16c1-3 5-3 6 0M28 33c1-4 6-4 7-1",
    "M9 6h15v16H9zM24 22h15v18H24z",
));
const GLASS: Drawn = Some((
    "M7 20a13 13 0 1 0 26 0 13 13 0 1 0-26 0zM29.5 29.5 42 42M20 13v6M17 16h6M15 24h.01M25 24h.01",
    "M7 20a13 13 0 1 0 26 0 13 13 0 1 0-26 0z",
));
const STAIRS: Drawn = Some(("M4 10h10v8h10v8h10v8h10v8H4zM29 8l12 12M41 13v7h-7", "M4 10h10v8h10v8h10v8h10v8H4z"));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::calm;

    #[test]
    fn every_activity_has_a_picture_of_its_own() {
        let mut lines: Vec<_> = calm::all().iter().map(|activity| calm_picture(activity.slug).line).collect();
        assert!(!lines.contains(&WATER.line));
        lines.sort_unstable();
        lines.dedup();
        assert_eq!(lines.len(), calm::all().len());
    }
}
