//! Whom to tell in this school, as the page can show it.

use crate::app::context::house::Known;
use crate::domain::School;
use crate::keeper::message::Standing;

/// What is known of the school's own names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SchoolNames {
    /// There is no vault for them yet.
    Nowhere,
    /// The vault is shut: they cannot be read.
    Inside,
    /// The vault is open and has not given them.
    Asked,
    /// Nobody has been entered.
    Nobody,
    /// These.
    Known {
        /// The lead and the deputy, as far as they are entered.
        people: Vec<Contact>,
        /// What the school's own policy asks for first.
        policy: Option<String>,
    },
}

/// One person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Whether this is the lead; otherwise the deputy.
    pub is_lead: bool,
    /// Their name, if it was entered.
    pub name: Option<String>,
    /// Where or how they are reached, as it was entered.
    pub reach: Option<String>,
    /// The telephone number in it, as a link.
    pub call: Option<String>,
}

impl SchoolNames {
    /// From what is known of the school. It is known under the cover too: whom to tell must never wait for a code.
    pub fn of(known: &Known, school: Option<School>) -> Self {
        match school {
            None if known.is_open() => Self::Asked,
            None if *known == Known::Stands(Standing::NoVault) => Self::Nowhere,
            None => Self::Inside,
            Some(school) if school.is_empty() => Self::Nobody,
            Some(school) => Self::Known {
                people: [
                    Contact::of(true, school.lead_name, school.lead_reach),
                    Contact::of(false, school.deputy_name, school.deputy_reach),
                ]
                .into_iter()
                .flatten()
                .collect(),
                policy: school.policy_note,
            },
        }
    }
}

impl Contact {
    fn of(is_lead: bool, name: Option<String>, reach: Option<String>) -> Option<Self> {
        let call = reach.as_deref().and_then(call_link);
        (name.is_some() || reach.is_some()).then_some(Self { is_lead, name, reach, call })
    }
}

/// The first telephone number in a text, as a link: at least seven digits with nothing but spaces, hyphens, dots and
/// brackets between them, so that a room or an extension is not taken for one.
fn call_link(text: &str) -> Option<String> {
    const FEWEST_DIGITS: usize = 7;
    let is_between = |character: char| matches!(character, ' ' | '-' | '.' | '(' | ')');
    text.split(|character: char| !(character.is_ascii_digit() || character == '+' || is_between(character))).find_map(
        |part| {
            let digits: String = part.chars().filter(char::is_ascii_digit).collect();
            let plus = if part.trim_start().starts_with('+') { "+" } else { "" };
            (digits.len() >= FEWEST_DIGITS).then(|| format!("tel:{plus}{digits}"))
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn school() -> School {
        School {
            lead_name: Some("Ms Okafor".to_owned()),
            lead_reach: Some("Room by the hall, 01632 960001".to_owned()),
            deputy_name: None,
            deputy_reach: None,
            policy_note: Some("Ring the office first.".to_owned()),
        }
    }

    const OPEN: Known = Known::Stands(Standing::Open { demo: false });
    const COVERED: Known = Known::Stands(Standing::Covered { tries_left: 5, demo: false, turned: false });
    const LOCKED: Known = Known::Stands(Standing::Locked { wait_millis: 0 });
    const NO_VAULT: Known = Known::Stands(Standing::NoVault);

    #[test]
    fn without_names_it_is_said_where_they_are() {
        assert_eq!(SchoolNames::of(&LOCKED, None), SchoolNames::Inside);
        assert_eq!(SchoolNames::of(&OPEN, None), SchoolNames::Asked);
        assert_eq!(SchoolNames::of(&NO_VAULT, None), SchoolNames::Nowhere);
    }

    #[test]
    fn names_are_shown_under_the_cover_as_in_the_open() {
        assert_eq!(SchoolNames::of(&OPEN, Some(School::default())), SchoolNames::Nobody);
        let lead = Contact {
            is_lead: true,
            name: Some("Ms Okafor".to_owned()),
            reach: Some("Room by the hall, 01632 960001".to_owned()),
            call: Some("tel:01632960001".to_owned()),
        };
        let policy = Some("Ring the office first.".to_owned());
        let known = SchoolNames::Known { people: vec![lead], policy };
        assert_eq!(SchoolNames::of(&OPEN, Some(school())), known);
        assert_eq!(SchoolNames::of(&COVERED, Some(school())), known);
    }

    #[test]
    fn a_person_with_only_a_number_is_still_shown() {
        let school = School { deputy_reach: Some("ext. 12".to_owned()), ..School::default() };
        let deputy = Contact { is_lead: false, name: None, reach: Some("ext. 12".to_owned()), call: None };
        assert_eq!(SchoolNames::of(&OPEN, Some(school)), SchoolNames::Known { people: vec![deputy], policy: None });
    }

    #[test]
    fn a_number_is_found_among_words_and_a_room_is_not_a_number() {
        let links = [
            ("01632 960001", Some("tel:01632960001")),
            ("Office 2, 01632-960-001 or ext. 45", Some("tel:01632960001")),
            ("+44 1632 960001", Some("tel:+441632960001")),
            ("(01632) 960001, after 3.30", Some("tel:01632960001")),
            ("Room 12, extension 4512", None),
            ("", None),
        ];
        for (text, link) in links {
            assert_eq!(call_link(text).as_deref(), link, "{text}");
        }
    }
}
