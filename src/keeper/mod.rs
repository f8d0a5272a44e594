//! Answers the page's commands and queries; the only holder of keys.
