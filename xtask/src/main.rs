//! The project's own commands: what is needed gets found or installed, then the work is done.
//!
//! Everything a newcomer or a build server must know to build, serve and test is in this crate,
//! so that `cargo xtask <command>` on a fresh machine is the whole of the instructions.

mod apart;
mod ask;
mod bench;
mod check;
mod count;
mod dist;
mod host;
mod page;
mod place;
mod screens;
mod serve;
mod shell;
mod size;
mod suite;
mod tools;
mod version;

use std::process::ExitCode;

use ask::Ask;
use shell::say;

const HELP: &str = "\
学时簿: the project's commands

    cargo xtask serve [--release] [--port N] [--open]
        Builds the page and serves it on http://127.0.0.1:8080/ (a free port when that is taken),
        rebuilding when a source changes. Ctrl-C stops it.
        Needs: the wasm32 target, trunk, the wasm-bindgen command of Cargo.lock's version.

    cargo xtask build
        The release build into dist/, ready for any static host under any path (docs/deploy.md).
        Needs, besides: wasm-opt (the npm package binaryen, through Node).

    cargo xtask test [--only native|wasm|e2e] [FILTER]
        Every test: the native ones, those of tests/browser_*.rs in headless Chromium, and the
        journeys of tests/e2e/ against the release build, the main ones in Firefox, too. FILTER
        narrows them by name.
        Needs, besides: Node with the packages of tests/e2e/, Chromium, chromedriver, Firefox; and to
        check the files that the page makes: pdftotext, LibreOffice, zbarimg, Python 3.
        The last line counts the tests passed, failed and skipped.

    cargo xtask check
        Formatting, clippy (natively and for wasm32, warnings are errors), the tidy rules, and
        cargo-deny for bans, licences and sources; advisories where their database can be reached.
        Needs: cargo-deny, the wasm32 target.

    cargo xtask docs
        Writes docs/rules.md anew from the conformance suite.

    cargo xtask size
        What dist/ costs to download (raw, gzip, brotli 11), the largest crates and functions of the
        program, and whether it keeps to xtask/size.budget. `build` looks at the budget, too.

    cargo xtask bench
        Measures the engine and the page, and writes docs/benchmarks.md: about six minutes, best on
        an otherwise idle machine. Needs what the journeys need.

    cargo xtask screens
        Builds the release page and takes the screenshots of docs/screens/ anew.
        Needs what the journeys need.

What is needed and already there is used. What is missing is installed, saying what and why:
cargo tools into $CARGO_HOME/xueshi-tools/, Node packages into tests/e2e/node_modules/, the wasm32
target through rustup, and, as root on Debian, system packages through apt-get. Nothing else is
touched. What cannot be had is named in one sentence with the command that would help; the tests
that need it are counted as skipped, or, when CI=true, as failed.

    CHROMIUM, CHROMEDRIVER, FIREFOX    the browsers and the driver to use, instead of searching
";

fn main() -> ExitCode {
    if apart::is_asked() {
        return apart::stand_in();
    }
    let words: Vec<String> = std::env::args().skip(1).collect();
    let ask = match Ask::parse(&words) {
        Ok(ask) => ask,
        Err(trouble) => {
            say(&trouble);
            return ExitCode::from(2);
        }
    };
    let outcome = match ask {
        Ask::Help => {
            print!("{HELP}");
            Ok(())
        }
        Ask::Serve(wish) => serve::run(&wish),
        Ask::Build => page::release(),
        Ask::Test(wish) => suite::run(&wish),
        Ask::Check => check::run(),
        Ask::Docs => check::docs(),
        Ask::Bench => bench::run(),
        Ask::Screens => screens::run(),
        Ask::Size => size::run(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            // The count of tests stays the last line that `test` prints.
            if !trouble.is_empty() {
                say(&trouble);
            }
            ExitCode::FAILURE
        }
    }
}
