//! Lantern Room: a calm tablet app for the adult who sits beside one child.
//!
//! The map of the house. Six floors; a floor may import from the floors below it, never from those above:
//!
//! | floor | module | what it knows |
//! | --- | --- | --- |
//! | 5 | [`app`] | what a person sees: shell, routes, contexts, pages, components (Leptos) |
//! | 4 | [`keeper`] | answers the page's commands and queries; runs in a Web Worker and holds the keys |
//! | 3 | [`store`] | sealed envelopes on disk: one trait, several homes |
//! | 2 | [`vault`] | keys, slots and sealing; plain Rust |
//! | 1 | [`platform`] | thin browser services: clock, speech, install, wake lock |
//! | 0 | [`domain`] | what is recorded, and its rules; plain Rust |
//! | 0 | [`content`] | words, cards and activities: text in TOML, checked when it is built |

pub mod app;
pub mod content;
pub mod domain;
pub mod keeper;
pub mod platform;
pub mod store;
#[cfg(any(test, fuzzing))]
pub mod trials;
pub mod vault;
