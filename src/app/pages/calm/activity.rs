//! One activity, for the adult: what it is, when not to use it, and its words.

use leptos::prelude::*;

use super::picture::calm_picture;
use super::words;
use crate::app::components::back::Back;
use crate::app::components::print::Print;
use crate::app::components::title::PageTitle;
use crate::app::lean::view;
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::content::calm::{self, Activity};

/// A calm activity.
#[component]
pub fn CalmActivity(
    /// Which.
    slug: String,
) -> impl IntoView {
    view! {
        <Frame>
            <Back to=paths::CALM words=words::CALM/>
            {match calm::find(&slug) {
                Some(activity) => view! { <Shown activity/> },
                None => view! { <NotHere/> },
            }}
        </Frame>
    }
}

#[component]
fn Shown(activity: &'static Activity) -> impl IntoView {
    let about = calm::about(activity.kind);
    let (minutes, levels) = (words::minutes(activity.minutes), words::levels(activity.ages));
    let facts = [words::kind(activity.kind), &minutes, words::aim(activity.aim), &levels].join(" · ");
    view! {
        <PageTitle words=activity.title/>
        <header class="title">
            <h1>{activity.title}</h1>
            <p>{facts}</p>
        </header>
        <article class="reference calm-activity">
            <div class="opening">
                {calm_picture(activity.slug)}
                <p class="lead">{activity.in_a_line}</p>
                <a class="button main" href=paths::calm_player(activity.slug)>{words::BEGIN}</a>
            </div>
            <div class="pair">
                <section class="card say">
                    <h2>{words::SCRIPT}</h2>
                    <p class="soft small">{words::SCRIPT_LINE}</p>
                    <ol>
                        {activity.steps.iter().map(|step| view! { <li>{step.say}</li> }).collect_view()}
                        <li>{activity.after}</li>
                    </ol>
                    <div class="line no-print"><Print/></div>
                </section>
                <div class="stack">
                    {(!activity.prepare.is_empty()).then(|| view! {
                        <section class="card amber">
                            <h2>{words::PREPARE}</h2>
                            <Lines lines=activity.prepare/>
                        </section>
                    })}
                    <section class="card heed">
                        <h2>{words::NOT_WHEN}</h2>
                        <Lines lines=activity.not_when/>
                    </section>
                    <section class="card cool">
                        <h2>{words::EYES_OPEN}</h2>
                        <p>{activity.eyes_open}</p>
                    </section>
                </div>
            </div>
            <p class="small soft">{words::provenance(about.licence, about.source, about.reviewed_in)}</p>
        </article>
    }
}

#[component]
fn Lines(lines: &'static [&'static str]) -> impl IntoView {
    view! { <ul>{lines.iter().map(|line| view! { <li>{*line}</li> }).collect_view()}</ul> }
}

#[component]
fn NotHere() -> impl IntoView {
    view! {
        <PageTitle words=words::NO_ACTIVITY/>
        <header class="title"><h1>{words::NO_ACTIVITY}</h1></header>
        <p>{words::NO_ACTIVITY_LINE}</p>
        <p><a class="button" href=paths::CALM>{words::ALL_ACTIVITIES}</a></p>
    }
}
