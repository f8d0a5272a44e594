//! The entrance: the door by itself, so that the first screen needs few bytes on a slow line.
//!
//! It is a small program of its own. Once the vault is open, or somebody asks for a page that is not the door, it fetches
//! the room (the whole app, a second program), hands it the running keeper and steps aside.

use std::cell::Cell;
use std::rc::Rc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlAnchorElement, HtmlScriptElement, MouseEvent};

use crate::app::lean::{effect, memo, view};
use crate::keeper::Refusal;
use crate::platform::listener::{Listener, listen};

use super::address::Address;
use super::context;
use super::context::code_length::use_code_length;
use super::context::house::{House, use_house};
use super::context::way::provide_way;
use super::pages::door::trouble::Trouble;
use super::pages::door::waiting::Waiting;
use super::pages::door::way_in::WayIn;

/// What fetches and starts the room.
const ROOM_SCRIPT: &str = "/room_loader.js";
/// What the room calls when it is about to come in.
const COMING: &str = "lantern-room:coming";

type TakeDown = Box<dyn FnOnce()>;

/// Stands the entrance up; called once, by its program.
pub fn stand() {
    let Some(body) = document().body() else { return };
    let standing: Rc<Cell<Option<TakeDown>>> = Rc::default();
    let leaving = Rc::clone(&standing);
    let leave = move || {
        if let Some(take_down) = leaving.take() {
            take_down();
        }
    };
    let entrance = mount_to(body, move || view! { <Entrance leave=leave/> });
    standing.set(Some(Box::new(move || drop(entrance))));
}

/// The room is about to be drawn: whoever stands in the entrance hands over the keeper and steps aside.
pub fn announce_the_room() {
    if let Ok(event) = web_sys::Event::new(COMING) {
        // Nobody listens when the room was opened by itself.
        let _ = window().dispatch_event(&event);
    }
}

#[component]
fn Entrance(leave: impl Fn() + Clone + 'static) -> impl IntoView {
    context::device::provide_device();
    context::as_typed::provide_as_typed();
    context::house::provide_house();
    context::code_length::provide_code_length();
    context::unsaved::provide_unsaved();
    context::update::provide_update();
    context::install::provide_install();
    let house = use_house();
    let room = Room::new();
    provide_way(move |path| room.go(path));
    step_aside_for_the_room(house, leave);
    follow_links(room);
    context::curtain::watch(house).into_iter().for_each(keep);

    let at_the_door = matches!(here(), Address::Private(_) | Address::Cover);
    if at_the_door {
        let opened = memo(move || house.known().with(|known| known.is_open() || known.is_covered()));
        effect(move || {
            if opened.get() {
                room.fetch();
            }
        });
    } else {
        room.fetch();
    }
    move || {
        if room.failed.get() {
            view! { <Trouble refusal=Refusal::Gone/> }
        } else if at_the_door {
            view! { <WayIn/> }
        } else {
            view! { <Waiting/> }
        }
    }
}

fn here() -> Address {
    Address::of(&window().location().pathname().unwrap_or_default())
}

/// The handle on the room that is yet to come.
#[derive(Clone, Copy)]
struct Room {
    fetched: StoredValue<bool>,
    failed: RwSignal<bool>,
    failure: StoredValue<Vec<Listener>, LocalStorage>,
}

impl Room {
    fn new() -> Self {
        let (fetched, failure) = (StoredValue::new(false), StoredValue::new_local(Vec::new()));
        Self { fetched, failed: RwSignal::new(false), failure }
    }

    /// Goes to a page: the address first, for the room reads it when it comes.
    fn go(self, path: &str) {
        if let Ok(history) = window().history() {
            // An address of our own origin is always taken.
            let _ = history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(path));
        }
        self.fetch();
    }

    /// Fetches the room, once.
    fn fetch(self) {
        if self.fetched.get_value() {
            return;
        }
        self.fetched.set_value(true);
        let script =
            document().create_element("script").ok().and_then(|made| made.dyn_into::<HtmlScriptElement>().ok());
        let Some((script, head)) = script.zip(document().head()) else { return self.fail() };
        // Its script may not arrive, or what the script asks for; until the room comes nothing else of ours is under way.
        let page = window();
        let failure = |target, event| listen(target, event, move |_| self.fail());
        self.failure.set_value(vec![
            failure(&script, "error"),
            failure(&page, "error"),
            failure(&page, "unhandledrejection"),
        ]);
        script.set_type("module");
        script.set_src(ROOM_SCRIPT);
        if head.append_child(&script).is_err() {
            self.fail();
        }
    }

    /// The browser keeps what it has of a module that failed: only a page that is loaded anew fetches it again.
    fn fail(self) {
        self.failed.set(true);
    }
}

/// When the room announces itself: the keeper is laid where the room looks for it, and the entrance is taken down.
fn step_aside_for_the_room(house: House, leave: impl Fn() + Clone + 'static) {
    let code_length = use_code_length();
    let announced = listen(&window(), COMING, move |_| {
        code_length.leave();
        if let Some(link) = house.let_go() {
            link.leave();
        }
        let leave = leave.clone();
        // Not from within its own listener.
        spawn_local(async move { leave() });
    });
    keep(announced);
}

/// A link to another page leads there without starting everything anew.
fn follow_links(room: Room) {
    let clicked = listen(&document(), "click", move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("a[href^='/']:not([rel=external])").ok().flatten());
        let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) else { return };
        if !is_for_another_window(&event) && !room.failed.get_untracked() {
            event.prevent_default();
            room.go(&[link.pathname(), link.search()].concat());
        }
    });
    keep(clicked);
}

/// Whether a click asks the browser for more than to follow the link here.
fn is_for_another_window(click: &Event) -> bool {
    click.dyn_ref::<MouseEvent>().is_some_and(|click| {
        click.button() != 0 || click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key()
    })
}

/// Keeps a listener until the entrance is taken down: what is behind the door hears its own clicks.
fn keep(listener: Listener) {
    StoredValue::new_local(listener);
}
