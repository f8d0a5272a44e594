//! Which address shows which page.

use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route};
use leptos_router::path;

use super::pages;
use super::shell::private::Private;

/// The table of contents. What may be seen without unlocking stands first.
#[component]
pub fn Pages() -> impl IntoView {
    view! {
        <FlatRoutes fallback=pages::not_found::NotFound>
            <Route path=path!("/cards") view=pages::cards::index::CardsIndex/>
            <Route path=path!("/cards/feelings") view=pages::cards::feelings::Feelings/>
            <Route path=path!("/cards/:slug") view=pages::cards::card::CardPage/>
            <Route path=path!("/safeguarding") view=pages::safeguarding::Safeguarding/>
            <Route path=path!("/create") view=pages::door::create::Create/>
            <Route path=path!("/recover") view=pages::door::recover::Recover/>
            <Route path=path!("/cover") view=pages::door::cover::CoverPage/>

            <Route path=path!("/") view=|| view! { <Private page=pages::today::Today/> }/>
            <Route path=path!("/now") view=|| view! { <Private page=pages::check_in::now::Now/> }/>
            <Route path=path!("/children") view=|| view! { <Private page=pages::pupils::list::Pupils/> }/>
            <Route path=path!("/children/archived") view=|| view! { <Private page=pages::pupils::list::Archived/> }/>
            <Route path=path!("/children/new") view=|| view! { <Private page=pages::pupils::edit::NewPupil/> }/>
            <Route path=path!("/children/:subject") view=|| view! { <Private page=pages::pupils::page::PupilPage/> }/>
            <Route path=path!("/children/:subject/edit") view=|| view! { <Private page=pages::pupils::edit::EditPupil/> }/>
            <Route
                path=path!("/children/:subject/check-ins/:check_in")
                view=|| view! { <Private page=pages::check_in::detail::CheckInDetail/> }
            />
            <Route
                path=path!("/children/:subject/check-ins/:check_in/amend")
                view=|| view! { <Private page=pages::check_in::amend::AmendCheckIn/> }
            />
            <Route
                path=path!("/check-in/:subject/:check_in/whose")
                view=|| view! { <Private page=pages::check_in::attach::AttachCheckIn/> }
            />
            <Route
                path=path!("/check-in/:subject/:check_in/:step")
                view=|| view! { <Private page=pages::check_in::flow::CheckInFlow/> }
            />
            <Route path=path!("/settings") view=|| view! { <Private page=pages::settings::Settings/> }/>
        </FlatRoutes>
    }
}
