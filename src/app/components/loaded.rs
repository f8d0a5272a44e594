//! What is shown once the keeper has answered.

use leptos::prelude::*;

use crate::keeper::Refusal;

use super::refused::Refused;

/// Shows what was read, the reason why it could not be, or nothing yet.
pub fn loaded<T: Clone + 'static, V: IntoView + 'static>(
    from: LocalResource<Result<T, Refusal>>,
    show: impl Fn(T) -> V + Send + 'static,
) -> impl Fn() -> Option<AnyView> {
    move || {
        from.get().map(|answer| match answer {
            Ok(value) => show(value).into_any(),
            Err(refusal) => view! { <Refused refusal=Signal::stored(Some(refusal))/> }.into_any(),
        })
    }
}
