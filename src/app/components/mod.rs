//! Pieces that several pages share.

pub mod avatar;
pub mod awake;
pub mod back;
pub mod choice;
pub mod code_entry;
pub mod drawing;
pub mod face;
pub mod field;
pub mod ground;
pub mod icon;
pub mod in_address;
pub mod keypad;
pub mod lamp;
pub mod level_choice;
pub mod loaded;
pub mod print;
pub mod read_aloud;
pub mod refused;
pub mod said;
pub mod title;
pub mod toast;
pub mod when;
