//! The one small trait behind which the browser's storage stands.

/// A store of texts under keys. Methods take `&self`, as the browser's does: other tabs change
/// it too, so nobody owns it.
pub trait KeyValue {
    fn get(&self, key: &str) -> Result<Option<String>, PortError>;
    fn set(&self, key: &str, text: &str) -> Result<(), PortError>;
    fn remove(&self, key: &str) -> Result<(), PortError>;
    /// All keys, in any order; those of other apps on the same origin too.
    fn keys(&self) -> Result<Vec<String>, PortError>;
    /// How long a key's text is, in UTF-16 units; 0 where there is none.
    fn length(&self, key: &str) -> Result<usize, PortError> {
        Ok(self.get(key)?.map_or(0, |text| units(&text)))
    }
}

/// Why the storage did not do what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PortError {
    /// No space left.
    Full,
    /// Storage is switched off or forbidden.
    Blocked,
    /// Anything else, by the name that the browser gave it.
    Other(String),
}

impl PortError {
    /// Browsers name a full storage differently: by name, by an older name, or by code only.
    pub fn from_exception(name: &str, code: u32) -> PortError {
        match (name, code) {
            ("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" | "QUOTA_EXCEEDED_ERR", _) => {
                PortError::Full
            }
            (_, 22 | 1014) => PortError::Full,
            ("SecurityError", _) | (_, 18) => PortError::Blocked,
            _ => PortError::Other(name.to_owned()),
        }
    }
}

/// Length as browsers count it against the quota.
pub fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_storage_is_known_by_all_its_names() {
        for (name, code) in [
            ("QuotaExceededError", 0),
            ("QuotaExceededError", 22),
            ("NS_ERROR_DOM_QUOTA_REACHED", 1014),
            ("", 22),
            ("Error", 1014),
        ] {
            assert_eq!(PortError::from_exception(name, code), PortError::Full, "{name} {code}");
        }
        assert_eq!(PortError::from_exception("SecurityError", 18), PortError::Blocked);
        assert_eq!(PortError::from_exception("Odd", 0), PortError::Other("Odd".to_owned()));
    }
}
