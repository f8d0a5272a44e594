//! The house as the page knows it: the keeper at the other end of the wire, and where the vault stands.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::keeper::Refusal;
use crate::keeper::link::KeeperLink;
use crate::keeper::message::{Answer, Ask, Notice, PROTOCOL, Place, Standing};
use crate::platform::settings::{self, DeviceSettings};
use crate::platform::{curtain, marks, timer};

use super::as_typed::{AsTyped, use_as_typed};

/// How long a vault that is locked waits for what was typed last to be saved, in milliseconds.
const LAST_WORDS: u32 = 2_000;

/// What the page knows of the vault's standing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Known {
    /// The keeper has been asked.
    Asking,
    /// It answered.
    Stands(Standing),
    /// It cannot say: storage is blocked, the keeper has died, the app is too old.
    Trouble(Refusal),
}

impl Known {
    /// Whether pupils may be shown.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Stands(Standing::Open { .. }))
    }

    /// Whether the vault is under the cover.
    pub fn is_covered(&self) -> bool {
        matches!(self, Self::Stands(Standing::Covered { .. }))
    }

    /// Whether the child has the tablet.
    pub fn is_turned(&self) -> bool {
        matches!(self, Self::Stands(Standing::Turned { .. }))
    }

    /// Whether the adult's page is away and comes back as it was left: under the cover, or behind the child's side.
    pub fn is_away(&self) -> bool {
        self.is_covered() || self.is_turned()
    }

    /// Whether the cover lies over a child's side.
    pub fn has_child_under_cover(&self) -> bool {
        matches!(self, Self::Stands(Standing::Covered { turned: true, .. }))
    }

    /// Whether these are made-up children.
    pub fn is_demo(&self) -> bool {
        matches!(
            self,
            Self::Stands(
                Standing::Open { demo: true } | Standing::Covered { demo: true, .. } | Standing::Turned { demo: true }
            )
        )
    }
}

/// The handle on the keeper. All commands and queries go through it.
#[derive(Clone, Copy)]
pub struct House {
    link: StoredValue<Option<KeeperLink>, LocalStorage>,
    known: RwSignal<Known>,
    gave_way: StoredValue<bool>,
    /// Whether the keeper saves its last letters and ends: nothing else that it says is heard.
    closing: StoredValue<bool>,
    as_typed: AsTyped,
}

/// Starts the keeper and provides the handle; called once, by the app, after [`super::as_typed`].
pub fn provide_house() {
    let house = House {
        link: StoredValue::new_local(None),
        known: RwSignal::new(Known::Asking),
        gave_way: StoredValue::new(false),
        closing: StoredValue::new(false),
        as_typed: use_as_typed(),
    };
    house.start();
    StoredValue::new_local(curtain::on_leaving(move |may_come_back| house.leave(may_come_back)));
    provide_context(house);
}

/// The handle on the keeper.
pub fn use_house() -> House {
    expect_context()
}

impl House {
    /// Where the vault stands, as far as the page knows.
    pub fn known(self) -> Signal<Known> {
        self.known.into()
    }

    /// Whether another window took the vault from this one, rather than having it already when this one came.
    pub fn gave_way(self) -> bool {
        self.gave_way.try_get_value() == Some(true)
    }

    /// Asks the keeper. The letter is posted when this returns, whoever waits for the answer.
    ///
    /// # Errors
    /// The keeper's [`Refusal`]. A refusal because the vault is no longer open also changes what is [`House::known`].
    pub fn ask(self, ask: Ask) -> impl Future<Output = Result<Answer, Refusal>> {
        let asks_how_it_stands = ask.asks_how_it_stands();
        let answer = if self.is_closing() { None } else { self.post(ask) };
        async move {
            let answer = answer.ok_or(Refusal::Gone)?.await;
            match &answer {
                Ok(Answer::Standing(standing)) => self.learn(*standing),
                // It stands otherwise than this page believes.
                Err(Refusal::NotOpen) if !asks_how_it_stands => self.look_again(),
                // Whatever else went wrong is said where it was asked for: what was typed there stays on the screen.
                _ => {}
            }
            answer
        }
    }

    fn post(self, ask: Ask) -> Option<impl Future<Output = Result<Answer, Refusal>>> {
        self.link.try_with_value(|link| link.as_ref().map(|link| link.ask(ask))).flatten()
    }

    /// Sends something whose answer nobody waits for.
    pub fn tell(self, ask: Ask) {
        let answer = self.ask(ask);
        spawn_local(async move {
            // What goes wrong here shows in the standing.
            let _ = answer.await;
        });
    }

    /// Covers the screen at once, and then tells the keeper, who takes nothing more from then on: what is typed goes ahead.
    pub fn cover(self) {
        let (demo, turned) = match self.known.get_untracked() {
            Known::Stands(Standing::Open { demo }) => (demo, false),
            Known::Stands(Standing::Turned { demo }) => (demo, true),
            _ => return,
        };
        self.as_typed.save_all();
        // How many tries are left is known once the keeper has answered.
        self.set(Known::Stands(Standing::Covered { tries_left: crate::domain::presence::COVER_TRIES, demo, turned }));
        self.tell(Ask::Cover);
    }

