//! The raw memory of the browser's processes, as somebody with the whole machine would read it.

use std::fs::{self, File};
use std::os::unix::fs::FileExt;

use super::Browser;

/// More than this of one region is not looked at: reservations of a script engine are larger than the machine.
const MOST: u64 = 512 << 20;
/// How much is read at once.
const PIECE: usize = 4 << 20;

impl Browser {
    /// How often each word stands in the memory of the processes that draw pages, in UTF-8 and in UTF-16.
    pub fn in_raw_memory(&self, words: &[String]) -> Vec<(String, usize)> {
        let needles: Vec<(&String, [Vec<u8>; 2])> = words
            .iter()
            .map(|word| (word, [word.as_bytes().to_vec(), word.encode_utf16().flat_map(u16::to_le_bytes).collect()]))
            .collect();
        let mut counts: Vec<(String, usize)> = words.iter().map(|word| (word.clone(), 0)).collect();
        for process in self.processes_that_draw() {
            for piece in pieces(process) {
                for ((_, encoded), (_, count)) in needles.iter().zip(&mut counts) {
                    *count += encoded.iter().map(|needle| occurrences(&piece, needle)).sum::<usize>();
                }
            }
        }
        counts
    }

    fn processes_that_draw(&self) -> Vec<u32> {
        let numbers = fs::read_dir("/proc").expect("processes").flatten();
        let numbers = numbers.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
        numbers
            .filter(|number| {
                let of_group = fs::read_to_string(format!("/proc/{number}/stat")).is_ok_and(|stat| {
                    // The name may hold spaces and brackets: what follows it is state, parent, group.
                    let rest = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
                    rest.split_whitespace().nth(2) == Some(&self.group().to_string())
                });
                let draws = fs::read(format!("/proc/{number}/cmdline"))
                    .is_ok_and(|line| String::from_utf8_lossy(&line).contains("--type=renderer"));
                of_group && draws
            })
            .collect()
    }
}

/// All that a process may write to, in pieces that overlap by a page.
fn pieces(process: u32) -> Vec<Vec<u8>> {
    let maps = fs::read_to_string(format!("/proc/{process}/maps")).unwrap_or_default();
    let Ok(memory) = File::open(format!("/proc/{process}/mem")) else { return Vec::new() };
    let mut pieces = Vec::new();
    for line in maps.lines().filter(|line| line.split(' ').nth(1).is_some_and(|rights| rights.starts_with("rw"))) {
        let ends = line.split(' ').next().and_then(|range| range.split_once('-'));
        let parse = |end: &str| u64::from_str_radix(end, 16).ok();
        let Some((from, to)) = ends.and_then(|(from, to)| Some((parse(from)?, parse(to)?))) else { continue };
        let mut at = from;
        while at < to.min(from + MOST) {
            let mut piece = vec![0; PIECE.min(usize::try_from(to - at).unwrap_or(PIECE))];
            match memory.read_at(&mut piece, at) {
                Ok(read) if read > 0 => {
                    piece.truncate(read);
                    // Zeros only: never used.
                    if piece.iter().any(|byte| *byte != 0) {
                        pieces.push(piece);
                    }
                    at += read as u64;
                }
                _ => break,
            }
        }
    }
    pieces
}

fn occurrences(bytes: &[u8], needle: &[u8]) -> usize {
    let Some((first, rest)) = needle.split_first() else { return 0 };
    let places = bytes.iter().enumerate().filter(|(_, byte)| *byte == first);
    places.filter(|(place, _)| bytes.get(place + 1..place + 1 + rest.len()) == Some(rest)).count()
}
