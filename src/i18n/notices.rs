//! Imported notices.

use super::{Lang, texts};
use crate::exchange::backup::BackupError;
use crate::exchange::notice::NoticeError;
use crate::rules::notice::{Amount, Extension, FigureKind, Notice, Standing};
use crate::rules::stamp_route::{StampRow, Who};
use crate::rules::{City, Source, TitleLevel};

texts! {
    notices_title: "导入的年度通知", "Imported notices";
    notices_lead: "新一年的通知出来后，可以把单位或同事整理的数字导入，不用等新版本。导入的数字一律标“转引”，写明是谁给的；手头官方通知写明的数字不会被改。", "When a new year's notice is out, figures that a unit or a colleague wrote down can be imported, without a new version. They are always marked secondary and name who handed them out; what an official notice in hand states is never changed.";
    notices_none: "还没有导入过。", "Nothing imported yet.";
    notices_import: "导入年度通知……", "Import a notice …";
    notice_export: "导出", "Export";
    notice_export_of(name: &str): "导出：{name}", "Export: {name}";
    notice_remove: "移除", "Remove";
    notice_remove_of(name: &str): "移除：{name}", "Remove: {name}";
    notice_by(publisher: &str, date: &str): "{publisher}，{date} 给出", "Handed out by {publisher}, {date}";
    notice_not_official: "这是导入的数字，不是手头的官方通知：用前请与原文核对。", "An imported figure, not an official notice in hand: compare it with the published text.";
    notice_named(year: u16, place: &str): "{year} 年 · {place}", "{year} · {place}";
    notice_province: "全省", "whole province";
    notice_saved(name: &str): "已导入 {name}", "Imported: {name}";
    notice_removed(name: &str): "已移除 {name}", "Removed: {name}";
    notice_sheet_title: "导入年度通知", "Import a notice";
    notice_sheet_lead: "粘贴或选择一份年度通知（JSON，格式见项目的 docs/notice.schema.json）。先看清每个数字，再导入。", "Paste or choose a notice (JSON, as docs/notice.schema.json of the project describes it). Look at every figure before it goes in.";
    notice_paste_label: "粘贴通知文字", "Paste the notice's text";
    notice_confirm: "导入", "Import";
    notice_replaces(publisher: &str, date: &str): "会换掉同年同地、{publisher} {date} 给出的那份；那份里有、这份里没有的数字也随之去掉。", "It takes the place of the one for the same year and place, handed out by {publisher}, {date}; what only that one states goes with it.";
    notice_unchanged: "与已导入的完全相同。", "The same as the one already imported.";
    notice_ends_provisional: "导入后，这一年不再是“暂按推算”，会给出结论。", "With it the year is provisional no more: it gets a verdict.";
    notice_still_provisional(kinds: &str): "导入后这一年仍只是推算，还缺：{kinds}。", "The year stays provisional; still missing: {kinds}.";
    notice_was(value: &str, basis: &str): "原来是 {value}（{basis}）", "Before: {value} ({basis})";
    notice_keeps(value: &str, basis: &str): "保留 {value}（{basis}），不采用导入的数字", "Kept: {value} ({basis}); the imported figure is not used";
    notice_keeps_nothing: "这一年的规定里用不上，不采用", "This year's rules leave no room for it; not used";
    notice_kept_here: "未采用：以官方通知为准", "Not used: the official notice stands";
    stamp_applies(titles: &str): "申报{titles}", "applying for {titles}";
    stamp_holds(titles: &str): "现有职称{titles}", "holding {titles}";
    stamp_anyone: "所有人", "everyone";
    stamp_sends(level: &str, who: &str, offices: &str): "{level}，{who}：{offices}", "{level}, {who}: {offices}";
    standing_new: "新增", "New";
    standing_same: "相同", "Same";
    standing_differs: "有出入", "Differs";
    standing_kept: "保留原文", "Kept";
    amount_stated: "写明", "Stated";
    amount_day_study(day: &str): "{day}（除折算外的学习）", "{day} (every route but conversion)";
    amount_day_online(day: &str): "{day}（基地和网络课件）", "{day} (the bases and courseware)";
    refused_notice_other: "这不是年度通知文件。折算规则包请在下面的“折算规则”里导入。", "This is no notice. Packs of conversion rules are imported under conversion rules, below.";
    refused_notice_large: "文件太大，不像年度通知。", "Too large for a notice.";
    refused_notice_not_json(line: usize, column: usize): "第 {line} 行第 {column} 个字起读不下去：可能没复制全。", "From line {line}, character {column}, it cannot be read: part of it may be missing.";
    refused_notice_newer(version: u64): "这份通知是更新的格式（{version}），请先更新本工具。", "This notice has a newer format ({version}). Update this tool first.";
    refused_notice_at(place: &str, flaw: &str): "{place}：{flaw}。整份都没有导入。", "{place}: {flaw}. Nothing of it was imported.";
    refused_notice_at_found(place: &str, flaw: &str, found: &str): "{place}：{flaw}（写的是“{found}”）。整份都没有导入。", "{place}: {flaw} (it says “{found}”). Nothing of it was imported.";
    restore_notices_differ(count: usize): "有 {count} 份导入的通知与备份里的不同。", "Imported notices that differ: {count}.";
}

