//! What is chosen on a page and stands in its address after the question mark, so that a link or a reload comes back to it.

use std::rc::Rc;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::location::Location;
use leptos_router::params::ParamsMap;

type Write = Rc<dyn Fn(&'static str, Option<&'static str>)>;

/// The handle on the choices in the address.
#[derive(Clone, Copy)]
pub struct InAddress {
    query: Memo<ParamsMap>,
    write: StoredValue<Write, LocalStorage>,
}

/// The choices in the address of the page that is shown. Called in a component.
pub fn use_in_address() -> InAddress {
    // The router's own query map stays behind when path and query change together: all pages are one route to it.
    let Location { query, pathname: path, .. } = use_location();
    let navigate = use_navigate();
    let write = move |key: &'static str, word: Option<&'static str>| {
        let mut choices = query.get_untracked();
        choices.remove(key);
        if let Some(word) = word {
            choices.insert(key, word.to_owned());
        }
        let address = [path.get_untracked(), choices.to_query_string()].concat();
        let stay = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
        navigate(address.trim_end_matches('?'), stay);
    };
    InAddress { query, write: StoredValue::new_local(Rc::new(write)) }
}

impl InAddress {
    /// What is chosen under `key`.
    pub fn read<T>(self, key: &str, understand: impl Fn(Option<&str>) -> T) -> T {
        self.query.with(|query| understand(query.get_str(key)))
    }

    /// Everything that is chosen, with its question mark, for a link to a page that goes on with it.
    pub fn all(self) -> String {
        let all = self.query.with(ParamsMap::to_query_string);
        if all == "?" { String::new() } else { all }
    }

    /// Chooses a word under `key`, or nothing. The pages visited before stay what they were.
    pub fn choose(self, key: &'static str, word: Option<&'static str>) {
        if let Some(write) = self.write.try_get_value() {
            write(key, word);
        }
    }
}
