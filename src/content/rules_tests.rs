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

#[test]
fn text_on_a_button_fits() {
    assert_eq!(short("A drink", 7), Ok(()));
    assert!(short("A drink!", 7).is_err());
    assert!(short("It's", 7).is_err());
}

#[test]
fn a_question_that_holds_its_answer_leads() {
    for wrong in [
        "Did somebody do that to you?",
        "Was it at home?",
        "Has that happened before?",
        "Does he shout?",
        "Who did that?",
        "Is it about Dad?",
        "You’re cross with me, aren’t you?",
        "He frightened you, right?",
        "It’s late. Were you scared?",
        "“I wonder if somebody hurt you?”",
        "Don’t you think so?",
    ] {
        assert!(leading(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn why_leads_wherever_it_stands() {
    for wrong in ["Why did you do it?", "I wonder why it went like that.", "Tell me why.", "“Why?”"] {
        assert!(leading(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn a_guess_that_is_said_as_a_fact_leads() {
    for wrong in ["You must be so angry.", "I bet it was the spelling test.", "I know what happened."] {
        assert!(leading(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn lines_that_leave_the_answer_to_the_child_do_not_lead() {
    for sound in [
        "Tell me about that.",
        "I wonder what that was like for you.",
        "What would be a good last one?",
        "I don’t have a word for that look. Do you?",
        "Shall we find three round things on the way?",
        "You were right to come.",
        "It was loud in there, and now it isn’t.",
        "The one who knows is you.",
    ] {
        assert_eq!(leading(sound), Ok(()));
    }
}

#[test]
fn when_harm_is_possible_only_an_invitation_will_do() {
    for sound in ["Tell me about that.", "“I’m listening. Explain what you mean by worse.”", "You’re not in trouble."]
    {
        assert_eq!(listening(sound), Ok(()));
    }
    for wrong in
        ["What happened?", "I wonder what it was like.", "Maybe it was an accident.", "It sounds like a fight."]
    {
        assert!(listening(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn a_script_orders_nobody_to_be_calm() {
    assert_eq!(script("You can look at the light, or out of the window."), Ok(()));
    for wrong in ["Close your eyes.", "Now relax.", "Hold your breath for three.", "Take a deep breath.", "Calm down."]
    {
        assert!(script(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn the_honest_limit_is_whole_and_no_secret_is_promised() {
    assert_eq!(honest_limit("If you’re not safe I must tell. I’ll tell you first, when I can."), Ok(()));
    for wrong in [
        "If you’re not safe I must tell.",
        "I’ll tell you first, when I can.",
        "If you’re not safe I may say something, and I’ll tell you first when I can.",
    ] {
        assert!(honest_limit(wrong).is_err(), "{wrong}");
    }
    assert_eq!(no_promise("Lots of it can stay here."), Ok(()));
    for wrong in ["It’s our secret.", "I won’t tell anyone.", "I promise.", "Just between us, then."] {
        assert!(no_promise(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn places_to_fill_in_are_found_and_braces_come_in_pairs() {
    assert_eq!(blanks("{other} knows, until {next}."), Ok(vec!["other", "next"]));
    assert_eq!(blanks("Nothing here."), Ok(Vec::new()));
    for wrong in ["{next", "next}", "{a {b}}", "}{"] {
        assert!(blanks(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn reading_aloud_is_timed_by_its_words() {
    let eleven = "Here is a small, warm light. You can just watch it.";
    assert!((seconds_to_read(eleven) - 5.0).abs() < 0.01);
}
