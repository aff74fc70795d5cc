//! The notices that a person imported: one for each year and place.

use super::{Book, Change};
use crate::order::sort_by_key;
use crate::rules::notice::{Comparison, compare};
use crate::rules::{Notice, Rulebook};

impl Book {
    /// The rulebook as this book reads it: what ships, with the person's notices beside it.
    pub fn rulebook(&self) -> Rulebook {
        Rulebook::shipped().with_notices(&self.notices)
    }

    /// The notice of the same year and place, which another one would replace.
    pub fn notice_like(&self, notice: &Notice) -> Option<&Notice> {
        self.notices.iter().find(|known| known.is_for(notice))
    }

    /// How the figures of a notice stand to what this book knows.
    pub fn compare_notice(&self, notice: &Notice) -> Vec<Comparison> {
        let mut after = self.clone();
        after.put_notice(notice.clone());
        let city = self.profile.city_in(notice.year);
        compare(notice, &self.rulebook(), &after.rulebook(), city)
    }

    /// Takes a notice in, instead of the one of the same year and place.
    pub fn put_notice(&mut self, notice: Notice) -> Change {
        let mut notices = self.notices.clone();
        notices.retain(|known| !known.is_for(&notice));
        notices.push(notice);
        sort_by_key(&mut notices, |notice| (notice.year, notice.city));
        self.set_notices(notices)
    }

    pub fn remove_notice(&mut self, notice: &Notice) -> Change {
        let rest = self.notices.iter().filter(|known| !known.is_for(notice)).cloned().collect();
        self.set_notices(rest)
    }
}
