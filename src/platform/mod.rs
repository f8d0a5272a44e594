//! Thin browser services: each file is one thing that the browser does for us. No Leptos here.

pub mod clock;
pub mod locks;
pub mod settings;
pub mod stumble;
