//! Pieces that several pages share.

pub mod avatar;
pub mod face;
pub mod icon;
pub mod lamp;
pub mod refused;
pub mod title;
