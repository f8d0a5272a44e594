//! As much of HTTP/1.1 as a server of fixed files on one's own machine needs: one request a connection, then closed.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

/// More than any browser's headers; whoever sends more is not answered.
const LONGEST_HEAD: u64 = 64 * 1024;

/// What a browser asks for.
#[derive(Debug, PartialEq, Eq)]
pub struct Request {
    /// `GET`, `HEAD`, …
    pub method: String,
    /// The path with its query, as it was sent.
    pub address: String,
}

/// What it gets.
#[derive(Debug)]
pub struct Answer {
    /// For instance 200.
    pub status: u16,
    /// Names and values; the length is added.
    pub headers: Vec<(&'static str, String)>,
    /// The file.
    pub body: Vec<u8>,
}

/// Answers every connection in a thread of its own, without end.
pub fn serve(listener: &TcpListener, answer: &(dyn Fn(&Request) -> Answer + Sync)) {
    thread::scope(|scope| {
        for connection in listener.incoming().flatten() {
            // A browser that went away meanwhile is no problem of ours.
            scope.spawn(move || converse(connection, answer).ok());
        }
    });
}

fn converse(connection: TcpStream, answer: &(dyn Fn(&Request) -> Answer + Sync)) -> io::Result<()> {
    // Browsers open connections before they need them, and some are never used.
    connection.set_read_timeout(Some(Duration::from_secs(60)))?;
    connection.set_write_timeout(Some(Duration::from_secs(60)))?;
    let mut writer = &connection;
    let Some(request) = read(&mut BufReader::new(&connection).take(LONGEST_HEAD))? else {
        return Ok(());
    };
    let answer = answer(&request);
    write(&mut writer, &answer, request.method != "HEAD")
}

/// Reads up to the empty line. `None` when what came is no request.
fn read(from: &mut impl BufRead) -> io::Result<Option<Request>> {
    let mut line = String::new();
    from.read_line(&mut line)?;
    let mut words = line.split_whitespace();
    let (Some(method), Some(address), Some(_version)) = (words.next(), words.next(), words.next()) else {
        return Ok(None);
    };
    let request = Request { method: method.to_owned(), address: address.to_owned() };
    loop {
        let mut line = String::new();
        if from.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        if line.trim_end().is_empty() {
            return Ok(Some(request));
        }
    }
}

fn write(to: &mut impl Write, answer: &Answer, with_body: bool) -> io::Result<()> {
    let reason = match answer.status {
        200 => "OK",
        404 => "Not Found",
        405 => "Method Not Allowed",
        _ => "Internal Server Error",
    };
    let mut head = format!(
        "HTTP/1.1 {} {reason}\r\nConnection: close\r\nContent-Length: {}\r\n",
        answer.status,
        answer.body.len()
    );
    for (name, value) in &answer.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    to.write_all(head.as_bytes())?;
    if with_body {
        to.write_all(&answer.body)?;
    }
    to.flush()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::net::Shutdown;

    #[test]
    fn a_request_is_read_up_to_its_empty_line() {
        let mut sent = &b"GET /a?b HTTP/1.1\r\nHost: x\r\naccept: text/html,*/*\r\n\r\nmore"[..];
        let request = read(&mut sent).unwrap().unwrap();
        let wanted = Request { method: "GET".into(), address: "/a?b".into() };
        assert_eq!(request, wanted);
        for broken in ["", "GET\r\n\r\n", "GET / HTTP/1.1\r\nHost: x\r\n"] {
            assert_eq!(read(&mut broken.as_bytes()).unwrap(), None, "{broken:?}");
        }
    }

    #[test]
    fn an_idle_connection_holds_nobody_up() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        // Serves for as long as the tests run.
        thread::spawn(move || {
            serve(&listener, &|request| Answer {
                status: 200,
                headers: vec![("X-Asked", request.address.clone())],
                body: vec![b'x'; 300_000],
            });
        });
        let idle: Vec<_> = (0..10).map(|_| TcpStream::connect(address).unwrap()).collect();
        for method in ["GET", "HEAD"] {
            let mut connection = TcpStream::connect(address).unwrap();
            connection.write_all(format!("{method} /there HTTP/1.1\r\n\r\n").as_bytes()).unwrap();
            connection.shutdown(Shutdown::Write).unwrap();
            let mut answer = String::new();
            connection.read_to_string(&mut answer).unwrap();
            let (head, body) = answer.split_once("\r\n\r\n").unwrap();
            assert!(head.starts_with("HTTP/1.1 200 OK\r\n"), "{head}");
            assert!(head.contains("X-Asked: /there") && head.contains("Content-Length: 300000"), "{head}");
            assert_eq!(body.len(), if method == "GET" { 300_000 } else { 0 });
        }
        drop(idle);
    }
}
