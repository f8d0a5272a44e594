//! Pieces that several pages share.

pub mod avatar;
pub mod face;
pub mod icon;
pub mod lamp;
pub mod loaded;
pub mod print;
pub mod read_aloud;
pub mod refused;
pub mod said;
pub mod title;
pub mod toast;
pub mod when;
