//! The way to another page, for what stands both in the entrance, which has no router, and in the room, which has one.

use std::rc::Rc;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

type Lead = Rc<dyn Fn(&str)>;

/// The handle on the way.
#[derive(Clone, Copy)]
pub struct Way(StoredValue<Lead, LocalStorage>);

/// Provides a way; called once, by the app.
pub fn provide_way(lead: impl Fn(&str) + 'static) {
    provide_context(Way(StoredValue::new_local(Rc::new(lead))));
}

/// Provides the router's way; called once, below the router.
pub fn provide_routed_way() {
    let navigate = use_navigate();
    provide_way(move |path| navigate(path, NavigateOptions::default()));
}

/// The way to another page.
pub fn use_way() -> Way {
    expect_context()
}

impl Way {
    /// Goes to a page of the app.
    pub fn go(self, path: &str) {
        if let Some(lead) = self.0.try_get_value() {
            lead(path);
        }
    }
}
