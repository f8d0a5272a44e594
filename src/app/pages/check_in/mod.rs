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
mod drawing;
mod feeling;
pub mod flow;
mod help;
pub mod now;
mod other_way;
pub mod plan;
pub mod reading;
mod screen;
mod seen;
mod size;
mod telling;
pub mod telling_side;
mod words;
