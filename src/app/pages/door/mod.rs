//! The way in: welcome, making a vault, unlocking, the cover, and what is said when there is no way in.

pub mod cover;
pub mod create;
pub mod elsewhere;
pub mod recover;
pub mod trouble;
pub mod unlock;
pub mod waiting;
pub mod welcome;
