//! Each rule is shown something that it must refuse.

use super::rules::*;

#[test]
fn text_needs_something_to_say_and_curly_marks() {
    assert_eq!(text("“I’m staying.”"), Ok(()));
    for wrong in ["", "  ", "It's late", "Say \"hello\"", " a space before", "“no end"] {
        assert!(text(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn other_peoples_names_are_refused_however_they_are_written() {
    for wrong in [
        "Use the Zones of Regulation",
        "You are in the blue zone.",
        "a Mood-Meter",
        "SDQ total",
        "the Thrive Approach",
        "Thrive-Online",
        "Boxall Profile®",
        "LEGO® bricks",
    ] {
        assert!(text(wrong).is_err(), "{wrong}");
    }
    for sound in ["The time zone changed.", "thriving", "allegory", "in the mood", "a ruler and a pen"] {
        assert_eq!(text(sound), Ok(()));
    }
    assert_eq!(credit("Named so by the Thrive Approach"), Ok(()));
}

#[test]
fn a_review_date_is_a_day_that_exists() {
    assert_eq!(reviewed("2026-11-21"), Ok("November 2026".to_owned()));
    assert_eq!(reviewed("2028-02-29"), Ok("February 2028".to_owned()));
    for wrong in [
        "",
        "2026",
        "2026-13-01",
        "2026-00-10",
        "2026-02-29",
        "2026-04-31",
        "2026-11-00",
        "21-11-2026",
        "2026-1-2",
        "+026-11-21",
    ] {
        assert!(reviewed(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn only_open_licences_are_allowed() {
    assert!(LICENCES.iter().all(|name| licence(name).is_ok()));
    for wrong in ["", "CC BY-NC 4.0", "CC BY-NC-SA 4.0", "CC BY-ND 4.0", "all rights reserved"] {
        assert!(licence(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn keys_are_plain() {
    assert!(["scared", "left-out", "nhs-111"].iter().all(|value| key(value).is_ok()));
    assert!(["", "Left", "left out", "-a", "a-", "a--b", "é"].iter().all(|value| key(value).is_err()));
}

#[test]
fn the_pad_has_edges() {
    assert!([-100, 0, 100].iter().all(|value| axis(*value).is_ok()));
    assert!([-101, 101, i64::MAX].iter().all(|value| axis(*value).is_err()));
}

#[test]
fn a_meaning_is_short_and_does_not_explain_a_word_by_itself() {
    assert_eq!(meaning("scared", "Your body thinks something might hurt you."), Ok(()));
    assert_eq!(meaning("fed up", "You put up with it too long."), Ok(()));
    for (word, wrong) in [
        ("scared", "You are scared."),
        ("excited", "You feel excitement."),
        ("sad", ""),
        ("calm", "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"),
    ] {
        assert!(meaning(word, wrong).is_err(), "{word}: {wrong}");
    }
}
