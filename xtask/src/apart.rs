//! The page's program in two parts: what answers at once, and what is fetched meanwhile.
//!
//! `src/main.rs` says where the cut goes. It has to be made between the compiler and
//! wasm-bindgen, where trunk offers no place: for the release build, xtask stands in for the
//! wasm-bindgen that trunk calls, cuts the program, and calls the real one for the first part.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use wasm_split_cli_support::{Options, transform};

use crate::dist::{short_hash, text_of, write};
use crate::place;
use crate::shell::{found_in, on_path, say, succeeds};
use crate::tools::Toolbox;

/// The program that xtask stands in for.
const BINDGEN: &str = "wasm-bindgen";
/// Tells the stand-in where the real one is.
const REAL: &str = "XUESHI_WASM_BINDGEN";
/// The name of the cut in `src/main.rs`.
const PART: &str = "rest";
/// How wasm-bindgen's JavaScript begins that belongs to a program in parts.
const LINK: &str = "import * as import1 from \"./__wasm_split.js\"\n";
/// How it ends, which trunk's minifier cannot read, and the same for who only starts the program.
const EXPORTS: &str = "export { initSync, __wbg_init as default };";
const EXPORT: &str = "export default __wbg_init;";
/// What fetches the second part, in its place.
const FETCH: &str = include_str!("apart.js");

/// Has trunk cut the program that it builds.
pub fn equip(trunk: &mut Command, toolbox: &Toolbox) -> Result<(), String> {
    let path = toolbox.path();
    let real = found_in(&path, BINDGEN).ok_or("wasm-bindgen is not where it was")?;
    let own = env::current_exe().map_err(|trouble| format!("xtask cannot find itself: {trouble}"))?;
    let dir = folder().join("bin");
    renew(&dir)?;
    let stand_in = dir.join(format!("{BINDGEN}{}", env::consts::EXE_SUFFIX));
    fs::copy(own, &stand_in).map_err(|trouble| format!("cannot write {}: {trouble}", stand_in.display()))?;
    let dirs = std::iter::once(dir).chain(env::split_paths(&path));
    let path = env::join_paths(dirs).map_err(|_| "a folder of the PATH has an odd name")?;
    trunk.env("PATH", path).env(REAL, real).args(["--features", "split"]);
    Ok(())
}

/// Whether trunk called this run for wasm-bindgen.
pub fn is_asked() -> bool {
    let called = env::args_os().next().map(PathBuf::from);
    called.is_some_and(|path| path.file_stem().is_some_and(|stem| stem == BINDGEN))
}

/// Does what wasm-bindgen was asked for, with the program cut in two where it has a cut.
pub fn stand_in() -> ExitCode {
    match bind(&env::args().skip(1).collect::<Vec<_>>()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(trouble) => {
            say(&trouble);
            ExitCode::FAILURE
        }
    }
}

fn bind(args: &[String]) -> Result<bool, String> {
    let real = env::var_os(REAL).ok_or_else(|| format!("{REAL} is not set"))?;
    let program = args.iter().find(|arg| arg.ends_with(&format!("{}.wasm", place::PROGRAM)));
    let Some(program) = program else { return Ok(succeeds(Command::new(real).args(args))) };
    let bytes = fs::read(program).map_err(|trouble| format!("cannot read {program}: {trouble}"))?;
    let dir = folder().join("parts");
    renew(&dir)?;
    let first = dir.join(format!("{}.wasm", place::PROGRAM));
    let mut options = Options::new(&bytes);
    options.output_dir = &dir;
    options.main_out_path = &first;
    transform(options).map_err(|trouble| format!("the program cannot be cut: {trouble:#}"))?;

    let mut command = Command::new(real);
    command.args(
        args.iter()
            .map(|arg| if arg == program { first.to_string_lossy().into_owned() } else { arg.clone() }),
    );
    // The second part is joined through them.
    command.arg("--keep-lld-exports");
    if !succeeds(&mut command) {
        return Ok(false);
    }
    let rest = optimised(&dir.join(format!("split_{PART}.wasm")))?;
    let name = format!("{PART}-{}.wasm", short_hash(&rest));
    write(&dir.join(&name), &rest)?;
    let out = args.iter().find_map(|arg| arg.strip_prefix("--out-dir=")).ok_or("trunk names no --out-dir")?;
    join(Path::new(out), &name)?;
    Ok(true)
}

