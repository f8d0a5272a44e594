//! The adult's own pages: prompts and practice for anyone, beginnings, life events and the minute behind the door.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod house;

use house::hands::PATIENCE;
use house::{Browser, House, Screen};
use lantern_room::content::{cards, passages, practice, prompts};
use lantern_room::domain::Level;
use serde_json::json;

impl Browser {
    /// How many sheets of paper the page would need.
    async fn sheets(&self) -> usize {
        let printed = self.ask("Page.printToPDF", json!({ "preferCSSPageSize": true })).await;
        let pages = format!("(atob({}).match(/\\/Type\\s*\\/Page\\b/g) ?? []).length", printed["data"]);
        usize::try_from(self.evaluate(&pages).await.as_u64().expect("a number of pages")).unwrap()
    }

    /// Looks at the page as a printer does.
    async fn look_as_a_printer(&self) {
        self.ask("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
    }

    /// Looks at the page as a screen does, and lets a printer look for itself.
    async fn look_as_usual(&self) {
        self.ask("Emulation.setEmulatedMedia", json!({ "media": "" })).await;
    }

    /// Chooses a level, and waits until it is the chosen one.
    async fn choose_level(&self, level: &str) {
        self.tap("button", level).await;
        self.is_at_level(level).await;
    }

    /// Waits until a level is the chosen one.
    async fn is_at_level(&self, level: &str) {
        let begun = std::time::Instant::now();
        while self.attribute("button", level, "aria-pressed").await.as_deref() != Some("true") {
            assert!(begun.elapsed() < PATIENCE, "{level} is not the chosen level");
        }
    }
}

fn first_lines(slug: &str, level: Level) -> Vec<&'static str> {
    prompts::set(slug).unwrap().for_level(level).map(|line| line.say).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn prompts_and_practice_work_without_a_network_while_the_vault_is_locked() {
    let mut house = House::open(Screen::Landscape).await;
    house.browser.make_a_vault().await;
    house.browser.is_installed().await;
    house.browser.tap("button", "Lock").await;
    house.browser.find("textbox", "Passphrase").await;
    house.server.stop();
    let browser = &house.browser;

    browser.go("/cards").await;
    browser.tap_beginning("link", "Side by side").await;
    browser.find("heading", "Side by side").await;
    browser.choose_level("A").await;
    browser.gone("link", "Mindfulness for older pupils").await;
    browser.choose_level("B").await;
    browser.tap_beginning("link", "Film and TV: pause").await;
    browser.find("heading", "Film and TV: pause").await;
    browser.arrives_at("/cards/prompts/film-pause?level=b").await;
    let lines = first_lines("film-pause", Level::B);
    browser.sees(lines[0]).await;
    browser.sees(prompts::stop()).await;
    browser.tap("button", "Another").await;
    browser.sees(lines[1]).await;
    browser.sees_no_more(lines[0]).await;
    browser.tap("button", "Earlier line").await;
    browser.sees(lines[0]).await;
    browser.tap("button", "Next").await;
    browser.sees("Name: put a word to it").await;
    browser.tap("button", "End well").await;
    browser.sees("End well: finish well").await;
    browser.sees(prompts::stop()).await;
    assert_eq!(browser.attribute("button", "Next", "aria-disabled").await.as_deref(), Some("true"));
    // Another level keeps the aim.
    browser.choose_level("C").await;
    browser.sees("End well: finish well").await;

    browser.go("/cards/practice").await;
    browser.tap_beginning("link", "The swimming trip is off").await;
    browser.find("heading", "Validate").await;
    let scene = practice::scene("trip-cancelled").unwrap();
    browser.sees_no_more(scene.choices[2].see).await;
    browser.tap_beginning("button", scene.choices[0].say).await;
    for choice in scene.choices {
        browser.sees(choice.see).await;
    }
    assert!(browser.is_pressed(scene.choices[0].say).await);
    browser.sees("your pick").await;
    browser.tap("link", "Another scene").await;
    browser.gone("button", scene.choices[0].say).await;
    browser.find("heading", "What might you say?").await;
    browser.sees_no_more("your pick").await;

    // Nothing of it is written down anywhere.
    let kept = browser.evaluate("JSON.stringify({ ...localStorage, ...sessionStorage })").await;
    assert!(!kept.as_str().unwrap_or_default().contains("trip"), "{kept}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_for_the_adult_alone_stays_behind_the_door() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    browser.go("/cards").await;
    browser.find("heading", "For the staff room").await;
    browser.sees_no_more("For you alone").await;
    browser.go("/").await;
    let secrets = browser.make_a_vault().await;
    browser.tap("link", "Cards").await;
    browser.find("heading", "For you alone").await;
    browser.tap_beginning("link", "Life events").await;
    browser.tap("link", "Moving to another home").await;
    browser.sees("A move can take the bed").await;
    browser.tap("button", "Lock").await;
    browser.find("textbox", "Passphrase").await;
    for path in ["/life-events", "/life-events/move", "/beginnings", "/beginnings/goodbye", "/after"] {
        browser.go(path).await;
        browser.find("textbox", "Passphrase").await;
        for words in ["A move can take the bed", "Moving to another home", "My part", "First words"] {
            assert!(!browser.text().await.contains(words), "“{words}” on {path}");
        }
    }
    browser.go("/life-events/move").await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("heading", "Moving to another home").await;
    for event in passages::life_events() {
        browser.tap("link", "Life events").await;
        browser.tap("link", event.title).await;
        browser.find("heading", event.title).await;
        for line in [event.notice, event.to_do, event.say, event.avoid].concat() {
            browser.sees(line).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_goodbye_card_is_filled_in_and_printed_on_one_page() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.add_a_child("Otto", "Otter", "Moss", "C").await;
    browser.tap("link", "Beginnings and endings").await;
    browser.find("heading", "Beginnings and endings").await;
    // The child's own level.
    browser.is_at_level("C").await;
    browser.sees("I’d rather be straight about privacy").await;
    browser.type_in("You", "Ms Wren").await;
    browser.sees("Hi, I’m Ms Wren.").await;
    browser.tap("link", "I am away").await;
    browser.type_in("Day", "Thursday").await;
    browser.sees("Away on Thursday").await;
    browser.tap("link", "Goodbye card").await;
    assert_eq!(browser.typed("You").await, "Ms Wren");
    browser.type_in("I noticed", "You wait for the slow ones").await;
    browser.sees("Something I saw in you: You wait for the slow ones").await;

    // What was typed waits under the cover, and the name is printed only once it is ticked.
    browser.tap("button", "Cover").await;
    browser.uncover(&secrets.code).await;
    assert_eq!(browser.typed("I noticed").await, "You wait for the slow ones");
    browser.look_as_a_printer().await;
    let paper = browser.text().await;
    assert!(!paper.contains("Otto"), "{paper}");
    for hidden in ["What the child calls you", "First words", "Today", "Print"] {
        assert!(!paper.contains(hidden), "“{hidden}” is printed: {paper}");
    }
    let lines = "document.querySelectorAll('.goodbye .blank').length";
    let blanks = browser.evaluate(lines).await.as_u64().unwrap();
    // The name, what was made, and the people.
    assert_eq!(blanks, 3);
    assert_eq!(browser.sheets().await, 1);
    browser.look_as_usual().await;
    browser.tap("switch", "Print the name “Otto”").await;
    browser.look_as_a_printer().await;
    browser.sees("Otto").await;
    browser.sees("You wait for the slow ones").await;
    browser.sees("All the best, Ms Wren").await;
    browser.look_as_usual().await;
    assert!(!browser.title().await.contains("Otto"));
    for level in ["A", "B", "C"] {
        browser.choose_level(level).await;
        assert_eq!(browser.sheets().await, 1, "level {level}");
    }

    // Left and come back to, it is empty.
    browser.tap("link", "Today").await;
    browser.go("/beginnings/goodbye").await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("heading", "Beginnings and endings").await;
    assert_eq!(browser.typed("I noticed").await, "");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sheets_for_the_wall_are_one_page_each() {
    let house = House::open(Screen::Portrait).await;
    let browser = &house.browser;
    for (link, card) in [("PACE on one page", "curiosity"), ("Relational functions on one page", "contain")] {
        browser.go("/cards").await;
        browser.tap_beginning("link", link).await;
        browser.find("heading", link).await;
        let card = cards::find(card).unwrap();
        browser.sees(card.in_a_line).await;
        browser.look_as_a_printer().await;
        browser.sees(card.say[0]).await;
        browser.look_as_usual().await;
        assert_eq!(browser.sheets().await, 1, "{link}");
    }
    browser.go("/cards").await;
    browser.tap_beginning("link", "Three scenes to talk about").await;
    for level in ["A", "B", "C"] {
        browser.choose_level(level).await;
        for _ in 0..8 {
            assert_eq!(browser.sheets().await, 1, "level {level}: {}", browser.text().await);
            browser.tap("button", "Another three").await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_hard_session_comes_the_dsl_then_a_minute_then_the_note() {
    let house = House::open(Screen::Portrait).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.tap("link", "Cards").await;
    browser.tap_beginning("link", "After a hard session").await;
    browser.find("heading", "After a hard session").await;
    let after = passages::after();
    let text = browser.text().await;
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("“{words}” is not in {text}"));
    assert!(place(after.first) < place("Begin the minute"));
    assert!(place("Begin the minute") < place("Mending it"));
    browser.tap("button", "Begin the minute").await;
    // Held, so that only the hand goes on.
    browser.tap("button", "Stay with this").await;
    for moment in after.moments.iter().skip(1) {
        browser.tap("button", "Next").await;
        browser.sees(moment.say).await;
    }
    browser.assert_accessible_in_every_light("the minute").await;
    browser.tap("button", "Next").await;
    browser.sees(after.then).await;
    browser.tap("button", "Once more").await;
    browser.sees(after.moments[0].say).await;
    browser.tap("button", "That’s enough").await;
    browser.sees(after.then).await;

    browser.type_in("My part", "I was in a hurry.").await;
    browser.tap("button", "Cover").await;
    browser.uncover(&secrets.code).await;
    assert_eq!(browser.typed("My part").await, "I was in a hurry.");
    browser.choose_level("A").await;
    browser.sees(passages::repair().say.a[0]).await;
    assert!(!browser.has("button", "Keep this note").await);
    browser.look_as_a_printer().await;
    browser.sees("I was in a hurry.").await;
    assert!(!browser.text().await.contains(after.then));
    browser.look_as_usual().await;
    assert_eq!(browser.sheets().await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_for_mending_waits_until_it_is_done() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.add_a_child("Otto", "Otter", "Moss", "C").await;
    browser.tap("link", "Cards").await;
    browser.tap_beginning("link", "After a hard session").await;
    browser.find("heading", "With whom was it?").await;
    assert!(!browser.has("button", "Keep this note").await);
    browser.type_in("When", "Tuesday, at the gate").await;
    browser.assert_accessible_in_every_light("the choice of a child").await;

    // With a child it can be kept, in the child's language; what was written before is still there.
    browser.tap("link", "Otto").await;
    browser.is_at_level("C").await;
    assert_eq!(browser.typed("When").await, "Tuesday, at the gate");
    browser.type_in("When", " ").await;
    browser.tap("button", "Keep this note").await;
    browser.sees("Nothing is written yet.").await;
    browser.type_in("When", "Tuesday, at the gate").await;
    browser.type_in("My part", "I was in a hurry.").await;
    browser.assert_accessible_in_every_light("a note to keep").await;
    browser.look_as_a_printer().await;
    assert!(!browser.text().await.contains("Otto"));
    browser.look_as_usual().await;
    browser.tap("button", "Keep this note").await;
    browser.sees("It waits on the child’s page").await;
    browser.tap("link", "To the child’s page").await;
    browser.find("heading", "To put right").await;
    browser.sees("I was in a hurry.").await;

    // It waits before the next session, also after the tablet died, until it is put away.
    browser.tap_beginning("link", "Written today").await;
    browser.find("heading", "From last time").await;
    browser.reload().await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("heading", "From last time").await;
    for words in ["My part", "I was in a hurry.", "When", "Tuesday, at the gate"] {
        browser.sees(words).await;
    }
    browser.tap("button", "Done").await;
    browser.gone("heading", "From last time").await;
    browser.tap("link", "Otto").await;
    browser.find("heading", "Otto").await;
    browser.find("link", "Begin a session").await;
    browser.gone("heading", "To put right").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn prompts_are_used_within_a_session_and_stand_in_its_note() {
    let house = House::open(Screen::Portrait).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.add_a_child("Otto", "Otter", "Moss", "A").await;
    browser.tap("link", "Begin a session").await;
    browser.tap_beginning("button", "30 minutes").await;
    for stage in ["Check in", "Activity"] {
        browser.tap("button", &format!("Next: {stage}")).await;
        browser.find("heading", stage).await;
    }
    // Only what is worded for the level of the session.
    assert!(!browser.has("link", "Mindfulness for older pupils").await);
    browser.tap("link", "Walking").await;
    browser.find("heading", "Walking").await;
    browser.is_at_level("A").await;
    browser.sees(first_lines("walking", Level::A)[0]).await;
    browser.sees(prompts::stop()).await;
    browser.find("link", "A concern").await;
    browser.assert_accessible_in_every_light("prompts in a session").await;
    browser.tap("button", "Used this").await;
    browser.saved().await;
    browser.reload().await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("heading", "Walking").await;
    browser.find("button", "Used this").await;
    assert!(browser.is_pressed("Used this").await, "what was used is forgotten");
    browser.tap("link", "Back to the session").await;
    browser.find("heading", "Activity").await;
    browser.find_beginning("link", "Walking , used").await;
    // Tapped by mistake, it is taken back.
    browser.tap("link", "Music").await;
    browser.find("heading", "Music").await;
    browser.tap("button", "Used this").await;
    browser.tap("button", "Used this").await;
    browser.saved().await;
    browser.tap("link", "Back to the session").await;
    for stage in ["Reflect", "Calm close", "Back to class"] {
        browser.tap("button", &format!("Next: {stage}")).await;
        browser.find("heading", stage).await;
    }
    browser.tap("button", "End the session").await;
    browser.find("textbox", "What happened").await;
    let happened = browser.typed("What happened").await;
    assert!(happened.contains("Side by side: Walking."), "{happened}");
    assert!(!happened.contains("Music"), "{happened}");

    // The minute afterwards knows with whom it was.
    browser.tap("button", "Close the note").await;
    browser.tap("link", "A minute for me").await;
    browser.find("button", "Begin the minute").await;
    browser.find("button", "Keep this note").await;
    browser.is_at_level("A").await;
    browser.assert_nothing_went_wrong().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_shut_out_of_the_adults_pages() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    for (path, heading) in [
        ("/cards/prompts", "Side by side"),
        ("/cards/prompts/music", "Music"),
        ("/cards/prompts/nothing-like-it", "That set is not here"),
        ("/cards/practice", "Practice"),
        ("/cards/practice/hood-up", "Attune"),
        ("/cards/practice/nothing-like-it", "That scene is not here"),
        ("/cards/sheet/pace", "PACE on one page"),
        ("/cards/sheet/vrf", "Relational functions on one page"),
        ("/cards/sheet/practice", "Three scenes to talk about"),
        ("/cards/sheet/nothing-like-it", "That sheet is not here"),
    ] {
        browser.go(path).await;
        browser.find("heading", heading).await;
        if path.ends_with("hood-up") {
            browser.tap_beginning("button", "“Feet off").await;
            browser.sees("your pick").await;
        }
        browser.assert_accessible_in_every_light(path).await;
    }
    browser.go("/").await;
    browser.make_a_vault().await;
    browser.tap("link", "Cards").await;
    browser.find("heading", "For you alone").await;
    browser.assert_accessible_in_every_light("Cards, open").await;
    browser.tap_beginning("link", "Beginnings and endings").await;
    for part in ["First words", "I am away", "Not here today", "Back again", "Last sessions", "Goodbye card"] {
        browser.tap("link", part).await;
        assert_eq!(browser.attribute("link", part, "aria-current").await.as_deref(), Some("page"));
        browser.assert_accessible_in_every_light(part).await;
    }
    browser.tap("link", "Cards").await;
    browser.tap_beginning("link", "Life events").await;
    browser.find("heading", "Life events").await;
    browser.assert_accessible_in_every_light("life events").await;
    browser.tap("link", "A date that hurts").await;
    browser.find("heading", "A date that hurts").await;
    browser.assert_accessible_in_every_light("a life event").await;
    browser.tap("link", "Cards").await;
    browser.tap_beginning("link", "After a hard session").await;
    browser.find("heading", "Mending it").await;
    browser.assert_accessible_in_every_light("after a hard session").await;
}
