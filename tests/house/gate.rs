//! A slow line to the server: it lets everything through, except for one file that it holds back until it is told.

use std::io::{BufRead, BufReader, Write, copy};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

/// Which file waits, if any, and the bell for those who wait for it.
type Held = Arc<(Mutex<Option<String>>, Condvar)>;

/// Stands before a server and is asked in its place.
pub struct Gate {
    port: u16,
    held: Held,
}

impl Gate {
    /// Stands before the server of this origin.
    pub fn before(origin: &str) -> Self {
        let server = origin.trim_start_matches("http://").to_owned();
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let port = listener.local_addr().expect("its number").port();
        let held = Held::default();
        let shared = Arc::clone(&held);
        // The thread ends with the test's process.
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (server, held) = (server.clone(), Arc::clone(&shared));
                // A browser that has gone away, or a server, is no failure of the gate.
                thread::spawn(move || pass_on(&stream, &server, &held).ok());
            }
        });
        Self { port, held }
    }

    /// Where it stands.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Holds back whoever asks for this path, from now on.
    pub fn hold(&self, path: &str) {
        *self.held.0.lock().expect("no thread has failed") = Some(path.to_owned());
    }

    /// Lets them through.
    pub fn let_through(&self) {
        *self.held.0.lock().expect("no thread has failed") = None;
        self.held.1.notify_all();
    }
}

/// One request a connection, as the server has it.
fn pass_on(browser: &TcpStream, server: &str, held: &Held) -> std::io::Result<()> {
    let mut head = String::new();
    let mut lines = BufReader::new(browser);
    while lines.read_line(&mut head)? > 2 {}
    let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
    let waiting = held.0.lock().expect("no thread has failed");
    drop(held.1.wait_while(waiting, |held| held.as_deref() == Some(&path)).expect("no thread has failed"));
    let mut onward = TcpStream::connect(server)?;
    onward.write_all(head.as_bytes())?;
    copy(&mut onward, &mut &*browser)?;
    Ok(())
}
