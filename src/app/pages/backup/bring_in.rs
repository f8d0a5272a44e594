//! Reading a file: only to see whether it is whole, or to bring it in once it is clear what that does.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::back::Back;
use crate::app::components::refused::Refused;
use crate::app::components::title::PageTitle;
use crate::app::context::glow::use_glow;
use crate::app::context::house::use_house;
use crate::app::lean::view;
use crate::app::paths;
use crate::app::shell::frame::Frame;
use crate::keeper::Refusal;
use crate::keeper::exchange::Extent;
use crate::keeper::message::{BackupAsk, FileReading, ReadFor};

use super::file_form::FileForm;
use super::words;

/// Checks a file and changes nothing.
#[component]
pub fn CheckPage() -> impl IntoView {
    let found = RwSignal::new(None::<FileReading>);
    view! {
        <PageTitle words=words::CHECK/>
        <Frame>
            <Back to=paths::BACKUP words=words::BACKUP/>
            <header class="title"><h1>{words::CHECK}</h1></header>
            <div class="settings">
                <p>{words::CHECK_WHAT}</p>
                <FileForm purpose=ReadFor::Checking read=Callback::new(move |reading| found.set(Some(reading)))/>
                <div role="status">{move || found.get().map(checked)}</div>
            </div>
        </Frame>
    }
}

fn checked(reading: FileReading) -> AnyView {
    let (class, words_of_it) = match reading {
        FileReading { verified: true, .. } => ("notice cool", words::VERIFIED.to_owned()),
        FileReading { unreadable: Some(_), .. } => ("notice", words::TAKEN_OUT.to_owned()),
        FileReading { extent: Extent::Child(_), .. } => ("notice", words::ONE_CHILD.to_owned()),
        FileReading { own: false, .. } => ("notice", words::OTHERS.to_owned()),
        FileReading { missing, .. } => ("notice amber", words::missing(missing)),
    };
    view! { <div class=class><p><strong>{words_of_it}</strong>" "{words::reading(&reading)}</p></div> }
}

/// Where bringing a file in has got to.
#[derive(Clone, PartialEq, Eq)]
enum Step {
    Pick,
    See(FileReading),
    Done(FileReading),
}

/// Brings a file in.
#[component]
pub fn BringInPage() -> impl IntoView {
    let step = RwSignal::new(Step::Pick);
    view! {
        <PageTitle words=words::BRING_IN/>
        <Frame>
            <Back to=paths::BACKUP words=words::BACKUP/>
            <header class="title"><h1>{words::BRING_IN}</h1></header>
            <div class="settings">
                {move || match step.get() {
                    Step::Pick => view! {
                        <p>{words::BRING_IN_WHAT}</p>
                        <FileForm
                            purpose=ReadFor::Merging
                            read=Callback::new(move |reading| step.set(Step::See(reading)))
                        />
                    },
                    Step::See(reading) => view! { <See reading step/> },
                    Step::Done(reading) => done(&reading),
                }}
            </div>
        </Frame>
    }
}

/// What it would bring.
#[component]
fn See(reading: FileReading, step: RwSignal<Step>) -> impl IntoView {
    let (house, glow) = (use_house(), use_glow());
    let refusal = RwSignal::new(None::<Refusal>);
    let busy = RwSignal::new(false);
    let brings = reading.summary.brings_something();
    let take = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            match house.file_reading(BackupAsk::Merge).await {
                Ok(reading) => {
                    glow.shine();
                    step.try_set(Step::Done(reading));
                }
                Err(refused) => drop(refusal.try_set(Some(refused))),
            }
            busy.try_set(false);
        });
    };
    let children = reading.pupils.iter().map(|pupil| view! { <li><bdi>{pupil.name.clone()}</bdi></li> });
    let children = children.collect_view();
    view! {
        <section class="stack" role="status">
            <p>{words::reading(&reading)}</p>
            <ul class="names">{children}</ul>
            <p class="lead">{if brings { words::summary(reading.summary) } else { words::NOTHING_NEW.to_owned() }}</p>
            {words::stays(reading.summary).map(|stays| view! { <p class="soft">{stays}</p> })}
        </section>
        <Refused refusal/>
        <div class="line">
            {brings.then(|| view! {
                <button type="button" class="main" on:click=take aria-disabled=move || busy.get().then_some("true")>
                    {words::TAKE_IT_IN}
                </button>
            })}
            <button type="button" class="plain" on:click=move |_| step.set(Step::Pick)>{words::LEAVE_IT}</button>
        </div>
    }
}

fn done(reading: &FileReading) -> AnyView {
    let both = (reading.summary.both > 0).then(|| {
        view! {
            <div class="notice amber">
                <p>{words::to_choose(reading.summary.both)}</p>
                <a class="button" href=paths::VERSIONS>{words::VERSIONS}</a>
            </div>
        }
    });
    view! {
        <div class="notice cool" role="status">
            <p><strong>{words::DONE}</strong>" "{words::summary(reading.summary)}</p>
        </div>
        {both}
        <div class="line"><a class="button main" href=paths::TODAY>{words::TO_TODAY}</a></div>
    }
}
