#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::*;
use crate::domain::HybridClock;

const AT: Moment = Moment { utc_millis: 1_795_428_000_000, offset_minutes: 60 };

fn change(number: u8, body: Option<Vec<u8>>) -> Change {
    Change {
        subject: SubjectId::from_bytes([9; 16]),
        id: RecordId::from_bytes([number; 16]),
        revision: HybridClock::new(7).tick(1_795_428_000_000 + u64::from(number)),
        at: AT,
        kind: Kind(5),
        body,
    }
}

pub(super) fn content(changes: Vec<Change>) -> Content {
    let head = changes.iter().map(|change| change.revision).max();
    let header =
        Header { app: "0.1.0".into(), vault: VaultId::from_bytes([3; 16]), made: AT, extent: Extent::Vault, head };
    Content { header, changes, unreadable: None }
}

fn text(content: &Content) -> String {
    String::from_utf8(write(content).unwrap()).unwrap()
}

/// The lines with a trailer that fits them.
fn sealed(lines: &str, count: usize) -> String {
    format!("{lines}{{\"count\":{count},\"sha256\":\"{}\"}}\n", hex(&Sha256::digest(lines)))
}

#[test]
fn the_lines_of_version_1_are_read_for_ever() {
    let golden = include_str!("golden/backup-1.jsonl");
    let expected = content(vec![change(1, Some(vec![0xa1, 1, 2])), change(2, None)]);
    assert_eq!(text(&expected), golden, "this build writes other lines");
    assert_eq!(read(golden.as_bytes()), Ok(expected));
}

#[test]
fn a_newer_file_says_what_it_needs() {
    for version in ["2", "70000"] {
        let newer = text(&content(Vec::new()))
            .replace("\"version\":1", &format!("\"version\":{version}"))
            .replace("0.1.0", "3.2.1");
        let version = version.parse().unwrap_or(u16::MAX);
        assert_eq!(read(newer.as_bytes()), Err(FileTrouble::NewerFile { version, app: "3.2.1".into() }));
    }
    for odd in ["0", "-1", "9223372036854775808", "1.0", "1e0", "\"1\"", "null"] {
        let odd = text(&content(Vec::new())).replace("\"version\":1", &format!("\"version\":{odd}"));
        assert!(read(odd.as_bytes()).is_err(), "{odd}");
    }
}

#[test]
fn what_is_no_backup_is_told_so() {
    for other in [
        "",
        "x",
        "a,b\n1,2\n",
        "<html></html>\n",
        "PK\u{3}\u{4}\n",
        "{}\n",
        "{\"format\":\"other\"}\n",
        "=HYPERLINK(1)\n",
    ] {
        assert_eq!(read(other.as_bytes()), Err(FileTrouble::NotABackup), "{other:?}");
    }
}

#[test]
fn bad_lines_are_refused_whole() {
    let good = text(&content(vec![change(1, Some(vec![0xa0])), change(2, None)]));
    let lines: Vec<_> = good.lines().collect();
    let [header, one, two, trailer] = lines[..] else { unreachable!() };
    let join = |lines: &[&str]| lines.iter().flat_map(|line| [*line, "\n"]).collect::<String>();
    assert!(read(join(&[header, one, two, trailer]).as_bytes()).is_ok());
    for bad in [
        join(&[header, one, two]),
        join(&[header, one, trailer]),
        join(&[header, two, one, trailer]),
        join(&[header, one, two, two, trailer]),
        join(&[one, two, trailer]),
        join(&[header, one, two, trailer, trailer]),
        join(&[header, one, two, trailer, header, one, two, trailer]),
        join(&[header, "", one, two, trailer]),
        good.trim_end().to_owned(),
        format!("{good}x"),
        format!("{good}\n"),
    ] {
        assert!(read(bad.as_bytes()).is_err(), "{bad}");
    }
    // Consistent in themselves, and still not what a file may hold.
    for (wrong, right) in [
        (one.replace("09090909090909090909090909090909", "00000000000000000000000000000000"), one),
        (one.replace("\"kind\":5", "\"kind\":1"), one),
        (one.replace("\"kind\":5", "\"kind\":17"), one),
        (one.replace("\"kind\":5", "\"kind\":65536"), one),
        (one.replace("\"offset\":60", "\"offset\":1441"), one),
        (one.replace("\"at\":1795428000000", "\"at\":253402300800000"), one),
        (one.replace("\"at\":1795428000000", "\"at\":-1"), one),
        (one.replace("oA==", "oA"), one),
        (one.replace("oA==", "o*=="), one),
        (one.replace("\"kind\":5", "\"kind\":5,\"more\":1"), one),
        (one.replace("\"kind\":5,", ""), one),
        (one.replace("01010101010101010101010101010101", "02020202020202020202020202020202"), one),
        (header.replace("\"head\":\"", "\"head\":\"0"), header),
        (header.replace("\"of\":\"vault\"", "\"of\":\"child\",\"child\":\"03030303030303030303030303030303\""), header),
        (header.replace("\"of\":\"vault\"", "\"of\":\"everything\""), header),
        (header.replace("\"changes\":2", "\"changes\":3"), header),
    ] {
        assert_ne!(wrong, right, "the case changes nothing");
        let all = join(&[header, one, two]).replace(right, &wrong);
        assert!(read(sealed(&all, 2).as_bytes()).is_err(), "{wrong}");
    }
}

