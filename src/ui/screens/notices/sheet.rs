//! A notice about to be imported: paste it or choose a file, look at every figure, take it.

use crate::ui::view::prelude::*;
use leptos::html;

use super::said;
use crate::exchange::notice::{MAX_BYTES, NoticeError, read};
use crate::i18n::Lang;
use crate::report::notices::{FigureRow, NoticeReview, review};
use crate::rules::Notice;
use crate::rules::notice::Standing;
use crate::ui::atoms::Dialog;
use crate::ui::screens::conversion::pack_sheet::read_file;
use crate::ui::session::{Session, lang};

#[component]
pub fn NoticeSheet(open: RwSignal<bool>) -> impl IntoView {
    let label = Signal::derive(|| lang().notice_sheet_title().to_owned());
    view! {
        <Dialog open=open on_close=move || open.set(false) class="sheet wide-sheet" label=label>
            {desk(open)}
        </Dialog>
    }
}

type Reading = Option<Result<Notice, NoticeError>>;

fn desk(open: RwSignal<bool>) -> AnyView {
    let session = Session::get();
    let lang = lang();
    let text = RwSignal::new(String::new());
    let file: NodeRef<html::Input> = NodeRef::new();
    let load = move |loaded: String| text.set(loaded);
    let reading: Memo<Reading> =
        Memo::new(move |_| text.with(|text| (!text.trim().is_empty()).then(|| read(text))));
    // A notice that the book has already, and one that is none, cannot be taken.
    let chosen = move || -> Option<Notice> {
        let notice = reading.with(|reading| reading.as_ref()?.as_ref().ok().cloned())?;
        let is_known = session.book.with(|book| book.notice_like(&notice) == Some(&notice));
        (!is_known).then_some(notice)
    };
    view! {
        <div class="import-form">
            <p>{lang.notice_sheet_lead()}</p>
            <label class="field">
                <span>{lang.notice_paste_label()}</span>
                <textarea
                    class="paste"
                    rows="6"
                    spellcheck="false"
                    data-testid="notice-text"
                    prop:value=move || text.get()
                    on:input=move |event| load(event_target_value(&event))
                ></textarea>
            </label>
            <label class="field">
                <span>{lang.pack_file_label()}</span>
                <input
                    type="file"
                    accept=".json,application/json"
                    data-testid="notice-file"
                    node_ref=file
                    on:change=move |_| read_file(file, MAX_BYTES, load)
                />
            </label>
            {move || reading.with(|reading| match reading {
                None => ().into_any(),
                Some(Err(why)) => {
                    let text = lang.notice_problem(why);
                    view! { <p class="error" role="alert" data-testid="notice-refused">{text}</p> }.into_any()
                }
                Some(Ok(notice)) => session.book.with(|book| shown(lang, &review(notice, book))),
            })}
        </div>
        <footer class="dialog-foot">
            <button type="button" class="quiet" on:click=move |_| session.later(move || open.set(false))>
                {lang.form_discard()}
            </button>
            <button
                type="button"
                class="primary"
                data-testid="notice-confirm"
                disabled=move || chosen().is_none()
                on:click=move |_| {
                    if let Some(notice) = untrack(chosen) {
                        session.put_notice(notice);
                        session.later(move || open.set(false));
                    }
                }
            >
                {lang.notice_confirm()}
            </button>
        </footer>
    }
    .into_any()
}

fn shown(lang: Lang, review: &NoticeReview) -> AnyView {
    let notice = &review.notice;
    let replaces = review.replaces.as_ref().map(|other| {
        let text = lang.notice_replaces(&other.publisher, &other.published.to_string());
        view! { <p class="hint" data-testid="notice-replaces">{text}</p> }
    });
    let known = review.is_known.then(|| view! { <p class="hint">{lang.notice_unchanged()}</p> });
    let verdict = review.lacks.as_ref().map(|lacks| {
        let names: Vec<String> = lacks.iter().map(|&kind| lang.figure_kind(kind).to_owned()).collect();
        let codes: Vec<&str> = lacks.iter().map(|kind| kind.code()).collect();
        let text = match lacks.is_empty() {
            true => lang.notice_ends_provisional().to_owned(),
            false => lang.notice_still_provisional(&lang.list(&names)),
        };
        view! { <p data-testid="notice-lacks" data-value=codes.join(" ")>{text}</p> }
    });
    let rows = review.rows.iter().map(|row| figure(lang, row)).collect_view();
    view! {
        <p data-testid="notice-head" data-value=notice.publisher.clone()>
            <b>{lang.notice_name(notice)}</b> " " {notice.title.clone()} <br />
            <span class="soft">{lang.notice_by(&notice.publisher, &notice.published.to_string())}</span>
        </p>
        {replaces}
        {known}
        {verdict}
        <ul class="import-rows">{rows}</ul>
    }
    .into_any()
}

fn figure(lang: Lang, row: &FigureRow) -> AnyView {
    let known = row.known.as_ref().map(|known| {
        let basis: Vec<String> = known.sources.iter().map(|source| source.code()).collect();
        (lang.amount(known.amount), lang.list(&basis))
    });
    let note = match (row.standing, known) {
        (Standing::Kept, Some((value, basis))) => lang.notice_keeps(&value, &basis),
        (Standing::Kept, None) => lang.notice_keeps_nothing().to_owned(),
        (_, Some((value, basis))) => lang.notice_was(&value, &basis),
        (_, None) => String::new(),
    };
    view! {
        <li class="import-row" data-testid="notice-row" data-value=row.standing.code() data-kind=row.kind.code()>
            <span class=format!("tag tag-{}", row.standing.code())>{lang.standing(row.standing)}</span>
            <span></span>
            <span class="import-title">{said(lang, row)}</span>
            <span></span>
            <div class="import-notes">
                <p class="soft">{note}</p>
            </div>
        </li>
    }
    .into_any()
}
