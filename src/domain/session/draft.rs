//! What the silent log already knows of a note: facts in order, and the words that were typed, each in its own field.

use crate::domain::RecordId;

use super::{Event, Reading, Session, Stage, minutes_of};

/// One fact for "what happened". The app has the words for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// How long it really was, in minutes, and how long it was meant to be.
    Minutes {
        /// Without the pauses.
        delivered: u32,
        /// As planned.
        planned: u16,
    },
    /// The two taps on arriving, where at least one was answered.
    Arrived(Reading),
    /// The two taps on leaving, where at least one was answered.
    Left(Reading),
    /// A check-in was made.
    CheckIn(RecordId),
    /// An activity's key.
    Did(String),
    /// An activity in the adult's words.
    DidOther(String),
    /// A calm activity's slug.
    Calm(String),
    /// A set of prompts' slug.
    Prompt(String),
    /// What the child chose as a help.
    Helped(String),
    /// A stage that was left out.
    LeftOut(Stage),
    /// A concern was passed on. Nothing of what it is about.
    Concern,
}

/// A note as far as the log can write it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// What happened, in order.
    pub facts: Vec<Fact>,
    /// The child's own words, as they were said.
    pub own_words: Vec<String>,
    /// What the adult typed as a thought.
    pub thoughts: Vec<String>,
    /// What the adult typed as a next step.
    pub next: Vec<String>,
}

impl Draft {
    /// The draft for a session that has ended. What a newer app logged is left out: there are no words for it here.
    pub fn of(session: &Session) -> Self {
        let mut draft = Self::default();
        if let Some(ended) = session.ended {
            let delivered = minutes_of(session.delivered_millis(ended));
            draft.facts.push(Fact::Minutes { delivered, planned: session.planned_minutes });
        }
        if session.arrived.calm.is_answered() || session.arrived.good.is_answered() {
            draft.facts.push(Fact::Arrived(session.arrived.clone()));
        }
        for entry in &session.log {
            draft.add(&entry.event);
        }
        let skipped = session.course.steps().iter().filter(|step| step.skipped);
        draft.facts.extend(skipped.map(|step| Fact::LeftOut(step.stage)));
        if session.left.calm.is_answered() || session.left.good.is_answered() {
            draft.facts.push(Fact::Left(session.left.clone()));
        }
        draft
    }

    fn add(&mut self, event: &Event) {
        let fact = match event {
            Event::CheckIn(id) => Fact::CheckIn(*id),
            Event::Did(key) => Fact::Did(key.clone()),
            Event::DidOther(words) => Fact::DidOther(words.clone()),
            Event::Calm(slug) => Fact::Calm(slug.clone()),
            Event::Prompt(slug) => Fact::Prompt(slug.clone()),
            Event::Helped(key) => Fact::Helped(key.clone()),
            Event::Concern(_) => Fact::Concern,
            Event::Said(words) => return self.own_words.push(words.clone()),
            Event::Thought(words) => return self.thoughts.push(words.clone()),
            Event::Next(words) => return self.next.push(words.clone()),
            // The stages stand in the course, the pauses in the minutes; which lines were said is the adult's practice
            // and no fact about the child.
            Event::Began(_) | Event::Paused | Event::WentOn | Event::Line { .. } | Event::Newer(_) => return,
        };
        // The same thing tapped twice is one fact.
        if !self.facts.contains(&fact) {
            self.facts.push(fact);
        }
    }
}
