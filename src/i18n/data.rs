//! The person, the settings, the storage.

use super::{Lang, texts};
use crate::store::Reason;

texts! {
    data_title: "数据与设置", "Data and settings";
    person_title: "个人信息", "About you";
    person_lead: "只存在这台设备的浏览器里。不要填身份证号：打印出来的表上留有空格，请手写。", "Kept only in this device's browser. Do not enter an identity number: the printed form leaves a space to write it by hand.";
    p_name: "姓名", "Name";
    p_sex: "性别", "Sex";
    p_unit: "工作单位", "Unit";
    p_unit_kind: "单位性质", "Kind of unit";
    p_city: "单位所在市", "City of the unit";
    p_county: "县区", "County or district";
    p_unit_level: "单位层级", "Level of the unit";
    p_title_held: "现职称", "Title held";
    p_title_since: "取得时间", "Since";
    p_title_sought: "拟申报职称", "Title sought";
    p_application_year: "申报年度", "Application year";
    p_cycle_from: "任职周期从", "Cycle from";
    p_cycle_to: "到", "to";
    p_degree: "学历", "Degree";
    p_certificate_book: "继续教育证书编号", "Certificate book number";
    p_city_by_year: "换过城市？按年指定", "Moved? Set a city by year";
    p_city_as_usual: "同上", "As above";
    p_save: "保存", "Save";
    p_none: "未定", "Not set";
    people_title: "几个人用这个浏览器", "Several people in this browser";
    people_select: "现在是谁的簿子", "Whose book is open";
    people_unnamed: "未填姓名", "No name yet";
    people_add: "为另一人新建一本", "Start a book for someone else";
    demo_book: "示例", "Demo";
    demo_start: "看一份示例", "Look at a demo";
    demo_end: "退出示例", "Leave the demo";
    appearance_title: "语言与外观", "Language and appearance";
    language: "语言", "Language";
    theme: "外观", "Theme";
    theme_auto: "跟随系统", "As the system";
    theme_light: "浅色", "Light";
    theme_dark: "深色", "Dark";
    text_size: "文字大小", "Text size";
    text_standard: "标准", "Standard";
    text_large: "长辈版（大字）", "Large, for tired eyes";
    shortcuts_button: "键盘快捷键", "Keyboard shortcuts";
    storage_title: "保存在哪里", "Where it is kept";
    storage_lead: "全部内容都在这台设备的这个浏览器里，不会发往任何地方。清除浏览数据会一并清掉，请定期下载一份。", "Everything is in this browser on this device and goes nowhere. Clearing browsing data clears it too: download a copy now and then.";
    storage_used(units: usize, percent: usize): "已用约 {units} 个字符，占通常上限的 {percent}%", "About {units} characters used, {percent}% of the usual limit";
    storage_capacity(entries: usize): "按实测，至少放得下 {entries} 条记录。", "As measured, at least {entries} entries fit.";
    storage_count(entries: &str): "现有 {entries}记录", "{entries} now";
    recovery_title: "备份点", "Recovery points";
    recovery_lead: "每天第一次改动前、导入前、恢复前自动留下，都在本机。恢复时，现在的内容也会先留一个。", "Kept on this device before the first change of a day, before an import and before a restore. Restoring keeps the book as it is now, too.";
    recovery_none: "还没有备份点。", "No recovery points yet.";
    recovery_restore: "恢复", "Restore";
    recovery_day: "当天第一次改动前", "Before the day's first change";
    recovery_import: "导入前", "Before an import";
    recovery_delete: "批量删除前", "Before deleting several";
    recovery_restore_before: "恢复前", "Before a restore";
    recovery_migration: "升级格式前", "Before a change of format";
    recovery_tabs: "另一个标签页也改了同一处", "Another tab changed the same";
    recovery_other: "其他", "Other";
    about_title: "关于", "About";
    about_text: "学时簿按公开通知核算学时，供本人参考，不是学时证明；是否达标以审验窗口为准。", "Xueshi computes hours from published notices, for your own reference. It is no certificate: the verification window decides.";
}

impl Lang {
    pub const fn recovery_reason(self, reason: Reason) -> &'static str {
        match reason {
            Reason::Day => self.recovery_day(),
            Reason::Tabs => self.recovery_tabs(),
            Reason::Import => self.recovery_import(),
            Reason::DeleteMany => self.recovery_delete(),
            Reason::Restore => self.recovery_restore_before(),
            Reason::Migration => self.recovery_migration(),
            Reason::Other => self.recovery_other(),
        }
    }
}
