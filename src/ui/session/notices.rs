//! The verbs on imported notices. Each can be undone; before an import a recovery point is kept.

use super::Session;
use crate::rules::Notice;
use crate::store::Reason;

impl Session {
    pub fn put_notice(self, notice: Notice) {
        let name = self.notice_name(&notice);
        self.later(move || {
            self.keep_a_point(Reason::Import);
            self.act(|book| book.put_notice(notice), |lang, _| lang.notice_saved(&name));
        });
    }

    pub fn remove_notice(self, notice: Notice) {
        let name = self.notice_name(&notice);
        self.later(move || {
            self.act(|book| book.remove_notice(&notice), |lang, _| lang.notice_removed(&name));
            crate::ui::focus::focus("notice-open");
        });
    }

    fn notice_name(self, notice: &Notice) -> String {
        self.language.get_untracked().notice_name(notice)
    }
}
