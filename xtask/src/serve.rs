//! Serves the release on this machine, with the headers that a good host would set.

use crate::failure::{Failure, NamesFile, Result};
use crate::http::{self, Answer, Request};
use crate::places::Places;
use crate::{build, policy};
use std::fs;
use std::net::TcpListener;
use std::path::{Component, Path, PathBuf};

/// Looked for first when the person names no port.
const FIRST_PORT: u16 = 8080;
/// How many ports above it are tried.
const PORTS: u16 = 50;

#[derive(Debug, PartialEq, Eq)]
struct Options {
    port: Option<u16>,
    build: bool,
    directory: Option<PathBuf>,
}

impl Options {
    fn parse(args: &[&str]) -> Result<Self> {
        let mut options = Self { port: None, build: true, directory: None };
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            let mut value = || args.next().ok_or_else(|| Failure::new(format!("{arg} needs a value.")));
            match *arg {
                "--port" => {
                    let port = value()?;
                    options.port = Some(port.parse().map_err(|_| Failure::new(format!("{port} is not a port.")))?);
                }
                "--dir" => {
                    options.directory = Some(PathBuf::from(value()?));
                    options.build = false;
                }
                "--no-build" => options.build = false,
                other => return Err(Failure::new(format!("serve does not know {other}."))),
            }
        }
        Ok(options)
    }
}

/// Builds (unless told not to) and serves until it is stopped. The first line printed is
/// `listening on http://127.0.0.1:PORT`, for programs; `--port 0` takes any free port.
pub fn serve(places: &Places, args: &[&str]) -> Result {
    let options = Options::parse(args)?;
    if options.build {
        build::build(places)?;
    }
    let directory = options.directory.unwrap_or_else(|| places.dist.clone());
    let page = directory.join("index.html");
    if !page.is_file() {
        return Err(Failure::new(format!("There is no {}: build it first with cargo xtask build.", page.display())));
    }
    let listener = listen(options.port)?;
    let port = listener.local_addr().map_or(0, |address| address.port());
    println!("listening on http://127.0.0.1:{port}");
    println!("Lantern Room is at http://localhost:{port} (Ctrl+C stops it)");
    http::serve(&listener, &|request| answer(&directory, request));
    Ok(())
}

fn listen(port: Option<u16>) -> Result<TcpListener> {
    let ports = port.map_or(FIRST_PORT..=FIRST_PORT + PORTS, |only| only..=only);
    let mut problem = String::new();
    for port in ports {
        match TcpListener::bind(("127.0.0.1", port)) {
            Ok(listener) => return Ok(listener),
            Err(error) => problem = format!("Port {port} of this machine cannot be used: {error}."),
        }
    }
    Err(Failure::new(problem))
}

fn answer(directory: &Path, request: &Request) -> Answer {
    let (status, path) = match request.method.as_str() {
        "GET" | "HEAD" => choose(directory, &request.address),
        _ => (405, None),
    };
    let (status, body, mime, cache) = match path.map(|path| read(&path)) {
        Some(Ok((bytes, mime, cache))) => (status, bytes, mime, cache),
        Some(Err(_)) => (500, b"This file could not be read.".to_vec(), policy::content_type(".txt"), "no-store"),
        None => (status, b"There is nothing here.".to_vec(), policy::content_type(".txt"), "no-store"),
    };
    let mut headers = vec![("Content-Type", mime), ("Cache-Control", cache.to_owned())];
    headers.extend(policy::headers());
    Answer { status, headers, body }
}

fn read(path: &Path) -> Result<(Vec<u8>, String, &'static str)> {
    let bytes = fs::read(path).naming("read", path)?;
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    Ok((bytes, policy::content_type(name), policy::cache_control(name)))
}

/// The status and the file for an address.
fn choose(directory: &Path, address: &str) -> (u16, Option<PathBuf>) {
    let page = || (200, Some(directory.join("index.html")));
    let address = address.split(['?', '#']).next().unwrap_or_default();
    let relative = Path::new(address.trim_start_matches('/'));
    // Only plain names below the directory: no `..`, no encoded characters, which no shipped file has.
    let plain =
        relative.components().all(|part| matches!(part, Component::Normal(_))) && !address.contains(['%', '\\']);
    if address == "/" {
        return page();
    }
    let file = directory.join(relative);
    if plain && file.is_file() {
        return (200, Some(file));
    }
    if plain && policy::is_page(address) { page() } else { (404, None) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn options_are_read_and_unknown_ones_refused() {
        let all = Options::parse(&["--port", "0", "--dir", "/tmp/x"]).unwrap();
        assert_eq!(all, Options { port: Some(0), build: false, directory: Some("/tmp/x".into()) });
        assert!(Options::parse(&[]).unwrap().build);
        for bad in [&["--port"][..], &["--port", "70000"], &["--open"]] {
            assert!(Options::parse(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn pages_fall_back_to_the_shell_and_files_do_not() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let shell = (200, Some(root.join("index.html")));
        assert_eq!(choose(root, "/"), shell);
        assert_eq!(choose(root, "/children/abc?tab=1"), shell);
        assert_eq!(choose(root, "/src/main.rs"), (200, Some(root.join("src/main.rs"))));
        assert_eq!(choose(root, "/missing.js"), (404, None));
    }

    #[test]
    fn nothing_outside_the_directory_is_served() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        for outside in
            ["/../Cargo.toml", "//../Cargo.toml", "/%2e%2e/Cargo.toml", "/setup/../../Cargo.toml", "/..\\Cargo.toml"]
        {
            assert_eq!(choose(&root, outside), (404, None), "{outside}");
        }
    }
}
