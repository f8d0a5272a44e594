//! How hard the words to a child are to read, level by level.
//!
//! The measure is the grade of Flesch and Kincaid (1975) over syllables that are counted by their vowels. It is rough,
//! and rough is enough: it finds the sentence that an adult wrote for adults.

use std::collections::BTreeSet;

use super::lines::Energy;
use super::*;
use crate::domain::Level;

/// What a level may ask of its reader.
struct Bounds {
    /// The grade of all its words together.
    grade: f32,
    /// The grade of any line that is long enough for the measure to mean something.
    line: f32,
    /// Words in a sentence.
    sentence: usize,
    /// Letters in a word.
    word: usize,
}

/// A line with fewer words than this swings by grades with a single long word.
const ENOUGH_WORDS: usize = 9;

fn bounds(level: Level) -> Bounds {
    match level {
        Level::A => Bounds { grade: 1.0, line: 5.5, sentence: 16, word: 10 },
        Level::B => Bounds { grade: 2.0, line: 6.5, sentence: 17, word: 12 },
        Level::C => Bounds { grade: 3.0, line: 7.5, sentence: 18, word: 13 },
    }
}

/// Everything that is said or shown to a child of `level` and not already to one of the levels below.
fn said_at(level: Level) -> Vec<&'static str> {
    let first = |ages: &[Level]| ages.first() == Some(&level);
    let mut said: Vec<&str> = Vec::new();
    said.extend(feelings::all().iter().filter(|word| word.level == level).map(|word| word.meaning));
    for activity in calm::all().iter().filter(|activity| first(activity.ages)) {
        said.extend(activity.steps.iter().map(|step| step.say));
        said.push(activity.after);
    }
    let prompts = prompts::sets().iter().flat_map(|set| set.lines);
    said.extend(prompts.filter(|line| first(line.ages)).map(|line| line.say));
    said.extend(room::stages().iter().map(|stage| stage.for_child.at(level)));
    said.extend(room::help_choices().iter().map(|help| help.words.at(level)));
    said.extend(room::ways_in().iter().map(|way| way.ask.at(level)));
    if level == Level::A {
        said.extend(room::ways_in().iter().flat_map(|way| way.choices).map(|choice| choice.words));
    }
    said.extend(passages_at(level));
    said.extend(lines_at(level));
    said
}

/// The lines that answer a feeling in the words of `level`; asked for often enough to hear all of them.
fn lines_at(level: Level) -> BTreeSet<&'static str> {
    let asked = || [Energy::High, Energy::Low].into_iter().flat_map(|energy| (0..9).map(move |time| (energy, time)));
    let words = feelings::all().iter().filter(|word| word.level == level);
    let answers =
        words.flat_map(|word| asked().filter_map(|(energy, time)| lines::for_feeling(level, word.key, energy, time)));
    let answers = answers.chain(asked().filter_map(|(energy, time)| lines::for_own_word(level, energy, time)));
    answers.flat_map(|lines| lines.steps().into_iter().chain([lines.wonder, lines.listen])).collect()
}

fn passages_at(level: Level) -> Vec<&'static str> {
    let (opening, boxes) = (passages::opening(level), passages::boxes(level));
    let mut said = opening.say.to_vec();
    said.extend([opening.again, boxes.ask, boxes.exception]);
    said.extend([boxes.stays, boxes.teacher, boxes.meeting].map(|one| one.say));
    for kind in [passages::GapKind::Away, passages::GapKind::Absence, passages::GapKind::Back] {
        said.extend(passages::gap(kind, level).say);
    }
    said.extend((1..=3).filter_map(|left| passages::countdown(left, level)).flat_map(|countdown| countdown.say));
    said.extend(passages::goodbye(level).lines);
    said.extend(passages::repair().say.at(level));
    said
}

/// The words of each sentence, without what is filled in later.
fn sentences(line: &str) -> Vec<Vec<String>> {
    let filled: String = line.split('{').map(|part| part.split_once('}').map_or(part, |(_, after)| after)).collect();
    filled
        .split(['.', '!', '?', '…', ':', ';'])
        .map(|sentence| {
            let words = sentence.split(|c: char| !c.is_alphabetic() && c != '’');
            words.filter(|word| word.contains(char::is_alphabetic)).map(str::to_lowercase).collect::<Vec<_>>()
        })
        .filter(|words| !words.is_empty())
        .collect()
}

/// Groups of vowels, without an e at the end that nobody hears.
fn syllables(word: &str) -> usize {
    let vowel = |c: char| "aeiouyé".contains(c);
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    let starts = |(at, c): (usize, &char)| vowel(*c) && (at == 0 || !letters.get(at - 1).copied().is_some_and(vowel));
    let groups = letters.iter().enumerate().filter(|pair| starts(*pair)).count();
    let mute = match letters.as_slice() {
        [.., 'l' | 'e' | 'y', 'e'] | [.., 't' | 'd', 'e', 'd'] => false,
        [.., 's' | 'z' | 'h' | 'x' | 'c' | 'g' | 'l', 'e', 's'] => false,
        [.., 'e'] | [.., 'e', 'd' | 's'] => true,
        _ => false,
    };
    groups.saturating_sub(usize::from(mute)).max(1)
}

fn grade<'a>(lines: impl Iterator<Item = &'a str>) -> f32 {
    let sentences: Vec<_> = lines.flat_map(sentences).collect();
    let words: usize = sentences.iter().map(Vec::len).sum();
    let syllables: usize = sentences.iter().flatten().map(|word| syllables(word)).sum();
    0.39 * words as f32 / sentences.len() as f32 + 11.8 * syllables as f32 / words as f32 - 15.59
}

#[test]
fn syllables_are_counted_about_as_they_are_heard() {
    for (word, count) in [
        ("light", 1),
        ("breathe", 1),
        ("table", 2),
        ("stopped", 1),
        ("wanted", 2),
        ("boxes", 2),
        ("you’re", 1),
        ("the", 1),
        ("animal", 3),
    ] {
        assert_eq!(syllables(word), count, "{word}");
    }
}

#[test]
fn the_words_of_a_level_are_as_easy_as_it_promises() {
    for level in Level::ALL {
        let grade = grade(said_at(level).into_iter());
        assert!(grade <= bounds(level).grade, "{level:?}: {grade:.2}");
    }
}

#[test]
fn no_line_is_much_harder_than_its_level() {
    for level in Level::ALL {
        let long = |line: &&str| sentences(line).iter().map(Vec::len).sum::<usize>() >= ENOUGH_WORDS;
        let graded = said_at(level).into_iter().filter(long).map(|line| (grade(std::iter::once(line)), line));
        let hard: Vec<_> = graded.filter(|(grade, _)| *grade > bounds(level).line).collect();
        assert!(hard.is_empty(), "{level:?}: {hard:#?}");
    }
}

#[test]
fn sentences_and_words_are_short() {
    for level in Level::ALL {
        let Bounds { sentence: most_words, word: most_letters, .. } = bounds(level);
        for line in said_at(level) {
            for sentence in sentences(line) {
                assert!(sentence.len() <= most_words, "{level:?}: {} words: {line}", sentence.len());
                let longest = sentence.iter().map(|word| word.chars().count()).max().unwrap_or_default();
                assert!(longest <= most_letters, "{level:?}: a word of {longest} letters: {line}");
            }
        }
    }
}
