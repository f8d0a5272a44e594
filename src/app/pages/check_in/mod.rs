//! A check-in: the child's side, and what the adult does with it later.

pub mod amend;
mod amend_fields;
mod amending;
mod answering;
pub mod attach;
pub mod begin;
mod body;
pub mod detail;
mod done;
mod feeling;
pub mod flow;
pub mod now;
pub mod plan;
pub mod reading;
mod screen;
mod size;
mod telling;
mod words;
