//! The configurations in docs/hosting say exactly what xtask/src/policy.rs says, no more and no less.

use crate::policy::{self, ONLY_OVER_HTTPS, TYPES};

const NGINX: &str = include_str!("../../docs/hosting/nginx.conf");
const APACHE: &str = include_str!("../../docs/hosting/apache.conf");
const CADDY: &str = include_str!("../../docs/hosting/Caddyfile");
const HEADERS: &str = include_str!("../../docs/hosting/_headers");
const REDIRECTS: &str = include_str!("../../docs/hosting/_redirects");
const PATHS: &str = include_str!("../../src/app/paths.rs");

/// Every header of a host, as its own language writes it.
fn written(how: impl Fn(&str, &str) -> String) -> Vec<String> {
    let mut all = policy::headers();
    all.push((ONLY_OVER_HTTPS.0, ONLY_OVER_HTTPS.1.to_owned()));
    all.iter().map(|(name, value)| how(name, value)).collect()
}

/// The lines that begin so, without the space before them.
fn lines<'a>(text: &'a str, beginning: &str) -> Vec<&'a str> {
    text.lines().map(str::trim).filter(|line| line.starts_with(beginning)).collect()
}

#[test]
fn nginx_says_the_policy() {
    let mut wanted = written(|name, value| format!("add_header {name} \"{value}\" always;"));
    wanted.push("add_header Cache-Control $lantern_room_kept always;".to_owned());
    assert_eq!(lines(NGINX, "add_header"), wanted);
    for (ending, kind) in TYPES {
        assert_eq!(lines(NGINX, &format!("{kind} {ending};")).len(), 1, "{ending}");
    }
}

#[test]
fn apache_says_the_policy() {
    let wanted = written(|name, value| format!("Header always set {name} \"{value}\""));
    let said = lines(APACHE, "Header ");
    let (policy, kept) = said.split_at(wanted.len().min(said.len()));
    assert_eq!(policy, wanted);
    assert!(kept.len() == 3 && kept.iter().all(|line| line.starts_with("Header always set Cache-Control ")));
    for (ending, kind) in TYPES {
        assert_eq!(lines(APACHE, &format!("AddType {kind} .{ending}")).len(), 1, "{ending}");
    }
}

#[test]
fn caddy_says_the_policy() {
    let block = CADDY.split_once("\theader {\n").and_then(|(_, rest)| rest.split_once("\n\t}")).map(|(block, _)| block);
    let said: Vec<&str> = block.unwrap_or_default().lines().map(str::trim).collect();
    let mut wanted = written(|name, value| format!("{name} \"{value}\""));
    wanted.push("-Server".to_owned());
    assert_eq!(said, wanted);
}

#[test]
fn hosts_of_static_files_say_the_policy() {
    let said: Vec<&str> = HEADERS.lines().filter(|line| !line.starts_with('#')).collect();
    let mut wanted = vec!["/*".to_owned()];
    wanted.extend(written(|name, value| format!("  {name}: {value}")));
    wanted.push("  Cache-Control: no-cache".to_owned());
    assert_eq!(said, wanted);
}

/// Every address that src/app/paths.rs writes, constant or made, is one of the app's pages for such a host.
#[test]
fn hosts_of_static_files_know_every_page() {
    let quoted = PATHS.split('"').skip(1).step_by(2);
    // A name with an ending is a file of its own.
    let addresses: Vec<&str> =
        quoted.filter(|text| text.starts_with('/') && text.len() > 1 && !text.contains('.')).collect();
    assert!(addresses.len() > 20, "{addresses:?}");
    let rules: Vec<&str> = lines(REDIRECTS, "/").iter().filter_map(|line| line.strip_suffix(" / 200")).collect();
    for address in addresses {
        // What is asked of a page is no part of its path.
        let address = address.split('?').next().unwrap_or(address);
        let known = rules.iter().any(|rule| match rule.strip_suffix('*') {
            Some(below) => address.starts_with(below),
            None => *rule == address,
        });
        assert!(known && policy::is_page(address), "{address} is not in docs/hosting/_redirects");
    }
}

/// The same rule in three languages: which names are kept without asking.
#[test]
fn hashed_names_are_told_alike() {
    for text in [NGINX, APACHE, CADDY] {
        assert!(text.contains(r"-[0-9a-f]{16}(_bg)?\.(css|js|wasm)$"));
        assert!(text.contains(policy::cache_control("/start-0123456789abcdef.js")));
    }
}
