//! The keys that were given out. Records and addresses hold them: a key may be added here, and none may be taken away.

use std::collections::BTreeSet;

use super::*;
use crate::domain::Level;

const CALM: &str = "\
    breathing-light-short breathing-light-long breathing-light-slow push-the-wall slow-stretch \
    shake-it-out sensory-break-settle sensory-break-wake slow-drink brain-break-climb rocking-count \
    drum-it-down drum-it-up brain-break-echo-clap brain-break-slow-mirror feather-across \
    brain-break-word-chain five-senses safe-place-picture worry-box quiet-time-3 quiet-time-5 \
    quiet-time-10 brain-break-spot-it brain-break-count-back";
const PROMPTS: &str = "film-pause arts-and-crafts walking building music mindfulness-older";
const PRACTICE: &str = "\
    tower-down coat-on under-the-table small-wet-face sleepy-tortoise dolls-cupboard trip-cancelled \
    chair-lifted buzzing-legs everyone-hates-me ripped-work wobbly-joke sleeves-down secret-game hood-up \
    left-on-read gone-quiet walked-out not-picked-up swear-not-to-tell picture-going-round \
    better-off-without";
const STAGES: &str = "arrive check-in activity reflect calm-close back-to-class";
const TEMPLATES: &str = "sixty thirty before-lunch drop-in";
const ACTIVITIES: &str = "\
    clay drawing painting craft building small-world sand-water story writing film-pause music drumming \
    cards games ball-game walk gardening cooking school-animal helping-job school-work talking \
    calm-activity quiet-corner something-else";
const HELP: &str = "\
    quiet-place sit-with-me space talk draw-or-write drink snack walk move push-the-wall hold-something \
    cosy breathing-light fairy-lights less-noise music play something-funny more-time know-what-is-next \
    help-with-work put-it-right tell-my-teacher see-somebody nothing-now";
const WEATHER: &str = "sunny cloudy rainy windy foggy stormy snowy mixed";
const COLOURS: &str = "red orange yellow green blue purple pink brown grey black";
const ANIMALS: &str = "mouse hedgehog hare bear owl cat otter seal badger deer";
const FILLS: &str = "adult child day next other noticed made people";
const LIFE_EVENTS: &str = "\
    family-time family-time-changed move court-date anniversary supply-teacher new-baby \
    somebody-new-at-home";
const REPAIR: &str = "what-happened for-the-child my-part what-i-will-say what-i-will-do when";

/// Every list of keys with what there is now.
fn lists() -> Vec<(&'static str, Vec<&'static str>)> {
    vec![
        (CALM, calm::all().iter().map(|one| one.slug).collect()),
        (PROMPTS, prompts::sets().iter().map(|one| one.slug).collect()),
        (PRACTICE, practice::scenes().iter().map(|one| one.slug).collect()),
        (STAGES, room::stages().iter().map(|one| one.key).collect()),
        (TEMPLATES, room::templates().iter().map(|one| one.key).collect()),
        (ACTIVITIES, room::activities().iter().map(|one| one.key).collect()),
        (HELP, room::help_choices().iter().map(|one| one.key).collect()),
        (WEATHER, room::weather().choices.iter().map(|one| one.key).collect()),
        (COLOURS, room::colours().choices.iter().map(|one| one.key).collect()),
        (ANIMALS, room::animals().choices.iter().map(|one| one.key).collect()),
        (FILLS, passages::fills().iter().map(|one| one.key).collect()),
        (LIFE_EVENTS, passages::life_events().iter().map(|one| one.key).collect()),
        (REPAIR, passages::repair().fields.iter().map(|one| one.key).collect()),
    ]
}

#[test]
fn no_key_that_was_given_out_is_gone() {
    for (given, now) in lists() {
        for key in given.split_whitespace() {
            assert!(now.contains(&key), "“{key}” is gone, and records may hold it");
        }
    }
}

#[test]
fn a_new_key_is_written_down_here() {
    for (given, now) in lists() {
        for key in now {
            assert!(given.split_whitespace().any(|written| written == key), "write “{key}” down in keys_tests.rs");
        }
    }
}

#[test]
fn keys_are_there_once() {
    for (_, now) in lists() {
        assert_eq!(now.iter().collect::<BTreeSet<_>>().len(), now.len(), "{now:?}");
    }
}

#[test]
fn every_file_says_whose_it_is_and_when_it_was_looked_at() {
    let mut abouts = vec![prompts::about(), passages::about(), practice::about(), room::about()];
    abouts.extend(calm::Kind::ALL.map(calm::about));
    abouts.extend(Level::ALL.map(lines::about));
    for about in abouts {
        assert_eq!((about.licence, about.reviewed_in), ("CC BY 4.0", "November 2026"));
        assert!(about.source.contains("Own words"), "{}", about.source);
    }
}
