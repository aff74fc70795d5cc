//! The frame around every screen: navigation, saving, undo.

use super::texts;

texts! {
    app_name: "学时簿", "Xueshi";
    app_tagline: "专业技术人员继续教育", "Continuing education, Anhui";
    skip_to_content: "跳到正文", "Skip to content";
    navigation: "主导航", "Main navigation";
    nav_overview: "总览", "Overview";
    nav_records: "学时记录", "Records";
    nav_plan: "年度规划", "Plan";
    nav_rules: "规则依据", "Rules";
    nav_data: "数据与设置", "Data";
    nav_overview_short: "总览", "Overview";
    nav_records_short: "记录", "Records";
    nav_plan_short: "规划", "Plan";
    nav_rules_short: "规则", "Rules";
    nav_data_short: "数据", "Data";
    not_found: "没有这个页面", "No such page";
    back_to_overview: "回到总览", "Back to the overview";
    rest_waiting: "正在打开……", "Opening…";
    rest_missing: "有一部分没能打开：文件没有读全，可能是网络断了。已保存的记录不受影响。", "A part of the page could not be opened: a file did not arrive, perhaps the network is down. Your records are untouched.";
    rest_again: "再试一次", "Try again";
    close: "关闭", "Close";
    cancel: "取消", "Cancel";
    undo: "撤销", "Undo";
    undone: "已撤销", "Undone";
    share: "分享……", "Share …";
    share_ready(name: &str): "已下载 {name}", "Downloaded {name}";
    share_failed(name: &str): "没能分享，文件在下载里：{name}", "It could not be shared; the file is among the downloads: {name}";
    now_stands(happened: &str, year: u16, verdict: &str): "{happened}；{year} 年度：{verdict}", "{happened}. Year {year}: {verdict}";
    demo_mark: "示例数据：不是您的记录", "Demo data: not your records";
    demo_leave: "退出示例", "Leave the demo";

    state_saved_at(time: &str): "已保存 {time}", "Saved {time}";
    state_saved: "已保存", "Saved";
    state_unsaved: "有改动没存上", "A change is not saved";
    state_blocked: "浏览器不让保存", "Storage is blocked";
    state_full: "存储已满，没存上", "Storage is full, not saved";
    state_quarantined: "有读不出的数据，已另存", "Unreadable data was set aside";
    state_newer_schema: "数据来自更新的版本", "Data from a newer version";
    state_unsaved_long: "最近的改动还没有存进浏览器，只在本页里。请先下载一份，再重试。", "The latest change is not in the browser's storage, only in this page. Download a copy, then try again.";
    state_blocked_long: "这个浏览器不允许本页保存数据：关掉页面，内容就没了。请在离开前下载一份，或换一个浏览器、退出无痕模式。", "This browser does not let the page keep data: closing it loses everything. Download a copy before you leave, or use another browser or a normal window.";
    state_full_long: "浏览器给本页的空间已满，最近的改动没有存上，只在本页里。请先下载一份，再删掉不需要的记录。", "The space the browser gives this page is full: the latest change is only in this page. Download a copy, then delete what you do not need.";
    state_quarantined_long: "有一部分数据读不出来，原样另存着，没有丢。其余记录照常可用。", "Part of the data could not be read. It is kept as it was, nothing was dropped; the other entries work as usual.";
    state_newer_schema_long: "这里的数据是更新版本的学时簿写的，本页不动它。请刷新到新版本。", "The data here was written by a newer version of Xueshi; this page leaves it alone. Reload to get that version.";
    state_stale_long: "另一个标签页改过这本簿子。已读入最新内容；刚才的改动请再做一次。", "Another tab changed this book. The newest content is loaded; please make your last change again.";
    save_before_leaving: "这本簿子里有改动没存上，换走就没了。请先下载一份或重试保存。", "This book has changes that are not saved and would be lost. Download a copy or try saving again first.";
    shortcuts_title: "键盘快捷键", "Keyboard shortcuts";
    shortcuts_note: "在输入框里打字时不起作用。", "They rest while you type in a field.";
    shortcuts_on: "启用单键快捷键", "Use single-key shortcuts";
    shortcut_add: "添加记录", "Add an entry";
    shortcut_import: "粘贴或导入", "Paste or import";
    shortcut_search: "查找记录", "Search the records";
    shortcut_undo: "撤销刚才的操作", "Undo the last act";
    shortcut_list: "打开这张表", "Open this list";
    shortcut_close: "关闭打开的窗口", "Close what is open";
    update_ready: "新版本已备好。", "A new version is ready.";
    update_elsewhere: "另一个标签页已换用新版本。", "Another tab has changed over to a new version.";
    update_now: "现在更新", "Update now";
    update_after_saving: "先保存填写中的内容，再更新。", "Save what you are typing first; then update.";
    download_copy: "下载一份", "Download a copy";
    try_again: "重试保存", "Try saving again";
    restored: "已恢复到备份点，恢复前的内容也留了一个备份点", "Restored; the book as it was before is a recovery point too";
    not_restored: "这个备份点读不全，没有恢复，什么也没动", "This recovery point is not whole; nothing was changed";
    restore_offer(day: &str, entries: &str): "恢复到 {day} 的备份点（{entries}）", "Restore the recovery point of {day} ({entries})";
    accept_loss: "就用现在的，不再提示", "Go on with what is here";
    download_quarantine: "下载读不出的原文", "Download the unreadable text";

    added(title: &str): "已添加“{title}”", "Added “{title}”";
    changed(title: &str): "已修改“{title}”", "Changed “{title}”";
    deleted(title: &str): "已删除“{title}”", "Deleted “{title}”";
    deleted_many(entries: &str): "已删除 {entries}记录", "Deleted {entries}";
    imported(entries: &str): "已导入 {entries}记录", "Imported {entries}";
    profile_saved: "个人信息已保存", "Your details are saved";
}
