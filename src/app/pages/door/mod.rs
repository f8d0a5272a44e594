//! The way in: welcome, making a vault, unlocking, the cover, and what is said when there is no way in.

pub(in crate::app::pages) mod busy;
mod choose_code;
pub(in crate::app::pages) mod choose_passphrase;
mod countdown;
pub mod cover;
pub mod create;
mod elsewhere;
mod frame;
pub mod lost;
pub mod nickname;
pub mod others;
mod passphrase_plan;
pub mod recover;
pub(in crate::app::pages) mod recovery_sheet;
pub(in crate::app::pages) mod secret;
pub mod trouble;
mod trouble_plan;
mod unlock;
pub mod waiting;
pub mod way_in;
mod welcome;
pub(in crate::app::pages) mod with_passkey;
pub(in crate::app::pages) mod words;
