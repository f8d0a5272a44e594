//! The gate before every page that shows pupils: it is drawn only while the vault is open.
//!
//! When the vault is covered or locked, the page is taken down and everything it held is dropped; the address stays, so
//! that the same page comes back.

use leptos::prelude::*;

use crate::app::context::house::{Known, use_house};
use crate::app::pages::door;
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
    move || match known.get() {
        Known::Stands(Standing::Open { .. }) => page().into_any(),
        Known::Asking => view! { <door::waiting::Waiting/> }.into_any(),
        Known::Stands(Standing::NoVault) => view! { <door::welcome::Welcome/> }.into_any(),
        Known::Stands(Standing::Locked { wait_millis }) => view! { <door::unlock::Unlock wait_millis/> }.into_any(),
        Known::Stands(Standing::Covered { .. }) => view! { <door::cover::Cover/> }.into_any(),
        Known::Stands(Standing::Elsewhere) => view! { <door::elsewhere::Elsewhere/> }.into_any(),
        Known::Trouble(refusal) => view! { <door::trouble::Trouble refusal/> }.into_any(),
    }
}
