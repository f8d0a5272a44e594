//! Which screen the child's side shows, and the handle by which its screens tell the keeper.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::loaded::{asked, loaded};
use crate::app::components::title::PageTitle;
use crate::app::context::glow::{Glow, use_glow};
use crate::app::context::house::{House, use_house};
use crate::app::lean::{memo, view};
use crate::app::pages::check_in::telling_side::CheckInSide;
use crate::domain::Level;
use crate::domain::session::{Session, Tap};
use crate::keeper::Refusal;
use crate::keeper::message::{ChildView, Side};

use super::arrived::{Arrive, Leave};
use super::boxes::BoxesSide;
use super::rest::RestSide;
use super::screen::Tile;
use super::trap;

/// The child's side.
#[component]
pub fn ChildSide() -> impl IntoView {
    trap::hold_the_history();
    let house = use_house();
    let read = asked(move || house.child_side());
    view! {
        <PageTitle words=""/>
        {loaded(read, |view| view! { <Shown view/> })}
    }
}

#[component]
fn Shown(view: ChildView) -> impl IntoView {
    let handle = Handle {
        view: RwSignal::new(view),
        refusal: RwSignal::new(None),
        sent: StoredValue::new(0),
        house: use_house(),
        glow: use_glow(),
    };
    let side = memo(move || handle.view.with(|view| view.side));
    move || match side.get() {
        Side::CheckIn(_) => view! { <CheckInSide handle/> },
        Side::Arrive => view! { <Arrive handle/> },
        Side::Leave => view! { <Leave handle/> },
        Side::Boxes => view! { <BoxesSide handle/> },
        Side::Rest => view! { <RestSide handle/> },
    }
}

/// The handle on the child's side.
#[derive(Clone, Copy)]
pub struct Handle {
    /// What is shown.
    pub view: RwSignal<ChildView>,
    /// Why the last tap is not kept, if it is not.
    pub refusal: RwSignal<Option<Refusal>>,
    sent: StoredValue<u32>,
    house: House,
    glow: Glow,
}

impl Handle {
    /// The tile on top.
    pub fn tile(self) -> Tile {
        Tile::of(self.view.with_untracked(|view| view.tile.clone()))
    }

    /// How much language.
    pub fn level(self) -> Level {
        self.view.with_untracked(|view| view.level)
    }

    /// Something about the session, if there is one.
    pub fn of_session<T>(self, find: impl FnOnce(&Session) -> T) -> Option<T> {
        self.view.with(|view| view.session.as_ref().map(find))
    }

    /// A tap: shown at once, and sent. What was chosen stays on the screen, whatever the keeper says; the next tap makes
    /// good one that failed.
    pub fn tap(self, tap: Tap) {
        self.view.update(|view| {
            if let Some(session) = &mut view.session {
                session.take(view.now, tap.clone());
            }
        });
        let Some(number) = self.sent.try_update_value(|sent| {
            *sent = sent.wrapping_add(1);
            *sent
        }) else {
            return;
        };
        let (subject, session) = self.view.with_untracked(|view| (view.subject, view.session_id));
        let Some(session) = session else { return };
        spawn_local(async move {
            let kept = self.house.tap_as_child(subject, session, tap).await;
            if kept.is_ok() {
                self.glow.shine();
            }
            if self.sent.try_get_value() == Some(number) {
                self.refusal.try_set(kept.err());
            }
        });
    }

    /// Done with this: the lantern is left on.
    pub fn rest(self) {
        spawn_local(async move {
            match self.house.rest().await {
                Ok(view) => {
                    self.refusal.try_set(None);
                    self.view.try_set(view);
                }
                Err(refusal) => drop(self.refusal.try_set(Some(refusal))),
            }
        });
    }
}
