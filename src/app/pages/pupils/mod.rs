//! The children: the list, adding and changing, and each child's page.

mod draft;
pub mod edit;
mod form;
pub mod in_address;
pub mod list;
pub mod page;
pub mod person;
pub mod prepared;
pub mod words;
