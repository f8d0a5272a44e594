//! Pieces that several pages share.

pub mod avatar;
pub mod choice;
pub mod code_entry;
pub mod face;
pub mod field;
pub mod icon;
pub mod keypad;
pub mod lamp;
pub mod refused;
pub mod title;
