//! Words, cards and activities, made from the TOML files beside this module when the crate is built.
//!
//! `build.rs` reads and checks the files; what is here gives the constants it wrote their types and answers questions
//! about them. Everything is `'static`: nothing is parsed and nothing is fetched. Keys and slugs are stored in records
//! and addresses, so they stay; the texts are there to be edited.

pub mod body;
mod by_level;
pub mod calm;
pub mod cards;
pub mod demo;
pub mod feelings;
pub mod lines;
pub mod passages;
pub mod practice;
pub mod prompts;
mod provenance;
pub mod room;
pub mod safeguarding;
pub mod size;
pub mod wordlist;

pub use by_level::ByLevel;
pub use provenance::Provenance;

#[cfg(test)]
mod keys_tests;
#[cfg(test)]
mod leading_tests;
#[cfg(test)]
mod reading_tests;
/// The rules the build keeps content to, tried like any other code.
#[cfg(test)]
#[path = "build/rules.rs"]
mod rules;
#[cfg(test)]
mod rules_tests;
