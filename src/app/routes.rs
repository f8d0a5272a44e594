//! Which address shows which page.
//!
//! One route takes every address and [`Address`] says what it means: a type for each route would cost the page more bytes
//! than the pages themselves.

use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route};
use leptos_router::hooks::use_location;
use leptos_router::path;

use crate::app::lean::{memo, view};

use crate::keeper::message::Standing;

use super::address::{Address, PrivatePage};
use super::context::house::{Known, use_house};
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
    let address = memo(move || path.with(|path| Address::of(path)));
    let house = use_house();
    let stands_before = memo(move || house.known().with(Before::of));
    move || match stands_before.get() {
        Before::Child => view! { <pages::child::ChildSide/> },
        Before::Cover => view! { <pages::door::cover::Cover/> },
        Before::Nothing => shown(address.get()),
    }
}

/// What stands before every page, whatever the address says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Before {
    /// A child has the tablet.
    Child,
    /// The cover over a child's side.
    Cover,
    Nothing,
}

impl Before {
    fn of(known: &Known) -> Self {
        match known {
            Known::Stands(Standing::Turned { .. }) => Self::Child,
            Known::Stands(Standing::Covered { turned: true, .. }) => Self::Cover,
            _ => Self::Nothing,
        }
    }
}

fn shown(address: Address) -> AnyView {
    match address {
        Address::Cards => view! { <pages::cards::index::CardsIndex/> },
        Address::Feelings => view! { <pages::cards::feelings::Feelings/> },
        Address::Card(slug) => view! { <pages::cards::card::CardPage slug/> },
        Address::Calm => view! { <pages::calm::index::CalmIndex/> },
        Address::Lights => view! { <pages::calm::rooms::LightsPage/> },
        Address::CalmActivity(slug) => view! { <pages::calm::activity::CalmActivity slug/> },
        Address::CalmPlayer(slug) => view! { <pages::calm::rooms::PlayerPage slug/> },
        Address::Prompts => view! { <pages::prompts::Prompts/> },
        Address::PromptSet(slug) => view! { <pages::prompts::set::PromptSet slug/> },
        Address::Practice => view! { <pages::practice::Practice/> },
        Address::Scene(slug) => view! { <pages::practice::scene::ScenePage slug/> },
        Address::Sheet(word) => view! { <pages::sheets::SheetPage word/> },
        Address::Safeguarding => view! { <pages::safeguarding::Safeguarding/> },
        Address::Create => view! { <pages::door::create::Create/> },
        Address::Recover => view! { <pages::door::recover::Recover/> },
        Address::Cover => view! { <pages::door::cover::CoverPage/> },
        Address::Private(page) => view! { <Private page=move || private(page.clone())/> },
        Address::Unknown => view! { <pages::not_found::NotFound/> },
    }
}

fn private(page: PrivatePage) -> AnyView {
    match page {
        PrivatePage::Today => view! { <pages::today::Today/> },
        PrivatePage::Now => view! { <pages::check_in::now::Now/> },
        PrivatePage::Pupils => view! { <pages::pupils::list::Pupils/> },
        PrivatePage::Archived => view! { <pages::pupils::list::Archived/> },
        PrivatePage::NewPupil => view! { <pages::pupils::edit::NewPupil/> },
        PrivatePage::Pupil(subject) => view! { <pages::pupils::page::PupilPage subject/> },
        PrivatePage::EditPupil(subject) => view! { <pages::pupils::edit::EditPupil subject/> },
        PrivatePage::Prepared(subject) => view! { <pages::pupils::prepared::PreparedPage subject/> },
        PrivatePage::CheckIn(subject, id) => view! { <pages::check_in::detail::CheckInDetail subject id/> },
        PrivatePage::Amend(subject, id) => view! { <pages::check_in::amend::AmendCheckIn subject id/> },
        PrivatePage::Telling(subject, id) => view! { <pages::check_in::flow::CheckInFlow subject id/> },
        PrivatePage::Whose(subject, id) => view! { <pages::check_in::attach::AttachCheckIn subject id/> },
        PrivatePage::Beginnings => view! { <pages::beginnings::Beginnings/> },
        PrivatePage::LifeEvents => view! { <pages::life_events::LifeEvents/> },
        PrivatePage::LifeEvent(key) => view! { <pages::life_events::event::LifeEventPage key/> },
        PrivatePage::After => view! { <pages::after::After/> },
        PrivatePage::Begin(subject) => view! { <pages::session::begin::BeginSession subject/> },
        PrivatePage::Session(subject, id) => view! { <pages::session::page::SessionPage subject id/> },
        PrivatePage::Lines(subject, id) => view! { <pages::session::lines::LinesPage subject id/> },
        PrivatePage::Concern(subject, id) => view! { <pages::session::concern::ConcernPage subject id/> },
        PrivatePage::Note(subject, id) => view! { <pages::session::note::NotePage subject id/> },
        PrivatePage::SessionPrompts(subject, id, slug) => {
            view! { <pages::session::prompts::SessionPrompts subject id slug/> }
        }
        PrivatePage::Share(subject, to) => view! { <pages::session::share::SharePage subject to/> },
        PrivatePage::NewGroup => view! { <pages::group::new::NewGroup/> },
        PrivatePage::Group(id) => view! { <pages::group::page::GroupPage id/> },
        PrivatePage::Settings => view! { <pages::settings::Settings/> },
        PrivatePage::Keys(part) => view! { <pages::settings::keys::KeysPage part/> },
        PrivatePage::Backup => view! { <pages::backup::BackupPage/> },
        PrivatePage::CheckBackup => view! { <pages::backup::bring_in::CheckPage/> },
        PrivatePage::BringIn => view! { <pages::backup::bring_in::BringInPage/> },
        PrivatePage::Versions => view! { <pages::backup::versions::VersionsPage/> },
        PrivatePage::HandOver(subject) => view! { <pages::backup::hand_over::HandOverPage subject/> },
    }
}
