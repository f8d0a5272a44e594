//! The gate before every page that shows pupils: it is drawn only while the vault is open.
//!
//! When the vault is covered or locked, the page is taken down and everything it held is dropped; the address stays, so
//! that the same page comes back.

use leptos::prelude::*;

use crate::app::context::house::{Known, use_house};
use crate::app::lean::{memo, view};
use crate::app::pages::door;
use crate::keeper::Refusal;
use crate::keeper::message::Standing;

/// Shows a page while the vault is open, and otherwise the way in.
#[component]
pub fn Private<P, V>(
    /// The page.
    page: P,
) -> impl IntoView
where
    P: Fn() -> V + Clone + Send + 'static,
    V: IntoView + 'static,
{
    let known = use_house().known();
    // A try less or a second less to wait is no other gate: what is being typed there stays.
    let gate = memo(move || known.with(Gate::of));
    move || match gate.get() {
        Gate::Open { .. } => page().into_any(),
        Gate::Asking => view! { <door::waiting::Waiting/> },
        Gate::Welcome => view! { <door::welcome::Welcome/> },
        Gate::Locked => view! { <door::unlock::Unlock/> },
        Gate::Covered => view! { <door::cover::Cover/> },
        Gate::Elsewhere => view! { <door::elsewhere::Elsewhere/> },
        Gate::Trouble(refusal) => view! { <door::trouble::Trouble refusal/> },
    }
}

/// What stands before a page.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Gate {
    Asking,
    Open { demo: bool },
    Welcome,
    Locked,
    Covered,
    Elsewhere,
    Trouble(Refusal),
}

impl Gate {
    fn of(known: &Known) -> Self {
        match known {
            Known::Asking => Self::Asking,
            Known::Stands(Standing::Open { demo }) => Self::Open { demo: *demo },
            Known::Stands(Standing::NoVault) => Self::Welcome,
            Known::Stands(Standing::Locked { .. }) => Self::Locked,
            Known::Stands(Standing::Covered { .. }) => Self::Covered,
            Known::Stands(Standing::Elsewhere) => Self::Elsewhere,
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
            Known::Stands(Standing::Covered { tries_left: 5, demo: false }),
            Known::Stands(Standing::Elsewhere),
            Known::Trouble(Refusal::Gone),
        ] {
            assert!(!open(known.clone()), "{known:?}");
        }
    }

    #[test]
    fn a_wrong_code_or_a_passing_second_leaves_the_gate_as_it_is() {
        let covered = |tries_left| Gate::of(&Known::Stands(Standing::Covered { tries_left, demo: false }));
        assert_eq!(covered(5), covered(4));
        let locked = |wait_millis| Gate::of(&Known::Stands(Standing::Locked { wait_millis }));
        assert_eq!(locked(30_000), locked(0));
    }
}
