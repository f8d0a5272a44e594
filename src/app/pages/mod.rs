//! The pages; folders mirror the screens.

pub mod after;
pub mod backup;
pub mod beginnings;
pub mod calm;
pub mod cards;
pub mod check_in;
pub mod child;
pub mod door;
pub mod group;
pub mod life_events;
pub mod not_found;
pub mod practice;
pub mod prompts;
pub mod pupils;
pub mod safeguarding;
pub mod session;
pub mod settings;
pub mod sheets;
pub mod today;
