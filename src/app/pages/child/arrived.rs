//! The two taps on arriving, and the two on leaving.

use leptos::prelude::*;

use crate::app::lean::view;
use crate::domain::session::Tap;

use super::Handle;
use super::pair::Pair;

/// On arriving.
#[component]
pub fn Arrive(
    /// The child\'s side.
    handle: Handle,
) -> impl IntoView {
    let before = untrack(|| handle.of_session(|session| session.arrived.clone())).unwrap_or_default();
    view! { <Pair handle before tap=Tap::Arrived/> }
}

/// On leaving.
#[component]
pub fn Leave(
    /// The child\'s side.
    handle: Handle,
) -> impl IntoView {
    let before = untrack(|| handle.of_session(|session| session.left.clone())).unwrap_or_default();
    view! { <Pair handle before tap=Tap::Left/> }
}
