//! Asks the linker to keep its notes where the program will be cut in two (src/ui/rest.rs).

use std::env;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let is_cut = env::var_os("CARGO_FEATURE_SPLIT").is_some();
    if is_cut && env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm") {
        println!("cargo:rustc-link-arg-bin=xueshi=--emit-relocs");
    }
}