impl Lang {
    /// A clause by its id, an imported notice by publisher and place.
    pub fn source(self, source: &Source) -> String {
        match source.citation() {
            Some(place) => format!("{} · {}", place.publisher, place.place()),
            None => self.clause_of(&source.code()),
        }
    }

    pub const fn figure_kind(self, kind: FigureKind) -> &'static str {
        match kind {
            FigureKind::Total => self.rule_total(),
            FigureKind::Professional => self.rule_professional(),
            FigureKind::PublicMinimum => self.rule_public_minimum(),
            FigureKind::Minutes => self.rule_minutes(),
            FigureKind::PublicDeadline => self.rule_public_deadline(),
            FigureKind::Ceiling => self.rule_ceiling(),
            FigureKind::Transfer => self.rule_transfer(),
            FigureKind::StampRoute => self.stamps_title(),
            FigureKind::Telephones => self.telephone(),
        }
    }

    pub fn amount(self, amount: Amount) -> String {
        match amount {
            Amount::Hours(hours) => self.hours_value(&hours.to_string()),
            Amount::Minutes(minutes) => self.minutes_value(minutes),
            Amount::Day(day, Extension::Study) => self.amount_day_study(&day.to_string()),
            Amount::Day(day, Extension::Online) => self.amount_day_online(&day.to_string()),
            Amount::Stated => self.amount_stated().into(),
        }
    }

    pub const fn standing(self, standing: Standing) -> &'static str {
        match standing {
            Standing::New => self.standing_new(),
            Standing::Same => self.standing_same(),
            Standing::Differs => self.standing_differs(),
            Standing::Kept => self.standing_kept(),
        }
    }

    /// `县区单位，申报高级：县区人社局 → 市人社局`.
    pub fn stamp_row(self, row: &StampRow) -> String {
        let titles = |titles: &[TitleLevel]| -> String {
            let names: Vec<String> = titles.iter().map(|&title| self.title_level(title).to_owned()).collect();
            self.list(&names)
        };
        let who = match &row.who {
            Who::Applies(sought) => self.stamp_applies(&titles(sought)),
            Who::Holds(held) => self.stamp_holds(&titles(held)),
            Who::Anyone => self.stamp_anyone().to_owned(),
        };
        let offices: Vec<&str> = row.offices.iter().map(|&office| self.office(office)).collect();
        self.stamp_sends(self.unit_level(row.unit_level), &who, &offices.join(" → "))
    }

    /// `2027 年 · 淮北`.
    pub fn notice_name(self, notice: &Notice) -> String {
        let place = notice.city.map_or(self.notice_province(), |city: City| self.city(city));
        self.notice_named(notice.year.get(), place)
    }

    pub fn notice_problem(self, why: &NoticeError) -> String {
        match why {
            NoticeError::TooLarge => self.refused_notice_large().into(),
            NoticeError::OtherFormat | NoticeError::Wrong(BackupError::NotABackup) => {
                self.refused_notice_other().into()
            }
            NoticeError::Wrong(BackupError::Empty) => self.refused_backup_empty().into(),
            NoticeError::Wrong(BackupError::NotJson { line, column }) => {
                self.refused_notice_not_json(*line, *column)
            }
            NoticeError::Wrong(BackupError::Newer { version }) => self.refused_notice_newer(*version),
            NoticeError::Wrong(BackupError::At { place, flaw, found }) => match found.as_str() {
                "" => self.refused_notice_at(place, self.flaw(*flaw)),
                found => self.refused_notice_at_found(place, self.flaw(*flaw), found),
            },
        }
    }
}
