//! What is for the adult alone and never stands on a child’s screen.

use crate::content::ByLevel;

/// Something that happens in a child’s life, and what one can do beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LifeEvent {
    /// Its place in an address; never changes.
    pub key: &'static str,
    /// Its name on screen.
    pub title: &'static str,
    /// What it can be like.
    pub in_a_line: &'static str,
    /// What may be seen.
    pub notice: &'static [&'static str],
    /// What to do.
    pub to_do: &'static [&'static str],
    /// Lines that can be said to the child as they stand, in “ ”.
    pub say: &'static [&'static str],
    /// What is easy to slip into.
    pub avoid: &'static [&'static str],
}

/// A minute after a hard session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct After {
    /// Its name on screen.
    pub title: &'static str,
    /// What comes before it: a worry about a child goes to the DSL first.
    pub first: &'static str,
    /// What it does not replace.
    pub then: &'static str,
    /// Its steps; sixty seconds in all.
    pub moments: &'static [Moment],
}

/// A step of the minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// What is shown.
    pub say: &'static str,
    /// How long it stays.
    pub seconds: u8,
}

/// A note for mending what went wrong between the adult and a child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repair {
    /// Its name on screen.
    pub title: &'static str,
    /// What it is for.
    pub in_a_line: &'static str,
    /// What it is not for.
    pub limit: &'static str,
    /// What is thought through, one after another.
    pub fields: &'static [Field],
    /// How it can sound, in “ ”.
    pub say: ByLevel<&'static [&'static str]>,
}

/// A question of the repair note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// What is kept in a note; never changes.
    pub key: &'static str,
    /// The question.
    pub title: &'static str,
    /// How an answer can look.
    pub hint: &'static str,
}
