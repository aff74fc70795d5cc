//! What the rules need to know of a person: where the unit is, and which titles are held and sought.

use super::entry::coded;

coded! {
    /// The cities whose notices are in hand; every other city of Anhui takes the provincial entry.
    City {
        Huaibei = "huaibei",
        Luan = "luan",
        Other = "other",
    }
}

coded! {
    /// 单位层级.
    UnitLevel {
        /// 县区单位.
        County = "county",
        /// 市直单位.
        Municipal = "municipal",
        /// 省直单位.
        Provincial = "provincial",
    }
}

coded! {
    /// 职称.
    TitleLevel {
        None = "none",
        Junior = "junior",
        Middle = "middle",
        Senior = "senior",
    }
}
