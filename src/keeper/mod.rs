//! Answers the page's commands and queries; the only holder of keys.
//!
//! The page sends a [`message::Ask`], the [`core::Keeper`] answers with a [`message::Reply`] or a [`Refusal`]. In the
//! browser the keeper runs in a worker ([`worker`]) and the page holds the other end of the wire ([`link`]).

mod check_ins;
mod child_side;
pub mod core;
#[cfg(test)]
mod core_tests;
pub mod demo;
mod door;
pub mod exchange;
mod groups;
mod household;
mod library;
pub mod link;
pub mod message;
mod open_vault;
mod pupils;
mod refusal;
#[cfg(test)]
mod session_tests;
mod sessions;
mod subject_key;
pub mod worker;

pub use core::{Keeper, KeyCost};
pub use refusal::{Refusal, StorageTrouble};
