//! All the words of a level, without the pad: grouped by how they feel, each with its meaning.

use leptos::html;
use leptos::prelude::*;

use crate::app::art::icons;
use crate::app::components::face::Face;
use crate::app::components::icon::Icon;
use crate::app::components::said;
use crate::app::lean::{effect, memo, view};
use crate::content::feelings::{self, FeelingWord};
use crate::domain::{FeelingWord as Chosen, Level};

use super::super::plan::Step;
use super::super::telling::Telling;
use super::super::words;
use super::lantern::Lantern;

/// The words of a level that feel good, in between, and bad; the liveliest first.
fn groups(level: Level, shows: &dyn Fn(&FeelingWord) -> bool) -> [Vec<&'static FeelingWord>; 3] {
    /// Up to here on either side of the middle a word is in between.
    const BETWEEN: i8 = 15;
    let mut groups = [Vec::new(), Vec::new(), Vec::new()];
    for word in feelings::up_to(level).filter(|word| shows(word)) {
        let [good, between, bad] = &mut groups;
        match word.pleasantness {
            p if p > BETWEEN => good.push(word),
            p if p < -BETWEEN => bad.push(word),
            _ => between.push(word),
        }
    }
    for group in &mut groups {
        feelings::put_in_order(group, &|word| -i32::from(word.energy));
    }
    groups
}

/// The sheet with all the words, while it is open.
#[component]
pub fn AllWords(telling: Telling, lantern: Lantern, browsing: RwSignal<bool>) -> impl IntoView {
    move || browsing.get().then(|| view! { <Sheet telling lantern browsing/> })
}

#[component]
fn Sheet(telling: Telling, lantern: Lantern, browsing: RwSignal<bool>) -> impl IntoView {
    let sheet = NodeRef::<html::Dialog>::new();
    effect(move || {
        if let Some(sheet) = sheet.get() {
            // Fails only for a dialog that is open already.
            let _ = sheet.show_modal();
        }
    });
    // The browser closes it, which gives the focus back, and tells so.
    let close = move || {
        if let Some(sheet) = sheet.get_untracked() {
            sheet.close();
        }
    };
    let group = move |(name, group): (&'static str, Vec<&'static FeelingWord>)| {
        let buttons = group.into_iter().map(|word| view! { <Word telling lantern word/> }).collect_view();
        view! {
            <h3>{name}</h3>
            <div class="browse">{buttons}</div>
        }
    };
    let all = move || {
        let named = words::GROUPS.into_iter().zip(groups(telling.level.get(), &|word| telling.shows(word.key)));
        named.filter(|(_, group)| !group.is_empty()).map(group).collect_view()
    };
    view! {
           <dialog
               class="sheet tall ask-sheet"
               aria-labelledby="sheet-title"
               node_ref=sheet
               on:close=move |_| {
    browsing.try_set(false);
    }
           >
               <header>
                   <h2 id="sheet-title">{words::ALL_THE_WORDS_TITLE}</h2>
                   <button type="button" class="round" aria-label=words::CLOSE on:click=move |_| close()>
                       <Icon path=icons::CLOSE/>
                   </button>
               </header>
               {all}
               <footer>
                   <button type="button" class="dashed" on:click=move |_| telling.go(Step::OwnWord)>{words::OWN_WORD}</button>
                   <button type="button" class="main" on:click=move |_| close()>{words::DONE}</button>
               </footer>
           </dialog>
       }
}

#[component]
fn Word(telling: Telling, lantern: Lantern, word: &'static FeelingWord) -> impl IntoView {
    let chosen = memo(move || {
        telling.answers.with(|answers| {
            let words = answers.feeling.given().map_or(&[][..], |feeling| &feeling.words[..]);
            words.iter().any(|chosen| matches!(chosen, Chosen::Known(key) if key == word.key))
        })
    });
    view! {
        <button
            type="button"
            aria-pressed=move || chosen.get().to_string()
            on:click=move |_| lantern.toggle(Chosen::Known(word.key.to_owned()))
        >
            <Face mood=said::mood_of(word) quiet=true/>
            <span>{word.word}<small>{word.meaning}</small></span>
        </button>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_stands_in_one_group() {
        for level in Level::ALL {
            let all: usize = groups(level, &|_| true).iter().map(Vec::len).sum();
            assert_eq!(all, feelings::up_to(level).count());
            assert!(
                groups(level, &|_| true)
                    .iter()
                    .all(|group| group.is_sorted_by_key(|word| core::cmp::Reverse(word.energy)))
            );
        }
    }
}
