//! A session of two to five children. The header says who was there and what was done; it belongs to the house. What is
//! about one child stands in that child's own session and note, so that one child's export never holds another's.

use minicbor::bytes::ByteArray;
use serde::{Deserialize, Serialize};

use crate::domain::{Fields, Kind, Moment, Record, RecordError, SubjectId};

use super::all_differ;

/// How many children a group may have.
pub const SIZES: std::ops::RangeInclusive<usize> = 2..=5;

/// What a group is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Purpose {
    /// Building with bricks, in three roles that rotate.
    Bricks,
    /// Friendship.
    Friendship,
    /// Resilience.
    Resilience,
}

impl Purpose {
    /// All purposes.
    pub const ALL: [Self; 3] = [Self::Bricks, Self::Friendship, Self::Resilience];

    fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| *purpose as u8 == number)
    }
}

/// What a child does in a round of building.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Has the plan and describes it.
    Engineer,
    /// Finds the pieces.
    Supplier,
    /// Puts them together.
    Builder,
}

impl Role {
    const ALL: [Self; 3] = [Self::Engineer, Self::Supplier, Self::Builder];
}

/// What the children of a group share: one header for all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// When it began.
    pub started: Moment,
    /// When it ended; nothing while it is under way.
    pub ended: Option<Moment>,
    /// What it is for.
    pub purpose: Purpose,
    /// Who is there, in the order in which they sit. No child twice.
    pub members: Vec<SubjectId>,
    /// How many rounds of building there have been.
    pub rounds: u16,
}

impl Group {
    /// A group that begins now. Nothing when there are too few or too many children, or one of them twice.
    pub fn begin(now: Moment, purpose: Purpose, members: Vec<SubjectId>) -> Option<Self> {
        let group = Self { started: now, ended: None, purpose, members, rounds: 0 };
        group.is_sound().then_some(group)
    }

    fn is_sound(&self) -> bool {
        SIZES.contains(&self.members.len()) && all_differ(&self.members)
    }

    /// Who does what in a round: everybody moves on by one place each round. Of two children one has two roles; from
    /// the fourth on they build together.
    pub fn roles(&self, round: u16) -> Vec<(SubjectId, Role)> {
        let count = self.members.len();
        let seat = |place: usize| self.members.get((place + usize::from(round)) % count.max(1)).copied();
        (0..count.max(Role::ALL.len()))
            .filter_map(|place| Some((seat(place)?, *Role::ALL.get(place).unwrap_or(&Role::Builder))))
            .collect()
    }
}

impl Record for Group {
    const KIND: Kind = Kind::GROUP;
    const VERSION: u16 = 1;

    fn read(fields: &mut Fields) -> Result<Self, RecordError> {
        let group = Self {
            started: fields.need(1)?,
            ended: fields.take(2)?,
            purpose: Purpose::from_number(fields.need(3)?).ok_or(RecordError::Unexpected(3))?,
            members: fields
                .need::<Vec<ByteArray<16>>>(4)?
                .into_iter()
                .map(|bytes| SubjectId::from_bytes(bytes.into()))
                .collect(),
            rounds: fields.need(5)?,
        };
        if group.is_sound() { Ok(group) } else { Err(RecordError::Unexpected(4)) }
    }

    fn write(&self, fields: &mut Fields) {
        fields.put(1, self.started);
        fields.put_some(2, self.ended);
        fields.put(3, self.purpose as u8);
        let members: Vec<_> = self.members.iter().map(|member| ByteArray::from(*member.as_bytes())).collect();
        fields.put(4, members);
        fields.put(5, self.rounds);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    const NOW: Moment = Moment { utc_millis: 1_795_428_000_000, offset_minutes: 0 };

    fn of(count: u8) -> Option<Group> {
        Group::begin(NOW, Purpose::Bricks, (1..=count).map(|number| SubjectId::from_bytes([number + 1; 16])).collect())
    }

    #[test]
    fn a_group_is_two_to_five_different_children() {
        assert!(of(1).is_none() && of(6).is_none());
        assert!((2..=5).all(|count| of(count).is_some()));
        let twin = SubjectId::from_bytes([7; 16]);
        assert_eq!(Group::begin(NOW, Purpose::Friendship, vec![twin, twin]), None);
    }

    #[test]
    fn after_as_many_rounds_as_children_everybody_has_had_every_role() {
        for count in 2..=5u8 {
            let group = of(count).unwrap();
            for member in &group.members {
                let had: std::collections::HashSet<_> = (0..u16::from(count))
                    .flat_map(|round| group.roles(round))
                    .filter(|(who, _)| who == member)
                    .map(|(_, role)| role)
                    .collect();
                assert_eq!(had.len(), 3, "{count} children");
            }
        }
    }

    #[test]
    fn every_round_has_all_three_roles_and_nobody_is_left_out() {
        for count in 2..=5u8 {
            let group = of(count).unwrap();
            for round in [0, 1, 7, u16::MAX] {
                let roles = group.roles(round);
                assert!(Role::ALL.iter().all(|role| roles.iter().any(|(_, has)| has == role)));
                assert!(group.members.iter().all(|member| roles.iter().any(|(who, _)| who == member)));
            }
        }
    }
}
