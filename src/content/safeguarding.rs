//! The safeguarding page: what to do when an adult is worried about a child. One tap from every screen, offline,
//! without unlocking.
//!
//! The school’s own names, numbers and wording come from its settings and go before what stands here.

use super::Provenance;

/// The whole page, in the order in which it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// The page’s name.
    pub title: &'static str,
    /// What to do, in one breath.
    pub in_a_line: &'static str,
    /// That the app has told nobody.
    pub told_no_one: &'static str,
    /// What to do when somebody is in danger this minute.
    pub danger: &'static str,
    /// That the school’s policy wins.
    pub policy: &'static str,
    /// Beside free text: a concern is written on the school’s form and not here.
    pub concern_elsewhere: &'static str,
    /// For the adult only, when a child has chosen a word with a quiet flag.
    pub quiet_reminder: &'static str,
    /// The words above the parts.
    pub headings: Headings,
    /// What to do, step by step.
    pub now: &'static [&'static str],
    /// Tell, explain, describe.
    pub ted: &'static [Ted],
    /// What is never promised.
    pub never: &'static [&'static str],
    /// What is not done.
    pub avoid: &'static [&'static str],
    /// How it is written down, outside this app.
    pub record: &'static [&'static str],
    /// Whom to call; each shows when it was last checked.
    pub helplines: &'static [Helpline],
    /// Reminders for working one to one.
    pub one_to_one: &'static [&'static str],
    /// Licence, source and review date of the page.
    pub about: &'static Provenance,
}

/// The words above the parts of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Headings {
    /// Above [`Page::now`].
    pub now: &'static str,
    /// Above [`Page::ted`].
    pub ted: &'static str,
    /// Above [`Page::never`].
    pub never: &'static str,
    /// Above [`Page::avoid`].
    pub avoid: &'static str,
    /// Above [`Page::record`].
    pub record: &'static str,
    /// Above [`Page::helplines`].
    pub helplines: &'static str,
    /// Above [`Page::one_to_one`].
    pub one_to_one: &'static str,
}

/// One of the three openings that do not lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ted {
    /// Tell, Explain or Describe.
    pub word: &'static str,
    /// How it is said, in “ ”.
    pub line: &'static str,
    /// What it does.
    pub meaning: &'static str,
}

/// How a helpline is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// By telephone.
    Call,
    /// By text message.
    Text,
}

/// A number and whom it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Helpline {
    /// A short name for code.
    pub key: &'static str,
    /// Who answers.
    pub name: &'static str,
    /// The number as it is read: digits and spaces.
    pub number: &'static str,
    /// Call or text.
    pub by: By,
    /// The number as a link: `tel:` or `sms:`.
    pub link: &'static str,
    /// Whom it is for.
    pub who: &'static str,
    /// Where the number was found, and when it was last checked.
    pub about: &'static Provenance,
}

mod written {
    use super::{By, Headings, Helpline, Page, Provenance, Ted};
    include!(concat!(env!("OUT_DIR"), "/safeguarding.rs"));
}

/// The page.
pub fn page() -> &'static Page {
    &written::PAGE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_the_ones_that_were_checked() {
        let numbers: Vec<_> = page().helplines.iter().map(|line| (line.key, line.number, line.link)).collect();
        assert_eq!(
            numbers,
            [
                ("emergency", "999", "tel:999"),
                ("nspcc", "0808 800 5000", "tel:08088005000"),
                ("childline", "0800 1111", "tel:08001111"),
                ("shout", "85258", "sms:85258"),
                ("nhs-111", "111", "tel:111"),
            ]
        );
    }

    #[test]
    fn the_page_never_pretends_that_somebody_was_told() {
        assert!(page().told_no_one.contains("has told no one"));
        assert!(page().quiet_reminder.contains("Nothing has been sent"));
    }

    #[test]
    fn the_first_things_to_do_end_with_telling_the_dsl_in_person() {
        let last = page().now.last().copied().unwrap_or_default();
        assert!(last.contains("DSL") && last.contains("in person"));
        assert!(page().never.iter().any(|line| line.contains("secret")));
        assert!(page().record.iter().any(|line| line.contains("exact words")));
    }

    #[test]
    fn the_openings_are_invitations_and_not_questions() {
        let words: Vec<_> = page().ted.iter().map(|ted| ted.word).collect();
        assert_eq!(words, ["Tell", "Explain", "Describe"]);
        assert!(page().ted.iter().all(|ted| ted.line.contains(ted.word) && !ted.line.contains('?')));
    }
}