#[test]
fn more_than_a_file_may_hold_is_refused_before_it_is_read() {
    let good = text(&content(Vec::new()));
    let header = good.lines().next().unwrap();
    let long = format!("{header}\n{{\"body\":\"{}\"}}\n", "A".repeat(LINE));
    assert_eq!(read(long.as_bytes()), Err(FileTrouble::TooLarge));
    let without_end = format!("{header}\n{}", "A".repeat(2 * LINE));
    assert_eq!(read(without_end.as_bytes()), Err(FileTrouble::TooLarge));
    assert_eq!(write(&content(vec![change(1, Some(vec![0; LINE]))])), Err(FileTrouble::TooLarge));
    let most = (0..LINES - 1).map(|number| {
        let mut id = [0; 16];
        id.iter_mut().zip(number.to_be_bytes()).for_each(|(byte, of_number)| *byte = of_number);
        Change { id: RecordId::from_bytes(id), ..change(1, None) }
    });
    let mut too_many = content(most.collect());
    assert_eq!(write(&too_many), Err(FileTrouble::TooLarge));
    too_many.changes.pop();
    assert_eq!(read(&write(&too_many).unwrap()), Ok(too_many));
}

#[test]
fn a_header_may_one_day_say_more() {
    let more = text(&content(Vec::new()));
    let header =
        more.lines().next().unwrap().replace("\"app\"", "\"tablet\":[{\"x\":1.5}],\"app\"").replace("1.5", "15");
    assert!(read(sealed(&format!("{header}\n"), 0).as_bytes()).is_ok());
}

fn any_change() -> impl Strategy<Value = Change> {
    let body = proptest::option::of(prop::collection::vec(any::<u8>(), 0..300));
    (any::<[u8; 16]>(), any::<[u8; 16]>(), any::<[u8; 16]>(), 0..LATEST, -840i16..840, 18u16.., body).prop_map(
        |(subject, id, revision, utc_millis, offset_minutes, kind, body)| Change {
            subject: SubjectId::from_bytes(subject),
            id: RecordId::from_bytes(id),
            revision: Revision::from_bytes(revision),
            at: Moment { utc_millis, offset_minutes },
            kind: Kind(kind),
            body,
        },
    )
}

proptest! {
    #[test]
    fn whatever_is_kept_comes_back(changes in prop::collection::vec(any_change(), 0..20)) {
        let content = content(changes);
        prop_assert_eq!(read(&write(&content).unwrap()), Ok(content));
    }

    #[test]
    fn no_bytes_make_it_panic(bytes: Vec<u8>) {
        let _ = read(&bytes);
    }

    #[test]
    fn no_change_to_one_place_is_taken(place: prop::sample::Index, byte: u8) {
        let mut bytes = write(&content(vec![change(1, Some(vec![0xa1, 1, 2])), change(2, None)])).unwrap();
        let place = place.index(bytes.len());
        prop_assume!(bytes[place] != byte);
        bytes[place] = byte;
        prop_assert!(read(&bytes).is_err());
    }
}

/// Lines that once led astray, or might: none makes the reader panic, and none is taken.
#[test]
fn the_kept_corpus_is_replayed() {
    let corpus = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/backup_line");
    let mut seen = 0;
    for file in std::fs::read_dir(corpus).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if ["golden", "found"].iter().any(|beginning| name.starts_with(beginning)) {
            // Whole files, and what a fuzzer has made of them: see `crate::trials`.
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        let header = text(&content(Vec::new())).lines().next().unwrap().to_owned();
        assert!(read(&bytes).is_err());
        assert!(read(&[header.as_bytes(), b"\n", &bytes, b"\n"].concat()).is_err());
        seen += 1;
    }
    assert!(seen >= 20, "{seen}");
}
