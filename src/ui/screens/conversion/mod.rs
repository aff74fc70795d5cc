//! Conversion rules on the rules screen: the list, the form of one, packs in and out.

pub mod pack_sheet;
mod rule_sheet;

use crate::ui::view::prelude::*;

use crate::book::RuleDraft;
use crate::exchange::pack::blank_rules;
use crate::i18n::Lang;
use crate::rules::conversion::Method;
use crate::rules::{Confidence, ConversionRule};
use crate::ui::export::download_pack;
use crate::ui::session::{Session, lang};

#[component]
pub fn Conversions() -> impl IntoView {
    let session = Session::get();
    let lang = lang();
    let pack_open = RwSignal::new(false);
    let rules = Memo::new(move |_| session.book.with(|book| book.conversions().to_vec()));
    let blank = move |_| {
        let missing =
            |rule: &ConversionRule| session.book.with_untracked(|book| book.conversion(&rule.name).is_none());
        session.put_rules(blank_rules().into_iter().filter(missing).collect());
    };
    view! {
        <section class="card" id="conversion">
            <h2>{lang.conversion_title()}</h2>
            <p class="soft">{lang.conversion_lead()}</p>
            {move || rules.with(|rules| list(session, lang, rules))}
            <div class="row">
                <button type="button" data-testid="rule-add" on:click=move |_| {
                    session.rule_form.show(None, RuleDraft::default());
                }>
                    {lang.conversion_add()}
                </button>
                <button type="button" data-testid="rule-blank" on:click=blank>{lang.conversion_blank()}</button>
                <button type="button" data-testid="pack-open" on:click=move |_| pack_open.set(true)>
                    {lang.conversion_import()}
                </button>
                <button
                    type="button"
                    data-testid="pack-export"
                    disabled=move || rules.with(Vec::is_empty)
                    on:click=move |_| download_pack(session)
                >
                    {lang.conversion_export()}
                </button>
            </div>
        </section>
        <rule_sheet::RuleSheet />
        <pack_sheet::PackSheet open=pack_open />
    }
}

fn list(session: Session, lang: Lang, rules: &[ConversionRule]) -> AnyView {
    if rules.is_empty() {
        return view! { <p class="soft" data-testid="rule-none">{lang.conversion_none()}</p> }.into_any();
    }
    let rows = rules.iter().map(|rule| row(session, lang, rule)).collect_view();
    view! { <ul class="plain conversions">{rows}</ul> }.into_any()
}

fn row(session: Session, lang: Lang, rule: &ConversionRule) -> AnyView {
    let secondary = Confidence::Secondary;
    let each = match rule.hours_per_unit {
        Some(hours) => {
            let text = lang.conversion_each(&hours.to_string(), lang.unit(rule.unit));
            let tag = view! {
                <span class=format!("tag tag-{}", secondary.code())>{lang.confidence(secondary)}</span>
            };
            view! { <b>{text}</b> " " {tag} }.into_any()
        }
        None => view! { <span class="tag">{lang.conversion_blank_figure()}</span> }.into_any(),
    };
    let cap = match rule.cap_per_year {
        Some(cap) => lang.conversion_cap(&cap.to_string()),
        None => lang.conversion_no_cap().to_owned(),
    };
    let subject = rule.subject.map_or(lang.conversion_any_subject(), |subject| lang.subject(subject));
    // What says nothing beside the rest is left out.
    let kind = if rule.kind == rule.name { "" } else { rule.kind.as_str() };
    let method = if rule.method == Method::Unknown { "" } else { lang.method(rule.method) };
    let facts = [kind, &cap, subject, method];
    let facts = facts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
    let (name, removed) = (rule.name.clone(), rule.name.clone());
    let draft = RuleDraft::from_rule(rule);
    view! {
        <li data-testid="rule-row" data-value=rule.name.clone()>
            <p>{each} " " {rule.name.clone()}</p>
            <p class="soft">{facts}</p>
            <p class="soft">{rule.source.clone()}</p>
            <p class="actions">
                <button
                    type="button"
                    data-testid="rule-edit"
                    aria-label=lang.edit_of(&rule.name)
                    on:click=move |_| {
                        session.rule_form.show(Some(name.clone()), draft.clone());
                    }
                >
                    {lang.edit()}
                </button>
                <button
                    type="button"
                    data-testid="rule-delete"
                    aria-label=lang.delete_of(&rule.name)
                    on:click=move |_| session.remove_rule(removed.clone())
                >
                    {lang.delete()}
                </button>
            </p>
        </li>
    }
    .into_any()
}
