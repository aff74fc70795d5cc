//! The foot of a year's form: what its lines add up to.

use super::PackRow;
use crate::report::year::RouteKind;
use crate::rules::{Assessment, Hours, Subject};

/// So many lines with so many hours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    pub count: usize,
    pub hours: Hours,
}

impl Sum {
    fn add(&mut self, hours: Hours) {
        self.count += 1;
        self.hours += hours;
    }
}

/// The sums of a form's lines, before any transfer, and the transfer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Foot {
    pub professional: Sum,
    /// 公需, 线上: the four bases and courseware.
    pub online: Sum,
    /// 公需, 折算.
    pub conversion: Sum,
    /// 公需, 其他: classes, activities, other platforms.
    pub other: Sum,
    /// Surplus professional hours that stand in for public ones.
    pub transfer: Hours,
    pub total: Hours,
}

impl Foot {
    /// Adds the lines up one by one; the transfer is the assessment's.
    pub(super) fn of(rows: &[PackRow], assessment: &Assessment) -> Foot {
        let mut foot = Foot { transfer: assessment.transfer, ..Foot::default() };
        for row in rows {
            let part = match (row.entry.subject, RouteKind::of(row.entry.route)) {
                (Subject::Professional, _) => &mut foot.professional,
                (Subject::Public, RouteKind::Bases | RouteKind::Courseware) => &mut foot.online,
                (Subject::Public, RouteKind::Conversion) => &mut foot.conversion,
                (Subject::Public, RouteKind::Class | RouteKind::OtherPlatform) => &mut foot.other,
            };
            part.add(row.counted);
            foot.total += row.counted;
        }
        foot
    }

    /// Public hours before any transfer.
    pub fn public(&self) -> Hours {
        self.online.hours + self.conversion.hours + self.other.hours
    }
}
