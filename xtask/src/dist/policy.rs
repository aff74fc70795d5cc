//! What the page may do: run its own files and nothing else.

/// Without `unsafe-inline` and `unsafe-eval`; compiling WebAssembly is the one thing allowed
/// besides. Images may be drawn by the page itself (`data:`), downloads are links (`blob:`).
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; \
     base-uri 'none'; form-action 'self'";

/// The page with the policy, and with its start script under its hashed name, which also tells it
/// that the files are listed for use without a network.
pub fn guarded(html: &str, start: &str) -> Result<String, String> {
    let meta = format!(r#"<meta http-equiv="Content-Security-Policy" content="{POLICY}">"#);
    // First of all that the policy governs, right after the encoding.
    let charset = ["<meta charset=utf-8>", r#"<meta charset="utf-8">"#];
    let charset = charset.into_iter().find(|tag| html.contains(tag)).ok_or("index.html names no encoding")?;
    let html = html.replacen(charset, &format!("{charset}{meta}"), 1);
    let at = html.find("start.mjs").ok_or("index.html does not load start.mjs")?;
    let tag = html[..at].rfind("<script").ok_or("start.mjs is not loaded by a script tag")? + "<script".len();
    let html = format!("{} data-offline{}", &html[..tag], &html[tag..].replacen("start.mjs", start, 1));
    if inline_script(&html) {
        return Err("index.html holds an inline script, which its policy forbids".into());
    }
    Ok(html)
}

/// Whether a script stands in the page itself.
fn inline_script(html: &str) -> bool {
    html.match_indices("<script").any(|(at, _)| {
        let tag = html[at..].split('>').next().unwrap_or("");
        !tag.contains("src=")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html><html><head><meta charset=utf-8></head><body>\
         <script type=module src=./start.mjs data-js=./a.js></script></body></html>";

    #[test]
    fn the_policy_stands_before_everything_it_governs() {
        let page = guarded(PAGE, "start-1.mjs").unwrap();
        assert!(page.starts_with(
            "<!doctype html><html><head><meta charset=utf-8><meta http-equiv=\"Content-Security-Policy\""
        ));
        assert!(
            page.contains("<script data-offline type=module src=./start-1.mjs data-js=./a.js>"),
            "{page}"
        );
    }

    #[test]
    fn a_page_with_an_inline_script_is_refused() {
        let page = PAGE.replace("</body>", "<script>alert(1)</script></body>");
        assert!(guarded(&page, "start-1.mjs").is_err());
        assert!(guarded("<meta charset=utf-8>", "start-1.mjs").is_err());
    }

    #[test]
    fn nothing_inline_is_allowed() {
        assert!(!POLICY.contains("unsafe-inline"));
        assert_eq!(POLICY.matches("unsafe-eval").count(), POLICY.matches("'wasm-unsafe-eval'").count());
    }

    #[test]
    fn the_guide_recommends_the_same_policy_as_a_header() {
        let guide = include_str!("../../../docs/deploy.md");
        assert_eq!(guide.matches(POLICY).count(), 2, "docs/deploy.md names it for nginx and for Caddy");
    }
}
