//! Screenshots of the real screens for the README, taken from the release build.

use std::process::Command;

use crate::shell::succeeds;
use crate::tools::{browser, node};
use crate::{host, page, place};

pub fn run() -> Result<(), String> {
    node::packages_ready("the screenshots are taken by them")?;
    let chromium = browser::chromium()?;
    page::build(&page::release_tools()?)?;
    let address =
        host::start(place::dist(), "/xueshi/").map_err(|trouble| format!("cannot serve dist/: {trouble}"))?;
    let mut command = Command::new("node");
    command.arg("screens.mjs").current_dir(place::journeys());
    command.env("XUESHI_URL", address).env("CHROMIUM", chromium);
    if succeeds(&mut command) { Ok(()) } else { Err("the screenshots could not be taken; see above".into()) }
}
