//! Thin browser services.
