//! Backup, restore, the state of the storage, other tabs.

use super::{Lang, texts};
use crate::exchange::backup::{BackupError, Flaw, Mode};

texts! {
    backup_title: "备份", "Backup";
    backup_lead: "下载一份完整的备份（JSON，不用本工具也能读）。放到电脑、U 盘或网盘里，换设备、清浏览器都不怕。", "Download a complete backup (JSON, readable without this tool) and keep it elsewhere: on a computer, a stick, a drive of yours.";
    backup_as_text: "用文字备份", "Backup as text";
    backup_text_label: "微信等内置浏览器下载不了文件时，全选复制下面的文字，存到备忘录或发给自己", "Where downloads do not work (in-app browsers), copy all of this text into a note or a message to yourself";
    backup_copy: "复制全部", "Copy all";
    backup_copied: "已复制", "Copied";
    folder_title: "自动备份到文件夹", "Backups into a folder";
    folder_lead: "选一个文件夹（最好是网盘同步的），改动后自动写一份备份：每天一个文件，只留最近十天的，别的文件一概不动。", "Choose a folder, best one that is synchronised elsewhere. After changes a backup is written there: one file a day, the newest ten are kept, no other file is touched.";
    folder_none: "还没有选文件夹", "No folder chosen";
    folder_active(name: &str): "有改动就备份到“{name}”", "Changes are backed up to “{name}”";
    folder_written(name: &str, time: &str): "{time} 已备份到“{name}”", "Backed up to “{name}” at {time}";
    folder_paused(name: &str): "浏览器要您再同意一次，才能继续备份到“{name}”。", "The browser wants to be asked again before it writes into “{name}”.";
    folder_failed(name: &str, why: &str): "没能备份到“{name}”（{why}）。记录仍在浏览器里；下次改动会再试，也可以另选文件夹，或下载一份。", "The backup to “{name}” failed ({why}). The records are still in the browser. It is tried again with the next change; you can also choose another folder or download a copy.";
    folder_choose: "选文件夹", "Choose a folder";
    folder_other: "换文件夹", "Another folder";
    folder_continue: "继续备份", "Continue";
    folder_stop: "不再备份到这里", "Stop";
    backup_never: "还没有备份过", "Never backed up";
    backup_today: "今天备份过", "Backed up today";
    backup_days_ago(days: &str): "备份于 {days}前", "Backed up {days} ago";
    backup_changes(count: u64): "，此后存过 {count} 次", ", saved {count} times since";
    restore_title: "从备份恢复", "Restore from a backup";
    restore_lead: "先看清楚再恢复；恢复前自动留一个备份点，恢复后可以撤销。", "Look first, then restore. A recovery point is kept before, and it can be undone.";
    restore_file_label: "选择备份文件", "Choose a backup file";
    restore_text_label: "或粘贴备份文字", "Or paste the text of a backup";
    restore_demo: "这是示例人员的备份，不能放进真实的簿子。", "This is a backup of the demo person; it is not taken into a real book.";
    restore_from(name: &str, made: &str, entries: &str): "{name}的备份，{made} 制作，共 {entries}记录。", "Backup of {name}, made {made}, with {entries}.";
    restore_new: "新增", "New";
    restore_same: "相同", "Same";
    restore_conflict: "有出入", "Conflicting";
    restore_only_here: "只在本簿", "Only here";
    restore_differs(fields: &str): "{fields}不同", "differs in {fields}";
    restore_more(count: usize): "还有 {count} 条有出入", "and {count} more";
    restore_profile_differs: "个人信息与备份里的不同。", "The personal details differ from the backup's.";
    restore_rules_differ(count: usize): "有 {count} 条折算规则与备份里的不同。", "Conversion rules that differ: {count}.";
    restore_how: "怎样恢复", "How to restore";
    restore_keep: "补上缺的；有出入的，保留本簿的", "Add what is missing; keep this book's where both differ";
    restore_take: "补上缺的；有出入的，用备份的", "Add what is missing; take the backup's where both differ";
    restore_both: "补上缺的；有出入的，两份都留", "Add what is missing; keep both where they differ";
    restore_replace: "整本换成备份的内容", "Replace the whole book by the backup";
    restore_will_remove(entries: &str): "只在本簿的 {entries}会被去掉（可撤销）。", "{entries} only in this book will be removed (can be undone).";
    restore_confirm: "恢复", "Restore";
    backup_restored(entries: &str): "已从备份恢复，动了 {entries}记录", "Restored from the backup: {entries} touched";
    deleted_all: "已清空本簿；清空前留了一个备份点", "The book is empty now; a recovery point was kept before";
    delete_all: "清空本簿……", "Empty this book …";
    delete_all_ask: "全部记录和个人信息都会清空。", "All entries and personal details go.";
    delete_all_confirm: "确定清空", "Empty it";

    refused_backup_empty: "里面什么也没有。", "There is nothing in it.";
    refused_backup_not_json(line: usize, column: usize): "第 {line} 行第 {column} 个字起不是完整的备份：可能没复制全，或不是备份文件。", "From line {line}, character {column}, this is no whole backup: part of it may be missing, or it is another file.";
    refused_backup_other: "这不是学时簿的备份。从表格导入请到“学时记录”。", "This is no backup of Xueshi. Sheets are imported under Records.";
    refused_backup_newer(version: u64): "这份备份是更新的版本做的（格式 {version}）。请刷新到新版本再恢复。", "A newer version made this backup (format {version}). Reload to get that version, then restore.";
    refused_backup_at(place: &str, flaw: &str): "{place}：{flaw}。整份都没有恢复。", "{place}: {flaw}. Nothing of it was restored.";
    refused_backup_at_found(place: &str, flaw: &str, found: &str): "{place}：{flaw}（写的是“{found}”）。整份都没有恢复。", "{place}: {flaw} (it says “{found}”). Nothing of it was restored.";

    storage_protected: "浏览器已答应不自动清理本页的数据", "The browser has promised not to clear this page's data by itself";
    storage_unprotected: "浏览器没有答应保留：空间紧张时可能自动清理，请常备份", "The browser has not promised to keep the data: it may clear it when space runs short. Back up often";
    storage_protection_unknown: "浏览器没有说会不会自动清理，请常备份", "The browser does not say whether it may clear the data. Back up often";
    quarantine_title: "读不出的数据", "Unreadable data";
    quarantine_lead: "原样留着，不会被覆盖或删除。可以下载交给懂的人看。", "Kept as it was found; never overwritten or deleted. Download it for someone who can look into it.";
    quarantine_row(when: &str, size: usize): "{when} 发现，{size} 个字符", "Found {when}, {size} characters";

    state_saving: "正在保存……", "Saving …";
    absent_cleared: "存在浏览器里的记录不见了（可能有人清了浏览数据）。这本簿子现在只在本页里：请先下载一份；要重新存进浏览器，点“重试保存”。", "What was stored in the browser is gone (someone may have cleared its data). This book is only in this page now: download a copy; to store it anew, try saving again.";
    absent_listed: "名单上有这本簿子，浏览器里却一条记录也没有：它可能被清掉了。有备份的话，请到“数据与设置”恢复。", "This book is on the list, but nothing is stored of it: it may have been cleared. If you have a backup, restore it under Data.";
    begin_anew: "知道了，从头记", "I know; begin anew";
    clash_both(title: &str): "“{title}”在另一个标签页里也改了：两个版本都留着，请看一下，删掉不要的那条。", "“{title}” was changed in another tab too: both versions are kept. Have a look and delete the one you do not want.";
    clash_stays(title: &str): "“{title}”在一个标签页里改了、在另一个里删了：留着没删。", "“{title}” was changed in one tab and deleted in another: it stays.";
    clash_person: "个人信息在另一个标签页里也改了：用的是这一页的，另一份留在备份点里。", "The personal details were changed in another tab too: this page's are taken, the other's are in a recovery point.";
}

