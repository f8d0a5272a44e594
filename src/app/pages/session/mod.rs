//! A session as the adult sees it: beginning, six stages, the lines, a concern, the note, and what may be told.

pub mod begin;
mod burning;
mod chips;
mod choosing;
pub mod concern;
mod fields;
mod foot;
pub mod lantern;
pub mod lines;
pub mod note;
mod note_closed;
pub mod of_pupil;
pub mod page;
mod panels;
pub mod prompts;
mod reflect;
mod remove;
mod running;
mod sentences;
pub mod share;
mod strip;
pub mod summary;
mod turning;
pub mod waiting;
pub mod words;
