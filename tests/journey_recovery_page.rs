//! When the app does not start: a page that needs nothing of it takes out every byte that is kept, and makes the key of a
//! backup from the recovery code.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod house;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::{Duration, Instant};

use house::browser::{Manner, bytes_of_base64};
use house::host::{BareHost, Trouble};
use house::{Browser, House, Screen};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const COULD_NOT_START: &str = "Lantern Room could not start here.";
const TAKE_OUT: &str = "Take out what is saved";
const MAKE_THE_FILE: &str = "Make the file";
/// Two files as the journal keeps them, one of them longer than a line of the export, in a place of the journey's own.
const LONG: usize = 500_001;
const WRITE_FILES: &str = "(async () => {
    const top = await (await navigator.storage.getDirectory()).getDirectoryHandle('lantern-room', { create: true });
    const place = await top.getDirectoryHandle('journey', { create: true });
    for (const [name, length] of [['journal-a', 500001], ['journal-b', 0]]) {
        const writer = await (await place.getFileHandle(name, { create: true })).createWritable();
        await writer.write(Uint8Array.from({ length }, (_, place) => (place * 31 + (place >> 8)) & 255));
        await writer.close();
    }
})()";
/// Every row as it is, read by other means than the page's own.
const ROWS: &str = "(async () => {
    const asked = (request) => new Promise((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
    });
    const kept = [];
    for (const { name } of (await indexedDB.databases()).filter(({ name }) => name.startsWith('lantern-room'))) {
        const database = await asked(indexedDB.open(name));
        for (const store of database.objectStoreNames) {
            const rows = database.transaction(store).objectStore(store);
            const [keys, values] = await Promise.all([asked(rows.getAllKeys()), asked(rows.getAll())]);
            keys.forEach((key, place) => kept.push([
                `${name}/${store}/${typeof key === 'string' ? key : [...new Uint8Array(key)].join(' ')}`,
                [...values[place]],
            ]));
        }
        database.close();
    }
    return kept;
})()";
/// Spoils every program that is kept, as a failing flash chip does.
const SPOIL_PROGRAMS: &str = "(async () => {
    let spoiled = 0;
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const { url } of await cache.keys()) {
            if (!url.endsWith('.wasm')) continue;
            await cache.put(url, new Response('no program', { headers: { 'Content-Type': 'application/wasm' } }));
            spoiled += 1;
        }
    }
    return spoiled;
})()";

/// What an export holds: rows and files by name.
#[derive(Debug, Default, PartialEq, Eq)]
struct Kept {
    rows: BTreeMap<String, Vec<u8>>,
    files: BTreeMap<String, Vec<u8>>,
    troubles: Vec<String>,
}

/// Reads an export strictly: what is not as the format says is a failure.
fn read(text: &str) -> Kept {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let (end, before) = lines.split_last().unwrap();
    let parse = |line: &str| serde_json::from_str::<Value>(line).unwrap_or_else(|error| panic!("{error}: {line}"));
    let head = parse(before[0]);
    assert_eq!((&head["format"], &head["version"]), (&json!("lantern-room-raw"), &json!(1)));
    let mut kept = Kept::default();
    let bytes = |value: &Value| bytes_of_base64(value["base64"].as_str().expect("bytes"));
    for line in before[1..].iter().map(|line| parse(line)) {
        if let Some(file) = line["file"].as_str() {
            let so_far = kept.files.entry(file.to_owned()).or_default();
            assert_eq!(line["at"], json!(so_far.len()), "{file}: a part is missing");
            so_far.extend(bytes(&line));
        } else if let Some(store) = line["store"].as_str() {
            let key = match line["key"]["text"].as_str() {
                Some(word) => word.to_owned(),
                None => bytes(&line["key"]).iter().map(u8::to_string).collect::<Vec<_>>().join(" "),
            };
            let name = format!("{}/{store}/{key}", line["database"].as_str().unwrap());
            assert!(kept.rows.insert(name, bytes(&line["value"])).is_none(), "a row is there twice");
        } else if line["trouble"].is_string() {
            kept.troubles.push(line.to_string());
        } else {
            assert!(line["database"].is_string() && line["stores"].is_array(), "{line}");
        }
    }
    let end = parse(end);
    assert_eq!(end["end"], head["format"]);
    assert_eq!(end["rows"], json!(kept.rows.len()));
    assert_eq!(end["files"], json!(kept.files.len()));
    assert_eq!(end["troubles"], json!(kept.troubles.len()));
    assert_eq!(end["lines"], json!(before.len()));
    let sum: String = Sha256::digest(before.concat()).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(end["sha256"], json!(sum));
    kept
}

