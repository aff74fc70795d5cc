//! A copy to take away, as a file or as text; and the way back from one.

use crate::ui::view::prelude::*;
use leptos::html;

use crate::exchange::backup::{Backup, Clash, Comparison, Mode, compare};
use crate::exchange::text::MAX_FILE_BYTES;
use crate::ui::atoms::{choices, options};
use crate::ui::export::{book_text, copy_text, download_book};
use crate::ui::session::{Chosen, Session, lang};

/// How many conflicting entries are named.
const CLASHES_SHOWN: usize = 20;

pub fn backup() -> AnyView {
    let session = Session::get();
    let lang = lang();
    let text: RwSignal<Option<String>> = RwSignal::new(None);
    let copied = RwSignal::new(false);
    view! {
        <section class="card">
            <h2>{lang.backup_title()}</h2>
            <p>{lang.backup_lead()}</p>
            <div class="row">
                <button type="button" class="primary" data-testid="backup-download" on:click=move |_| download_book(session)>
                    {lang.download_copy()}
                </button>
                <button type="button" data-testid="backup-text-open" on:click=move |_| {
                    copied.set(false);
                    text.set(Some(book_text(session)));
                    session.note_backup();
                }>
                    {lang.backup_as_text()}
                </button>
            </div>
            {move || text.get().map(|shown| view! {
                <label class="field">
                    <span>{lang.backup_text_label()}</span>
                    <textarea rows="8" readonly spellcheck="false" data-testid="backup-text" prop:value=shown.clone()></textarea>
                </label>
                <div class="row">
                    <button type="button" data-testid="backup-copy" on:click=move |_| copy_text(&shown, move || copied.set(true))>
                        {lang.backup_copy()}
                    </button>
                    <Show when=move || copied.get()>
                        <span role="status" data-testid="backup-copied">{lang.backup_copied()}</span>
                    </Show>
                </div>
            })}
        </section>
        {restore()}
    }
    .into_any()
}

fn restore() -> AnyView {
    let session = Session::get();
    let lang = lang();
    let desk = session.restoring;
    let file: NodeRef<html::Input> = NodeRef::new();
    view! {
        <section class="card">
            <h2>{lang.restore_title()}</h2>
            <p>{lang.restore_lead()}</p>
            <label class="field">
                <span>{lang.restore_file_label()}</span>
                <input
                    type="file"
                    accept=".json,.txt,application/json,text/plain"
                    data-testid="restore-file"
                    node_ref=file
                    on:change=move |_| read_chosen_file(session, file)
                />
            </label>
            <label class="field">
                <span>{lang.restore_text_label()}</span>
                <textarea
                    rows="4"
                    spellcheck="false"
                    data-testid="restore-text"
                    prop:value=move || desk.text.get()
                    on:input=move |event| session.choose_backup_text(event_target_value(&event))
                ></textarea>
            </label>
            {move || match desk.chosen.get() {
                Chosen::Nothing => ().into_any(),
                Chosen::Busy => view! { <p role="status">{lang.import_busy()}</p> }.into_any(),
                Chosen::Unreadable => refusal(lang.refused_unreadable().to_owned()),
                Chosen::NoText(why) => refusal(lang.refused(&why)),
                Chosen::Refused(why) => refusal(lang.backup_refused(&why)),
                Chosen::RefusedCode(why) => refusal(lang.refused_file(why)),
                Chosen::Totals(years) => totals(&years),
                Chosen::Demo => refusal(lang.restore_demo().to_owned()),
                Chosen::Sound(backup) => preview(session, &backup),
            }}
        </section>
    }
    .into_any()
}

fn refusal(text: String) -> AnyView {
    view! { <p class="error" role="alert" data-testid="restore-refused">{text}</p> }.into_any()
}

/// A code that holds sums and no entries.
fn totals(years: &str) -> AnyView {
    let rows = years.lines().map(|year| view! { <li>{year.to_owned()}</li> }).collect_view();
    view! {
        <div class="review" role="status" data-testid="restore-totals">
            <p>{lang().code_is_totals()}</p>
            <ul class="plain">{rows}</ul>
        </div>
    }
    .into_any()
}

