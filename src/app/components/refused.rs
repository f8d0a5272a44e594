//! The sentence that says why something could not be done.

use leptos::prelude::*;

use crate::app::lean::view;
use crate::app::refusal_words;
use crate::keeper::Refusal;

/// A refusal in words, read out at once; nothing when there is none.
#[component]
pub fn Refused(
    /// What to say, if anything.
    #[prop(into)]
    refusal: Signal<Option<Refusal>>,
) -> impl IntoView {
    view! {
        <div role="alert">
            {move || refusal.with(|refusal| refusal.as_ref().map(|refusal| {
                view! { <p class="notice heed">{refusal_words::sentence(refusal)}</p> }
            }))}
        </div>
    }
}
