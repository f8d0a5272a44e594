#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;

use super::*;

pub(crate) fn envelope(subject: u8, record: u8, at: u32, sealed: &[u8]) -> Envelope {
    let revision = u128::from(at).to_be_bytes();
    let bytes = [&[1][..], &[9; 16], &[subject; 16], &[record; 16], &revision, &[8; 16], &[4; 24], sealed].concat();
    Envelope::from_bytes(&bytes).unwrap()
}

fn act(number: u32) -> Act {
    let sealed = vec![number as u8; 20 + number as usize % 50];
    Act::new().envelope(envelope(1, number as u8, number + 1, &sealed)).envelope(envelope(2, 7, number + 1, b"again"))
}

fn write(journal: &Journal<MemoryStrip>, act: &Act) -> Result<(), StoreError> {
    let (body, head) = Journal::<MemoryStrip>::prepared(act, journal.head());
    journal.append(act, &body, head)
}

fn strips() -> [MemoryStrip; 2] {
    [MemoryStrip::default(), MemoryStrip::default()]
}

fn open(strips: &[MemoryStrip; 2]) -> (Journal<MemoryStrip>, Found) {
    Journal::open(strips.clone()).unwrap()
}

/// A journal with so many acts, and what it held before each of them and after the last.
fn written(acts: u32) -> ([MemoryStrip; 2], Vec<(usize, Contents)>) {
    let strips = strips();
    let (journal, found) = open(&strips);
    let mut contents = found.contents;
    let mut states = Vec::new();
    for number in 0..acts {
        states.push((alive(&strips).len(), contents.clone()));
        write(&journal, &act(number)).unwrap();
        contents.take_in(act(number));
    }
    states.push((alive(&strips).len(), contents));
    (strips, states)
}

/// The bytes of the file in which a new journal begins.
fn alive(strips: &[MemoryStrip; 2]) -> Vec<u8> {
    strips[1].bytes()
}

#[test]
fn what_was_written_is_there_when_it_is_opened_again() {
    let (strips, states) = written(20);
    let (journal, found) = open(&strips);
    assert_eq!(found.contents, states.last().unwrap().1);
    assert!(found.anything && !found.damaged);
    assert_eq!((journal.head().sequence, journal.count()), (20, 21));
    assert_eq!(journal.contents().unwrap(), found.contents);
}

#[test]
fn a_journal_that_was_only_begun_remembers_nothing() {
    let strips = strips();
    let (_, found) = open(&strips);
    assert!(!found.anything && !found.damaged);
    let (journal, found) = open(&strips);
    assert!(!found.anything && !found.damaged);
    assert_eq!((journal.head(), journal.count()), (Head::default(), 0));
}

#[test]
fn cut_at_every_byte_of_the_last_three_frames_the_prefix_is_recovered() {
    let (whole, states) = written(9);
    let bytes = alive(&whole);
    let first = states[6].0;
    for length in first..bytes.len() {
        let strips = strips();
        strips[1].put(bytes[..length].to_vec());
        let (journal, found) = open(&strips);
        let expected = &states.iter().rev().find(|(end, _)| *end <= length).unwrap();
        assert_eq!(found.contents, expected.1, "cut at {length}");
        assert!(!found.damaged);
        // It goes on from there, and what is written next is kept.
        assert_eq!(alive(&strips).len(), expected.0);
        write(&journal, &act(100)).unwrap();
        let mut next = expected.1.clone();
        next.take_in(act(100));
        assert_eq!(open(&strips).1.contents, next);
    }
}

#[test]
fn of_a_flipped_bit_no_other_frame_suffers() {
    let (whole, states) = written(6);
    let bytes = alive(&whole);
    let all = &states.last().unwrap().1;
    for place in 0..bytes.len() {
        let mut flipped = bytes.clone();
        flipped[place] ^= 1 << (place % 8);
        let strips = strips();
        strips[1].put(flipped);
        let (_, found) = open(&strips);
        let lost = all.rows.iter().filter(|(key, envelope)| found.contents.rows.get(*key) != Some(envelope)).count();
        assert!(lost <= 2, "{lost} records lost by a bit at {place}");
        assert!(found.contents.rows.iter().all(|(key, row)| {
            all.rows.get(key).is_some_and(|newest| newest == row || newest.header.revision > row.header.revision)
        }));
    }
}