    /// Locks: nothing is shown any more at once; the worker ends as soon as what was asked of it before is saved, or a
    /// moment later in any case, and a new one stands at the door.
    pub fn lock(self) {
        if !self.is_in() {
            return self.begin_anew();
        }
        self.as_typed.save_all();
        // Answered after everything that was asked before it, and the last thing that is.
        let locked = self.post(Ask::Lock);
        self.set(Known::Asking);
        self.closing.set_value(true);
        spawn_local(async move {
            if let Some(locked) = locked {
                // A keeper that is slow or dead keeps no door open.
                let _ = timer::within(LAST_WORDS, locked).await;
            }
            if self.is_closing() {
                self.start();
            }
        });
    }

    /// Ends the worker, whatever it is about, and asks a new one.
    fn begin_anew(self) {
        self.set(Known::Asking);
        self.start();
    }

    /// The page is left for another one. A browser may keep it as it is, to show it again for "Back", and Safari then keeps
    /// its worker and the worker's lock: neither a key nor a child's name may stay, nor may the next page find the vault
    /// open elsewhere. Whoever comes back finds the page loaded anew, by boot.js. Of a page that is not kept the worker may
    /// save what was typed last for as long as the browser lets it, and ends by itself.
    fn leave(self, may_come_back: bool) {
        if self.is_in() && !may_come_back {
            self.as_typed.save_all();
            if self.link.try_with_value(|link| link.as_ref().is_some_and(KeeperLink::is_owed)) == Some(true) {
                // Nobody is left to hear the answer.
                drop(self.post(Ask::Lock));
                self.set(Known::Asking);
                self.closing.set_value(true);
                return;
            }
        }
        if let Some(link) = self.let_go() {
            link.end();
            self.set(Known::Asking);
        }
    }

    /// Asks how things stand, for instance after the tablet slept.
    pub fn look_again(self) {
        spawn_local(self.learn_again());
    }

    /// The same, until it is known.
    pub async fn learn_again(self) {
        if let Err(refusal) = self.ask(Ask::Standing { protocol: PROTOCOL }).await {
            self.set(Known::Trouble(refusal));
        }
    }

    fn first_ask(self) {
        spawn_local(async move {
            let mut settings = DeviceSettings::load();
            if settings.place.is_none() {
                // What the page remembers may have been cleared while the vaults themselves were not. The tablet's
                // first one comes first; the door leads to the others.
                let mut marked = marks::places().await;
                let first = marked.iter().position(|place| place == Place::first().word()).unwrap_or_default();
                if first < marked.len() {
                    let place = marked.swap_remove(first);
                    settings::remember_place(&place);
                    settings.place = Some(place);
                }
            }
            let place = settings.place.as_deref().and_then(Place::named);
            let ask = Ask::At { protocol: PROTOCOL, place, remembered: settings.nickname.is_some() };
            if let Err(refusal) = self.ask(ask).await {
                self.set(Known::Trouble(refusal));
            }
        });
    }

    /// Lets go of the keeper without ending it: another program of this page takes it on.
    pub fn let_go(self) -> Option<KeeperLink> {
        self.closing.try_set_value(false);
        self.link.try_update_value(Option::take).flatten()
    }

    /// Says that there is no way on.
    pub fn despair(self, refusal: Refusal) {
        self.set(Known::Trouble(refusal));
    }

    fn start(self) {
        if let Some(link) = self.let_go() {
            link.end();
        }
        let started = KeeperLink::take_on_or_start(
            move |Notice::Standing(standing)| self.learn(standing),
            move || self.set(Known::Trouble(Refusal::Gone)),
        );
        match started {
            Ok(link) => {
                self.link.set_value(Some(link));
                self.first_ask();
            }
            Err(refusal) => self.set(Known::Trouble(refusal)),
        }
    }

    /// Takes in a standing. A vault that locked by itself also ends its worker, so that nothing of it stays in memory.
    fn learn(self, standing: Standing) {
        if self.is_in() && matches!(standing, Standing::Locked { .. } | Standing::NoVault) {
            self.begin_anew();
        } else {
            self.set(Known::Stands(standing));
        }
    }

    /// Whether the page has been let into the vault, be it covered or with a child by now.
    fn is_in(self) -> bool {
        self.known.try_with_untracked(|known| known.is_open() || known.is_away()) == Some(true)
    }

    fn is_closing(self) -> bool {
        self.closing.try_get_value() == Some(true)
    }

    fn set(self, known: Known) {
        // A vault that is being locked shows nothing again.
        if self.is_closing() {
            return;
        }
        // An answer may come when the program that asked has stepped aside.
        let Some(now) = self.known.try_get_untracked().filter(|now| *now != known) else { return };
        self.gave_way.try_set_value(matches!(now, Known::Stands(_)));
        self.known.try_set(known);
    }
}
