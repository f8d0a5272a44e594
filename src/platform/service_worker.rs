//! Keeping the app on the device, and bringing a new version in when a person agrees to it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState};

use super::clock::{BrowserClock, Clock};
use super::dynamic::{asked, call, object, of_navigator};
use super::listener::{Listener, listen};
use super::visibility;

const SCRIPT: &str = "/sw.js";
const HOUR_MILLIS: u64 = 3_600_000;

/// What becomes of versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// A new version has been fetched as a whole and waits for [`Installed::apply_update`].
    Waiting,
    /// Another page has let a new version take over. This page still runs the old one: it should be reloaded as soon as
    /// nothing unsaved is on screen.
    TakenOverElsewhere,
}

/// The app's copy on this device.
#[derive(Clone)]
pub struct Installed(Rc<Inner>);

struct Inner {
    container: ServiceWorkerContainer,
    registration: ServiceWorkerRegistration,
    tell: Box<dyn Fn(News)>,
    /// Set once a person has agreed to the new version on this page.
    agreed: Cell<bool>,
    last_look: Cell<u64>,
    listeners: RefCell<Vec<Listener>>,
}

impl Installed {
    /// Puts the app on the device; `None` where the browser does not keep apps.
    pub async fn register(tell: impl Fn(News) + 'static) -> Option<Self> {
        let container = of_navigator("serviceWorker")?;
        let options = object(&[("updateViaCache", "none".into())]);
        let registration = asked(&container, "register", &[&SCRIPT.into(), &options]).await?;
        let installed = Self(Rc::new(Inner {
            container: container.unchecked_into(),
            registration: registration.unchecked_into(),
            tell: Box::new(tell),
            agreed: Cell::new(false),
            last_look: Cell::new(BrowserClock.monotonic_millis()),
            listeners: RefCell::default(),
        }));
        installed.listen();
        if installed.0.registration.waiting().is_some() && installed.0.has_one() {
            installed.0.ready();
        }
        Some(installed)
    }

    fn listen(&self) {
        let found = self.on(&self.0.registration, "updatefound", Inner::follow);
        // A page that was never controlled is just being installed for the first time: nothing of it is old.
        let controlled = Cell::new(self.0.container.controller().is_some());
        let changed = self.on(&self.0.container, "controllerchange", move |inner| {
            if !controlled.replace(true) {
                return;
            }
            if inner.agreed.replace(false) { reload() } else { (inner.tell)(News::TakenOverElsewhere) }
        });
        let weak = Rc::downgrade(&self.0);
        let shown = visibility::on_change(move |hidden| {
            if let Some(inner) = weak.upgrade().filter(|_| !hidden) {
                inner.look_hourly();
            }
        });
        self.0.listeners.borrow_mut().extend([found, changed].into_iter().chain(shown));
    }

    fn on(&self, target: &web_sys::EventTarget, event: &'static str, react: impl Fn(&Rc<Inner>) + 'static) -> Listener {
        let weak = Rc::downgrade(&self.0);
        listen(target, event, move |_| {
            if let Some(inner) = weak.upgrade() {
                react(&inner);
            }
        })
    }

    /// Lets the waiting version take over; the page then reloads, once. Only call this when nothing unsaved is on screen.
    /// `false` when no version waits.
    pub fn apply_update(&self) -> bool {
        let Some(waiting) = self.0.registration.waiting() else { return false };
        self.0.agreed.set(true);
        waiting.post_message(&object(&[("type", "SKIP_WAITING".into())])).is_ok()
    }

    /// Looks for a new version now.
    pub fn look_for_update(&self) {
        self.0.look();
    }
}

impl Inner {
    /// Whether a version is here already, beside one that is being fetched or waits. WebKit may tell of the very first one
    /// that it waits only after it has taken this page over.
    fn has_one(&self) -> bool {
        self.registration.active().is_some()
    }

    /// Follows a version that is being fetched until it waits.
    fn follow(self: &Rc<Self>) {
        let Some(worker) = self.registration.installing().filter(|_| self.has_one()) else { return };
        let weak = Rc::downgrade(self);
        let watched: ServiceWorker = worker.clone();
        let states = listen(&worker, "statechange", move |_| {
            if let Some(inner) = weak.upgrade().filter(|_| watched.state() == ServiceWorkerState::Installed) {
                inner.ready();
            }
        });
        self.listeners.borrow_mut().push(states);
    }

    fn ready(&self) {
        // Without a controller this is the very first version, and there is nothing to change over from.
        if self.container.controller().is_some() {
            (self.tell)(News::Waiting);
        }
    }

    fn look_hourly(&self) {
        if BrowserClock.monotonic_millis().saturating_sub(self.last_look.get()) >= HOUR_MILLIS {
            self.look();
        }
    }

    fn look(&self) {
        self.last_look.set(BrowserClock.monotonic_millis());
        // Without a network this fails, and the present version goes on.
        if let Some(promise) = call(&self.registration, "update", &[]) {
            wasm_bindgen_futures::spawn_local(async move {
                let _ = asked(&promise, "then", &[&JsValue::UNDEFINED]).await;
            });
        }
    }
}

fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}