#[test]
fn a_newer_format_is_left_alone() {
    let (whole, _) = written(3);
    let mut bytes = alive(&whole);
    let at = bytes.len();
    let mut newer = framed(&Body::Whole.to_bytes(), Head::default());
    newer[3] = 2;
    let length = newer.len();
    let sum = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(&newer[..length - 4]);
    newer[length - 4..].copy_from_slice(&sum.to_be_bytes());
    bytes.extend_from_slice(&newer);
    let strips = strips();
    strips[1].put(bytes.clone());
    assert!(matches!(Journal::open(strips.clone()), Err(StoreError::NewerApp { .. })));
    assert_eq!(alive(&strips), bytes, "grown from {at}");
}

#[test]
fn a_rewriting_keeps_the_newest_of_everything_and_nothing_else() {
    let (strips, states) = written(40);
    let (journal, found) = open(&strips);
    journal.rewrite(&found.contents, journal.head()).unwrap();
    assert!(strips[1].bytes().is_empty(), "the old file lives on");
    let older = envelope(2, 7, 3, b"again").to_bytes();
    assert!(!strips[0].bytes().windows(older.len()).any(|window| window == older));
    write(&journal, &act(200)).unwrap();
    let (again, found) = open(&strips);
    let mut expected = states.last().unwrap().1.clone();
    expected.take_in(act(200));
    assert_eq!(found.contents, expected);
    assert_eq!(again.head(), journal.head());
}

#[test]
fn killed_in_the_midst_of_a_rewriting_it_is_the_old_or_the_new_one() {
    for operations in 0..14 {
        for lucky in [0, 1, 40, usize::MAX / 2] {
            let (strips, states) = written(200);
            let (journal, found) = open(&strips);
            strips[0].fail_after(operations);
            let rewritten = journal.rewrite(&found.contents, journal.head());
            strips.iter().for_each(|strip| strip.crash(lucky));
            let (reopened, found) = open(&strips);
            assert_eq!(found.contents, states.last().unwrap().1, "{operations} {lucky} {rewritten:?}");
            assert!(!found.damaged);
            assert_eq!(reopened.head().sequence, 200);
            write(&reopened, &act(201)).unwrap();
            assert_eq!(open(&strips).0.head().sequence, 201);
        }
    }
}

/// A file with something set aside beside it, wherever a byte of it is spoilt or the rest of it is gone.
#[test]
fn a_damaged_file_is_made_good_and_what_was_set_aside_stays() {
    let (whole, mut states) = written(6);
    let (journal, _) = open(&whole);
    let header = Act::new().header(vec![1, 2]);
    write(&journal, &header).unwrap();
    let mut expected = states.pop().unwrap().1;
    expected.take_in(header);
    assert!(journal.set_aside().unwrap());
    for number in 6..9 {
        write(&journal, &act(number)).unwrap();
        expected.take_in(act(number));
    }
    let head = journal.head().after(b"made good");
    let (alive, aside) = (whole[0].bytes(), whole[1].bytes());
    let mut made_good = 0;
    for place in 0..alive.len() {
        let mut flipped = alive.clone();
        flipped[place] ^= 1 << (place % 8);
        for spoilt in [flipped, alive[..place].to_vec()] {
            let strips = strips();
            strips[0].put(spoilt);
            strips[1].put(aside.clone());
            let (journal, found) = open(&strips);
            if found.damaged {
                made_good += 1;
                let lost = expected.rows.iter().filter(|(key, row)| found.contents.rows.get(*key) != Some(row)).count();
                // What is cut off is gone; a bit spoils its own frame alone.
                assert!(strips[0].bytes().len() < alive.len() || lost <= 7, "{lost} records lost at {place}");
                journal.make_good(&expected, head).unwrap();
                let (journal, found) = open(&strips);
                assert!(!found.damaged && found.contents == expected && journal.head() == head, "{place}");
                assert!(journal.has_aside(), "{place}");
            }
            assert_eq!(strips[1].bytes(), aside, "{place}");
        }
    }
    assert!(made_good > alive.len() / 2, "{made_good} of {}", alive.len());
}

