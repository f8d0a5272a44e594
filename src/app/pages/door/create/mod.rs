//! Making a vault: a name, a passphrase, the recovery code on paper and typed back, a short code.

mod draft;
mod plan;
mod steps;

use crate::app::components::loaded::asked;
use crate::app::lean::{effect, memo, view};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use crate::app::components::refused::Refused;
use crate::app::components::title::{follow_steps, name_by_step};
use crate::app::context::house::{Known, use_house};
use crate::app::context::install::use_install;
use crate::app::context::unsaved::use_unsaved;
use crate::app::paths;
use crate::keeper::message::Standing;
use crate::platform::persistence::{self, Room};

use super::busy::Busy;
use super::choose_code::ChooseCode;
use super::frame::DoorFrame;
use super::trouble::{TooLittleRoom, Trouble};
use super::waiting::Waiting;
use super::welcome::InstallFirst;
use super::words::{self, create};
use draft::Draft;
use plan::Step;
use steps::{NameStep, PassphraseStep, SheetStep, Steps, TypeBackStep};

/// Making a vault, where there is none and one can be kept.
#[component]
pub fn Create() -> impl IntoView {
    let known = use_house().known();
    let navigate = use_navigate();
    let room = asked(persistence::estimate);
    // Whoever has a backup file brings it in next.
    let from_file = use_query_map().with_untracked(|query| query.get_str("from") == Some("file"));
    let next = if from_file { paths::BRING_IN } else { paths::TODAY };
    // Once there is a vault this page has done its work, here or in another window.
    effect(move || {
        if known.with(|known| matches!(known, Known::Stands(standing) if *standing != Standing::NoVault)) {
            navigate(next, NavigateOptions { replace: true, ..NavigateOptions::default() });
        }
    });
    let none_yet = memo(move || match known.get() {
        Known::Stands(Standing::NoVault) => Ok(true),
        Known::Trouble(refusal) => Err(refusal),
        Known::Asking | Known::Stands(_) => Ok(false),
    });
    if use_install().comes_first() {
        return view! { <InstallFirst/> };
    }
    (move || match (none_yet.get(), room.get()) {
        (Err(refusal), _) => view! { <Trouble refusal/> },
        (Ok(true), Some(Some(estimate))) if estimate.room() == Room::TooSmall => view! { <TooLittleRoom/> },
        // A browser that does not say how much room there is gets the benefit of the doubt: a save that fails is told.
        (Ok(true), Some(_)) => view! { <Making from_file/> },
        (Ok(_), _) => view! { <Waiting/> },
    })
    .into_any()
}

#[component]
fn Making(from_file: bool) -> impl IntoView {
    let draft = Draft::new();
    use_unsaved().count_while(move || draft.is_begun());
    let query = use_query_map();
    let navigate = use_navigate();
    let go = Callback::new(move |step: Step| navigate(&step.path(), NavigateOptions::default()));
    let step = memo(move || {
        let asked = query.with(|query| Step::from_word(query.get_str("step")));
        // Typing a name must not take its own page away.
        asked.shown(draft.progress())
    });
    follow_steps(move || (draft.busy.get(), step.get()));
    name_by_step(move || create::step(step.get().number()));
    view! {
        <DoorFrame>
            {move || {
                if draft.busy.get() {
                    return view! { <Busy what=words::MAKING_KEY why=words::MAKING_KEY_WHY/> };
                }
                let step = step.get();
                let page = match step {
                    Step::Name => view! { <NameStep draft go/> },
                    Step::Passphrase => view! { <PassphraseStep draft go/> },
                    Step::Sheet => view! { <SheetStep draft go/> },
                    Step::TypeBack => view! { <TypeBackStep draft go/> },
                    Step::Code => view! {
                        <ChooseCode
                            entry=draft.code
                            word=words::code::OPEN
                            done=move |()| draft.make(move |step| go.run(step))
                            back=move |()| go.run(Step::TypeBack)
                        />
                        <Refused refusal=draft.refusal/>
                    },
                };
                view! {
                    <Steps step/>
                    {(from_file && step == Step::Name).then(|| view! {
                        <div class="notice"><p>{create::FROM_FILE}</p></div>
                    })}
                    {page}
                }
            }}
        </DoorFrame>
    }
}
