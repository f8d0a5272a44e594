//! The repair note: what the adult thinks through before mending something with a child. It knows no address.

use leptos::prelude::*;

use super::words;
use crate::app::components::field::new_id;
use crate::app::lean::view;
use crate::content::passages::{self, Field};
use crate::domain::Level;
use crate::domain::session::{Repair, Thought};

/// The answers, each under its question's key; without an entry where nothing was written.
pub type Answers = Vec<(String, String)>;

/// The form of the note.
#[component]
pub fn RepairForm(
    /// In whose language the examples are.
    #[prop(into)]
    level: Signal<Level>,
    /// What is written.
    answers: RwSignal<Answers>,
    /// Keeps it; without it there is no button to do so.
    save: Option<Callback<()>>,
) -> impl IntoView {
    let repair = passages::repair();
    let sound = move || repair.say.at(level.get()).iter().map(|line| view! { <li>{*line}</li> }).collect_view();
    view! {
        <section class="paper repair">
            <h2>{repair.title}</h2>
            <p>{repair.in_a_line}</p>
            <p class="notice heed"><span>{repair.limit}</span></p>
            {repair.fields.iter().map(|field| view! { <Question field answers/> }).collect_view()}
            <section class="card amber say">
                <h3>{words::HOW_IT_CAN_SOUND}</h3>
                <ul>{sound}</ul>
            </section>
            {save.map(|save| view! {
                <button type="button" class="main no-print" on:click=move |_| save.run(())>{words::SAVE}</button>
            })}
        </section>
    }
}

#[component]
fn Question(field: &'static Field, answers: RwSignal<Answers>) -> impl IntoView {
    let id = new_id();
    let hint = [&id, "h"].concat();
    let written = move || answers.with(|answers| answer(answers, field.key).to_owned());
    view! {
        <div class="field">
            <label for=id.clone()>{field.title}</label>
            <p class="hint no-print" id=hint.clone()>{field.hint}</p>
            <textarea
                id=id
                class="no-print"
                dir="auto"
                rows="2"
                autocomplete="off"
                spellcheck="false"
                aria-describedby=hint
                prop:value=written
                on:input=move |event| answers.update(|answers| write(answers, field.key, event_target_value(&event)))
            ></textarea>
            // Paper does not scroll, and has room for a hand.
            <p class="only-print written" aria-hidden="true">{written}</p>
        </div>
    }
}

/// A kept note as it reads: each answer under its question.
#[component]
pub fn Thoughts(
    /// The note.
    note: Repair,
) -> impl IntoView {
    let thoughts = note.thoughts.into_iter().map(|thought| {
        let known = passages::repair().fields.iter().find(|field| field.key == thought.key);
        // What a later version asks is shown by its key rather than not at all.
        let question = known.map_or(thought.key, |field| field.title.to_owned());
        view! {
            <div>
                <p class="small soft">{question}</p>
                <p class="typed-text" dir="auto">{thought.words}</p>
            </div>
        }
    });
    thoughts.collect_view()
}

/// What is kept of the answers: those that say something, in the order of the questions.
pub fn thoughts(answers: &Answers) -> Vec<Thought> {
    let fields = passages::repair().fields.iter();
    let given = fields.filter_map(|field| {
        let words = answer(answers, field.key);
        let says = !words.trim().is_empty();
        says.then(|| Thought { key: field.key.to_owned(), words: words.to_owned() })
    });
    given.collect()
}

/// What is written under a key.
pub fn answer<'a>(answers: &'a Answers, key: &str) -> &'a str {
    answers.iter().find(|(other, _)| other == key).map_or("", |(_, text)| text)
}

/// Writes under a key. What is emptied leaves no entry.
pub fn write(answers: &mut Answers, key: &str, text: String) {
    match answers.iter_mut().find(|(other, _)| other == key) {
        _ if text.is_empty() => answers.retain(|(other, _)| other != key),
        Some((_, before)) => *before = text,
        None => answers.push((key.to_owned(), text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_stands_under_its_question() {
        let mut answers = Answers::new();
        write(&mut answers, "my-part", "I was in a hurry".into());
        write(&mut answers, "when", "Tuesday".into());
        write(&mut answers, "my-part", "I was in a hurry and did not warn".into());
        assert_eq!(answer(&answers, "my-part"), "I was in a hurry and did not warn");
        assert_eq!((answer(&answers, "when"), answer(&answers, "what-happened")), ("Tuesday", ""));
    }

    #[test]
    fn what_is_kept_stands_in_the_order_of_the_questions_and_says_something() {
        let mut answers = Answers::new();
        write(&mut answers, "when", "Tuesday\nat the gate".into());
        write(&mut answers, "my-part", " \n".into());
        write(&mut answers, "what-happened", "The bin went over".into());
        let kept: Vec<_> = thoughts(&answers).into_iter().map(|thought| (thought.key, thought.words)).collect();
        let expected = [("what-happened", "The bin went over"), ("when", "Tuesday\nat the gate")];
        assert_eq!(kept, expected.map(|(key, words)| (key.to_owned(), words.to_owned())));
    }

    #[test]
    fn what_is_emptied_is_gone_and_the_rest_stays() {
        let mut answers = vec![("when".to_owned(), "Tuesday".to_owned()), ("my-part".to_owned(), "Mine".to_owned())];
        write(&mut answers, "when", String::new());
        assert_eq!(answers, [("my-part".to_owned(), "Mine".to_owned())]);
    }
}
