//! What a person sees: shell, routes, contexts, pages and components.
//!
//! A page asks the keeper through the [`context::house::House`] handle and shows what comes back; it touches no storage
//! and decides nothing about records.

pub mod address;
pub mod art;
pub mod components;
pub mod context;
pub mod entrance;
mod lean;
pub mod pages;
pub mod paths;
pub mod refusal_words;
pub mod routes;
pub mod shell;

use leptos::prelude::*;
use leptos_router::components::Router;

use crate::app::lean::view;

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    context::device::provide_device();
    context::glow::provide_glow();
    context::as_typed::provide_as_typed();
    context::house::provide_house();
    context::school::provide_school();
    context::drafts::provide_drafts();
    context::toast::provide_toast();
    context::voice::provide_voice();
    context::code_length::provide_code_length();
    context::unsaved::provide_unsaved();
    context::update::provide_update();
    context::install::provide_install();
    view! {
        <Router>
            <shell::Shell/>
            <components::toast::Toasts/>
        </Router>
    }
}
