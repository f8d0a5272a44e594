//! The school's own details for the safeguarding page: loaded when the vault opens, kept under the cover, where the
//! keeper gives nothing out, and dropped when the vault is locked. Names of staff in their role, nothing about a child.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::lean::{effect, memo};
use crate::domain::School;
use crate::keeper::message::Standing;

use super::house::{Known, use_house};

#[derive(Clone, Copy)]
struct Details(RwSignal<Option<School>>);

/// Provides the details; called once, by the app, after [`super::house`].
pub fn provide_school() {
    let details = RwSignal::new(None);
    let house = use_house();
    let stage = memo(move || house.known().with(Stage::of));
    effect(move || match stage.get() {
        Stage::Open => spawn_local(async move {
            // Without an answer the page says that there are no details, as it does before the vault is opened.
            if let Ok(school) = house.school().await {
                details.set(Some(school));
            }
        }),
        Stage::Covered => {}
        Stage::Shut => details.set(None),
    });
    provide_context(Details(details));
}

/// The school's details, as long as the vault is open or under the cover.
pub fn use_school() -> Signal<Option<School>> {
    expect_context::<Details>().0.into()
}

/// Called in a component: gives the way to show other details from now on, once they are saved.
pub fn use_school_change() -> impl Fn(School) + Copy {
    let Details(details) = expect_context();
    move |school| details.set(Some(school))
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Stage {
    Open,
    Covered,
    Shut,
}

impl Stage {
    fn of(known: &Known) -> Self {
        match known {
            Known::Stands(Standing::Open { .. }) => Self::Open,
            // A vault in trouble is not locked: whom to tell is still worth knowing.
            Known::Stands(Standing::Covered { .. } | Standing::Turned { .. }) | Known::Trouble(_) => Self::Covered,
            Known::Asking | Known::Stands(_) => Self::Shut,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keeper::Refusal;

    #[test]
    fn details_outlive_the_cover_and_not_the_lock() {
        for (known, stage) in [
            (Known::Stands(Standing::Open { demo: false }), Stage::Open),
            (Known::Stands(Standing::Covered { tries_left: 2, demo: false, turned: false }), Stage::Covered),
            (Known::Trouble(Refusal::Gone), Stage::Covered),
            (Known::Stands(Standing::Locked { wait_millis: 0 }), Stage::Shut),
            (Known::Stands(Standing::NoVault), Stage::Shut),
            (Known::Stands(Standing::Elsewhere), Stage::Shut),
            (Known::Asking, Stage::Shut),
        ] {
            assert_eq!(Stage::of(&known), stage, "{known:?}");
        }
    }
}
