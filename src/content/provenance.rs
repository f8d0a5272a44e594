//! Where a piece of content comes from and when somebody last looked at it.

/// Licence, source and review date of a piece of content. The build refuses content without them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// A licence by its short name, e.g. `CC BY 4.0`.
    pub licence: &'static str,
    /// What it was made from, in a sentence.
    pub source: &'static str,
    /// The day of the last review, ISO 8601: `2026-11-21`.
    pub reviewed: &'static str,
    /// The month of the last review, to be read: `November 2026`.
    pub reviewed_in: &'static str,
}
