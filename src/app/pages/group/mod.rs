//! A group of two to five children around one table: one shared header, and a session and a note of each child's own.

pub mod new;
pub mod page;
mod prompting;
mod round;
pub mod words;
