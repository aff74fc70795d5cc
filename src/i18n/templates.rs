//! Templates of entries.

use super::texts;

texts! {
    templates_title(count: usize): "常用模板（{count}）", "Templates ({count})";
    templates_lead: "点一下，表单就填好；改日期，保存。", "Choosing one fills in the form: set the date and save.";
    template_use_of(name: &str): "用模板：{name}", "Use the template {name}";
    template_delete_of(name: &str): "删除模板：{name}", "Delete the template {name}";
    template_keep: "存为模板", "Keep as a template";
    template_name: "模板名称（空着就用项目名称）", "Name of the template (the title, if left empty)";
    template_save: "存为模板", "Keep it";
    template_saved(name: &str): "已存为模板“{name}”", "Kept as the template “{name}”";
    template_removed(name: &str): "已删除模板“{name}”", "Deleted the template “{name}”";
    template_needs_name: "先写项目名称或模板名称。", "Write a title or a name first.";
    templates_full: "模板已满 50 个，先删一个。", "There are 50 templates already: delete one first.";
}