/// Teaches the first part's JavaScript to fetch the second, and both its files that one's name:
/// their own names then tell one build from another.
fn join(out: &Path, rest: &str) -> Result<(), String> {
    let script = out.join(format!("{}.js", place::PROGRAM));
    write(&script, fetching(&text_of(&script)?, rest)?.as_bytes())?;
    let program = out.join(format!("{}_bg.wasm", place::PROGRAM));
    let mut bytes =
        fs::read(&program).map_err(|trouble| format!("cannot read {}: {trouble}", program.display()))?;
    bytes.extend(custom_section(PART, rest));
    write(&program, &bytes)
}

fn fetching(script: &str, rest: &str) -> Result<String, String> {
    if script.matches(LINK).count() != 1 {
        return Err(format!("wasm-bindgen's JavaScript does not begin as expected: no `{}`", LINK.trim()));
    }
    Ok(script.replace(LINK, &FETCH.replace("REST", rest)).replace(EXPORTS, EXPORT))
}

/// A section of WebAssembly that no machine reads. Both lengths stay under 128, one byte each.
fn custom_section(name: &str, content: &str) -> Vec<u8> {
    let mut section = vec![0, (1 + name.len() + content.len()) as u8, name.len() as u8];
    section.extend(name.bytes());
    section.extend(content.bytes());
    section
}

/// As trunk optimises the first part.
fn optimised(part: &Path) -> Result<Vec<u8>, String> {
    let page = text_of(&place::root().join("public/index.html"))?;
    let params = page.split("data-wasm-opt-params=\"").nth(1).and_then(|rest| rest.split('"').next());
    let params = params.ok_or("public/index.html has no data-wasm-opt-params")?;
    let out = part.with_extension("small.wasm");
    let mut command = Command::new(on_path("wasm-opt").ok_or("wasm-opt is not where it was")?);
    command.args(params.split_whitespace()).arg("-Oz").arg(part).arg("-o").arg(&out);
    if !succeeds(&mut command) {
        return Err("wasm-opt refuses the second part; see above".into());
    }
    fs::read(&out).map_err(|trouble| format!("cannot read {}: {trouble}", out.display()))
}

/// Puts the second part beside the first, which trunk has written.
pub fn bring(dist: &Path) -> Result<(), String> {
    let dir = folder().join("parts");
    let files = fs::read_dir(&dir).map_err(|trouble| format!("cannot list {}: {trouble}", dir.display()))?;
    let mut names = files.flatten().map(|file| file.file_name().to_string_lossy().into_owned());
    let name = names.find(|name| name.starts_with(&format!("{PART}-"))).ok_or("the program was not cut")?;
    fs::copy(dir.join(&name), dist.join(&name))
        .map_err(|trouble| format!("cannot copy {name}: {trouble}"))?;
    Ok(())
}

fn folder() -> PathBuf {
    place::scratch().join("apart")
}

fn renew(dir: &Path) -> Result<(), String> {
    let _ = fs::remove_dir_all(dir);
    fs::create_dir_all(dir).map_err(|trouble| format!("cannot make {}: {trouble}", dir.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_fetches_the_part_by_its_name_in_place_of_the_link() {
        let script = format!("{LINK}let wasm;\n{EXPORTS}\n");
        let joined = fetching(&script, "rest-0123.wasm").unwrap();
        assert!(joined.contains("new URL('rest-0123.wasm', import.meta.url)"));
        assert!(!joined.contains("__wasm_split.js") && !joined.contains("REST"));
        assert!(joined.ends_with("let wasm;\nexport default __wbg_init;\n"));
    }

    #[test]
    fn another_kind_of_script_is_refused() {
        assert!(fetching("let wasm;", "rest-0123.wasm").unwrap_err().contains("does not begin as expected"));
    }

    #[test]
    fn a_section_says_how_long_it_is() {
        // Custom (0), eight bytes: the name's length, the name, the content.
        assert_eq!(custom_section("rest", "abc"), b"\x00\x08\x04restabc");
    }
}
