//! What may be downloaded.

/// What is downloaded together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// All that a first visit loads.
    FirstLoad,
    /// The second part of the program, fetched while the first answer is read.
    Rest,
    /// What is loaded when foreign formats are first used.
    Worker,
    /// What the browser fetches when it has nothing else to do, or never.
    Later,
}

impl Group {
    /// By the file's name; `None` for what is a copy of another file for the host to send.
    pub fn of(file: &str) -> Option<Group> {
        let (_, ending) = file.rsplit_once('.')?;
        match ending {
            "br" | "gz" => None,
            "wasm" if file.starts_with("rest-") => Some(Group::Rest),
            _ if file.starts_with("formats") => Some(Group::Worker),
            // Pictures for home screens, the service worker, the script for browsers too old for modules.
            "png" => Some(Group::Later),
            _ if ["sw.js", "old.js", "icon-maskable.svg"].contains(&file) => Some(Group::Later),
            _ => Some(Group::FirstLoad),
        }
    }

    pub const fn name(self) -> &'static str {
        match self {
            Group::FirstLoad => "first-load",
            Group::Rest => "rest",
            Group::Worker => "worker",
            Group::Later => "later",
        }
    }
}

/// The most bytes of each group, compressed.
#[derive(Debug, PartialEq, Eq)]
pub struct Budget {
    first_load: usize,
    rest: usize,
    worker: usize,
}

impl Budget {
    /// Lines of `group bytes bytes …`, oldest first, of which the last holds; `#` begins a comment.
    /// A budget that was raised is refused: it only ever goes down.
    pub fn parse(text: &str) -> Result<Budget, String> {
        let most = |group: Group| {
            let name = group.name();
            let mut lines = text.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
            let steps: Result<Vec<usize>, _> =
                lines.next().unwrap_or_default().split_whitespace().map(str::parse).collect();
            match steps {
                Ok(steps) if steps.windows(2).any(|pair| pair[1] >= pair[0]) => {
                    Err(format!("size.budget: {name} was raised; a budget only ever goes down"))
                }
                Ok(steps) if !steps.is_empty() => Ok(steps[steps.len() - 1]),
                _ => Err(format!("size.budget: no number of bytes for {name}")),
            }
        };
        Ok(Budget {
            first_load: most(Group::FirstLoad)?,
            rest: most(Group::Rest)?,
            worker: most(Group::Worker)?,
        })
    }

    /// A sentence either way; the error says by how much it is over.
    pub fn judge(&self, group: Group, bytes: usize) -> Result<String, String> {
        let most = match group {
            Group::FirstLoad => self.first_load,
            Group::Rest => self.rest,
            Group::Worker => self.worker,
            Group::Later => usize::MAX,
        };
        let name = group.name();
        if bytes > most {
            return Err(format!(
                "{name}: {bytes} bytes (brotli) are {} over the budget of {most}",
                bytes - most
            ));
        }
        Ok(format!("{name}: {bytes} bytes (brotli) of {most}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_belongs_to_one_group() {
        assert_eq!(Group::of("formats_bg.wasm"), Some(Group::Worker));
        assert_eq!(Group::of("rest-0123.wasm"), Some(Group::Rest));
        for file in
            ["xueshi-0123_bg.wasm", "index.html", "start-0123.mjs", "icon.svg", "manifest.webmanifest"]
        {
            assert_eq!(Group::of(file), Some(Group::FirstLoad), "{file}");
        }
        for file in ["sw.js", "old.js", "icon-512.png"] {
            assert_eq!(Group::of(file), Some(Group::Later), "{file}");
        }
        assert_eq!(Group::of("xueshi-0123_bg.wasm.br"), None);
    }

    #[test]
    fn a_byte_over_is_over() {
        let budget = Budget::parse("# a comment 7\nfirst-load 12 10\nrest 30\nworker 20\n").unwrap();
        assert_eq!(budget, Budget { first_load: 10, rest: 30, worker: 20 });
        assert!(budget.judge(Group::FirstLoad, 10).is_ok());
        assert!(budget.judge(Group::FirstLoad, 13).unwrap_err().contains("3 over the budget of 10"));
        assert!(budget.judge(Group::Worker, 20).is_ok());
    }

    #[test]
    fn a_budget_without_a_number_is_none() {
        for text in ["", "first-load\nrest 1\nworker 1", "first-load many\nrest 1\nworker 1", "first-load 1"]
        {
            assert!(Budget::parse(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_budget_only_ever_goes_down() {
        assert!(Budget::parse("first-load 9 8 7\nrest 1\nworker 1").is_ok());
        for steps in ["7 8", "9 7 8", "9 9"] {
            let raised = Budget::parse(&format!("first-load {steps}\nrest 1\nworker 1")).unwrap_err();
            assert!(raised.contains("only ever goes down"), "{raised}");
        }
    }

    #[test]
    fn the_recorded_budget_is_one() {
        assert!(Budget::parse(include_str!("../../size.budget")).is_ok());
    }
}
