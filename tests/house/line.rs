//! A web socket, as far as a browser that is spoken to needs one.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};

const MASK: [u8; 4] = [1, 2, 3, 4];

/// An open line.
pub struct Line(BufReader<TcpStream>);

impl Line {
    /// Opens it.
    pub fn to(address: &str) -> Self {
        let (host, path) = address.trim_start_matches("ws://").split_once('/').expect("an address");
        let mut stream = TcpStream::connect(host).expect("the browser listens");
        stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a patience");
        let asked = format!(
            "GET /{path} HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
             Sec-WebSocket-Key: bGFudGVybiByb29tIGtleQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
        );
        stream.write_all(asked.as_bytes()).expect("the browser hears");
        let mut line = Self(BufReader::new(stream));
        let mut header = String::new();
        while line.0.read_line(&mut header).expect("the browser answers") > 2 {}
        assert!(header.contains(" 101 "), "{header}");
        line
    }

    /// Sends a command.
    pub fn say(&mut self, id: u32, method: &str, params: Value) {
        let text = json!({ "id": id, "method": method, "params": params }).to_string();
        let length = u16::try_from(text.len()).expect("a short command");
        let mut frame = vec![0x81];
        if length < 126 {
            frame.push(0x80 | length as u8);
        } else {
            frame.push(0x80 | 126);
            frame.extend(length.to_be_bytes());
        }
        // Any mask will do, except for one of zeros: Firefox hangs up.
        frame.extend(MASK);
        frame.extend(text.bytes().zip(MASK.into_iter().cycle()).map(|(byte, mask)| byte ^ mask));
        self.0.get_mut().write_all(&frame).expect("the browser hears");
    }

    /// Waits for the next that is said.
    pub fn hear(&mut self) -> String {
        let mut text = Vec::new();
        loop {
            let [first, second] = self.bytes();
            let length = match second & 0x7f {
                126 => u64::from(u16::from_be_bytes(self.bytes())),
                127 => u64::from_be_bytes(self.bytes()),
                short => short.into(),
            };
            let mut part = vec![0; usize::try_from(length).expect("it fits")];
            self.0.read_exact(&mut part).expect("the whole of it");
            if first & 0x0f <= 1 {
                text.extend(part);
                if first & 0x80 != 0 {
                    return String::from_utf8(text).expect("text");
                }
            }
        }
    }

    fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        self.0.read_exact(&mut bytes).expect("the browser goes on");
        bytes
    }
}
