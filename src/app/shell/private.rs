//! The gate before every page that shows pupils: it is drawn only while the vault is open.
//!
//! When the vault is covered or locked, the page is taken down and everything it held is dropped; the address stays, so
//! that the same page comes back. Once it is locked, the whole program is left for the entrance: nothing it held stays in
//! memory.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::app::context::house::{Known, use_house};
use crate::app::lean::{effect, memo, view};
use crate::app::pages::door;
use crate::keeper::Refusal;
use crate::keeper::message::Standing;

/// Shows a page while the vault is open, and otherwise the way in.
#[component]
pub fn Private<P>(
    /// The page.
    page: P,
) -> impl IntoView
where
    P: Fn() -> AnyView + Send + 'static,
{
    let known = use_house().known();
    // A try less is no other gate: what is being typed there stays.
    let gate = memo(move || known.with(Gate::of));
    move || match gate.get() {
        Gate::Open { .. } => page(),
        Gate::Asking => view! { <door::waiting::Waiting/> },
        Gate::Covered => view! { <door::cover::Cover/> },
        Gate::Outside => view! { <ToTheEntrance/> },
        // What has happened is said here: the entrance would begin anew and know nothing of it.
        Gate::Trouble(refusal) => view! { <door::trouble::Trouble refusal/> },
    }
}

/// Loads the page anew, where the entrance stands at the door.
#[component]
fn ToTheEntrance() -> impl IntoView {
    let location = use_location();
    // After this view stands. The router may still be on its way here, so the address is the one it is going to.
    effect(move || {
        let address = [location.pathname.get_untracked(), location.search.get_untracked()].join("?");
        // It is our own address: the browser takes it.
        let _ = window().location().assign(address.trim_end_matches('?'));
    });
    view! { <door::waiting::Waiting/> }
}

/// What stands before a page.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Gate {
    Asking,
    Open {
        demo: bool,
    },
    Covered,
    /// There is no vault here, it is locked, or another window has it.
    Outside,
    Trouble(Refusal),
}

impl Gate {
    fn of(known: &Known) -> Self {
        match known {
            Known::Asking => Self::Asking,
            Known::Stands(Standing::Open { demo }) => Self::Open { demo: *demo },
            Known::Stands(Standing::Covered { .. }) => Self::Covered,
            // The child's side stands before every page by itself, see [`crate::app::routes`].
            Known::Stands(Standing::Turned { .. }) => Self::Asking,
            Known::Stands(Standing::NoVault | Standing::Lost | Standing::Locked { .. } | Standing::Elsewhere) => {
                Self::Outside
            }
            Known::Trouble(refusal) => Self::Trouble(refusal.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_behind_the_gate_unless_the_vault_is_open() {
        let open = |known: Known| matches!(Gate::of(&known), Gate::Open { .. });
        assert!(open(Known::Stands(Standing::Open { demo: true })));
        for known in [
            Known::Asking,
            Known::Stands(Standing::NoVault),
            Known::Stands(Standing::Locked { wait_millis: 0 }),
            Known::Stands(Standing::Covered { tries_left: 5, demo: false, turned: false }),
            Known::Stands(Standing::Elsewhere),
            Known::Stands(Standing::Turned { demo: false }),
            Known::Trouble(Refusal::Gone),
        ] {
            assert!(!open(known.clone()), "{known:?}");
        }
    }

    #[test]
    fn a_wrong_code_leaves_the_gate_as_it_is() {
        let covered =
            |tries_left| Gate::of(&Known::Stands(Standing::Covered { tries_left, demo: false, turned: false }));
        assert_eq!(covered(5), covered(4));
    }
}
