//! Handing a child over: one locked file with everything about them.

use leptos::prelude::*;

use crate::app::components::loaded::{asked, loaded};
use crate::app::components::title::PageTitle;
use crate::app::context::house::use_house;
use crate::app::lean::view;
use crate::app::pages::pupils::person::BackToPupil;
use crate::app::shell::frame::Frame;
use crate::domain::SubjectId;
use crate::keeper::exchange::Extent;

use super::line::unless_demo;
use super::make::MakeFile;
use super::words;

/// Hands a child over.
#[component]
pub fn HandOverPage(
    /// Whom.
    subject: SubjectId,
) -> impl IntoView {
    let house = use_house();
    let page = asked(move || house.pupil_page(subject));
    view! {
        <PageTitle words=words::HAND_OVER/>
        <Frame>
            {loaded(page, move |page| {
                let name = page.row.pupil.name;
                view! {
                    <BackToPupil subject name=name.clone()/>
                    <header class="title"><h1>{words::HAND_OVER}</h1><p><bdi>{name}</bdi></p></header>
                    <div class="settings">
                        {unless_demo(house, || view! {
                            <p>{words::HAND_OVER_WHAT}</p>
                            <MakeFile extent=Extent::Child(subject) has_code=false/>
                        })}
                    </div>
                }
            })}
        </Frame>
    }
}
