//! Whose check-in, and which: as the address says it.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::domain::{RecordId, SubjectId};

/// The subject and the check-in in the address; nothing when they cannot be any.
pub fn use_ids() -> Memo<Option<(SubjectId, RecordId)>> {
    let params = use_params_map();
    Memo::new(move |_| {
        params
            .with(|params| Some((params.get_str("subject")?.parse().ok()?, params.get_str("check_in")?.parse().ok()?)))
    })
}

/// The child in the address; nothing when it cannot be one.
pub fn use_subject() -> Memo<Option<SubjectId>> {
    let params = use_params_map();
    Memo::new(move |_| params.with(|params| params.get_str("subject")?.parse().ok()))
}

/// The step in the address.
pub fn use_step_word() -> Memo<String> {
    let params = use_params_map();
    Memo::new(move |_| params.with(|params| params.get("step").unwrap_or_default()))
}
