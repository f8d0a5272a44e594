//! Records that were edited on two tablets: both versions side by side, and a choice.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::back::Back;
use crate::app::components::loaded::{asked, loaded};
use crate::app::components::refused::Refused;
use crate::app::components::title::PageTitle;
use crate::app::components::when;
use crate::app::context::glow::use_glow;
use crate::app::context::house::use_house;
use crate::app::lean::view;
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::keeper::Refusal;
use crate::keeper::message::{BackupAsk, Keep, SetAsideRow, Version};

use super::words;

/// The page.
#[component]
pub fn VersionsPage() -> impl IntoView {
    let (house, glow) = (use_house(), use_glow());
    let rows = asked(move || house.versions(BackupAsk::SetAside));
    let refusal = RwSignal::new(None::<Refusal>);
    let choose = Callback::new(move |ask: BackupAsk| {
        refusal.set(None);
        spawn_local(async move {
            match house.versions(ask).await {
                Ok(_) => glow.shine(),
                Err(refused) => drop(refusal.try_set(Some(refused))),
            }
            if !refusal.is_disposed() {
                rows.refetch();
            }
        });
    });
    view! {
        <PageTitle words=words::VERSIONS/>
        <Frame>
            <Back to=paths::BACKUP words=words::BACKUP/>
            <header class="title"><h1>{words::VERSIONS}</h1></header>
            <Refused refusal/>
            {loaded(rows, move |rows| {
                if rows.is_empty() {
                    return view! { <p>{words::NO_VERSIONS}</p> };
                }
                let rows = rows.into_iter().map(|row| view! { <Pair row choose/> }).collect_view();
                view! { <p>{words::VERSIONS_WHAT}</p> {rows} }
            })}
        </Frame>
    }
}

#[component]
fn Pair(row: SetAsideRow, choose: Callback<BackupAsk>) -> impl IntoView {
    let SetAsideRow { subject, place, .. } = row;
    let chosen = move |keep| move |_| choose.run(BackupAsk::Choose { subject, place, keep });
    let here = row.present.map_or_else(|| view! { <p>{words::CANNOT_READ}</p> }, told);
    view! {
        <section class="stack versions">
            <h2>
                {words::kind(row.kind)}
                {row.pupil.map(|pupil| view! { ": "<bdi>{pupil.name}</bdi> })}
            </h2>
            <div class="pair">
                <article class="stack">
                    <h3>{words::HERE}</h3>
                    {here}
                    <button type="button" on:click=chosen(Keep::Present)>{words::KEEP_HERE}</button>
                </article>
                <article class="stack">
                    <h3>{words::OTHER}</h3>
                    {told(row.other)}
                    <button type="button" on:click=chosen(Keep::Other)>{words::TAKE_OTHER}</button>
                </article>
            </div>
        </section>
    }
}

fn told(version: Version) -> AnyView {
    let body = if version.removed {
        view! { <p>{words::REMOVED}</p> }
    } else if version.words.is_empty() {
        view! { <p class="soft">{words::NO_WORDS}</p> }
    } else {
        let lines = version.words.into_iter().map(|line| view! { <li dir="auto">{line}</li> }).collect_view();
        view! { <ul class="said-there">{lines}</ul> }
    };
    view! { <p class="soft">{when::spoken(version.at)}</p> {body} }
}
