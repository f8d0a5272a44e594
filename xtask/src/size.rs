//! Bytes of each shipped file, raw and after brotli 11, held against xtask/budget.toml.

use crate::failure::{Failure, NamesFile, Result};
use crate::html::tags;
use crate::places::Places;
use crate::precache;
use std::collections::BTreeMap;
use std::fs;

/// What a file is needed for. A file belongs to one group only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Page,
    Keeper,
    Exchange,
    Rest,
    NotKept,
}

impl Group {
    fn title(self) -> &'static str {
        match self {
            Self::Page => "Before the first screen works",
            Self::Keeper => "The keeper",
            Self::Exchange => "Making and reading backup files",
            Self::Rest => "The rest of what is kept on the device",
            Self::NotKept => "Served, not kept by the service worker",
        }
    }
}

/// A file's size in bytes.
struct Shipped {
    path: String,
    group: Group,
    raw: usize,
    brotli: usize,
}

/// The largest sums allowed, in bytes after brotli.
#[derive(Debug, PartialEq, Eq)]
struct Budget {
    page: usize,
    keeper: usize,
    exchange: usize,
    precached: usize,
}

/// Prints every file in its group, the sums, and fails when a sum is above its budget.
pub fn size(places: &Places) -> Result {
    let path = places.root.join("xtask/budget.toml");
    let budget = Budget::parse(&fs::read_to_string(&path).naming("read", &path)?)?;
    if !places.dist.is_dir() {
        return Err(Failure::new("There is no dist/ to measure: build it first with cargo xtask build."));
    }
    let files = precache::read_all(&places.dist)?;
    let groups = groups(&files);
    let mut shipped: Vec<Shipped> = files
        .iter()
        .map(|(path, bytes)| Shipped {
            path: path.clone(),
            group: groups.get(path).copied().unwrap_or(Group::Rest),
            raw: bytes.len(),
            brotli: brotli_11(bytes),
        })
        .collect();
    shipped.sort_by(|a, b| (a.group, b.brotli, &a.path).cmp(&(b.group, a.brotli, &b.path)));

    println!("{:>9} {:>9}", "raw", "brotli");
    for group in [Group::Page, Group::Keeper, Group::Exchange, Group::Rest, Group::NotKept] {
        let in_group = || shipped.iter().filter(|file| file.group == group);
        if in_group().next().is_some() {
            println!("{}", group.title());
            for file in in_group() {
                println!("{:>9} {:>9}  {}", file.raw, file.brotli, file.path);
            }
        }
    }
    let sum = |of: &dyn Fn(Group) -> bool| -> usize {
        shipped.iter().filter(|file| of(file.group)).map(|file| file.brotli).sum()
    };
    let sums = [
        ("page", sum(&|group| group == Group::Page), budget.page),
        ("keeper", sum(&|group| group == Group::Keeper), budget.keeper),
        ("exchange", sum(&|group| group == Group::Exchange), budget.exchange),
        ("precached", sum(&|group| group != Group::NotKept), budget.precached),
    ];
    println!("Sums after brotli, and what is allowed");
    let mut over = Vec::new();
    for (name, sum, allowed) in sums {
        println!("{sum:>19}  {name} (at most {allowed})");
        if sum > allowed {
            over.push(format!("{name} by {} bytes", sum - allowed));
        }
    }
    if over.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("Over the budget of xtask/budget.toml: {}.", over.join(", "))))
}

impl Budget {
    /// Reads `name = number` lines; `#` begins a comment, `_` may part digits.
    fn parse(text: &str) -> Result<Self> {
        let read = |wanted: &str| {
            text.lines()
                .filter_map(|line| line.split('#').next().unwrap_or_default().split_once('='))
                .find(|(name, _)| name.trim() == wanted)
                .and_then(|(_, number)| number.trim().replace('_', "").parse().ok())
                .ok_or_else(|| Failure::new(format!("xtask/budget.toml has no number for {wanted}.")))
        };
        Ok(Self {
            page: read("page")?,
            keeper: read("keeper")?,
            exchange: read("exchange")?,
            precached: read("precached")?,
        })
    }
}

