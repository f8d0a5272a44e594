//! Calm: activities and a room of lights, which anyone may see; nothing here asks the keeper.
//!
//! [`player::Player`], [`lights::Lights`] and [`choose::ChooseCalm`] know no address and no frame, so that the child's
//! side of the tablet has the same; the pages around them are thin.

pub mod activity;
pub mod choose;
mod escape;
mod filter;
pub mod index;
pub mod lights;
pub mod picture;
pub mod player;
pub mod rooms;
mod words;
