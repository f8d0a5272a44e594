//! The tile that stands for a child: their animal on their colour.

use leptos::prelude::*;

use crate::app::art::animals::{self, Animal};
use crate::app::lean::view;

/// An animal on a colour. A key that this build does not know shows the colour alone.
#[component]
pub fn Avatar(
    /// The animal's key.
    #[prop(into)]
    animal: Signal<String>,
    /// The colour's key.
    #[prop(into)]
    colour: Signal<String>,
    /// How large: the style sheet knows "small" and "large"; nothing is the ordinary size.
    #[prop(optional)]
    size: &'static str,
) -> impl IntoView {
    view! {
        <span class=format!("avatar {size}") data-colour=move || colour.get()>
            {move || animals::find(&animal.get()).map(|animal| view! { <AnimalPicture animal/> })}
        </span>
    }
}

/// One of the twelve animals.
#[component]
pub fn AnimalPicture(
    /// Which.
    animal: &'static Animal,
) -> impl IntoView {
    let paths = |class: &'static str, paths: &'static [&'static str]| {
        paths.iter().map(|path| view! { <path class=class d=*path/> }).collect_view()
    };
    view! {
        <svg class="animal" viewBox=animals::VIEW_BOX aria-hidden="true">
            {paths("soft", animal.soft)}
            {paths("line", animal.lines)}
            {paths("solid", animal.solid)}
            {paths("dot", animal.dots)}
        </svg>
    }
}
