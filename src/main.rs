//! The page's entry point. Natively there is nothing to run: the library is what tests use.

#[cfg(target_arch = "wasm32")]
fn main() {
    xueshi::ui::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("学时簿 runs in the browser: `cargo xtask serve` builds and serves it.");
}
