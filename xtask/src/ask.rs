//! What the command line asks for.

/// One command with its options.
#[derive(Debug, PartialEq)]
pub enum Ask {
    Help,
    Serve(ServeWish),
    Build,
    Test(TestWish),
    Check,
    Docs,
    Bench,
    Screens,
    Size,
}

#[derive(Debug, Default, PartialEq)]
pub struct ServeWish {
    pub release: bool,
    pub port: Option<u16>,
    pub open: bool,
}

#[derive(Debug, Default, PartialEq)]
pub struct TestWish {
    pub only: Option<Kind>,
    pub filter: Option<String>,
}

/// The three kinds of tests, by where they run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    Native,
    Wasm,
    Journeys,
}

impl Ask {
    pub fn parse(words: &[String]) -> Result<Ask, String> {
        let mut words = words.iter().map(String::as_str);
        let Some(command) = words.next() else { return Ok(Ask::Help) };
        let rest: Vec<&str> = words.collect();
        if rest.iter().any(|word| matches!(*word, "--help" | "-h")) {
            return Ok(Ask::Help);
        }
        match command {
            "help" | "--help" | "-h" => Ok(Ask::Help),
            "serve" => serve(&rest).map(Ask::Serve),
            "test" => test(&rest).map(Ask::Test),
            "build" => nothing_more(command, &rest).map(|()| Ask::Build),
            "check" => nothing_more(command, &rest).map(|()| Ask::Check),
            "docs" => nothing_more(command, &rest).map(|()| Ask::Docs),
            "size" => nothing_more(command, &rest).map(|()| Ask::Size),
            "bench" => nothing_more(command, &rest).map(|()| Ask::Bench),
            "screens" => nothing_more(command, &rest).map(|()| Ask::Screens),
            other => {
                Err(format!("there is no command `{other}`; `cargo xtask --help` lists those there are"))
            }
        }
    }
}

fn nothing_more(command: &str, rest: &[&str]) -> Result<(), String> {
    match rest.first() {
        None => Ok(()),
        Some(word) => Err(format!("`{command}` takes no `{word}`")),
    }
}

fn serve(rest: &[&str]) -> Result<ServeWish, String> {
    let mut wish = ServeWish::default();
    let mut words = rest.iter();
    while let Some(word) = words.next() {
        match *word {
            "--release" => wish.release = true,
            "--open" => wish.open = true,
            "--no-open" => wish.open = false,
            "--port" => {
                let port = words.next().and_then(|number| number.parse().ok());
                wish.port = Some(port.ok_or("`--port` takes a number from 1 to 65535")?);
            }
            other => return Err(format!("`serve` takes no `{other}`")),
        }
    }
    Ok(wish)
}

fn test(rest: &[&str]) -> Result<TestWish, String> {
    let mut wish = TestWish::default();
    let mut words = rest.iter();
    while let Some(word) = words.next() {
        match *word {
            "--only" => {
                wish.only = Some(match words.next().copied() {
                    Some("native") => Kind::Native,
                    Some("wasm") => Kind::Wasm,
                    Some("e2e") => Kind::Journeys,
                    _ => return Err("`--only` takes native, wasm or e2e".into()),
                });
            }
            filter if !filter.starts_with('-') && wish.filter.is_none() => {
                wish.filter = Some(filter.into());
            }
            other => return Err(format!("`test` takes no `{other}`")),
        }
    }
    Ok(wish)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Ask, String> {
        Ask::parse(&line.split_whitespace().map(String::from).collect::<Vec<_>>())
    }

    #[test]
    fn no_command_and_any_plea_for_help_explain_everything() {
        for line in ["", "help", "--help", "-h", "serve --help", "test -h"] {
            assert_eq!(parse(line), Ok(Ask::Help), "{line}");
        }
    }

    #[test]
    fn options_are_read() {
        let serve = ServeWish { release: true, port: Some(9000), open: false };
        assert_eq!(parse("serve --release --port 9000 --no-open"), Ok(Ask::Serve(serve)));
        let test = TestWish { only: Some(Kind::Journeys), filter: Some("import".into()) };
        assert_eq!(parse("test --only e2e import"), Ok(Ask::Test(test)));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        assert!(parse("brew").unwrap_err().contains("`brew`"));
        assert!(parse("build --fast").unwrap_err().contains("`--fast`"));
        assert!(parse("serve --port many").unwrap_err().contains("--port"));
        assert!(parse("test --only some").unwrap_err().contains("--only"));
    }
}
