//! Near a disclosure no line leads: whoever asks about harm must not have said it first.

use super::rules::{leading, listening};
use super::{passages, practice, prompts, safeguarding};

#[test]
fn side_by_side_nothing_leads() {
    for line in prompts::sets().iter().flat_map(|set| set.lines) {
        assert_eq!(leading(line.say), Ok(()));
    }
}

#[test]
fn what_fits_when_harm_is_possible_is_an_invitation() {
    let scenes = practice::scenes().iter().filter(|scene| scene.skill == practice::Skill::Listen);
    for choice in scenes.flat_map(|scene| scene.choices).filter(|choice| choice.fits) {
        assert_eq!(listening(choice.say), Ok(()));
        assert!(choice.see.contains("DSL"), "{}", choice.see);
    }
}

/// The scenes are there to show the difference: each has something that leads, looks or turns away.
#[test]
fn the_practice_of_listening_shows_what_leads() {
    let scenes = practice::scenes().iter().filter(|scene| scene.skill == practice::Skill::Listen);
    let others = scenes.flat_map(|scene| scene.choices).filter(|choice| !choice.fits);
    assert!(others.filter(|choice| leading(choice.say).is_err()).count() >= 3);
}

#[test]
fn the_openings_of_the_safeguarding_page_pass_the_rule_they_are_the_model_for() {
    for ted in safeguarding::page().ted {
        assert_eq!(listening(ted.line), Ok(()));
    }
}

#[test]
fn lines_for_hard_days_do_not_lead() {
    for line in passages::life_events().iter().flat_map(|event| event.say) {
        assert_eq!(leading(line), Ok(()));
    }
}
