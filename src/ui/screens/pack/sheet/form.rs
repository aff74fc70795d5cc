//! A year's form: the head, the lines, the foot, room for the stamps, and what does not count.

use crate::ui::view::prelude::*;

use crate::i18n::{Lang, paper};
use crate::report::pack::{Pack, PackRow, PackUncounted, PackYear};
use crate::report::stamps::StampView;
use crate::rules::Hours;

/// Longer names of organisers are shortened on paper: a line must not outgrow its sheet.
const ORGANISER_CHARS: usize = 100;
/// Titles beyond this are set smaller.
const LONG_TITLE_CHARS: usize = 60;

pub fn head(pack: &Pack, year: &PackYear) -> AnyView {
    let profile = &pack.profile;
    view! {
        <div class="form-head" data-piece="" data-testid="form-head" data-value=year.year().to_string()>
            <h2>{paper::form_title(year)}</h2>
            <table class="grid person">
                <tbody>
                    <tr>
                        <th scope="row">"姓名"</th>
                        <td>{paper::in_head(&profile.name)}</td>
                        <th scope="row">"性别"</th>
                        <td>{paper::in_head(&profile.sex)}</td>
                        <td class="photo" rowspan="5">"照片"</td>
                    </tr>
                    <tr>
                        <th scope="row">"身份证号"</th>
                        <td colspan="3" class="by-hand"></td>
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
                    <tr>
                        <th scope="row">"任职周期"</th>
                        <td>{paper::cycle(pack)}</td>
                        <th scope="row">"继续教育证书编号"</th>
                        <td>{paper::in_head(&profile.certificate_book)}</td>
                    </tr>
                </tbody>
            </table>
        </div>
    }
    .into_any()
}

pub fn line(row: &PackRow) -> AnyView {
    let entry = &row.entry;
    let span: Vec<_> =
        paper::span(entry).into_iter().map(|part| view! { <span class="unbroken">{part}</span> }).collect();
    let is_long = entry.title.chars().count() > LONG_TITLE_CHARS;
    let whole = (row.counted != entry.hours)
        .then(|| view! { <span class="part">{paper::part_of(entry.hours)}</span> });
    view! {
        <tr
            data-piece=""
            data-testid="form-line"
            data-value=row.evidence_number.clone()
            data-hours=row.counted.to_string()
        >
            <td>{row.number.to_string()}</td>
            <td>{span}</td>
            <td class="words" class:long=is_long>{entry.title.clone()}</td>
            <td class="words">{paper::at_most(&entry.organiser, ORGANISER_CHARS)}</td>
            <td>{paper::form(entry.form)}</td>
            <td>{Lang::Zh.subject_short(entry.subject)}</td>
            <td>{row.counted.to_string()} {whole}</td>
            <td>{Lang::Zh.outcome(entry.outcome)}</td>
            <td>{row.evidence_number.clone()}</td>
        </tr>
    }
    .into_any()
}

pub fn foot(year: &PackYear) -> AnyView {
    let foot = &year.foot;
    let rule = &year.assessment.rule;
    let amount = |name: &'static str, hours: Hours| {
        view! {
            <td>
                <span class="name">{name}</span>
                <b>{hours.to_string()}</b>
            </td>
        }
    };
    let none = year.rows.is_empty().then(|| {
        view! { <tr><td colspan="6" class="words">{paper::NO_LINES}</td></tr> }
    });
    let imported = paper::imported(rule).map(|figures| {
        view! {
            <tr>
                <td colspan="6" class="words small" data-testid="form-imported">"导入的数字：" {figures}</td>
            </tr>
        }
    });
    view! {
        <table class="grid foot" data-piece="" data-testid="form-foot" data-value=year.year().to_string()>
            <tbody>
                {none}
                <tr>
                    {amount("专业", foot.professional.hours)}
                    {amount("公需 · 线上", foot.online.hours)}
                    {amount("公需 · 折算", foot.conversion.hours)}
                    {amount("公需 · 其他", foot.other.hours)}
                    {amount("转入公需", foot.transfer)}
                    <td data-testid="form-total" data-value=foot.total.to_string()>
                        <span class="name">"合计"</span>
                        <b>{foot.total.to_string()}</b>
                    </td>
                </tr>
                <tr>
                    <td colspan="6" class="words">
                        "算式：" {paper::arithmetic(foot, rule)} "　" {paper::requirement(rule)}
                    </td>
                </tr>
                {imported}
                <tr>
                    <td
                        colspan="6"
                        class="words"
                        data-testid="form-verdict"
                        data-value=year.assessment.verdict.code()
                    >
                        "自核结论：" <b>{paper::verdict(year)}</b>
                    </td>
                </tr>
            </tbody>
        </table>
    }
    .into_any()
}

pub fn stamps(route: &StampView, year: &PackYear) -> AnyView {
    let boxes = route.steps.iter().enumerate().map(|(nth, step)| {
        view! {
            <div class="stamp-box" data-testid="stamp-box" data-value=step.office.code()>
                <p>{paper::circled(nth).to_string()} " " {paper::stamp_office(route, step)}</p>
                <p>{paper::stamped(step, year)}</p>
                <p class="stamp-day">"经办人：　　　　　　年　　月　　日"</p>
            </div>
        }
    });
    view! { <div class="stamp-boxes" data-piece="">{boxes.collect_view()}</div> }.into_any()
}

pub fn uncounted_head() -> AnyView {
    view! {
        <div class="sub-head" data-piece="">
            <h3>{paper::UNCOUNTED_TITLE}</h3>
        </div>
    }
    .into_any()
}

pub fn uncounted(line: &PackUncounted, nth: usize) -> AnyView {
    let number = line.evidence_number.clone().unwrap_or_else(|| paper::beside(nth + 1));
    let hours = line.row.hours.to_string();
    view! {
        <tr data-piece="" data-testid="form-uncounted" data-value=line.row.reason.code() data-hours=hours>
            <td>{number}</td>
            <td>{line.row.end.to_string()}</td>
            <td class="words">{line.row.title.clone()}</td>
            <td>{Lang::Zh.subject_short(line.row.subject)}</td>
            <td>{line.row.hours.to_string()}</td>
            <td class="words">{paper::grounds(line)}</td>
        </tr>
    }
    .into_any()
}
