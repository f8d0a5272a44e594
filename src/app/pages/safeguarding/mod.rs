//! What to do when a child may not be safe: one tap from every screen, without unlocking and without a network.

mod back;
mod contacts;
pub mod school;
mod words;

use leptos::prelude::*;

use crate::app::components::print::Print;
use crate::app::components::title::PageTitle;
use crate::app::lean::view;
use crate::app::shell::frame::Frame;
use crate::content::safeguarding::{self, By, Helpline, Ted};

use back::Back;
use school::AtOurSchool;

/// What to do when a child may not be safe.
#[component]
pub fn Safeguarding() -> impl IntoView {
    let page = safeguarding::page();
    let (headings, about) = (page.headings, page.about);
    view! {
        <Frame>
            <PageTitle words=page.title/>
            <Back/>
            <header class="title"><h1>{page.title}</h1></header>
            <p class="lead">{page.in_a_line}</p>
            <div class="notice heed">
                <p>
                    <strong>{page.danger}</strong>
                </p>
                {emergency().map(|line| view! { <a class="button" href=line.link>{words::CALL}" "{line.number}</a> })}
            </div>
            <div class="reference">
                <div class="pair">
                    <section class="card">
                        <h2>{headings.now}</h2>
                        <ol class="numbered">{items(page.now)}</ol>
                    </section>
                    <div class="stack">
                        <AtOurSchool/>
                        <p class="notice">{page.told_no_one}</p>
                    </div>
                </div>
                <section class="stack">
                    <h2>{headings.ted}</h2>
                    <ul class="ted">{page.ted.iter().map(|ted| view! { <Opening ted/> }).collect_view()}</ul>
                </section>
                <div class="pair">
                    <section class="card heed avoid">
                        <h2>{headings.never}</h2>
                        <ul>{items(page.never)}</ul>
                    </section>
                    <section class="card heed avoid">
                        <h2>{headings.avoid}</h2>
                        <ul>{items(page.avoid)}</ul>
                    </section>
                </div>
                <section class="card">
                    <h2>{headings.helplines}</h2>
                    <div>{page.helplines.iter().map(|line| view! { <Number line/> }).collect_view()}</div>
                </section>
                <div class="pair">
                    <section class="card">
                        <h2>{headings.record}</h2>
                        <ul class="bullets">{items(page.record)}</ul>
                    </section>
                    <section class="card">
                        <h2>{headings.one_to_one}</h2>
                        <ul class="bullets">{items(page.one_to_one)}</ul>
                    </section>
                </div>
                <p>{page.policy}</p>
                <p class="small soft">{words::provenance(about.licence, about.source, about.reviewed_in)}</p>
            </div>
            <div class="line"><Print/></div>
        </Frame>
    }
}

/// The number for this minute; it stands among the others, too.
fn emergency() -> Option<&'static Helpline> {
    safeguarding::page().helplines.iter().find(|line| line.key == "emergency")
}

fn items(lines: &'static [&'static str]) -> impl IntoView {
    lines.iter().map(|line| view! { <li>{*line}</li> }).collect_view()
}

#[component]
fn Opening(ted: &'static Ted) -> impl IntoView {
    view! {
        <li>
            <strong>{ted.word}</strong>
            {ted.line}
            <br/>
            <span class="small">{ted.meaning}</span>
        </li>
    }
}

#[component]
fn Number(line: &'static Helpline) -> impl IntoView {
    let text = (line.by == By::Text).then(|| format!("{} ", words::TEXT));
    view! {
        <div class="phone">
            <span>
                <strong>{line.name}</strong>
                <br/>
                <span class="soft">{line.who}" "{words::checked(line.about.reviewed_in)}</span>
            </span>
            <a href=line.link>{text}{line.number}</a>
        </div>
    }
}
