//! Which address shows which page.
//!
//! One route takes every address and [`Address`] says what it means: a type for each route would cost the page more bytes
//! than the pages themselves.

use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route};
use leptos_router::hooks::use_location;
use leptos_router::path;

use super::address::{Address, PrivatePage};
use super::pages;
use super::shell::private::Private;

/// The table of contents.
#[component]
pub fn Pages() -> impl IntoView {
    view! {
        <FlatRoutes fallback=pages::not_found::NotFound>
            <Route path=path!("/*any") view=Page/>
        </FlatRoutes>
    }
}

/// The page at the address. One that means the same page as before stays as it is.
#[component]
fn Page() -> impl IntoView {
    let path = use_location().pathname;
    let address = Memo::new(move |_| path.with(|path| Address::of(path)));
    move || match address.get() {
        Address::Cards => view! { <pages::cards::index::CardsIndex/> }.into_any(),
        Address::Feelings => view! { <pages::cards::feelings::Feelings/> }.into_any(),
        Address::Card(slug) => view! { <pages::cards::card::CardPage slug/> }.into_any(),
        Address::Safeguarding => view! { <pages::safeguarding::Safeguarding/> }.into_any(),
        Address::Create => view! { <pages::door::create::Create/> }.into_any(),
        Address::Recover => view! { <pages::door::recover::Recover/> }.into_any(),
        Address::Cover => view! { <pages::door::cover::CoverPage/> }.into_any(),
        Address::Private(page) => view! { <Private page=move || private(page.clone())/> }.into_any(),
        Address::Unknown => view! { <pages::not_found::NotFound/> }.into_any(),
    }
}

fn private(page: PrivatePage) -> AnyView {
    match page {
        PrivatePage::Today => view! { <pages::today::Today/> }.into_any(),
        PrivatePage::Now => view! { <pages::check_in::now::Now/> }.into_any(),
        PrivatePage::Pupils => view! { <pages::pupils::list::Pupils/> }.into_any(),
        PrivatePage::Archived => view! { <pages::pupils::list::Archived/> }.into_any(),
        PrivatePage::NewPupil => view! { <pages::pupils::edit::NewPupil/> }.into_any(),
        PrivatePage::Pupil(subject) => view! { <pages::pupils::page::PupilPage subject/> }.into_any(),
        PrivatePage::EditPupil(subject) => view! { <pages::pupils::edit::EditPupil subject/> }.into_any(),
        PrivatePage::CheckIn(subject, id) => view! { <pages::check_in::detail::CheckInDetail subject id/> }.into_any(),
        PrivatePage::Amend(subject, id) => view! { <pages::check_in::amend::AmendCheckIn subject id/> }.into_any(),
        PrivatePage::Telling(subject, id) => view! { <pages::check_in::flow::CheckInFlow subject id/> }.into_any(),
        PrivatePage::Whose(subject, id) => view! { <pages::check_in::attach::AttachCheckIn subject id/> }.into_any(),
        PrivatePage::Settings => view! { <pages::settings::Settings/> }.into_any(),
    }
}
