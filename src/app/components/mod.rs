//! Pieces that several pages share.

pub mod avatar;
pub mod face;
pub mod icon;
pub mod lamp;
pub mod print;
pub mod read_aloud;
pub mod refused;
pub mod title;
