//! Why a foreign file is not read: kinds and figures, the sentences are i18n's.

/// What stands in the way of reading a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// More bytes than are taken.
    TooLarge {
        bytes: u64,
    },
    /// Neither text nor a workbook that is known.
    NotAWorkbook,
    /// Text in no encoding that is known.
    UnknownEncoding,
    /// A workbook behind a password.
    Encrypted,
    /// A workbook of the kind before 2007 (xls).
    OldWorkbook,
    /// A workbook that is damaged or cut short.
    Broken,
    /// A workbook without a sheet of cells.
    NoSheet,
    TooManySheets {
        found: u64,
        most: u64,
    },
    TooManyCells {
        most: u64,
    },
    /// Grows beyond measure when it is unpacked; the limit in MiB.
    Inflates {
        most: u64,
    },
    /// Stopped in the middle, as a browser does that is short of memory.
    Stopped,
    /// This browser runs no second program, or it could not be fetched.
    NoWorker,
    /// The second program is of another version than the page.
    OtherVersion,
    /// A pack's code of which letters are missing or wrong.
    CodeDamaged,
    /// A pack's code of a later version of the app.
    CodeNewer,
}

impl Refusal {
    /// As a message between worker and page: a code, and its figures.
    pub fn to_text(self) -> String {
        match self {
            Refusal::TooLarge { bytes } => format!("too-large {bytes}"),
            Refusal::NotAWorkbook => "not-a-workbook".into(),
            Refusal::UnknownEncoding => "unknown-encoding".into(),
            Refusal::Encrypted => "encrypted".into(),
            Refusal::OldWorkbook => "old-workbook".into(),
            Refusal::Broken => "broken".into(),
            Refusal::NoSheet => "no-sheet".into(),
            Refusal::TooManySheets { found, most } => format!("too-many-sheets {found} {most}"),
            Refusal::TooManyCells { most } => format!("too-many-cells {most}"),
            Refusal::Inflates { most } => format!("inflates {most}"),
            Refusal::Stopped => "stopped".into(),
            Refusal::NoWorker => "no-worker".into(),
            Refusal::OtherVersion => "other-version".into(),
            Refusal::CodeDamaged => "code-damaged".into(),
            Refusal::CodeNewer => "code-newer".into(),
        }
    }

    /// The reverse of [`Refusal::to_text`].
    pub fn from_text(text: &str) -> Option<Refusal> {
        let mut words = text.split(' ');
        let code = words.next()?;
        let mut figure = || words.next().and_then(|word| word.parse().ok());
        Some(match code {
            "too-large" => Refusal::TooLarge { bytes: figure()? },
            "not-a-workbook" => Refusal::NotAWorkbook,
            "unknown-encoding" => Refusal::UnknownEncoding,
            "encrypted" => Refusal::Encrypted,
            "old-workbook" => Refusal::OldWorkbook,
            "broken" => Refusal::Broken,
            "no-sheet" => Refusal::NoSheet,
            "too-many-sheets" => Refusal::TooManySheets { found: figure()?, most: figure()? },
            "too-many-cells" => Refusal::TooManyCells { most: figure()? },
            "inflates" => Refusal::Inflates { most: figure()? },
            "stopped" => Refusal::Stopped,
            "no-worker" => Refusal::NoWorker,
            "other-version" => Refusal::OtherVersion,
            "code-damaged" => Refusal::CodeDamaged,
            "code-newer" => Refusal::CodeNewer,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_survives_the_way_from_the_worker() {
        for refusal in [
            Refusal::TooLarge { bytes: 20_000_000 },
            Refusal::NotAWorkbook,
            Refusal::UnknownEncoding,
            Refusal::Encrypted,
            Refusal::OldWorkbook,
            Refusal::Broken,
            Refusal::NoSheet,
            Refusal::TooManySheets { found: 100, most: 50 },
            Refusal::TooManyCells { most: 7 },
            Refusal::Inflates { most: 64 },
            Refusal::Stopped,
            Refusal::NoWorker,
            Refusal::OtherVersion,
            Refusal::CodeDamaged,
            Refusal::CodeNewer,
        ] {
            assert_eq!(Refusal::from_text(&refusal.to_text()), Some(refusal));
        }
        assert_eq!(Refusal::from_text("too-large"), None);
        assert_eq!(Refusal::from_text("anything"), None);
    }
}
