//! A session from its beginning to its note, on the adult's screens.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod house;

use std::time::Duration;

use house::errands::{RESTING, SOMEONE_IS_HERE, Secrets};
use house::{Browser, House, Screen};

const OTTER: &str = "Otter Ashby";
const OWL: &str = "Owl Bray";
const TURN: &str = "Turn the tablet";
const NOTE: &str = "Note";
/// The fields of a note.
const HAPPENED: &str = "What happened";
const OWN_WORDS: &str = "The child’s own words";
const THINKING: &str = "What I think";
const NEXT_STEP: &str = "Next step";

impl Browser {
    /// From a child's page into a session.
    async fn begin_a_session(&self, template: &str) {
        self.tap("link", "Begin a session").await;
        self.find("heading", "How long have you got?").await;
        self.tap_beginning("button", template).await;
        self.find("button", TURN).await;
    }

    /// To a child's page.
    async fn visit(&self, child: &str) {
        self.tap("link", "Children").await;
        self.tap("link", child).await;
        self.find("heading", child).await;
    }

    /// On to the next stage.
    async fn go_on_to(&self, stage: &str) {
        self.tap("button", &format!("Next: {stage}")).await;
        self.find("heading", stage).await;
    }

    /// The battery is empty, or somebody pulls the page down: the same page comes back.
    async fn come_back(&self, secrets: &Secrets) {
        self.lamp_is_dark().await;
        self.reload().await;
        self.unlock(secrets).await;
    }

    /// Types on where somebody types, and presses a button in the same breath: sooner than anything is saved by itself.
    async fn type_on_and_press(&self, more: &str, button: &str) {
        let (more, button) = (serde_json::json!(more), serde_json::json!(button));
        let script = format!(
            "(() => {{
                const field = document.activeElement;
                field.value += {more};
                field.dispatchEvent(new Event('input', {{ bubbles: true }}));
                const named = (one) => (one.getAttribute('aria-label') ?? one.textContent.trim()) === {button};
                [...document.querySelectorAll('button')].find(named).click();
                return true;
            }})()"
        );
        assert_eq!(self.evaluate(&script).await, true);
    }

    /// From a new vault to a note that is open.
    async fn come_to_a_note(&self) -> Secrets {
        let secrets = self.make_a_vault().await;
        self.add_a_child(OTTER, "Otter", "Moss", "B").await;
        self.begin_a_session("30 minutes").await;
        for stage in ["Check in", "Activity", "Reflect", "Calm close", "Back to class"] {
            self.go_on_to(stage).await;
        }
        self.end_the_session().await;
        secrets
    }

    async fn end_the_session(&self) {
        self.tap("button", "End the session").await;
        self.find("heading", NOTE).await;
        self.find("textbox", HAPPENED).await;
    }
}

