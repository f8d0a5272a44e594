//! The school's own details, for the pages that name whom to tell.

use leptos::prelude::*;

use crate::domain::School;

use super::house::use_house;

/// The school's details, as soon as they are known; nothing while the vault is not open.
pub fn use_school() -> Signal<Option<School>> {
    let house = use_house();
    let open = Memo::new(move |_| house.known().with(|known| known.is_open()));
    let school = LocalResource::new(move || {
        let open = open.get();
        async move { if open { house.school().await.ok() } else { None } }
    });
    Signal::derive(move || if open.get() { school.get().flatten() } else { None })
}
