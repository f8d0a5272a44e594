//! All the ways into the vault, and what is still being done after a change of key.

use leptos::prelude::*;

use crate::app::components::loaded::{asked, loaded};
use crate::app::context::house::use_house;
use crate::app::lean::view;
use crate::app::paths;
use crate::keeper::message::Keys;
use crate::platform::timer;

use super::words;

/// How often it is looked whether something is left to do, in milliseconds.
const PACE: u32 = 3_000;

/// All the ways in.
#[component]
pub fn Overview() -> impl IntoView {
    let house = use_house();
    let keys = asked(move || house.keys());
    let looking = timer::every(PACE, move || {
        let is_under_way = |keys: Keys| words::resealing(keys.resealing).is_some();
        if keys.get().and_then(Result::ok).is_some_and(is_under_way) {
            keys.refetch();
        }
    });
    StoredValue::new_local(looking);
    let progress = loaded(keys, |keys| {
        view! {
            <div role="status">
                {words::resealing(keys.resealing).map(|words| view! { <p class="notice">{words}</p> })}
            </div>
        }
    });
    let link = |path: &'static str, word: &'static str| view! { <li><a class="grow" href=path>{word}</a></li> };
    view! {
        <section>
            {progress}
            <ul class="rows">
                {link(paths::KEYS_PASSPHRASE, words::passphrase::TITLE)}
                {link(paths::KEYS_CODE, words::code::TITLE)}
                {link(paths::KEYS_SEEN, words::seen::TITLE)}
                {link(paths::KEYS_PASSKEY, words::passkey::TITLE)}
                {link(paths::KEYS_SCHOOL, words::school::TITLE)}
            </ul>
        </section>
    }
}
