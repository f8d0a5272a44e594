//! The raw memory of the browser's processes, as somebody with the whole machine would read it.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::os::unix::fs::FileExt;
use std::process::{Command, Stdio};

use super::Browser;

/// More than this of one region is not looked at: what a script engine reserves is larger than the machine.
const MOST: u64 = 256 << 20;
/// How much is read at once.
const PIECE: usize = 4 << 20;

impl Browser {
    /// How often each word stands in the memory of the processes that draw pages, with one byte for each letter or two.
    pub fn in_raw_memory(&self, words: &[String]) -> Vec<(String, usize)> {
        let mut search = Command::new("grep");
        search.args(["-a", "-o", "-F"]).env("LC_ALL", "C").stdin(Stdio::piped()).stdout(Stdio::piped());
        for word in words {
            search.args(["-e", word]);
        }
        let mut search = search.spawn().expect("grep");
        let mut memory = search.stdin.take().expect("its input is piped");
        let processes = self.processes_that_draw();
        assert!(!processes.is_empty(), "no process draws pages");
        let feeding = std::thread::spawn(move || {
            for mut piece in processes.into_iter().flat_map(pieces) {
                // What is written with two bytes for each letter reads the same without the zeros.
                piece.retain(|byte| *byte != 0);
                // A line of its own, so that grep never holds more than a piece.
                memory.write_all(&piece).and_then(|()| memory.write_all(b"\n")).expect("grep reads");
            }
        });
        let mut said = String::new();
        search.stdout.take().expect("its output is piped").read_to_string(&mut said).expect("text");
        feeding.join().expect("the memory is read");
        search.wait().expect("grep ends");
        words
            .iter()
            .map(|word| (word.clone(), said.lines().filter(|line| line.contains(word.as_str())).count()))
            .collect()
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

/// All that a process may write to, in pieces.
fn pieces(process: u32) -> impl Iterator<Item = Vec<u8>> {
    let maps = fs::read_to_string(format!("/proc/{process}/maps")).unwrap_or_default();
    let memory = File::open(format!("/proc/{process}/mem")).ok();
    let mut places = Vec::new();
    for line in maps.lines().filter(|line| line.split(' ').nth(1).is_some_and(|rights| rights.starts_with("rw"))) {
        let ends = line.split(' ').next().and_then(|range| range.split_once('-'));
        let parse = |end: &str| u64::from_str_radix(end, 16).ok();
        let Some((from, to)) = ends.and_then(|(from, to)| Some((parse(from)?, parse(to)?))) else { continue };
        places.extend((from..to.min(from + MOST)).step_by(PIECE).map(|at| (at, PIECE.min((to - at) as usize))));
    }
    places.into_iter().filter_map(move |(at, length)| {
        let mut piece = vec![0; length];
        let read = memory.as_ref()?.read_at(&mut piece, at).ok()?;
        piece.truncate(read);
        // Zeros only: never used.
        piece.iter().any(|byte| *byte != 0).then_some(piece)
    })
}
