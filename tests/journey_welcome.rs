//! The first page: what a newcomer may do before there is a vault.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod house;

use house::{House, Screen};
use lantern_room::content::{cards, safeguarding};

#[tokio::test(flavor = "multi_thread")]
async fn a_newcomer_is_told_where_things_are_kept_and_may_look_first() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    browser.find("heading", "A lamp in a quiet room").await;
    browser.sees("There is no account and no server.").await;
    browser.find("link", "Begin").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_cards_and_the_safeguarding_page_are_for_anyone() {
    let house = House::open(Screen::Portrait).await;
    let browser = &house.browser;
    browser.tap("link", "Open the cards").await;
    browser.arrives_at("/cards").await;
    for card in cards::all() {
        browser.find_beginning("link", card.title).await;
    }
    browser.tap_beginning("link", "Curiosity").await;
    browser.find("heading", "Curiosity").await;
    let curiosity = cards::find("curiosity").unwrap();
    for line in [curiosity.means, curiosity.say, curiosity.avoid, curiosity.stop].concat() {
        browser.sees(line).await;
    }
    assert_eq!(browser.title().await, "Curiosity · Lantern Room");

    browser.tap_beginning("link", "Safeguarding").await;
    browser.find("heading", safeguarding::page().title).await;
    browser.sees(safeguarding::page().told_no_one).await;
    for line in safeguarding::page().helplines {
        let link =
            browser.find_beginning("link", if line.number == "85258" { "Text 85258" } else { line.number }).await;
        assert_eq!(browser.attribute("link", &link.name, "href").await.as_deref(), Some(line.link));
    }
    browser.tap("button", "Back").await;
    browser.arrives_at("/cards/curiosity").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_cards_follow_each_other_and_an_unknown_one_is_said_calmly() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    browser.go("/cards/empathy").await;
    browser.tap("link", "Next: Attune").await;
    browser.find("heading", "Attune").await;
    browser.tap("link", "Previous: Empathy").await;
    browser.find("heading", "Empathy").await;
    browser.go("/cards/nothing-like-it").await;
    browser.find("heading", "That card is not here").await;
    browser.tap("link", "See all the cards").await;
    browser.find("heading", "Cards").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_words_of_a_level_are_in_the_address_and_can_be_searched() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    browser.go("/cards/feelings").await;
    browser.find("heading", "cross").await;
    assert!(!browser.has("heading", "furious").await, "a word of level C is shown at level A");
    browser.tap("button", "C").await;
    browser.find("heading", "furious").await;
    browser.arrives_at("/cards/feelings?level=c").await;
    browser.reload().await;
    browser.find("heading", "furious").await;
    browser.type_in("Find a word", "furi").await;
    browser.gone("heading", "cross").await;
    browser.find("heading", "furious").await;
    browser.sees("1 word").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn made_up_children_can_be_looked_at_and_leave_nothing_behind() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    browser.tap("button", "Look around with made-up children").await;
    browser.sees("Made-up children. All of it is gone when you leave.").await;
    browser.tap("link", "Children").await;
    browser.find("heading", "Children").await;
    browser.reload().await;
    browser.go("/").await;
    browser.find("heading", "A lamp in a quiet room").await;
}
