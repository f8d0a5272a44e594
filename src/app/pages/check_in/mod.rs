//! A check-in: the child's side, and what the adult does with it later.

pub mod amend;
pub mod attach;
pub mod detail;
pub mod flow;
pub mod now;