/// Which file is needed when. The page's group is what index.html asks for by itself (scripts, styles, preloads), and
/// what those scripts name.
fn groups(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Group> {
    let text = |path: &str| files.get(path).map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default();
    let html = text("/index.html");
    let mut asked = vec!["/index.html".to_owned()];
    for tag in tags(&html) {
        let loads = match tag.attribute("rel") {
            Some(rel) => ["stylesheet", "modulepreload", "preload"].contains(&rel),
            None => tag.name == "script",
        };
        if loads {
            asked.extend(tag.attribute("src").or(tag.attribute("href")).map(str::to_owned));
        }
    }
    let started: Vec<_> = asked.iter().filter(|path| path.starts_with("/start-")).map(|path| text(path)).collect();
    files
        .keys()
        .map(|path| {
            let is_asked = asked.contains(path) || started.iter().any(|script| script.contains(path.as_str()));
            let group = match path {
                _ if !precache::is_kept(path) => Group::NotKept,
                _ if is_asked => Group::Page,
                _ if path.starts_with("/keeper") => Group::Keeper,
                _ if path.starts_with("/exchange") => Group::Exchange,
                _ => Group::Rest,
            };
            (path.clone(), group)
        })
        .collect()
}

/// Bytes after brotli at its strongest, as a good host serves them.
fn brotli_11(bytes: &[u8]) -> usize {
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, size_hint: bytes.len(), ..Default::default() };
    let mut packed = Vec::new();
    // Writing to memory does not fail; a file that could not be packed counts in full.
    match brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters) {
        Ok(_) => packed.len(),
        Err(_) => bytes.len(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn files_are_grouped_by_when_they_are_needed() {
        let html = r#"<link rel="stylesheet" href="/a.css"><link rel=preload href=/font.woff2><link rel="icon" href="/i.png">
            <link rel="manifest" href="/m.webmanifest"><script type=module src=/start-1.js></script>"#;
        let list = [
            ("/index.html", html, Group::Page),
            ("/a.css", "", Group::Page),
            ("/font.woff2", "", Group::Page),
            ("/start-1.js", "import '/page.js'; init('/page_bg.wasm')", Group::Page),
            ("/page.js", "", Group::Page),
            ("/page_bg.wasm", "", Group::Page),
            ("/keeper.js", "", Group::Keeper),
            ("/keeper_bg.wasm", "", Group::Keeper),
            ("/exchange_bg.wasm", "", Group::Exchange),
            ("/i.png", "", Group::Rest),
            ("/m.webmanifest", "", Group::Rest),
            ("/sw.js", "", Group::NotKept),
            ("/screenshots/a.png", "", Group::NotKept),
        ];
        let files = list.iter().map(|(path, text, _)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
        let groups = groups(&files);
        for (path, _, group) in list {
            assert_eq!(groups[path], group, "{path}");
        }
    }

    #[test]
    fn the_budget_in_the_repository_can_be_read() {
        let budget = Budget::parse(include_str!("../budget.toml")).unwrap();
        // The figures themselves stand there alone; what is asked here is that each was read as what it is.
        let parts = [budget.page, budget.keeper, budget.exchange];
        assert!(parts.iter().all(|part| (50_000..budget.precached).contains(part)), "{budget:?}");
        let small = Budget::parse("page = 1_000 # why\nkeeper = 2\nexchange = 3\nprecached = 4").unwrap();
        assert_eq!(small, Budget { page: 1_000, keeper: 2, exchange: 3, precached: 4 });
        assert!(Budget::parse("page = 1\nkeeper = 2\nexchange = 3\n# precached = 4").is_err());
        assert!(Budget::parse("page = 1\nkeeper = two\nexchange = 3\nprecached = 4").is_err());
    }

    #[test]
    fn brotli_is_at_its_strongest() {
        let text = "lantern ".repeat(1000);
        assert!(brotli_11(text.as_bytes()) < 40);
        assert!(brotli_11(b"") <= 1);
    }
}
