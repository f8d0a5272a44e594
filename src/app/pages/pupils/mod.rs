//! The children.

pub mod edit;
pub mod list;
pub mod page;
