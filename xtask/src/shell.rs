//! Running other programs and telling the user what happens.

use std::env;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// One sentence to the person at the terminal; standard output stays with the tests' own words.
pub fn say(sentence: &str) {
    eprintln!("xtask: {sentence}");
}

/// Whether the run is a build server's: there, a missing tool is a failure.
pub fn in_ci() -> bool {
    env::var("CI").is_ok_and(|value| value == "true" || value == "1")
}

/// The program's path when the user's PATH has it.
pub fn on_path(program: &str) -> Option<PathBuf> {
    found_in(&env::var_os("PATH")?, program)
}

/// The program's path when one of the folders has it.
pub fn found_in(path: &OsStr, program: &str) -> Option<PathBuf> {
    let name = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::split_paths(path).map(|dir| dir.join(&name)).find(|file| runnable(file))
}

#[cfg(unix)]
pub fn runnable(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata().is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
pub fn runnable(file: &Path) -> bool {
    file.is_file()
}

/// The cargo that runs us, so that its toolchain is used throughout.
pub fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Whether the program ran and was content. Its words go to the terminal; it cannot ask anything.
pub fn succeeds(command: &mut Command) -> bool {
    command.stdin(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// As [`succeeds`], but given up after a while: a network that swallows packets never answers.
pub fn succeeds_within(command: &mut Command, limit: Duration) -> bool {
    let Ok(mut child) = command.stdin(Stdio::null()).spawn() else { return false };
    let start = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) if start.elapsed() < limit => sleep(Duration::from_millis(50)),
            _ => {
                let _ = child.kill();
                let _ = child.wait();
                return false;
            }
        }
    }
}

/// What the program prints, when it runs and is content.
pub fn prints(program: impl AsRef<OsStr>, args: &[&str]) -> Option<String> {
    let output = Command::new(program).args(args).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs the program and keeps its standard output; what it says besides goes to the terminal.
pub fn overheard_quietly(command: &mut Command) -> (bool, String) {
    let output = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output();
    output.map_or((false, String::new()), |output| {
        (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
    })
}

/// Runs the program, passing its standard output on line by line while keeping it.
pub fn overheard(command: &mut Command) -> (bool, String) {
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
    let Ok(mut child) = child else { return (false, String::new()) };
    let mut heard = String::new();
    let mut lines = BufReader::new(child.stdout.take().expect("stdout is piped"));
    let mut line = Vec::new();
    while lines.read_until(b'\n', &mut line).is_ok_and(|count| count > 0) {
        let _ = std::io::stdout().write_all(&line);
        heard.push_str(&String::from_utf8_lossy(&line));
        line.clear();
    }
    (child.wait().is_ok_and(|status| status.success()), heard)
}
