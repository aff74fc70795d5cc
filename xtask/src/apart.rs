//! The page's program in two parts: what answers at once, and what is fetched meanwhile.
//!
//! `src/ui/rest.rs` says where the cut goes. It has to be made between the compiler and
//! wasm-bindgen, where trunk offers no place: for the release build, xtask stands in for the
//! wasm-bindgen that trunk calls, cuts the program, and calls the real one for the first part.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use wasm_split_cli_support::{Options, transform};

use crate::dist::short_hash;
use crate::place;
use crate::shell::{on_path, say, succeeds};
use crate::tools::Toolbox;

/// The program that xtask stands in for.
const BINDGEN: &str = "wasm-bindgen";
/// Tells the stand-in where the real one is.
const REAL: &str = "XUESHI_WASM_BINDGEN";
/// The name of the cut in `src/ui/rest.rs`.
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
    let real = on_path_of(&path).ok_or("wasm-bindgen is not where it was")?;
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

fn on_path_of(path: &OsStr) -> Option<PathBuf> {
    let name = format!("{BINDGEN}{}", env::consts::EXE_SUFFIX);
    env::split_paths(path).map(|dir| dir.join(&name)).find(|file| crate::shell::runnable(file))
}

/// The arguments, when this run stands in for wasm-bindgen.
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
    let text = text_of(&script)?;
    if text.matches(LINK).count() != 1 {
        return Err(format!("wasm-bindgen's JavaScript does not begin as expected: no `{}`", LINK.trim()));
    }
    let text = text.replace(LINK, &FETCH.replace("REST", rest)).replace(EXPORTS, EXPORT);
    write(&script, text.as_bytes())?;
    let program = out.join(format!("{}_bg.wasm", place::PROGRAM));
    let mut bytes =
        fs::read(&program).map_err(|trouble| format!("cannot read {}: {trouble}", program.display()))?;
    bytes.extend(custom_section("rest", rest.as_bytes()));
    write(&program, &bytes)
}

/// A section of WebAssembly that no machine reads. Both lengths stay under 128, one byte each.
fn custom_section(name: &str, content: &[u8]) -> Vec<u8> {
    let mut section = vec![0, (1 + name.len() + content.len()) as u8, name.len() as u8];
    section.extend(name.bytes());
    section.extend(content);
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
    let name = names.find(|name| name.starts_with("rest-")).ok_or("the program was not cut")?;
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

fn text_of(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|trouble| format!("cannot read {}: {trouble}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(path, bytes).map_err(|trouble| format!("cannot write {}: {trouble}", path.display()))
}
