//! A child while the form is being filled in, and who is meant when somebody types in the search field.

use crate::app::art::{animals, colours};
use crate::domain::{Level, Moment, Pupil, TextFault, YearGroup, text};
use crate::keeper::message::PupilRow;

/// What the form holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// As typed.
    pub name: String,
    /// The animal's key.
    pub animal: String,
    /// The colour's key.
    pub colour: String,
    /// The year group, if it is said.
    pub year: Option<YearGroup>,
    /// How much language.
    pub level: Level,
}

impl Draft {
    /// A new child: an animal and a colour that no other child on the list has together, as far as they go.
    pub fn new(others: &[PupilRow]) -> Self {
        let (animal, colour) = free_tile(others);
        Self { name: String::new(), animal, colour, year: None, level: Level::B }
    }

    /// A child as they are recorded.
    pub fn of(pupil: &Pupil) -> Self {
        let Pupil { name, animal, colour, year, level, .. } = pupil.clone();
        Self { name, animal, colour, year, level }
    }

    /// What is wrong with the name.
    ///
    /// # Errors
    /// The [`TextFault`].
    pub fn check(&self) -> Result<(), TextFault> {
        text::line(&self.name, text::NAME_LIMIT).map(drop)
    }

    /// A new child; the keeper sets when.
    pub fn pupil(self, now: Moment) -> Pupil {
        let Self { name, animal, colour, year, level } = self;
        Pupil { name, animal, colour, year, level, archived: false, added: now }
    }

    /// The child with what the form holds now.
    pub fn applied_to(self, pupil: &Pupil) -> Pupil {
        Pupil { archived: pupil.archived, added: pupil.added, ..self.pupil(pupil.added) }
    }
}

/// The first animal that is least in use, on the colour that is least in use.
fn free_tile(others: &[PupilRow]) -> (String, String) {
    let uses = |is: &dyn Fn(&Pupil) -> bool| others.iter().filter(|row| is(&row.pupil)).count();
    let animal = animals::ANIMALS.iter().min_by_key(|animal| uses(&|pupil| pupil.animal == animal.key));
    let colour = colours::COLOURS.iter().min_by_key(|colour| uses(&|pupil| pupil.colour == colour.key));
    let key = |key: Option<&'static str>| key.unwrap_or_default().to_owned();
    (key(animal.map(|animal| animal.key)), key(colour.map(|colour| colour.key)))
}

/// Whether a name is meant by what was typed: every part of it occurs, in any case.
pub fn is_meant(name: &str, typed: &str) -> bool {
    let name = name.to_lowercase();
    typed.split_whitespace().all(|part| name.contains(&part.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::SubjectId;

    fn row(number: u8, animal: &str, colour: &str) -> PupilRow {
        let now = Moment { utc_millis: 0, offset_minutes: 0 };
        let draft = Draft { animal: animal.into(), colour: colour.into(), name: "A".into(), ..Draft::new(&[]) };
        PupilRow { subject: SubjectId::from_bytes([number; 16]), pupil: draft.pupil(now), last_check_in: None }
    }

    #[test]
    fn a_new_child_gets_a_tile_that_is_free() {
        let first = Draft::new(&[]);
        let second = Draft::new(&[row(2, &first.animal, &first.colour)]);
        assert_ne!((&first.animal, &first.colour), (&second.animal, &second.colour));
        assert_ne!(first.animal, second.animal);
    }

    #[test]
    fn changing_a_child_leaves_the_rest_of_the_record() {
        let mut pupil = row(2, "owl", "sky").pupil;
        pupil.archived = true;
        pupil.added = Moment { utc_millis: 5, offset_minutes: 60 };
        let draft = Draft { name: "J.M.".into(), ..Draft::of(&pupil) };
        assert_eq!(draft.applied_to(&pupil), Pupil { name: "J.M.".into(), ..pupil.clone() });
    }

    #[test]
    fn a_child_is_found_by_parts_of_the_name() {
        assert!(is_meant("Zoë O’Neill", "neill zo"));
        assert!(is_meant("J.M.", "j"));
        assert!(is_meant("Owl", "  "));
        assert!(!is_meant("Owl", "owls"));
    }

    #[test]
    fn a_name_of_spaces_is_no_name() {
        assert_eq!(Draft { name: "  ".into(), ..Draft::new(&[]) }.check(), Err(TextFault::Empty));
    }
}
