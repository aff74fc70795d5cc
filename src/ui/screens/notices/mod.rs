//! Imported notices on the rules screen: what each states, who handed it out, import, export.

mod sheet;

use crate::ui::view::prelude::*;

use crate::book::Book;
use crate::i18n::Lang;
use crate::report::notices::{FigureRow, in_force};
use crate::rules::notice::Standing;
use crate::rules::{Confidence, Notice};
use crate::ui::export::download_notice;
use crate::ui::session::{Session, lang};

#[component]
pub fn Notices() -> impl IntoView {
    let session = Session::get();
    let lang = lang();
    let open = RwSignal::new(false);
    view! {
        <section class="card" id="notices">
            <h2>{lang.notices_title()}</h2>
            <p class="soft">{lang.notices_lead()}</p>
            {move || session.book.with(|book| list(session, lang, book))}
            <div class="row">
                <button type="button" id="notice-open" data-testid="notice-open" on:click=move |_| open.set(true)>
                    {lang.notices_import()}
                </button>
            </div>
        </section>
        <sheet::NoticeSheet open=open />
    }
}

fn list(session: Session, lang: Lang, book: &Book) -> AnyView {
    if book.notices().is_empty() {
        return view! { <p class="soft" data-testid="notice-none">{lang.notices_none()}</p> }.into_any();
    }
    let cards = book.notices().iter().map(|notice| card(session, lang, notice, book)).collect_view();
    view! { <ul class="plain notices">{cards}</ul> }.into_any()
}

fn card(session: Session, lang: Lang, notice: &Notice, book: &Book) -> AnyView {
    let name = lang.notice_name(notice);
    let rows = in_force(notice, book);
    let rows = rows.iter().map(|row| figure(lang, row)).collect_view();
    let secondary = Confidence::Secondary;
    let (removed, exported) = (notice.clone(), notice.clone());
    view! {
        <li data-testid="notice-card" data-value=notice.publisher.clone() data-year=notice.year.to_string()>
            <p>
                <b>{name.clone()}</b> " "
                <span class=format!("tag tag-{}", secondary.code())>{lang.confidence(secondary)}</span> " "
                {notice.title.clone()}
            </p>
            <p class="soft">{lang.notice_by(&notice.publisher, &notice.published.to_string())}</p>
            <ul class="plain notice-figures">{rows}</ul>
            <p class="actions">
                <button
                    type="button"
                    data-testid="notice-export"
                    aria-label=lang.notice_export_of(&name)
                    on:click=move |_| download_notice(session, &exported)
                >
                    {lang.notice_export()}
                </button>
                <button
                    type="button"
                    data-testid="notice-remove"
                    aria-label=lang.notice_remove_of(&name)
                    on:click=move |_| session.remove_notice(removed.clone())
                >
                    {lang.notice_remove()}
                </button>
            </p>
        </li>
    }
    .into_any()
}

fn figure(lang: Lang, row: &FigureRow) -> AnyView {
    let kept = (row.standing == Standing::Kept)
        .then(|| view! { " " <span class="tag tag-warn">{lang.notice_kept_here()}</span> });
    view! {
        <li data-testid="notice-figure" data-value=row.kind.code()>
            {said(lang, row)} {kept}
        </li>
    }
    .into_any()
}

/// What a figure says, where it stands, and who handed it out.
fn said(lang: Lang, row: &FigureRow) -> AnyView {
    let value = if row.telephones.is_empty() { lang.amount(row.amount) } else { row.telephones.join(" · ") };
    let from = row.source.as_ref().map(|source| lang.source(source));
    let stamps = row
        .stamps
        .iter()
        .map(|stamp| view! { <br /> <span data-testid="notice-stamp">{lang.stamp_row(stamp)}</span> })
        .collect_view();
    view! {
        <span>{lang.figure_kind(row.kind)}</span>
        " "
        <b>{value}</b>
        " "
        <span class="soft">{from}</span>
        {stamps}
    }
    .into_any()
}
