//! The calm activities: `calm/*.toml`.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::level::{self, Level};
use crate::reading::{About, Reading, Spot};
use crate::rules;

/// Each kind's file. A child calms through the body first, then beside somebody, and last by thinking.
const FILES: [(&str, Kind); 3] =
    [("calm/body.toml", Kind::Body), ("calm/together.toml", Kind::Together), ("calm/thinking.toml", Kind::Thinking)];

/// So many there must be in all, and of each kind: a child who says no needs something else to say yes to.
const LEAST: (usize, usize) = (12, 3);

/// What the slug of an activity with the breathing light begins with.
const LIGHT: &str = "breathing-light-";

/// The quiet times that are offered, in minutes.
const QUIET: [u8; 3] = [3, 5, 10];

#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Body,
    Together,
    Thinking,
}

#[derive(Deserialize, Debug)]
#[serde(rename_all = "lowercase")]
enum Aim {
    Down,
    Up,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    about: About,
    activity: Vec<Activity>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Activity {
    slug: String,
    title: String,
    kind: Kind,
    aim: Aim,
    minutes: u8,
    ages: Vec<Level>,
    breath_in: Option<u8>,
    breath_out: Option<u8>,
    in_a_line: String,
    prepare: Vec<String>,
    not_when: Vec<String>,
    eyes_open: String,
    after: String,
    step: Vec<Step>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    say: String,
    pause: u8,
}

/// Checks all activities and gives the Rust for them.
pub fn read(reading: &mut Reading) -> String {
    let (mut abouts, mut activities) = (String::new(), String::new());
    let (mut slugs, mut all_read) = (BTreeSet::new(), true);
    for (name, kind) in FILES {
        let Some(file) = reading.file::<File>(name) else {
            all_read = false;
            continue;
        };
        let mut spot = reading.spot(name, "file");
        if file.activity.len() < LEAST.1 {
            spot.fault(&format!("has {} activities; each kind has at least {}", file.activity.len(), LEAST.1));
        }
        abouts += &format!("    {},\n", spot.about(&file.about));
        for activity in &file.activity {
            let mut spot = reading.spot(name, &format!("activity “{}”", activity.slug));
            spot.key(&activity.slug, &mut slugs);
            if activity.kind != kind {
                spot.fault(&format!("kind is {:?}; this file is for {kind:?}", activity.kind));
            }
            activities += &activity.rust(&mut spot);
        }
    }
    if all_read {
        check_choice(&mut reading.spot("calm", "all files"), &slugs);
    }
    format!(
        "pub(super) static ABOUT: [&Provenance; {}] = [\n{abouts}];\n\
         pub(super) static ACTIVITIES: &[Activity] = &[\n{activities}];\n",
        FILES.len()
    )
}

/// There is enough to choose from, and what the room counts on is there.
fn check_choice(spot: &mut Spot<'_>, slugs: &BTreeSet<String>) {
    if slugs.len() < LEAST.0 {
        spot.fault(&format!("there are {} activities; at least {} are needed", slugs.len(), LEAST.0));
    }
    if slugs.iter().filter(|slug| slug.starts_with(LIGHT)).count() < 2 {
        spot.fault("there must be two breathing lights at least, for short and for long breaths");
    }
    for minutes in QUIET.iter().filter(|minutes| !slugs.contains(&format!("quiet-time-{minutes}"))) {
        spot.fault(&format!("there is no quiet-time-{minutes}"));
    }
}

impl Activity {
    fn rust(&self, spot: &mut Spot<'_>) -> String {
        let Self { slug, title, kind, aim, minutes, in_a_line, prepare, not_when, eyes_open, after, .. } = self;
        for (field, value) in [("title", title), ("in_a_line", in_a_line), ("after", after), ("eyes_open", eyes_open)] {
            spot.text(field, value);
        }
        spot.check("after", rules::script(after));
        spot.texts("prepare", prepare, 0, 4);
        spot.texts("not_when", not_when, 2, 6);
        if !eyes_open.contains("open") {
            spot.fault("eyes_open says that they stay open, and where they can look");
        }
        if let Some(quiet) = slug.strip_prefix("quiet-time-")
            && *quiet != minutes.to_string()
        {
            spot.fault(&format!("takes {minutes} minutes and is named {quiet}"));
        }
        let ages = level::ages(spot, &self.ages);
        let breath = self.breath(spot);
        let steps = self.steps(spot);
        format!(
            "    Activity {{ slug: {slug:?}, title: {title:?}, kind: Kind::{kind:?}, aim: Aim::{aim:?}, \
             minutes: {minutes}, ages: {ages}, breath: {breath}, in_a_line: {in_a_line:?}, prepare: &{prepare:?}, \
             not_when: &{not_when:?}, eyes_open: {eyes_open:?}, after: {after:?}, steps: &[\n{steps}    ] }},\n"
        )
    }

    /// The long way out is what calms; a breath that is held or forced can frighten.
    fn breath(&self, spot: &mut Spot<'_>) -> String {
        let light = self.slug.starts_with(LIGHT);
        match (self.breath_in, self.breath_out) {
            (Some(breath_in), Some(breath_out)) if light => {
                // Twice as long, give or take a quarter of it.
                if breath_in == 0 || !(breath_in * 3..=breath_in * 5).contains(&(breath_out * 2)) {
                    spot.fault("breath_out must be about twice as long as breath_in");
                }
                format!("Some(Breath {{ seconds_in: {breath_in}, seconds_out: {breath_out} }})")
            }
            (None, None) if !light => "None".to_owned(),
            _ => {
                spot.fault(&format!("breath_in and breath_out belong to every {LIGHT}… and to nothing else"));
                String::new()
            }
        }
    }

    fn steps(&self, spot: &mut Spot<'_>) -> String {
        if self.step.len() < 5 {
            spot.fault("has fewer than five steps");
        }
        let (mut rust, mut seconds) = (String::new(), 0.0);
        for Step { say, pause } in &self.step {
            spot.short("say", say, 140);
            spot.check("say", rules::script(say));
            spot.check("say", rules::leading(say));
            if !(1..=30).contains(pause) {
                spot.fault(&format!("pauses for {pause} seconds; 1 to 30 are quiet, and not lost: {say}"));
            }
            seconds += rules::seconds_to_read(say) + f32::from(*pause);
            rust += &format!("        Step {{ say: {say:?}, pause: {pause} }},\n");
        }
        let told = f32::from(self.minutes) * 60.0;
        if !(told * 0.75..=told * 1.25).contains(&seconds) {
            spot.fault(&format!("takes {seconds:.0} seconds and says {} minutes", self.minutes));
        }
        rust
    }
}
