//! The bridge to the exchange program, in a worker: whatever becomes of the program, the keeper hears an error and goes on.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic)]

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise, Reflect, Uint8Array};
use lantern_room::domain::{Moment, VaultId};
use lantern_room::keeper::exchange::bridge::{self, Bridge};
use lantern_room::keeper::exchange::{
    Content, Errand, Exchange, Extent, FileKey, FileTrouble, Header, Outcome, SealTo,
};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

const WAITING: &str = "lanternRoomExchange";
const FETCH: &str = "lanternRoomFetchExchange";
const SECRET: [u8; 32] = [7; 32];

fn global(name: &str, value: &JsValue) {
    Reflect::set(&js_sys::global(), &name.into(), value).unwrap();
}

/// What stands for fetching the program: notes what was asked for, and has `start` put something in its place.
fn fetched_by(start: impl Fn(usize) -> bool + 'static) -> Rc<RefCell<Vec<String>>> {
    let asked = Rc::new(RefCell::new(Vec::new()));
    let noted = Rc::clone(&asked);
    let fetch = Closure::<dyn Fn(String) -> Promise>::new(move |fresh: String| {
        noted.borrow_mut().push(fresh);
        if start(noted.borrow().len()) {
            Promise::resolve(&JsValue::UNDEFINED)
        } else {
            Promise::reject(&"no network".into())
        }
    });
    global(FETCH, &fetch.into_js_value());
    asked
}

fn recipient() -> Errand {
    Errand::Recipient { secret: SECRET }
}

#[wasm_bindgen_test]
async fn the_program_runs_errands_in_this_browser() {
    let asked = fetched_by(|_| {
        bridge::wait_for_errands();
        true
    });
    let bridge = Bridge::default();
    let Ok(Outcome::Recipient(key)) = bridge.run(recipient()).await else { panic!("no key") };
    assert!(key.starts_with("age1") && key.len() == 62, "{key}");
    // Chance comes from the browser here; what is sealed opens again, and for nobody else.
    let header = Header {
        app: "0.1.0".into(),
        vault: VaultId::from_bytes([3; 16]),
        made: Moment { utc_millis: 1_795_428_000_000, offset_minutes: 0 },
        extent: Extent::Vault,
        head: None,
    };
    let content = || Content { header: header.clone(), changes: Vec::new(), unreadable: None };
    for (to, key, other) in [
        (SealTo::Recipients(vec![key]), FileKey::Secret(SECRET), FileKey::Secret([8; 32])),
        (
            SealTo::Passphrase("the geese came back".into()),
            FileKey::Typed("the geese came back".into()),
            FileKey::Typed("x".into()),
        ),
    ] {
        let Ok(Outcome::File(file)) = bridge.run(Errand::Seal { content: content(), to }).await else {
            panic!("no file")
        };
        let opened = bridge.run(Errand::Open { file: file.clone(), key }).await;
        assert!(opened == Ok(Outcome::Content(content())));
        assert!(bridge.run(Errand::Open { file, key: other }).await == Err(FileTrouble::WrongKey));
    }
    assert_eq!(*asked.borrow(), [""], "it is fetched once");
}

#[wasm_bindgen_test]
async fn a_program_that_fails_is_an_error_and_the_next_is_a_fresh_one() {
    let asked = fetched_by(|time| {
        match time {
            // As when its memory has run out: what is called throws.
            1 => {
                global(WAITING, &Function::new_with_args("letter", "throw new WebAssembly.RuntimeError('unreachable')"))
            }
            _ => bridge::wait_for_errands(),
        }
        true
    });
    let bridge = Bridge::default();
    assert!(bridge.run(recipient()).await == Err(FileTrouble::Program));
    assert!(matches!(bridge.run(recipient()).await, Ok(Outcome::Recipient(_))));
    assert!(matches!(bridge.run(recipient()).await, Ok(Outcome::Recipient(_))));
    assert_eq!(*asked.borrow(), ["", "?1"]);
}

#[wasm_bindgen_test]
async fn a_program_that_cannot_be_had_is_asked_for_again_later() {
    let asked = fetched_by(|time| {
        bridge::wait_for_errands();
        time > 1
    });
    let bridge = Bridge::default();
    assert!(bridge.run(recipient()).await == Err(FileTrouble::Program));
    assert!(matches!(bridge.run(recipient()).await, Ok(Outcome::Recipient(_))));
    assert_eq!(asked.borrow().len(), 2);

    global(FETCH, &JsValue::UNDEFINED);
    assert!(Bridge::default().run(recipient()).await == Err(FileTrouble::Program));
}

#[wasm_bindgen_test]
async fn an_answer_that_is_none_is_an_error() {
    fetched_by(|_| {
        let odd = Closure::<dyn Fn(Uint8Array) -> Uint8Array>::new(|_| Uint8Array::new_with_length(0));
        global(WAITING, &odd.into_js_value());
        true
    });
    assert!(Bridge::default().run(recipient()).await == Err(FileTrouble::Program));
}
