//! What a server answers, header by header, without a browser between.

use std::io::{Read, Write};
use std::net::TcpStream;

/// The headers that every answer carries, whatever it is; xtask's own server sends the values that they are compared with.
pub const POLICY: [&str; 6] = [
    "Content-Security-Policy",
    "X-Content-Type-Options",
    "Cross-Origin-Opener-Policy",
    "Cross-Origin-Resource-Policy",
    "Referrer-Policy",
    "Permissions-Policy",
];

/// What came back.
pub struct Answer {
    /// For instance 200.
    pub status: u16,
    headers: Vec<(String, String)>,
}

impl Answer {
    /// Asks for a path.
    pub fn of(port: u16, path: &str) -> Self {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("the server listens");
        let asked =
            format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: */*\r\nConnection: close\r\n\r\n");
        stream.write_all(asked.as_bytes()).expect("it can be asked");
        let mut came = Vec::new();
        stream.read_to_end(&mut came).expect("it answers");
        let came = String::from_utf8_lossy(&came);
        let head = came.split("\r\n\r\n").next().unwrap_or_default();
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok());
        let headers = lines.filter_map(|line| line.split_once(':'));
        let headers = headers.map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned())).collect();
        Self { status: status.unwrap_or_else(|| panic!("no answer: {head}")), headers }
    }

    /// Every value of a header, because two policies are not one.
    pub fn all(&self, name: &str) -> Vec<&str> {
        let name = name.to_ascii_lowercase();
        self.headers.iter().filter(|(known, _)| *known == name).map(|(_, value)| value.as_str()).collect()
    }
}
