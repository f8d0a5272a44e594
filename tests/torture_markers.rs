//! Five hundred words that stand nowhere else, in every field that takes words: none of them is afterwards to be found in
//! anything that the browser has written down, in the files that were made, or on the console.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]
#![allow(clippy::print_stdout)] // The figures of a run are what it is for.

mod house;

use house::browser::Manner;
use house::engine::Engine;
use house::errands::{CODE, DID_NOT_OPEN, NICKNAME, SOMEONE_IS_HERE, Secrets};
use house::exchange::WORDS;
use house::profile_search::{Search, encodings};
use house::torture::rounds_or;
use house::{Browser, House, Screen};

/// How many in each engine.
const MARKERS: usize = 500;
/// Chromium has two engines for its databases; at full length both are tried.
const OF_CHROMIUM: [Manner; 2] = [Manner::Usual, Manner::OnSqlite];
const OF_ANOTHER: [Manner; 1] = [Manner::Usual];
const FEW: u32 = 1;

/// What every marker begins with: to find none of this is to find none of them.
const STEM: &str = "quorvax";
const HAPPENED: &str = "What happened";
const NOTE_FIELDS: [&str; 4] = [HAPPENED, "The child’s own words", "What I think", "Next step"];
const REPAIR_FIELDS: [&str; 2] = ["When", "My part"];
const SCHOOL_FIELDS: [&str; 5] = [
    "Safeguarding lead: name",
    "Lead: where, or which telephone",
    "Deputy: name",
    "Deputy: where, or which telephone",
    "What our policy asks for first",
];

/// Where the markers come from, one after another.
struct Markers(usize);

impl Markers {
    /// So many of them in one text.
    fn text(&mut self, count: usize) -> String {
        let markers: Vec<String> = (self.0..self.0 + count).map(|number| format!("{STEM}{number:03}")).collect();
        self.0 += count;
        markers.join(" ")
    }
}

impl Browser {
    async fn make_a_vault_with(&self, passphrase: String) -> Secrets {
        self.tap("link", "Begin").await;
        self.type_in("Name of the vault", NICKNAME).await;
        self.tap("button", "Next").await;
        self.choose_own_passphrase(&passphrase).await;
        let recovery = self.read_recovery_code().await;
        self.type_back(&recovery).await;
        self.choose_short_code(CODE).await;
        self.find_when_the_key_is_made("link", SOMEONE_IS_HERE).await;
        Secrets { passphrase, recovery, code: CODE.to_owned() }
    }

    /// A check-in with words of one's own, amended with a reason.
    async fn tell_and_amend(&self, markers: &mut Markers) {
        self.begin_a_check_in().await;
        self.tell_an_own_word(&markers.text(3), CODE).await;
        self.tap_beginning("link", "‘").await;
        self.tap("link", "Amend").await;
        let reason = markers.text(18);
        self.type_in("Why it is amended", &reason).await;
        self.tap("button", "Keep the change").await;
        self.sees(&reason).await;
    }

    /// A session with words on its way, a concern, a note with all the markers that are left, and a change of it.
    async fn sit_and_write(&self, child: &str, markers: &mut Markers, last: usize) {
        self.visit(child).await;
        self.tap("link", "Begin a session").await;
        self.tap_beginning("button", "30 minutes").await;
        self.tap("link", "A concern").await;
        self.type_in("Reference in the school’s system", &markers.text(2)).await;
        self.tap("button", "Deputy DSL").await;
        self.tap("button", "Keep that I passed it on").await;
        self.sees("Deputy DSL · ").await;
        self.tap("link", "Back to the session").await;
        for stage in ["Check in", "Activity", "Reflect", "Calm close", "Back to class"] {
            self.tap("button", &format!("Next: {stage}")).await;
            self.find("heading", stage).await;
            let (field, count) = match stage {
                "Activity" => ("Something else", 3),
                "Reflect" => ("In the child’s own words", 10),
                "Back to class" => ("What we agreed for next", 5),
                _ => continue,
            };
            let text = markers.text(count);
            self.type_in(field, &text).await;
            self.tap("button", "Add").await;
            self.find("button", &format!("Take out “{text}”")).await;
        }
        self.tap("button", "End the session").await;
        self.find("textbox", HAPPENED).await;
        let each = (last - markers.0 - 40) / NOTE_FIELDS.len();
        for field in NOTE_FIELDS {
            self.type_in(field, &markers.text(each)).await;
        }
        self.tap("button", "Close the note").await;
        self.tap("button", "Amend").await;
        // A line takes eighteen; the rest of what is left goes where there is more room.
        let rest = last - markers.0 - 18;
        self.type_in("What I think", &markers.text(rest)).await;
        self.type_in("Why it is changed", &markers.text(18)).await;
        self.tap("button", "Keep the change").await;
        self.find("button", "Amend").await;
    }

    async fn visit(&self, child: &str) {
        self.tap("link", "Children").await;
        self.tap("link", child).await;
        self.find("heading", child).await;
    }

