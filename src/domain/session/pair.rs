//! Two taps on arriving, two on leaving, and what they say about what was done in between.

use std::collections::BTreeMap;

use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};
use serde::{Deserialize, Serialize};

use crate::domain::Answer;

/// Two taps. Each is one of five pictures, 1 to 5; "pass" and "don't know" are answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// How the body is: 1 (a storm) to 5 (quite still).
    pub calm: Answer<u8>,
    /// How it is inside: 1 (bad) to 5 (good).
    pub good: Answer<u8>,
}

/// On disk: an array of the two taps.
impl<C> Encode<C> for Reading {
    fn encode<W: encode::Write>(&self, output: &mut Encoder<W>, c: &mut C) -> Result<(), encode::Error<W::Error>> {
        output.array(2)?.encode_with(&self.calm, c)?.encode_with(&self.good, c)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Reading {
    fn decode(input: &mut Decoder<'b>, c: &mut C) -> Result<Self, decode::Error> {
        let wrong = || decode::Error::message("a reading is two taps from 1 to 5");
        if input.array()? != Some(2) {
            return Err(wrong());
        }
        let reading = Self { calm: Decode::decode(input, c)?, good: Decode::decode(input, c)? };
        let in_range = |tap: &Answer<u8>| tap.given().is_none_or(|tap| (1..=5).contains(tap));
        if in_range(&reading.calm) && in_range(&reading.good) { Ok(reading) } else { Err(wrong()) }
    }
}

/// How often somebody left calmer than they came after an activity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct After {
    /// The activity's key, or its name in the adult's own words.
    pub activity: String,
    /// In how many sessions the calm tap was higher at the end.
    pub calmer: u32,
    /// Of how many in which both calm taps were given.
    pub of: u32,
}

impl After {
    /// Below so many sessions nothing is said but that it is too early to say.
    pub const ENOUGH: u32 = 5;

    /// Whether there are enough sessions to say anything.
    pub const fn is_enough(&self) -> bool {
        self.of >= Self::ENOUGH
    }
}

/// For each activity how often it was followed by more calm. A session counts once for each activity that was done in
/// it, and only when both calm taps were given: a pass says nothing about an activity. In the order of the names.
pub fn after_each<'a>(
    sessions: impl Iterator<Item = (&'a Reading, &'a Reading, Vec<&'a str>)>,
) -> impl Iterator<Item = After> {
    let mut counts: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for (arrived, left, mut activities) in sessions {
        let (Some(before), Some(after)) = (arrived.calm.given(), left.calm.given()) else { continue };
        activities.sort_unstable();
        activities.dedup();
        for activity in activities {
            let (calmer, of) = counts.entry(activity.to_owned()).or_default();
            *calmer += u32::from(after > before);
            *of += 1;
        }
    }
    counts.into_iter().map(|(activity, (calmer, of))| After { activity, calmer, of })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calm(tap: u8) -> Reading {
        Reading { calm: Answer::Given(tap), good: Answer::Passed }
    }

    #[test]
    fn seven_times_clay() {
        let ends = [4, 3, 5, 2, 4, 4, 1];
        let (before, after) = (calm(1), ends.map(calm));
        let sessions = after.iter().map(|left| (&before, left, vec!["clay", "walk", "clay"]));
        let found: Vec<_> = after_each(sessions).collect();
        assert_eq!(found[0], After { activity: "clay".into(), calmer: 6, of: 7 });
        assert!(found[0].is_enough());
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn a_pass_is_not_counted_and_four_are_too_few() {
        let (before, after, passed) = (calm(2), calm(3), Reading::default());
        let both = [&after, &after, &passed, &after, &after].map(|left| (&before, left, vec!["clay"]));
        let found: Vec<_> = after_each(both.into_iter()).collect();
        assert_eq!(found, [After { activity: "clay".into(), calmer: 4, of: 4 }]);
        assert!(!found[0].is_enough());
    }

    #[test]
    fn a_tap_beside_the_five_pictures_is_not_read() {
        for tap in [0, 6] {
            let bytes = minicbor::to_vec(calm(tap)).unwrap_or_default();
            assert!(minicbor::decode::<Reading>(&bytes).is_err());
        }
    }
}
