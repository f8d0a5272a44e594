//! The pages; folders mirror the screens.

pub mod cards;
pub mod check_in;
pub mod door;
pub mod group;
pub mod not_found;
pub mod pupils;
pub mod safeguarding;
pub mod session;
pub mod settings;
pub mod today;
