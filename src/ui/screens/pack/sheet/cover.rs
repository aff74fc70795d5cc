//! The cover: whose papers these are, what they come to, what is in them, and where to go.

use crate::ui::view::prelude::*;

use crate::i18n::{Lang, paper};
use crate::report::pack::sheets::Paper;
use crate::report::pack::{Code, Pack, PackYear};
use crate::report::stamps::StampView;
use crate::rules::cycle::CycleCheck;
use crate::rules::stamp_route::{Office, StampStep};
use crate::ui::screens::pack::layout::Laid;

pub fn head(pack: &Pack) -> AnyView {
    let profile = &pack.profile;
    view! {
        <div class="form-head" data-piece="" data-testid="cover" data-value=pack.scope.code()>
            <h2>{paper::COVER_TITLE}</h2>
            <p class="scope">{paper::scope(pack)}</p>
            <table class="grid person">
                <tbody>
                    <tr>
                        <th scope="row">"姓名"</th>
                        <td>{paper::in_head(&profile.name)}</td>
                        <th scope="row">"继续教育证书编号"</th>
                        <td>{paper::in_head(&profile.certificate_book)}</td>
                    </tr>
                    <tr>
                        <th scope="row">"工作单位"</th>
                        <td>{paper::in_head(&profile.unit)}</td>
                        <th scope="row">"单位性质"</th>
                        <td>{paper::unit_kind(pack)}</td>
                    </tr>
                    <tr>
                        <th scope="row">"现职称及取得时间"</th>
                        <td>{paper::title_held(pack)}</td>
                        <th scope="row">"拟申报职称"</th>
                        <td>{Lang::Zh.title_level(profile.title_sought)}</td>
                    </tr>
                </tbody>
            </table>
            <h3>"学时汇总"</h3>
        </div>
    }
    .into_any()
}

pub fn year(year: &PackYear) -> AnyView {
    let foot = &year.foot;
    let rule = &year.assessment.rule;
    let professional = rule.base.professional.as_ref();
    let asked = professional.map_or(rule.base.total.value.to_string(), |professional| {
        format!("{}（{}）", rule.base.total.value, professional.value)
    });
    view! {
        <tr data-piece="" data-testid="cover-year" data-value=year.year().to_string() data-total=foot.total.to_string()>
            <td>{year.year().to_string()}</td>
            <td>{asked}</td>
            <td>{foot.professional.hours.to_string()}</td>
            <td>{foot.public().to_string()}</td>
            <td>{foot.transfer.to_string()}</td>
            <td><b>{foot.total.to_string()}</b></td>
            <td>{year.rows.len().to_string()}</td>
            <td>{paper::verdict_short(year.assessment.verdict)}</td>
        </tr>
    }
    .into_any()
}

pub fn sum(check: &CycleCheck) -> AnyView {
    view! {
        <div class="cover-sum" data-piece="" data-testid="cover-sum" data-value=check.verdict.code()>
            <p>{paper::cycle_sum(check)}</p>
            <p>"自核结论：" <b>{paper::cycle_verdict(check.verdict)}</b></p>
        </div>
    }
    .into_any()
}

/// What is in the pack, and what should be looked at before it is handed over.
pub fn papers(pack: &Pack, laid: Option<&Laid>) -> AnyView {
    let pages = |paper| laid.and_then(|laid| laid.pages_of(paper));
    let mut lines: Vec<AnyView> = Vec::new();
    for (nth, year) in pack.years.iter().enumerate() {
        lines.push(paper::listed(&paper::form_title(year), pages(Paper::Form(nth))).into_any());
    }
    if pack.copies() > 0 {
        if laid.is_none_or(|laid| laid.wanted.index) {
            lines.push(paper::listed(paper::INDEX_TITLE, pages(Paper::Index)).into_any());
        }
        lines.push(copies(pack));
    }
    lines.push(paper::LISTED_BOOK.into_any());
    let open = pack.open.iter().map(|&(kind, count)| paper::listed_open(kind, count).into_any());
    let open: Vec<AnyView> = open.collect();
    let list = |lines: Vec<AnyView>| {
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        view! { <ul class="boxes">{lines}</ul> }
    };
    let open = (!open.is_empty()).then(|| {
        view! {
            <h3>"提交前核对"</h3>
            {list(open)}
        }
    });
    view! {
        <div class="cover-part" data-piece="">
            <h3>"材料清单"</h3>
            {list(lines)}
            {open}
        </div>
    }
    .into_any()
}

/// The copies with their numbers, none of them broken at its hyphen.
fn copies(pack: &Pack) -> AnyView {
    let numbers = pack.years.iter().map(paper::copies).filter(|numbers| !numbers.is_empty());
    let numbers = numbers.map(|numbers| view! { " " <span class="whole">{numbers}</span> }).collect_view();
    view! { {paper::listed_copies(pack)} {numbers} }.into_any()
}

pub fn route(view: &StampView) -> AnyView {
    let steps = view.steps.iter().map(|step| view! { <li>{stop(view, step)}</li> }).collect_view();
    view! {
        <div class="cover-part" data-piece="" data-testid="cover-route">
            <h3>{paper::route_title(view)}</h3>
            <ol class="stops">{steps}</ol>
        </div>
    }
    .into_any()
}

/// One office: its name, what it stamps, on what that rests, and how to reach it.
fn stop(view: &StampView, step: &StampStep) -> AnyView {
    let from = step
        .from_other_year
        .filter(|_| step.office != Office::AskLocalHrss)
        .map(|year| paper::from_other_year(year.get()));
    view! {
        <b>{paper::stamp_office(view, step)}</b>
        "："
        {Lang::Zh.stamped(step.stamps)}
        "。"
        <span class="small">{paper::places(&step.sources)} {from} "。" {paper::telephones(step)}</span>
    }
    .into_any()
}

/// A square code with its sentence and its text beside it.
pub fn code(code: &Code) -> AnyView {
    let side = code.side;
    view! {
        <div class="cover-part code" data-piece="" data-testid="cover-code">
            <svg viewBox=format!("0 0 {side} {side}") role="img" aria-label=code.sentence.clone()>
                <path d=code.path.clone() />
            </svg>
            <div>
                <p>{code.sentence.clone()}</p>
                <p class="small">{code.text.clone()}</p>
            </div>
        </div>
    }
    .into_any()
}
