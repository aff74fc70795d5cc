//! Serving the page to its developer.

use std::net::{Ipv4Addr, TcpListener};

use crate::ask::ServeWish;
use crate::page;
use crate::place;
use crate::shell::say;

const USUAL_PORT: u16 = 8080;

pub fn run(wish: &ServeWish) -> Result<(), String> {
    let toolbox = if wish.release { page::release_tools()? } else { page::tools()? };
    let wanted = wish.port.unwrap_or(USUAL_PORT);
    let port = free_port(wanted).ok_or("no port is free on 127.0.0.1")?;
    if port != wanted {
        say(&format!("port {wanted} is taken; using {port}"));
    }
    let mut command = page::trunk(&toolbox);
    // Apart from dist/, which holds the release build, and from a second server.
    let out = place::scratch().join(format!("serve-{port}"));
    std::fs::create_dir_all(&out).map_err(|trouble| format!("cannot write {}: {trouble}", out.display()))?;
    command.args([
        "serve",
        "--address",
        "127.0.0.1",
        "--port",
        &port.to_string(),
        "--disable-address-lookup",
    ]);
    command.arg("--dist").arg(&out);
    if wish.release {
        command.arg("--release");
    }
    if wish.open {
        command.arg("--open");
    }
    say(&format!("building; then the page is at http://127.0.0.1:{port}/ (Ctrl-C stops it)"));
    become_it(command)
}

/// The wanted port, or any other when it is taken.
fn free_port(wanted: u16) -> Option<u16> {
    [wanted, 0].into_iter().find_map(|port| {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok()?;
        Some(listener.local_addr().ok()?.port())
    })
}

/// Takes our place, so that a signal meant for the server reaches it.
#[cfg(unix)]
fn become_it(mut command: std::process::Command) -> Result<(), String> {
    use std::os::unix::process::CommandExt;
    Err(format!("trunk does not start: {}", command.exec()))
}

#[cfg(not(unix))]
fn become_it(mut command: std::process::Command) -> Result<(), String> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        _ => Err("trunk stopped; see above".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_gives_way_to_a_free_one() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let wanted = taken.local_addr().unwrap().port();
        let given = free_port(wanted).unwrap();
        assert_ne!(given, wanted);
    }
}
