//! Paste or choose a file, look at every row, confirm.

use crate::ui::view::prelude::*;
use leptos::html;

use super::import_rows::review;
use crate::formats::workbook::SheetName;
use crate::ui::atoms::Dialog;
use crate::ui::session::{Reading, Session, lang};

#[component]
pub fn ImportSheet() -> impl IntoView {
    let session = Session::get();
    let label = Signal::derive(|| lang().import_title().to_owned());
    view! {
        <Dialog open=session.import.open on_close=move || session.import.close() class="sheet wide-sheet" label=label>
            {desk()}
        </Dialog>
    }
}

fn desk() -> AnyView {
    let session = Session::get();
    let lang = lang();
    let desk = session.import;
    let file: NodeRef<html::Input> = NodeRef::new();
    let confirm = move || {
        let count = desk.chosen().len();
        let label = if count == 0 {
            lang.import_nothing().to_owned()
        } else {
            lang.import_confirm(&lang.entries(count))
        };
        view! {
            <button
                type="button"
                class="primary"
                data-testid="import-confirm"
                data-value=count.to_string()
                disabled=count == 0
                on:click=move |_| session.confirm_import()
            >
                {label}
            </button>
        }
    };
    view! {
        <div class="import-form">
            <p>{lang.import_lead()}</p>
            <p class="soft">{lang.import_columns()}</p>
            <label class="field">
                <span>{lang.import_paste_label()}</span>
                <textarea
                    class="paste"
                    rows="5"
                    spellcheck="false"
                    data-testid="import-text"
                    prop:value=move || desk.text.get()
                    on:input=move |event| session.review_text(event_target_value(&event))
                ></textarea>
            </label>
            <label class="field">
                <span>{lang.import_file_label()}</span>
                <input
                    type="file"
                    accept=".csv,.tsv,.txt,.xlsx,.xlsm,.xls,text/csv,text/tab-separated-values,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                    data-testid="import-file"
                    node_ref=file
                    on:change=move |_| read_chosen_file(session, file)
                />
            </label>
            {move || desk.reading.with(|reading| match reading {
                Reading::Nothing => ().into_any(),
                Reading::Busy => busy(session),
                Reading::Refused(why) => refusal(lang.refused(why)),
                Reading::RefusedFile(why) => refusal(lang.refused_file(*why)),
                Reading::Sheets(sheets) => choice(session, sheets),
                Reading::Unreadable => refusal(lang.refused_unreadable().to_owned()),
                Reading::Done(import) => review(session, import),
            })}
        </div>
        <footer class="dialog-foot">
            <button type="button" class="quiet" on:click=move |_| {
                session.later(move || desk.clear());
            }>
                {lang.form_discard()}
            </button>
            {confirm}
        </footer>
    }
    .into_any()
}

fn refusal(text: String) -> AnyView {
    view! { <p class="error" role="alert" data-testid="import-refused">{text}</p> }.into_any()
}

/// How far the reading is, and the way to stop it.
fn busy(session: Session) -> AnyView {
    let lang = lang();
    let value = move || session.import.percent.get().map(|percent| percent.to_string());
    view! {
        <div class="row" role="status" data-testid="import-busy" data-value=value>
            <progress max="100" value=value aria-label=lang.import_busy()></progress>
            <span>{lang.import_busy()}</span>
            <button type="button" class="quiet" data-testid="import-cancel" on:click=move |_| {
                session.later(move || session.import.clear());
            }>
                {lang.import_cancel()}
            </button>
        </div>
    }
    .into_any()
}

/// The sheets of a workbook, to choose one.
fn choice(session: Session, sheets: &[SheetName]) -> AnyView {
    let lang = lang();
    let sheets = sheets.iter().enumerate().map(|(at, sheet)| {
        let rows = sheet.rows;
        let fits = if sheet.fits { "" } else { lang.sheet_unfit() };
        view! {
            <li class="row">
                <button
                    type="button"
                    data-testid="import-sheet"
                    data-value=rows.to_string()
                    on:click=move |_| session.later(move || session.choose_sheet(at))
                >
                    {sheet.name.clone()}
                </button>
                <span class="soft">{lang.sheet_rows(rows)} {fits}</span>
            </li>
        }
    });
    view! {
        <div role="group" aria-label=lang.sheet_choose()>
            <p>{lang.sheet_choose()}</p>
            <ul class="plain">{sheets.collect_view()}</ul>
        </div>
    }
    .into_any()
}

/// Reads the file through the browser, so that the page stays alive meanwhile.
fn read_chosen_file(session: Session, input: NodeRef<html::Input>) {
    let Some(input) = input.get_untracked() else { return };
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    let name = file.name();
    session.import.reading.set(Reading::Busy);
    if file.size() as u64 > crate::exchange::text::MAX_FILE_BYTES as u64 {
        return session.refuse_large_file(name, file.size() as u64);
    }
    leptos::task::spawn_local(async move {
        let buffer = wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await;
        match buffer {
            Ok(buffer) => session.review_file(name, js_sys::Uint8Array::new(&buffer).to_vec()),
            Err(_) => session.import.reading.set(Reading::Unreadable),
        }
        // The same file can be chosen again after it was mended.
        input.set_value("");
    });
}
