//! Who does what in a round of building, child by child.

use crate::domain::SubjectId;
use crate::domain::session::{Group, Purpose, Role};

/// The roles of one child in the round that is on; none where nothing is built.
pub fn roles_of(group: &Group, member: SubjectId) -> Vec<Role> {
    if group.purpose != Purpose::Bricks {
        return Vec::new();
    }
    let all = group.roles(group.rounds).into_iter();
    all.filter(|(who, _)| *who == member).map(|(_, role)| role).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::domain::Moment;

    const NOON: Moment = Moment { utc_millis: 1_795_428_000_000, offset_minutes: 0 };

    #[test]
    fn of_two_children_one_has_two_jobs_and_they_go_round() {
        let (ann, ben) = (SubjectId::from_bytes([2; 16]), SubjectId::from_bytes([3; 16]));
        let mut group = Group::begin(NOON, Purpose::Bricks, vec![ann, ben]).unwrap();
        assert_eq!(roles_of(&group, ann), [Role::Engineer, Role::Builder]);
        group.rounds = 1;
        assert_eq!(roles_of(&group, ann), [Role::Supplier]);
    }

    #[test]
    fn without_bricks_there_are_no_jobs() {
        let members = vec![SubjectId::from_bytes([2; 16]), SubjectId::from_bytes([3; 16])];
        let group = Group::begin(NOON, Purpose::Friendship, members).unwrap();
        assert!(roles_of(&group, SubjectId::from_bytes([2; 16])).is_empty());
    }
}