async fn a_session_becomes_a_note(screen: Screen) {
    let house = House::open(screen).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.add_a_child(OTTER, "Otter", "Moss", "B").await;
    browser.begin_a_session("30 minutes").await;
    // A browser keeps titles among its history.
    assert_eq!(browser.title().await, "Session · Lantern Room");
    browser.sees("about 30 minutes").await;
    browser.find("image", "about 30 minutes").await;
    let stages = browser.find("navigation", "Stages").await;
    assert_eq!(stages.name, "Stages");

    browser.go_on_to("Check in").await;
    browser.sees("What is answered comes back here with lines to say.").await;
    browser.go_on_to("Activity").await;
    browser.tap("button", "Clay or dough").await;
    browser.tap("button", "Music").await;
    browser.tap("button", "Music").await;
    browser.type_in("Something else", "the bug hotel").await;
    browser.tap("button", "Add").await;
    browser.find("button", "Take out “the bug hotel”").await;
    assert_eq!(browser.typed("Something else").await, "", "the field keeps what was added");
    browser.saved().await;

    // In the middle of it the tablet dies.
    browser.come_back(&secrets).await;
    browser.find_when_the_key_is_made("heading", "Activity").await;
    assert!(browser.is_pressed("Clay or dough").await, "a tap is lost");
    assert!(!browser.is_pressed("Music").await, "a tap that was taken back is there again");

    // One stage is left out, another comes first.
    browser.tap("button", "Reflect").await;
    browser.tap("button", "Leave it out this time").await;
    browser.find("button", "Next: Calm close").await;
    browser.tap("button", "Reflect , left out").await;
    browser.tap("button", "Take it back in").await;
    browser.tap("button", "Calm close").await;
    browser.tap("button", "Do this next").await;
    browser.go_on_to("Calm close").await;
    browser.tap("button", "We did this: Push the wall").await;
    browser.go_on_to("Reflect").await;
    browser.type_in("In the child’s own words", "the bees know me").await;
    browser.tap("button", "Add").await;
    browser.find("button", "Take out “the bees know me”").await;
    browser.go_on_to("Back to class").await;
    browser.type_in("What we agreed for next", "ask about the swimming bag").await;
    browser.tap("button", "Add").await;
    browser.find("button", "Take out “ask about the swimming bag”").await;
    browser.end_the_session().await;

    let happened = browser.typed(HAPPENED).await;
    for fact in ["30 were planned.", "Together: Clay or dough; the bug hotel.", "Calm: Push the wall."] {
        assert!(happened.contains(fact), "{fact} is not in {happened}");
    }
    assert!(!happened.contains("Music") && !happened.contains("bees"), "{happened}");
    assert_eq!(browser.typed(OWN_WORDS).await, "“the bees know me”");
    assert_eq!(browser.typed(THINKING).await, "");
    assert_eq!(browser.typed(NEXT_STEP).await, "ask about the swimming bag");

    // What is typed is saved without a button, and waits on Today.
    browser.lamp_is_dark().await;
    browser.type_in(THINKING, "He was glad to be asked.").await;
    browser.saved().await;
    browser.come_back(&secrets).await;
    browser.find_when_the_key_is_made("heading", NOTE).await;
    assert_eq!(browser.typed(THINKING).await, "He was glad to be asked.");
    browser.tap("link", "Finish it later").await;
    browser.tap("link", &format!("The note about {OTTER}")).await;
    browser.tap("button", "Close the note").await;
    browser.find("link", "A minute for me").await;
    browser.sees("He was glad to be asked.").await;

    // Closed, it is only added to, and not without a reason.
    browser.tap("button", "Amend").await;
    browser.type_in(HAPPENED, "Dough, not clay.").await;
    browser.tap("button", "Keep the change").await;
    browser.sees("Something is needed here").await;
    assert_eq!(browser.typed(HAPPENED).await, "Dough, not clay.");
    browser.type_in("Why it is changed", "mixed up").await;
    browser.tap("button", "Keep the change").await;
    browser.find("button", "Amend").await;
    browser.sees("Dough, not clay.").await;
    browser.sees("mixed up").await;

    browser.visit(OTTER).await;
    browser.sees("in 1 session").await;
    browser.sees("Clay or dough, the bug hotel, Push the wall").await;
    browser.tap("link", "What the teacher may know").await;
    browser.sees("Nothing is in this box yet.").await;
    browser.sees_no_more("bees").await;
    browser.assert_nothing_went_wrong().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_becomes_a_note_by_mouse() {
    a_session_becomes_a_note(Screen::Landscape).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_becomes_a_note_by_finger() {
    a_session_becomes_a_note(Screen::Portrait).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_in_the_moment_of_locking_is_in_its_field_afterwards() {
    let house = House::open(Screen::Portrait).await;
    let browser = &house.browser;
    let secrets = browser.come_to_a_note().await;
    browser.type_in(THINKING, "He was glad").await;
    browser.type_on_and_press(" to be asked.", "Lock").await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("heading", NOTE).await;
    assert_eq!(browser.typed(THINKING).await, "He was glad to be asked.");
    browser.assert_nothing_went_wrong().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_in_the_moment_of_covering_outlives_an_empty_battery() {
    let mut house = House::open(Screen::Landscape).await;
    let secrets = house.browser.come_to_a_note().await;
    let address = house.browser.path().await;
    house.browser.type_in(NEXT_STEP, "Ask about").await;
    house.browser.type_on_and_press(" the swimming bag.", "Cover").await;
    house.browser.find("heading", RESTING).await;
    // Nothing under the cover says when it is saved.
    tokio::time::sleep(Duration::from_secs(2)).await;

    house.browser.kill();
    house.browser.start_again().await;
    house.browser.go(&address).await;
    house.browser.unlock(&secrets).await;
    house.browser.find_when_the_key_is_made("heading", NOTE).await;
    assert_eq!(house.browser.typed(NEXT_STEP).await, "Ask about the swimming bag.");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_is_left_is_found_again_and_one_that_is_deleted_comes_back() {
    let house = House::open(Screen::Portrait).await;
    let browser = &house.browser;
    browser.make_a_vault().await;
    browser.add_a_child(OTTER, "Otter", "Moss", "A").await;
    browser.begin_a_session("15 minutes before lunch").await;
    browser.tap("button", "Leave it for a while").await;
    browser.find("link", SOMEONE_IS_HERE).await;
    browser.sees("Left for a while.").await;
    // The child's page does not begin a second one without saying that there is one.
    browser.visit(OTTER).await;
    browser.tap("link", "Begin a session").await;
    browser.tap("link", "Go on with it").await;
    browser.find("heading", "Left for a while").await;
    browser.tap("button", "Go on").await;
    browser.find("heading", "Arrive").await;
    browser.end_the_session_early().await;
    browser.tap("button", "Delete this session").await;
    browser.find("heading", OTTER).await;
    browser.sees_no_more("in 1 session").await;
    browser.tap("button", "Undo").await;
    browser.sees("in 1 session").await;
}

impl Browser {
    /// Through every stage that is still to come.
    async fn end_the_session_early(&self) {
        for stage in ["Check in", "Activity", "Calm close", "Reflect", "Back to class"] {
            self.go_on_to(stage).await;
        }
        self.end_the_session().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_concern_only_the_pointer_is_kept() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.add_a_child(OTTER, "Otter", "Moss", "B").await;
    browser.begin_a_session("60 minutes").await;
    browser.tap("link", "A concern").await;
    browser.sees("Tell the DSL in person now. Lantern Room has told nobody.").await;
    browser.sees("Describe what you saw.").await;
    let text = browser.typed("Text to copy").await;
    assert!(text.contains("In the child’s words: “ ”") && !text.contains(OTTER), "{text}");
    // Under the cover nothing of it is lost.
    browser.type_in("Reference in the school’s system", "C-118").await;
    browser.tap("button", "Deputy DSL").await;
    browser.tap("button", "Cover").await;
    browser.uncover(&secrets.code).await;
    assert_eq!(browser.typed("Reference in the school’s system").await, "C-118");
    assert_eq!(browser.typed("Text to copy").await, text, "the time is another");
    browser.tap("button", "Keep that I passed it on").await;
    browser.sees("Deputy DSL · C-118").await;
    browser.visit(OTTER).await;
    browser.find("heading", "Concerns passed on").await;
    browser.sees("Deputy DSL · C-118").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_child_of_a_group_leaves_no_trace_with_another() {
    let house = House::open(Screen::Portrait).await;
    let browser = &house.browser;
    browser.make_a_vault().await;
    browser.add_a_child(OTTER, "Otter", "Moss", "B").await;
    browser.add_a_child(OWL, "Owl", "Sky", "B").await;
    browser.tap("link", "Children").await;
    browser.tap("link", "Begin a group").await;
    browser.tap("button", OTTER).await;
    browser.tap("button", "Begin").await;
    browser.sees("Choose two children or more.").await;
    browser.tap("button", OWL).await;
    browser.tap("button", "Begin").await;
    browser.find("heading", "Building together").await;
    browser.sees("Engineer").await;
    browser.tap("button", "Next round").await;
    browser.find("heading", "Round 2").await;
    browser.tap("button", "Building").await;
    browser.saved().await;
    // In the one child's own session something is said that is nobody else's.
    browser.tap("link", OTTER).await;
    for stage in ["Check in", "Activity", "Reflect"] {
        browser.go_on_to(stage).await;
    }
    assert!(!browser.text().await.contains(OWL), "another child’s name stands on a child’s session");
    browser.type_in("In the child’s own words", "only mine").await;
    browser.tap("button", "Add").await;
    browser.find("button", "Take out “only mine”").await;
    browser.tap("link", "The group").await;
    browser.tap("button", "End for everyone").await;
    browser.find("heading", "This group is over").await;
    browser.tap("link", OTTER).await;
    assert_eq!(browser.typed(OWN_WORDS).await, "“only mine”");
    assert!(browser.typed(HAPPENED).await.contains("Together: Building."));
    browser.tap("button", "Close the note").await;
    browser.find("button", "Amend").await;

    browser.visit(OWL).await;
    browser.tap_beginning("link", "Today ").await;
    browser.find("textbox", HAPPENED).await;
    let note = [browser.typed(HAPPENED).await, browser.typed(OWN_WORDS).await, browser.text().await].join(" ");
    assert!(note.contains("Together: Building."));
    for trace in [OTTER, "only mine"] {
        assert!(!note.contains(trace), "{trace} in {note}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_children_in_one_hour_leave_no_trace_of_each_other() {
    let house = House::open(Screen::Portrait).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.add_a_child(OWL, "Owl", "Sky", "B").await;
    browser.add_a_child(OTTER, "Otter", "Moss", "B").await;
    browser.begin_a_session("30 minutes").await;
    for stage in ["Check in", "Activity", "Reflect"] {
        browser.go_on_to(stage).await;
    }
    browser.type_in("In the child’s own words", "otters only").await;
    browser.tap("button", "Add").await;
    browser.find("button", "Take out “otters only”").await;
    browser.tap("button", "Leave it for a while").await;
    browser.find("link", SOMEONE_IS_HERE).await;

    browser.visit(OWL).await;
    browser.begin_a_session("15 minutes before lunch").await;
    for child_has_it in [false, true] {
        if child_has_it {
            browser.tap("button", TURN).await;
            browser.find("heading", "How is your body right now?").await;
        }
        let there = browser.evaluate("document.documentElement.outerHTML + location.href").await;
        let there = there.as_str().unwrap_or_default();
        for trace in [OTTER, "otters only"] {
            assert!(!there.contains(trace), "{trace} is there, with the child: {child_has_it}");
        }
    }
    browser.hand_back(&secrets.code).await;
    browser.end_the_session_early().await;
    let note = [browser.typed(HAPPENED).await, browser.typed(OWN_WORDS).await].join(" ");
    assert!(!note.contains("otters"), "{note}");
    // The first one is found again as it was left.
    browser.visit(OTTER).await;
    browser.tap("link", "Begin a session").await;
    browser.tap("link", "Go on with it").await;
    browser.tap("button", "Go on").await;
    browser.find("button", "Take out “otters only”").await;
}