#[test]
fn a_damaged_file_goes_only_once_another_is_whole() {
    let (whole, states) = written(6);
    let mut bytes = alive(&whole);
    let place = states[2].0 + 20;
    bytes[place] ^= 1;
    for operations in 0..12 {
        let strips = strips();
        strips[1].put(bytes.clone());
        let (journal, found) = open(&strips);
        assert!(found.damaged && !found.is_whole());
        strips.iter().for_each(|strip| strip.fail_after(operations));
        let _ = journal.make_good(&found.contents, journal.head().after(b"made good"));
        strips.iter().for_each(|strip| strip.crash(0));
        assert_eq!(open(&strips).1.contents, found.contents, "{operations}");
    }
}

#[test]
fn a_rewriting_without_room_leaves_the_room_to_the_next_act() {
    let (strips, _) = written(40);
    let (journal, found) = open(&strips);
    // The disk takes the cut and some writing, then no more; to cut is always possible.
    strips[0].fill_after(2);
    assert!(journal.rewrite(&found.contents, journal.head()).is_err());
    assert!(strips[0].bytes().is_empty(), "{} bytes stay", strips[0].bytes().len());
    write(&journal, &act(90)).unwrap();
}

/// Nobody rewrites so often; somebody may have written the number there.
#[test]
fn after_the_last_rewriting_there_is_one_more() {
    let strips = strips();
    let begun = [Body::Begin { generation: u64::MAX }, Body::Kept(Act::new().header(vec![1])), Body::Whole];
    strips[0].put(begun.map(|body| framed(&body.to_bytes(), Head::default())).concat());
    for number in 0..4 {
        let (journal, found) = open(&strips);
        let rows = number as usize + usize::from(number > 0);
        assert_eq!((found.contents.rows.len(), found.contents.header.clone()), (rows, Some(vec![1])));
        journal.rewrite(&found.contents, journal.head()).unwrap();
        write(&journal, &act(number)).unwrap();
    }
}

#[test]
fn where_there_is_no_room_nothing_is_half_written() {
    let (strips, states) = written(5);
    let (journal, _) = open(&strips);
    strips[1].fail_after(0);
    assert!(matches!(write(&journal, &act(50)), Err(StoreError::Full(_))));
    strips[1].crash(usize::MAX / 2);
    assert_eq!(open(&strips).1.contents, states.last().unwrap().1);
    write(&journal, &act(51)).unwrap();
    let mut expected = states.last().unwrap().1.clone();
    expected.take_in(act(51));
    assert_eq!(open(&strips).1.contents, expected);
}

#[test]
fn it_is_overgrown_when_it_is_several_times_what_it_holds() {
    let strips = strips();
    let (journal, _) = open(&strips);
    let big = vec![7; 40_000];
    let mut acts = 0;
    while !journal.is_overgrown() {
        acts += 1;
        write(&journal, &Act::new().envelope(envelope(1, 1, acts, &big))).unwrap();
    }
    assert!((10..20).contains(&acts), "{acts}");
    journal.rewrite(&journal.contents().unwrap(), journal.head()).unwrap();
    assert!(!journal.is_overgrown() && strips[0].bytes().len() < 41_000);
}

#[test]
fn frames_are_written_as_they_always_were() {
    let act = Act::new().header(vec![1, 2]).knocks(vec![3]).envelope(envelope(1, 2, 3, b"sealed"));
    let (body, head) = Journal::<MemoryStrip>::prepared(&act, Head::default());
    let bytes = [framed(&Body::Begin { generation: 5 }.to_bytes(), Head::default()), framed(&body, head)].concat();
    let hex: Vec<String> = bytes.chunks(32).map(|row| row.iter().map(|byte| format!("{byte:02x}")).collect()).collect();
    assert_eq!(hex.join("\n"), include_str!("../golden/journal-1.hex").trim_end());
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), from in 0usize..400) {
        let (whole, _) = written(4);
        let mut mixed = alive(&whole);
        let from = from.min(mixed.len());
        mixed.splice(from..from, bytes);
        let strips = strips();
        strips[0].put(mixed.clone());
        strips[1].put(mixed[from..].to_vec());
        let _ = Journal::open(strips);
    }
}
