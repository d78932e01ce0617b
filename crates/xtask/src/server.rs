//! A small static server, for `cargo xtask serve` and the browser tests.
//!
//! **Invariant:** it reads files under its folder only, on 127.0.0.1 only, and caches nothing.
//! Start at [`Server::start`].

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{JoinHandle, spawn};
use std::time::Duration;

/// A running server; it stops when it is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    mount: String,
    stopped: Arc<AtomicBool>,
    accepting: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves `dir` below the path `mount` (with a slash at both ends) on `port`, or on a free one for 0.
    pub fn start(dir: &Path, mount: &str, port: u16) -> std::io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", port))?;
        let address = listener.local_addr()?;
        let stopped = Arc::new(AtomicBool::new(false));
        let (dir, prefix, stop) = (dir.to_owned(), mount.to_owned(), Arc::clone(&stopped));
        let accepting = spawn(move || {
            for stream in listener.incoming() {
                if stop.load(Ordering::SeqCst) {
                    return;
                }
                let (dir, prefix) = (dir.clone(), prefix.clone());
                if let Ok(stream) = stream {
                    // A connection that breaks is the browser's business.
                    spawn(move || answer(stream, &dir, &prefix));
                }
            }
        });
        Ok(Self { address, mount: mount.to_owned(), stopped, accepting: Some(accepting) })
    }

    /// The address of the page.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.mount)
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        if let Some(accepting) = self.accepting.take() {
            let _ = accepting.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::SeqCst);
        // The thread waits for a connection, so it is given one.
        let _ = TcpStream::connect(self.address);
        if let Some(accepting) = self.accepting.take() {
            let _ = accepting.join();
        }
    }
}

fn answer(mut stream: TcpStream, dir: &Path, mount: &str) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    if !matches!(method, "GET" | "HEAD") {
        return stream
            .write_all(b"HTTP/1.1 405 Method Not Allowed\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }
    let found = file(dir, mount, target).and_then(|path| Some((fs::read(&path).ok()?, mime(&path))));
    let (status, body, mime) = match found {
        Some((body, mime)) => ("200 OK", body, mime),
        None => ("404 Not Found", b"There is no such file here.\n".to_vec(), "text/plain; charset=utf-8"),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if method == "GET" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

/// The file that `target`, the path of a request, stands for.
fn file(dir: &Path, mount: &str, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?;
    let path = decoded(path.strip_prefix(mount)?)?;
    let mut found = dir.to_owned();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        if part.starts_with('.') || part.contains(['\\', ':', '\0']) {
            return None;
        }
        found.push(part);
    }
    Some(if path.is_empty() || path.ends_with('/') { found.join("index.html") } else { found })
}

fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        let digit = |byte: u8| char::from(byte).to_digit(16);
        bytes.push(match byte {
            b'%' => (digit(rest.next()?)? * 16 + digit(rest.next()?)?) as u8,
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}

/// The type of `path` by its ending.
pub fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    #[test]
    fn a_path_stays_in_the_folder() {
        let check = |target: &str, expected: Option<&str>| {
            let found = file(Path::new("/site"), "/a/b/", target);
            assert_eq!(found.as_deref(), expected.map(Path::new), "{target}");
        };
        check("/a/b/", Some("/site/index.html"));
        check("/a/b/?x#y", Some("/site/index.html"));
        check("/a/b/icons/x.svg", Some("/site/icons/x.svg"));
        check("/a/b/a%20b", Some("/site/a b"));
        check("/a/b/../x", None);
        check("/a/b/%2e%2e/x", None);
        check("/a/b/..%2fx", None);
        check("/a/b/%zz", None);
        check("/", None);
        check("/etc/passwd", None);
    }

    #[test]
    fn a_file_is_served_with_its_type_and_nothing_after_the_end() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("a.wasm"), b"\0asm").unwrap();
        let server = Server::start(dir.path(), "/", 0).unwrap();
        let get = |path: &str| {
            let mut stream = TcpStream::connect(server.address).unwrap();
            write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            answer
        };
        let found = get("/a.wasm");
        assert!(found.starts_with("HTTP/1.1 200 OK\r\nContent-Type: application/wasm\r\n"), "{found}");
        assert!(found.ends_with("\r\n\r\n\0asm"), "{found}");
        assert!(get("/b.wasm").starts_with("HTTP/1.1 404"));
    }
}
