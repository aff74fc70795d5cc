//! A small static host under a sub-path, as the page's least demanding host would be.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// Longer requests are no browser's.
const REQUEST_BYTES_MAX: u64 = 64 * 1024;
const PATIENCE: Duration = Duration::from_secs(10);

/// Serves the folder on a free port under the path, until the program ends; gives the address.
pub fn start(folder: PathBuf, under: &'static str) -> io::Result<String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let address = format!("http://{}{under}", listener.local_addr()?);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let folder = folder.clone();
            thread::spawn(move || answer(stream, &folder, under));
        }
    });
    Ok(address)
}

fn answer(mut stream: TcpStream, folder: &Path, under: &str) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new(stream.try_clone()?.take(REQUEST_BYTES_MAX)).lines();
    let request = lines.next().unwrap_or(Ok(String::new()))?;
    // The headers say nothing to us, but a reset answers who is not heard out.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    if !matches!(method, "GET" | "HEAD") {
        return reply(&mut stream, "405 Method Not Allowed", "text/plain", b"GET and HEAD only", true);
    }
    let found = inside(under, target).and_then(|path| {
        let body = fs::read(folder.join(&path)).ok()?;
        Some((mime(&path), body))
    });
    match found {
        Some((mime, body)) => reply(&mut stream, "200 OK", mime, &body, method == "GET"),
        None => reply(&mut stream, "404 Not Found", "text/plain", b"nothing here", method == "GET"),
    }
}

fn reply(stream: &mut TcpStream, status: &str, mime: &str, body: &[u8], whole: bool) -> io::Result<()> {
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {length}\r\n\
         Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
    )?;
    if whole {
        stream.write_all(body)?;
    }
    stream.flush()
}

/// The file that a request means, relative to the folder: never one outside of it.
fn inside(under: &str, target: &str) -> Option<String> {
    let path = target.split(['?', '#']).next()?;
    let path = decoded(path)?;
    let path = path.strip_prefix(under)?;
    let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.into() };
    let safe = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', ':', '\0']);
    path.split('/').all(safe).then_some(path)
}

fn decoded(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut plain = Vec::new();
    while let Some(byte) = bytes.next() {
        plain.push(match byte {
            b'%' => {
                let digits = [bytes.next()?, bytes.next()?];
                u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
            }
            other => other,
        });
    }
    String::from_utf8(plain).ok()
}

fn mime(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, end)| end) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_under_the_path_find_their_file() {
        let cases = [
            ("/a/b/", "index.html"),
            ("/a/b/app.js?v=1", "app.js"),
            ("/a/b/x/", "x/index.html"),
            ("/a/b/%E5%AD%A6.txt", "学.txt"),
        ];
        for (target, file) in cases {
            assert_eq!(inside("/a/b/", target).as_deref(), Some(file), "{target}");
        }
    }

    #[test]
    fn nothing_outside_the_folder_is_ever_meant() {
        let targets = [
            "/",
            "/app.js",
            "/a/b",
            "/a/b/../x",
            "/a/b/%2e%2e/x",
            "/a/b//etc/passwd",
            "/a/b/c:x",
            "/a/b/..%5cx",
            "/a/b/%zz",
        ];
        for target in targets {
            assert_eq!(inside("/a/b/", target), None, "{target}");
        }
    }

    #[test]
    fn webassembly_has_the_type_that_streaming_asks_for() {
        assert_eq!(mime("xueshi_bg.wasm"), "application/wasm");
        assert_eq!(mime("icon.svg"), "image/svg+xml");
        assert_eq!(mime("README"), "application/octet-stream");
    }

    #[test]
    fn a_request_is_answered_and_a_post_is_not() {
        let folder = std::env::temp_dir().join(format!("xueshi-host-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.html"), "学").unwrap();
        let address = start(folder.clone(), "/a/").unwrap();
        let host = address.trim_start_matches("http://").trim_end_matches("/a/").to_string();
        let ask = |request: &str| {
            let mut stream = TcpStream::connect(&host).unwrap();
            write!(stream, "{request} HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
            let mut text = String::new();
            stream.read_to_string(&mut text).unwrap();
            text
        };
        assert!(ask("GET /a/").ends_with("学"));
        assert!(ask("HEAD /a/").ends_with("\r\n\r\n"));
        assert!(ask("GET /").starts_with("HTTP/1.1 404"));
        assert!(ask("POST /a/").starts_with("HTTP/1.1 405"));
        fs::remove_dir_all(folder).unwrap();
    }
}