fn journal(length: usize) -> Vec<u8> {
    (0..length).map(|place| ((place * 31 + (place >> 8)) & 255) as u8).collect()
}

impl Browser {
    /// Makes the file, saves it, and reads it.
    async fn take_out(&self) -> Kept {
        read(&fs::read_to_string(self.save_what_is_kept().await).unwrap())
    }

    /// Makes the file and saves it.
    async fn save_what_is_kept(&self) -> PathBuf {
        self.tap("button", MAKE_THE_FILE).await;
        self.find("link", "Save the file").await;
        let place = self.profile().join("saved");
        let _ = fs::remove_dir_all(&place);
        fs::create_dir(&place).unwrap();
        self.keep_downloads_in(&place).await;
        self.tap("link", "Save the file").await;
        let saved = arrived(&place).await;
        let name = saved.file_name().unwrap().to_string_lossy().into_owned();
        assert!(name.starts_with("lantern-room-sealed-20") && name.ends_with(".jsonl"), "{name}");
        saved
    }

    async fn rows(&self) -> BTreeMap<String, Vec<u8>> {
        serde_json::from_value::<Vec<(String, Vec<u8>)>>(self.evaluate(ROWS).await).unwrap().into_iter().collect()
    }
}

/// Waits for a download to end.
async fn arrived(place: &Path) -> PathBuf {
    let begun = Instant::now();
    loop {
        // Until it is whole its name stands on an empty file, beside another that grows.
        let entries = fs::read_dir(place).unwrap().flatten().collect::<Vec<_>>();
        if let [file] = &entries[..]
            && file.path().extension().is_some_and(|ending| ending == "jsonl")
            && file.metadata().is_ok_and(|file| file.len() > 0)
        {
            return file.path();
        }
        assert!(begun.elapsed() < Duration::from_secs(10), "nothing was saved");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_app_that_does_not_start_gives_everything_out_without_a_network() {
    let mut house = House::open(Screen::Portrait).await;
    let secrets = house.browser.make_a_vault().await;
    house.browser.add_a_child("Otter Outside", "Otter", "Moss", "B").await;
    house.browser.begin_a_check_in().await;
    house.browser.tell("proud", "big").await;
    house.browser.hand_back(&secrets.code).await;
    house.browser.is_installed().await;
    house.browser.evaluate(WRITE_FILES).await;

    let spoiled = house.browser.evaluate(SPOIL_PROGRAMS).await;
    assert!(spoiled.as_u64().is_some_and(|spoiled| spoiled >= 3), "{spoiled} programs are kept");
    house.server.stop();
    house.browser.kill();
    house.browser.start_again().await;
    let browser = &house.browser;
    browser.go("/children").await;
    browser.sees(COULD_NOT_START).await;
    let before = browser.rows().await;
    assert!(before.len() > 5 && before.contains_key("lantern-room/door/header"), "{:?}", before.keys());

    if let Some(place) = std::env::var_os("LANTERN_ROOM_LOOK") {
        fs::write(Path::new(&place).join("could-not-start.png"), browser.picture().await).unwrap();
    }
    browser.tap("link", TAKE_OUT).await;
    browser.find("heading", "When Lantern Room does not start").await;
    browser.assert_accessible("recovery.html").await;
    let kept = browser.take_out().await;
    assert_eq!(kept.rows, before, "the rows are not all there as they are");
    assert_eq!(kept.troubles, Vec::<String>::new());
    assert_eq!(kept.files.get("lantern-room/journey/journal-a"), Some(&journal(LONG)));
    assert_eq!(kept.files.get("lantern-room/journey/journal-b"), Some(&Vec::new()));
    browser.sees("All of it is in the file.").await;
    assert_eq!(browser.rows().await, before, "the page has changed something");
    // Once more, and it is the same.
    assert_eq!(browser.take_out().await, kept);
    if let Some(place) = std::env::var_os("LANTERN_ROOM_LOOK") {
        fs::write(Path::new(&place).join("recovery-portrait.png"), browser.picture().await).unwrap();
    }

    // The recovery code on paper makes a key that age takes.
    browser.type_in("Recovery code, as it stands on paper", &secrets.recovery.join(" ").to_lowercase()).await;
    browser.tap("button", "Make the key").await;
    browser.find("textbox", "The key").await;
    let key = browser.typed("The key").await;
    let identity = age::x25519::Identity::from_str(&key).unwrap_or_else(|error| panic!("{error}: {key}"));
    let sealed = age::encrypt(&identity.to_public(), b"one line\n").unwrap();
    assert_eq!(age::decrypt(&identity, &sealed).unwrap(), b"one line\n");
    assert_eq!(browser.typed("Recovery code, as it stands on paper").await, "");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_taken_out_comes_back_in_a_new_vault() {
    let house = House::open(Screen::Portrait).await;
    let browser = &house.browser;
    let secrets = browser.make_a_vault().await;
    browser.add_a_child("Otter Outside", "Otter", "Moss", "B").await;
    browser.begin_a_check_in().await;
    browser.tell("proud", "big").await;
    browser.hand_back(&secrets.code).await;
    browser.go("/recovery.html").await;
    let file = browser.save_what_is_kept().await;
    let taken_out = fs::read_to_string(&file).unwrap();
    assert!(taken_out.contains("lantern-room-raw") && !taken_out.contains("Outside"), "a name stands in the file");
    // Out of the way of what is about to be cleared.
    let kept = std::env::temp_dir().join(format!("lantern-room-taken-out-{}.jsonl", std::process::id()));
    fs::copy(&file, &kept).unwrap();

    browser.lose_everything().await;
    browser.tap("link", "I have a backup file").await;
    browser.type_in("Name of the vault", "Garden room").await;
    browser.tap("button", "Next").await;
    browser.choose_own_passphrase("a new one on a new tablet").await;
    let recovery = browser.read_recovery_code().await;
    browser.type_back(&recovery).await;
    browser.choose_short_code("1357").await;
    browser.find_when_the_key_is_made("heading", "Bring in a file").await;
    // The new vault's secrets do not open what the old one sealed.
    browser.give_file_with_code(&kept, &recovery, "Read this file").await;
    browser.sees_when_the_key_is_made("That does not open this file.").await;
    browser.give_file_with_passphrase(&kept, &secrets.passphrase, "Read this file").await;
    browser.sees_when_the_key_is_made("Taken out sealed, with what was saved until today").await;
    browser.sees("1 child, ").await;
    browser.sees("Otter Outside").await;
    if let Some(place) = std::env::var_os("LANTERN_ROOM_LOOK") {
        fs::write(Path::new(&place).join("taken-out.png"), browser.picture().await).unwrap();
    }
    browser.tap("button", "Bring it in").await;
    browser.sees("It is here now.").await;
    browser.tap("link", "Go to Today").await;
    browser.tap("link", "Children").await;
    browser.tap_beginning("link", "Otter Outside").await;
    browser.sees("proud").await;
    fs::remove_file(kept).unwrap();
}

/// A browser whose first visit broke off and that has said so, and its host.
async fn a_first_visit_that_fails() -> (BareHost, Browser) {
    let bare = BareHost::serve(&house::server::release());
    for program in fs::read_dir(house::server::release()).unwrap().map(|entry| entry.unwrap().file_name()) {
        let name = program.to_string_lossy().into_owned();
        if name.ends_with(".wasm") {
            bare.trouble(&format!("/{name}"), Trouble::Cut);
        }
    }
    let browser = Browser::start(bare.origin(), Screen::Landscape, Manner::Usual).await;
    browser.go("/").await;
    browser.sees(COULD_NOT_START).await;
    (bare, browser)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_visit_that_fails_says_so_with_the_way_out() {
    let (_bare, browser) = a_first_visit_that_fails().await;
    browser.tap("link", TAKE_OUT).await;
    browser.find("heading", "When Lantern Room does not start").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nothing_is_kept_no_file_is_made_and_nothing_else_either() {
    let (_bare, browser) = a_first_visit_that_fails().await;
    browser.go("/recovery.html").await;
    browser.tap("button", MAKE_THE_FILE).await;
    browser.sees("Nothing of Lantern Room is kept in this browser.").await;
    assert!(!browser.has("link", "Save the file").await, "an empty file is offered");
    assert_eq!(browser.evaluate("indexedDB.databases()").await, json!([]), "the page has made a database");
    let made =
        "navigator.storage.getDirectory().then(async (top) => { for await (const name of top.keys()) return name; })";
    assert_eq!(browser.evaluate(made).await, Value::Null, "the page has made a directory");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_database_takes_no_journal_with_it() {
    let mut house = House::open(Screen::Landscape).await;
    house.browser.make_a_vault().await;
    house.browser.is_installed().await;
    house.browser.evaluate(WRITE_FILES).await;
    house.server.stop();
    house.browser.close().await;
    let stores = house.browser.profile().join("Default/IndexedDB");
    let mut damaged = 0;
    for store in fs::read_dir(&stores).unwrap().map(|entry| entry.unwrap().path()) {
        for file in fs::read_dir(&store).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file()) {
            let mut bytes = fs::read(&file).unwrap();
            bytes.iter_mut().for_each(|byte| *byte ^= 0x55);
            fs::write(&file, bytes).unwrap();
            damaged += 1;
        }
    }
    assert!(damaged > 2, "no database lies in {}", stores.display());
    house.browser.start_again().await;
    let browser = &house.browser;
    browser.go("/recovery.html").await;
    let kept = browser.take_out().await;
    assert_eq!(kept.files.get("lantern-room/journey/journal-a"), Some(&journal(LONG)));
    // Whether the browser throws the damaged database away or refuses it is its own affair; no row is made up.
    assert!(kept.rows.is_empty(), "{:?}", kept.rows.keys());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_key_of_a_recovery_code_is_the_one_that_is_written_down() {
    let house = House::open(Screen::Landscape).await;
    let browser = &house.browser;
    browser.go("/recovery.html").await;
    let label = "Recovery code, as it stands on paper";
    let golden = include_str!("golden/recovery-identity-1.txt");
    let pairs: Vec<_> = golden.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(pairs.len(), 4);
    for (code, key) in pairs.iter().map(|line| line.split_once(' ').unwrap()) {
        browser.type_in(label, code).await;
        browser.tap("button", "Make the key").await;
        browser.find("textbox", "The key").await;
        let begun = Instant::now();
        while browser.typed("The key").await != key {
            assert!(begun.elapsed() < Duration::from_secs(5), "{code} makes {}", browser.typed("The key").await);
        }
        // And by other means than the page's.
        let symbols: String = code.chars().filter(|symbol| *symbol != '-').take(26).collect();
        let mut bytes = [0; 32];
        hkdf::Hkdf::<Sha256>::new(None, symbols.as_bytes()).expand(b"lantern-room backup", &mut bytes).unwrap();
        assert!(age::x25519::Identity::from_str(key).is_ok(), "{key}");
        assert_eq!(from_bech32(key), bytes, "{code}");
    }
    for (wrong, said) in [
        ("000-000", "here are 6."),
        ("", "here are 0."),
        ("000-000-000-000-000-000-000-000-012", "is not right"),
        ("000-000-000-000-000-000-000-000-0é1", "“É” in place 26"),
        ("U00-000-000-000-000-000-000-000-011", "“U” in place 1"),
    ] {
        browser.type_in(label, wrong).await;
        browser.tap("button", "Make the key").await;
        browser.sees(said).await;
        assert!(!browser.has("textbox", "The key").await, "a key is made of {wrong}");
    }
}

/// The 32 bytes of a key, without looking at its checksum: age has.
fn from_bech32(key: &str) -> [u8; 32] {
    let letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    let data = key.rsplit_once('1').unwrap().1.to_lowercase();
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0_u32, 0);
    for letter in data[..data.len() - 6].chars() {
        held = (held << 5) | letters.find(letter).unwrap() as u32;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(((held >> bits) & 0xff) as u8);
        }
    }
    bytes.try_into().unwrap()
}
