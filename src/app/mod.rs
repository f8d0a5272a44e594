//! What a person sees.

pub mod art;
