//! The child whom an address names after its question mark: what a page for the adult alone is opened for.

use leptos::prelude::*;

use crate::app::components::in_address::use_in_address;
use crate::app::components::loaded::{Asked, asked};
use crate::app::context::house::use_house;
use crate::app::lean::memo;
use crate::domain::SubjectId;
use crate::keeper::Refusal;
use crate::keeper::message::PupilRow;

/// The name of the child in the address.
const PUPIL_QUERY: &str = "pupil";

/// That child, or nobody where the address names none. Called in a component.
pub fn pupil_in_address() -> Asked<Result<Option<PupilRow>, Refusal>> {
    let (house, address) = (use_house(), use_in_address());
    let subject = memo(move || address.read(PUPIL_QUERY, |word| word.and_then(|word| word.parse::<SubjectId>().ok())));
    asked(move || {
        let subject = subject.get();
        async move {
            match subject {
                Some(subject) => Ok(Some(house.pupil_page(subject).await?.row)),
                None => Ok(None),
            }
        }
    })
}