    async fn write_what_to_put_right(&self, child: &str, markers: &mut Markers) {
        self.tap("link", "Cards").await;
        self.tap_beginning("link", "After a hard session").await;
        self.tap("link", child).await;
        for field in REPAIR_FIELDS {
            self.type_in(field, &markers.text(10)).await;
        }
        self.tap("button", "Keep this note").await;
        self.find("link", "To the child’s page").await;
    }

    async fn name_the_schools_people(&self, markers: &mut Markers) {
        self.tap("link", "Settings").await;
        for field in SCHOOL_FIELDS {
            self.type_in(field, &markers.text(3)).await;
        }
        self.lamp_is_dark().await;
        self.tap("button", "Save").await;
        self.saved().await;
    }
}

/// The search finds each encoding of what it looks for, or its silence would say nothing.
fn assert_the_search_can_find(house: &House, search: &Search) {
    let place = house.browser.profile().join("planted");
    for (number, encoded) in encodings(STEM).into_iter().enumerate() {
        std::fs::write(&place, [b"before \xff".as_slice(), &encoded, b"\x00 after"].concat()).unwrap();
        let found = search.below(house.browser.profile());
        assert!(found.iter().any(|(word, file)| word == STEM && *file == place), "encoding {number} is not found");
    }
    std::fs::remove_file(place).unwrap();
}

async fn none_is_to_be_found(manner: Manner) {
    let mut house = House::open_in_manner(Screen::Landscape, manner).await;
    let browser = &house.browser;
    let mut markers = Markers(0);
    let passphrase = format!("seven {} under the pier", markers.text(2));
    let secrets = browser.make_a_vault_with(passphrase).await;
    browser.is_installed().await;
    let child = markers.text(4);
    browser.add_a_child(&child, "Hare", "Rose", "B").await;
    browser.tell_and_amend(&mut markers).await;
    browser.name_the_schools_people(&mut markers).await;
    for _ in 0..2 {
        browser.add_a_child(&markers.text(4), "Owl", "Sky", "A").await;
    }
    browser.tap("link", "Children").await;
    browser.type_in("Find a child", &markers.text(1)).await;
    browser.write_what_to_put_right(&child, &mut markers).await;

    // Files that leave the vault, and what is typed at the door in vain.
    browser.follow_to_backups().await;
    browser.keep_downloads().await;
    browser.type_in("Passphrase of this vault", &secrets.passphrase).await;
    browser.tap("button", "Make a backup").await;
    let (_, file) = browser.take_download().await;
    // Two backups of one minute have one name.
    let early = file.with_extension("early");
    std::fs::rename(file, &early).unwrap();
    browser.tap("button", "Lock").await;
    browser.find("heading", NICKNAME).await;
    browser.try_passphrase(&markers.text(3), CODE).await;
    browser.sees_when_the_key_is_made(DID_NOT_OPEN).await;
    browser.unlock(&secrets).await;
    browser.find_when_the_key_is_made("button", "Lock").await;
    browser.sit_and_write(&child, &mut markers, MARKERS).await;
    browser.follow_to_hand_over(&child).await;
    let handed = browser.make_the_hand_over(&child, &secrets.passphrase).await;
    browser.follow_to_backups().await;
    browser.type_in("Passphrase of this vault", &secrets.passphrase).await;
    browser.tap("button", "Make a backup").await;
    let (_, late) = browser.take_download().await;

    let groups = &secrets.recovery;
    let (joined, spaced, dashed) = (groups.concat(), groups.join(" "), groups.join("-"));
    let beginning = groups[..2].concat();
    let search = Search::of(&[STEM, "under the pier", WORDS, &joined, &spaced, &dashed, &beginning]);
    assert_the_search_can_find(&house, &search);
    let console = house.browser.log().await.join("\n");
    assert_eq!(search.within(console.as_bytes()), Vec::<String>::new(), "on the console: {console}");
    // While it runs, and after an empty battery, a start and an end by which the browser writes down what it wants to keep.
    search.assert_nowhere(house.browser.profile());
    house.browser.kill();
    search.assert_nowhere(house.browser.profile());
    house.browser.start_again().await;
    house.browser.go("/children").await;
    house.browser.unlock(&secrets).await;
    house.browser.find_when_the_key_is_made("link", &child).await;
    let console = house.browser.log().await.join("\n");
    assert_eq!(search.within(console.as_bytes()), Vec::<String>::new(), "on the console: {console}");
    house.browser.close().await;
    search.assert_nowhere(house.browser.profile());
    for file in [early, handed, late] {
        let bytes = std::fs::read(&file).unwrap();
        assert!(bytes.len() > 200, "{} is empty", file.display());
        assert_eq!(search.within(&bytes), Vec::<String>::new(), "in {}", file.display());
        let _ = std::fs::remove_file(file);
    }
    println!("{} markers in all ({manner:?}), none to be found", markers.0);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_marker_is_written_down_in_plain() {
    let all: &[Manner] = if Engine::chosen() == Engine::Chromium { &OF_CHROMIUM } else { &OF_ANOTHER };
    for manner in &all[..rounds_or(all.len() as u32, FEW) as usize] {
        none_is_to_be_found(*manner).await;
    }
}