impl Lang {
    pub const fn restore_mode(self, mode: Mode) -> &'static str {
        match mode {
            Mode::Keep => self.restore_keep(),
            Mode::Take => self.restore_take(),
            Mode::Both => self.restore_both(),
            Mode::Replace => self.restore_replace(),
        }
    }

    pub fn backup_refused(self, error: &BackupError) -> String {
        match error {
            BackupError::Empty => self.refused_backup_empty().into(),
            BackupError::NotJson { line, column } => self.refused_backup_not_json(*line, *column),
            BackupError::NotABackup => self.refused_backup_other().into(),
            BackupError::Newer { version } => self.refused_backup_newer(*version),
            BackupError::At { place, flaw, found } if found.is_empty() => {
                self.refused_backup_at(place, self.flaw(*flaw))
            }
            BackupError::At { place, flaw, found } => {
                self.refused_backup_at_found(place, self.flaw(*flaw), found)
            }
        }
    }

    pub const fn flaw(self, flaw: Flaw) -> &'static str {
        match flaw {
            Flaw::Missing => self.pick("缺了", "is missing"),
            Flaw::Unknown => self.pick("不认识的内容", "is not known"),
            Flaw::NotAText => self.pick("应当是文字", "should be a text"),
            Flaw::NotANumber => self.pick("应当是数字", "should be a number"),
            Flaw::NotAList => self.pick("应当是列表", "should be a list"),
            Flaw::NotAnObject => self.pick("应当是一组内容", "should be an object"),
            Flaw::NotAChoice => self.pick("不是可选的值", "is none of the choices"),
            Flaw::NotADate => self.pick("不是日期", "is no date"),
            Flaw::NotAYear => self.pick("不是 2001 到 2100 的年份", "is no year from 2001 to 2100"),
            Flaw::NotHours => self.pick("不是学时数", "is no amount of hours"),
            Flaw::Twice => self.pick("重复", "occurs twice"),
            Flaw::TooLong => self.pick("太长", "is too long"),
            Flaw::NotMinutes => {
                self.pick("应当是 1 到 240 的整数分钟", "should be whole minutes from 1 to 240")
            }
            Flaw::NotATelephone => self.pick("不是电话号码", "is no telephone number"),
            Flaw::BeyondTotal => self.pick("各部分之和超过总学时", "the parts are more than the total"),
            Flaw::DeadlineOutside => self.pick(
                "应当在当年 12 月 31 日到次年年底之间",
                "should lie between 31 December of the year and the end of the next",
            ),
            Flaw::NeedsACity => self.pick("只有写明城市的通知才能有", "only a city's notice can have this"),
            Flaw::NothingStated => self.pick("什么也没写", "states nothing"),
        }
    }
}
