//! The pages; folders mirror the screens.

pub mod calm;
pub mod cards;
pub mod check_in;
pub mod child;
pub mod door;
pub mod not_found;
pub mod pupils;
pub mod safeguarding;
pub mod settings;
pub mod today;
