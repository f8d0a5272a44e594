//! The recovery code on paper and typed back: when a vault is made, and when its code is made anew.

use leptos::prelude::*;

use crate::app::art::icons;
use crate::app::components::field::{Field, Takes};
use crate::app::components::icon::Icon;
use crate::app::lean::{memo, view};
use crate::domain::Moment;
use crate::keeper::message::Whisper;
use crate::platform::{clock, dates};
use crate::vault::RecoveryCode;

use super::secret;
use super::words::create;

/// The recovery code as the keeper gave it.
#[derive(Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its groups, in order.
    groups: Vec<Whisper>,
    /// Places of the groups to type back, from 0.
    ask_for: Vec<u8>,
    /// When it was made.
    made: Moment,
}

/// A recovery code and what of it was typed back. Wiped when the component goes in which it was made.
#[derive(Clone, Copy)]
pub struct SheetDraft {
    sheet: RwSignal<Option<Sheet>>,
    typed: [RwSignal<String>; RecoveryCode::GROUPS],
}

impl SheetDraft {
    /// No code yet.
    pub fn new() -> Self {
        let draft = Self { sheet: RwSignal::new(None), typed: core::array::from_fn(|_| RwSignal::new(String::new())) };
        draft.typed.into_iter().for_each(secret::wipe_on_leaving);
        draft
    }

    /// Takes in a code that was made just now, in the place of another.
    pub fn take_in(self, groups: Vec<Whisper>, ask_for: Vec<u8>) {
        self.typed.into_iter().for_each(secret::wipe);
        let _ = self.sheet.try_set(Some(Sheet { groups, ask_for, made: clock::now() }));
    }

    /// Whether there is one.
    pub fn is_there(self) -> bool {
        self.sheet.with(Option::is_some)
    }

    /// Places of the groups that are typed back wrongly or not at all.
    pub fn wrong_groups(self) -> Vec<u8> {
        self.sheet.with(|sheet| {
            let Some(sheet) = sheet else { return Vec::new() };
            let code = sheet.groups.iter().map(Whisper::expose).collect::<String>();
            let code = RecoveryCode::parse(&code).ok();
            let matches = |place: u8| {
                let place = usize::from(place);
                let typed = self.typed.get(place).map(|typed| typed.get()).unwrap_or_default();
                code.as_ref().is_some_and(|code| code.group_matches(place, &typed))
            };
            sheet.ask_for.iter().copied().filter(|place| !matches(*place)).collect()
        })
    }

    /// What was typed back, in the order in which it was asked for.
    pub fn typed_back(self) -> Vec<Whisper> {
        let asked = self.sheet.with_untracked(|sheet| sheet.as_ref().map(|sheet| sheet.ask_for.clone()));
        let typed = asked.unwrap_or_default().into_iter().filter_map(|place| self.typed.get(usize::from(place)));
        typed.map(|typed| Whisper::new(typed.get_untracked())).collect()
    }
}

/// The code, to be printed.
#[component]
pub fn SheetPaper(
    /// The code.
    draft: SheetDraft,
    /// The vault's name.
    #[prop(into)]
    nickname: Signal<String>,
    /// What the code is for.
    what: &'static str,
) -> impl IntoView {
    let groups = move || {
        let group = |(number, group): (usize, &Whisper)| {
            view! { <li data-n=number.to_string()>{group.expose().to_owned()}</li> }
        };
        draft.sheet.with(|sheet| sheet.as_ref().map(|sheet| (1..).zip(&sheet.groups).map(group).collect_view()))
    };
    let made = move || draft.sheet.with(|sheet| sheet.as_ref().map(|sheet| dates::day(sheet.made)));
    let print = move |_| {
        // A browser that cannot print does nothing; the code can be copied by hand.
        let _ = window().print();
    };
    view! {
        <section class="recovery-sheet stack">
            <p class="only-print">
                <strong>{move || nickname.with(|nickname| create::sheet_title(nickname.trim()))}</strong>
                <br/>
                {move || made().map(|day| create::sheet_made(&day))}
            </p>
            <p>{what}</p>
            <ol class="recovery" aria-label=create::SHEET_CODE>{groups}</ol>
            <p class="only-print">{create::SHEET_HOW}</p>
        </section>
        <div class="line">
            <button type="button" on:click=print>
                <Icon path=icons::PRINT/>
                {create::PRINT}
            </button>
        </div>
    }
}

/// Fields for the parts of the code that are typed back.
#[component]
pub fn TypedBack(
    /// The code.
    draft: SheetDraft,
    /// Whether it is time to say what is wrong.
    #[prop(into)]
    asked: Signal<bool>,
) -> impl IntoView {
    let places = draft.sheet.with_untracked(|sheet| sheet.as_ref().map(|sheet| sheet.ask_for.clone()));
    let wrong = memo(move || if asked.get() { draft.wrong_groups() } else { Vec::new() });
    let field = move |place: u8| {
        let value = *draft.typed.get(usize::from(place))?;
        let wrong =
            Signal::derive(move || wrong.with(|wrong| wrong.contains(&place)).then(|| create::GROUP_WRONG.to_owned()));
        Some(view! { <Field label=create::group(place + 1) value takes=Takes::Code wrong/> })
    };
    view! { <div class="groups">{places.unwrap_or_default().into_iter().map(field).collect_view()}</div> }
}
