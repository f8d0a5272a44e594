//! A child as the app knows them: what to call them, how to show them, how much language to offer. Nothing else.

use serde::{Deserialize, Serialize};

use super::{Fields, Kind, Level, Moment, Record, RecordError, text};

/// An English school year, for the adult's list only; nothing is ever derived from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum YearGroup {
    /// Nursery.
    Nursery,
    /// Reception.
    Reception,
    /// Years 1 to 13.
    Year(u8),
}

impl YearGroup {
    /// Every year group, youngest first.
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::Nursery, Self::Reception].into_iter().chain((1..=13).map(Self::Year))
    }

    /// The number that stands for it on disk: -1, 0, 1 to 13.
    pub const fn number(self) -> i8 {
        match self {
            Self::Nursery => -1,
            Self::Reception => 0,
            Self::Year(year) => year as i8,
        }
    }

    /// The year group that a number on disk stands for.
    pub const fn from_number(number: i8) -> Option<Self> {
        match number {
            -1 => Some(Self::Nursery),
            0 => Some(Self::Reception),
            1..=13 => Some(Self::Year(number as u8)),
            _ => None,
        }
    }
}

/// A pupil.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pupil {
    /// A name, a nickname or initials: the school chooses. One line, see [`text::NAME_LIMIT`].
    pub name: String,
    /// The key of the animal that stands for the child.
    pub animal: String,
    /// The key of the colour behind the animal.
    pub colour: String,
    /// The year group, when the adult wants it on the list.
    pub year: Option<YearGroup>,
    /// How much language the child is shown.
    pub level: Level,
    /// Put away: kept, but no longer on the list.
    pub archived: bool,
    /// When the child was added.
    pub added: Moment,
}

impl Pupil {
    /// The same pupil with a checked name.
    ///
    /// # Errors
    /// [`text::TextFault`] for the name.
    pub fn checked(self) -> Result<Self, text::TextFault> {
        Ok(Self { name: text::line(&self.name, text::NAME_LIMIT)?, ..self })
    }
}

impl Record for Pupil {
    const KIND: Kind = Kind::PUPIL;
    const VERSION: u16 = 1;

    fn read(fields: &mut Fields) -> Result<Self, RecordError> {
        Ok(Self {
            name: fields.need(1)?,
            animal: fields.need(2)?,
            colour: fields.need(3)?,
            year: match fields.take(4)? {
                None => None,
                Some(number) => Some(YearGroup::from_number(number).ok_or(RecordError::Unexpected(4))?),
            },
            level: Level::from_number(fields.need(5)?).ok_or(RecordError::Unexpected(5))?,
            archived: fields.take(6)?.unwrap_or(false),
            added: fields.need(7)?,
        })
    }

    fn write(&self, fields: &mut Fields) {
        fields.put(1, &self.name);
        fields.put(2, &self.animal);
        fields.put(3, &self.colour);
        fields.put_some(4, self.year.map(YearGroup::number));
        fields.put(5, self.level.number());
        fields.put(6, self.archived);
        fields.put(7, self.added);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_year_group_has_a_number_of_its_own() {
        for year in YearGroup::all() {
            assert_eq!(YearGroup::from_number(year.number()), Some(year));
        }
        assert_eq!(YearGroup::from_number(14), None);
    }
}
