//! What the door shows: the way in for how things stand. It is drawn by the entrance alone, so that the room carries none
//! of it.

use leptos::prelude::*;

use crate::app::context::house::{Known, use_house};
use crate::app::lean::{memo, view};
use crate::keeper::Refusal;
use crate::keeper::message::Standing;

use super::elsewhere::Elsewhere;
use super::lost::Lost;
use super::trouble::Trouble;
use super::unlock::Unlock;
use super::waiting::Waiting;
use super::welcome::Welcome;

/// The way in.
#[component]
pub fn WayIn() -> impl IntoView {
    let known = use_house().known();
    // A second less to wait is no other way: what is being typed there stays.
    let stage = memo(move || known.with(Stage::of));
    move || match stage.get() {
        Stage::Waiting => view! { <Waiting/> },
        Stage::Welcome => view! { <Welcome/> },
        Stage::Lost => view! { <Lost/> },
        Stage::Locked => view! { <Unlock/> },
        Stage::Elsewhere => view! { <Elsewhere/> },
        Stage::Trouble(refusal) => view! { <Trouble refusal/> },
    }
}

/// What stands at the door.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Stage {
    /// For the keeper's answer, or for the room.
    Waiting,
    Welcome,
    Lost,
    Locked,
    Elsewhere,
    Trouble(Refusal),
}

impl Stage {
    fn of(known: &Known) -> Self {
        match known {
            Known::Asking
            | Known::Stands(Standing::Open { .. } | Standing::Covered { .. } | Standing::Turned { .. }) => {
                Self::Waiting
            }
            Known::Stands(Standing::NoVault) => Self::Welcome,
            Known::Stands(Standing::Lost) => Self::Lost,
            Known::Stands(Standing::Locked { .. }) => Self::Locked,
            Known::Stands(Standing::Elsewhere) => Self::Elsewhere,
            Known::Trouble(refusal) => Self::Trouble(refusal.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passing_second_leaves_the_door_as_it_is() {
        let locked = |wait_millis| Stage::of(&Known::Stands(Standing::Locked { wait_millis }));
        assert_eq!(locked(30_000), locked(0));
    }

    #[test]
    fn once_it_is_open_the_door_waits_for_the_room() {
        for standing in [Standing::Open { demo: false }, Standing::Covered { tries_left: 5, demo: true, turned: false }]
        {
            assert_eq!(Stage::of(&Known::Stands(standing)), Stage::Waiting);
        }
    }
}
