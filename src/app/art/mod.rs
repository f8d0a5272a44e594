//! Pictures as plain data: every line is ours. Views turn them into SVG; nothing here knows the web.

pub mod animals;
pub mod body;
pub mod calm;
pub mod colours;
pub mod face;
pub mod helps;
pub mod icons;
pub mod scene;
pub mod sizes;
pub mod weather;
