//! Answers the page's commands and queries; the only holder of keys.
//!
//! The page sends a [`message::Ask`], the [`core::Keeper`] answers with a [`message::Reply`] or a [`Refusal`]. In the
//! browser the keeper runs in a worker ([`worker`]) and the page holds the other end of the wire ([`link`]).

mod check_ins;
mod child_side;
#[cfg(test)]
mod clock_tests;
pub mod core;
#[cfg(test)]
mod core_tests;
pub mod demo;
mod door;
mod draft;
#[cfg(test)]
mod earlier_tests;
pub mod exchange;
mod groups;
mod household;
mod keys;
#[cfg(test)]
mod keys_tests;
mod library;
pub mod link;
mod manifest;
pub mod message;
mod naming;
mod open_vault;
mod pupils;
mod refusal;
mod resealing;
#[cfg(test)]
mod resealing_tests;
mod schema;
#[cfg(test)]
mod schema_tests;
mod school_way;
#[cfg(test)]
mod session_tests;
mod sessions;
mod shown_code;
mod subject_key;
#[cfg(test)]
mod tamper_tests;
#[cfg(any(test, fuzzing))]
pub mod trials;
pub mod worker;

pub use core::{Keeper, KeyCost};
pub use refusal::{Refusal, StorageTrouble};
