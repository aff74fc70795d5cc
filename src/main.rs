//! The page's entry point. Natively there is nothing to run: the library is what tests use.

#[cfg(target_arch = "wasm32")]
mod page {
    use xueshi::ui::rest::REST;

    pub fn start() {
        #[cfg(feature = "split")]
        xueshi::ui::start(|| Box::pin(async { rest().await.ok() }));
        #[cfg(not(feature = "split"))]
        xueshi::ui::start(|| Box::pin(std::future::ready(Some(&REST))));
    }

    /// Where the program is cut in two: what only this leads to is fetched with its first call.
    #[cfg(feature = "split")]
    #[wasm_split_helpers::wasm_split(rest, fallible)]
    fn rest() -> Result<&'static xueshi::ui::rest::Rest, wasm_split_helpers::SplitLoaderError> {
        Ok(&REST)
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {
    page::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("学时簿 runs in the browser: `cargo xtask serve` builds and serves it.");
}
