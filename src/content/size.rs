//! How big a feeling is: five pictures for levels A and B, nought to ten for level C.

use super::Provenance;

/// The question and both ways to answer it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// The question a child is asked.
    pub ask: &'static str,
    /// Five sizes, each with a picture of its own.
    pub steps: &'static [Step],
    /// Nought to ten.
    pub scale: Scale,
    /// Licence, source and review date.
    pub about: &'static Provenance,
}

/// One of the five sizes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// 1 to 5; what is kept in a check-in.
    pub value: u8,
    /// Names its picture.
    pub key: &'static str,
    /// The word on its button.
    pub label: &'static str,
    /// What it means, for a child.
    pub meaning: &'static str,
}

/// A scale of whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The first number: 0.
    pub lowest: u8,
    /// The last number: 10.
    pub highest: u8,
    /// What the first number means.
    pub lowest_label: &'static str,
    /// What the last number means.
    pub highest_label: &'static str,
}

mod written {
    use super::{Provenance, Scale, Size, Step};
    include!(concat!(env!("OUT_DIR"), "/size.rs"));
}

/// The five sizes, smallest first.
pub fn steps() -> &'static [Step] {
    written::SIZE.steps
}

/// The size with this value, 1 to 5.
pub fn step(value: u8) -> Option<&'static Step> {
    steps().iter().find(|step| step.value == value)
}

/// Nought to ten, with a label at either end.
pub fn scale() -> &'static Scale {
    &written::SIZE.scale
}

/// The question, and where these words come from.
pub fn size() -> &'static Size {
    &written::SIZE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_five_sizes_from_one_to_five() {
        assert!(steps().iter().map(|step| step.value).eq(1..=5));
        assert_eq!(step(1).map(|step| step.key), Some("tiny"));
        assert_eq!((step(0), step(6)), (None, None));
    }

    #[test]
    fn the_scale_for_older_pupils_goes_from_nought_to_ten() {
        assert_eq!((scale().lowest, scale().highest), (0, 10));
        assert_ne!(scale().lowest_label, scale().highest_label);
    }
}