fn preview(session: Session, backup: &Backup) -> AnyView {
    let lang = lang();
    let desk = session.restoring;
    let found = session.book.with(|book| compare(book, backup));
    let Comparison { new, same, clashes, profile_differs, rules_differ, notices_differ, only_ours } = found;
    let name = backup.book.profile().name.clone();
    let from = lang.restore_from(
        if name.is_empty() { lang.people_unnamed() } else { &name },
        &backup.made.replace('T', " "),
        &lang.entries(backup.book.len()),
    );
    let count = |id: &'static str, words: &'static str, count: usize| {
        view! {
            <span data-testid=id data-value=count.to_string()>{words} " " <b>{count.to_string()}</b></span>
        }
    };
    let counts = [
        count("restore-new", lang.restore_new(), new.len()),
        count("restore-same", lang.restore_same(), same),
        count("restore-conflict", lang.restore_conflict(), clashes.len()),
        count("restore-only-here", lang.restore_only_here(), only_ours),
    ];
    let modes = choices(Mode::ALL, Mode::code, |mode| lang.restore_mode(mode));
    let chosen = desk.mode.get_untracked().code();
    let says = move || match desk.mode.get() {
        Mode::Replace if only_ours > 0 => lang.restore_will_remove(&lang.entries(only_ours)),
        _ => String::new(),
    };
    let more = clashes.len().saturating_sub(CLASHES_SHOWN);
    let rows = clashes.iter().take(CLASHES_SHOWN).map(clash_row).collect_view();
    view! {
        <div class="review" data-testid="restore-preview">
            <p>{from}</p>
            <p class="row">{counts.into_iter().collect_view()}</p>
            <ul class="plain">{rows}</ul>
            {(more > 0).then(|| view! { <p class="soft">{lang.restore_more(more)}</p> })}
            {profile_differs.then(|| view! { <p data-testid="restore-profile-differs">{lang.restore_profile_differs()}</p> })}
            {(rules_differ > 0).then(|| view! { <p>{lang.restore_rules_differ(rules_differ)}</p> })}
            {(notices_differ > 0).then(|| view! { <p>{lang.restore_notices_differ(notices_differ)}</p> })}
            <label class="field">
                <span>{lang.restore_how()}</span>
                <select data-testid="restore-mode" on:change=move |event| {
                    if let Some(mode) = Mode::from_code(&event_target_value(&event)) {
                        desk.mode.set(mode);
                    }
                }>{options(modes, chosen)}</select>
            </label>
            <p class="error">{says}</p>
            <div class="row">
                <button type="button" class="primary" data-testid="restore-confirm" on:click=move |_| session.confirm_restore()>
                    {lang.restore_confirm()}
                </button>
                <button type="button" class="quiet" on:click=move |_| session.later(move || desk.clear())>
                    {lang.form_discard()}
                </button>
            </div>
        </div>
    }
    .into_any()
}

/// What is known as the same entry, and in which fields the two differ.
fn clash_row(clash: &Clash) -> AnyView {
    let lang = lang();
    let fields: Vec<String> = clash.differs.iter().map(|&field| lang.field(field).to_owned()).collect();
    view! {
        <li data-testid="restore-conflict-row">
            {clash.ours.title.clone()} <span class="soft">" · " {lang.restore_differs(&lang.list(&fields))}</span>
        </li>
    }
    .into_any()
}

fn read_chosen_file(session: Session, input: NodeRef<html::Input>) {
    let Some(input) = input.get_untracked() else { return };
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    let chosen = session.restoring.chosen;
    chosen.set(Chosen::Busy);
    if file.size() as u64 > MAX_FILE_BYTES as u64 {
        let why = crate::exchange::TextError::TooLarge { bytes: file.size() as usize };
        return chosen.set(Chosen::NoText(why));
    }
    leptos::task::spawn_local(async move {
        match wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await {
            Ok(buffer) => session.choose_backup_file(&js_sys::Uint8Array::new(&buffer).to_vec()),
            Err(_) => chosen.set(Chosen::Unreadable),
        }
        // The same file can be chosen again.
        input.set_value("");
    });
}
