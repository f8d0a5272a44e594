//! Choosing a passphrase: words that were drawn on this tablet, or one's own.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::art::icons;
use crate::app::components::choice::{Choice, Offer};
use crate::app::components::field::{Field, ShowSwitch, Takes};
use crate::app::components::icon::Icon;
use crate::app::components::refused::Refused;
use crate::app::context::house::use_house;
use crate::app::lean::{memo, view};
use crate::keeper::Refusal;
use crate::keeper::message::{Ask, Reply, Whisper};

use super::passphrase_plan::{Again, Hint};
use super::secret;
use super::words::passphrase as words;

/// A passphrase being chosen. All of it is wiped when the component goes in which it was made.
#[derive(Clone, Copy)]
pub struct PassphraseChoice {
    own: RwSignal<bool>,
    suggested: RwSignal<String>,
    typed: RwSignal<String>,
    again: RwSignal<String>,
    /// Whether it is time to say what is missing.
    asked: RwSignal<bool>,
}

impl PassphraseChoice {
    /// Nothing chosen yet.
    pub fn new() -> Self {
        let choice = Self {
            own: RwSignal::new(false),
            suggested: RwSignal::new(String::new()),
            typed: RwSignal::new(String::new()),
            again: RwSignal::new(String::new()),
            asked: RwSignal::new(false),
        };
        on_cleanup(move || choice.wipe());
        choice
    }

    /// Wipes everything that was typed or suggested.
    pub fn wipe(self) {
        for field in [self.suggested, self.typed, self.again] {
            secret::wipe(field);
        }
        let _ = self.asked.try_set(false);
    }

    /// Whether somebody has begun to type one.
    pub fn is_begun(self) -> bool {
        self.typed.with(|typed| !typed.is_empty())
    }

    /// The chosen passphrase, if it can be taken; otherwise what is missing is said from now on.
    pub fn take(self) -> Option<Whisper> {
        self.asked.set(true);
        let source = if self.own.get_untracked() { self.typed } else { self.suggested };
        let accepted = source.with_untracked(|text| Hint::on(text).is_accepted());
        let same = !self.own.get_untracked() || self.compared() == Again::Same;
        (accepted && same).then(|| secret::whisper(source))
    }

    fn compared(self) -> Again {
        self.typed.with(|typed| self.again.with(|again| Again::of(typed, again)))
    }

    fn wrong_again(self) -> Option<String> {
        match self.compared() {
            Again::Same => None,
            Again::OnTheWay if !self.asked.get() => None,
            Again::OnTheWay | Again::Different => Some(words::NOT_THE_SAME.to_owned()),
        }
    }
}

/// The choice on screen: which kind, and the words or the fields.
#[component]
pub fn ChoosePassphrase(
    /// The choice.
    choice: PassphraseChoice,
) -> impl IntoView {
    let options = vec![
        Offer { value: false, word: words::SUGGESTED, more: words::SUGGESTED_MORE },
        Offer { value: true, word: words::OWN, more: words::OWN_MORE },
    ];
    view! {
        {move || (!choice.own.get()).then(|| view! { <p>{words::WHAT}</p> })}
        <Choice legend=words::LEGEND said=true options chosen=choice.own choose=move |own| choice.own.set(own)/>
        {move || {
            if choice.own.get() {
                view! { <OwnPassphrase choice/> }
            } else {
                view! { <SuggestedPassphrase suggested=choice.suggested/> }
            }
        }}
    }
}

#[component]
fn SuggestedPassphrase(suggested: RwSignal<String>) -> impl IntoView {
    let house = use_house();
    let refusal = RwSignal::new(None);
    let suggest = move || {
        refusal.set(None);
        spawn_local(async move {
            match house.read(Ask::SuggestPassphrase).await {
                Ok(Reply::Suggestion(words)) => {
                    secret::wipe(suggested);
                    let _ = suggested.try_set(words.expose().to_owned());
                }
                Ok(_) => drop(refusal.try_set(Some(Refusal::OtherBuild))),
                Err(refused) => drop(refusal.try_set(Some(refused))),
            }
        });
    };
    if suggested.with_untracked(String::is_empty) {
        suggest();
    }
    view! {
        <ul class="passphrase" aria-label=words::SUGGESTION>
            {move || {
                suggested.with(|words| words.split(' ').map(|word| view! { <li>{word.to_owned()}</li> }).collect_view())
            }}
        </ul>
        <Refused refusal/>
        <div class="line">
            <button type="button" on:click=move |_| suggest()>
                <Icon path=icons::UNDO/>
                {words::OTHER_WORDS}
            </button>
        </div>
        <p class="small soft">{words::WRITE_DOWN}</p>
    }
}

#[component]
fn OwnPassphrase(choice: PassphraseChoice) -> impl IntoView {
    let shown = RwSignal::new(false);
    let hint = memo(move || choice.typed.with(|typed| Hint::on(typed)));
    let too_short = Signal::derive(move || {
        hint.with(|hint| (choice.asked.get() && !hint.is_accepted()).then(|| hint.words.clone()))
    });
    view! {
        <Field
            label=words::LEGEND
            value=choice.typed
            takes=Takes::NewPassphrase
            hint=words::OWN_HINT
            wrong=too_short
            shown
        />
        <div class="strength" role="status">
            <meter min="0" max="4" value=move || hint.with(|hint| hint.level) aria-label=words::STRENGTH></meter>
            <p>{move || choice.is_begun().then(|| hint.with(|hint| hint.words.clone()))}</p>
        </div>
        <Field
            label=words::AGAIN
            value=choice.again
            takes=Takes::NewPassphrase
            wrong=Signal::derive(move || choice.wrong_again())
            shown
        />
        <ShowSwitch shown/>
    }
}
