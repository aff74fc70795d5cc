//! How the storage is: protected or not, how much room is left, how old the last backup is, what
//! could not be read; and emptying the book.

use crate::ui::view::prelude::*;

use crate::store::web::WebStorage;
use crate::store::{ENTRIES_MAX, UNITS_MAX, quarantined, units_used};
use crate::ui::export::{download_quarantine, download_unreadable};
use crate::ui::focus::focus;
use crate::ui::session::{Session, lang};

pub fn storage() -> AnyView {
    let session = Session::get();
    let lang = lang();
    let used = move || {
        session.book.track();
        session.saved_at.track();
        let used = units_used(&WebStorage::connect()).ok()?;
        let percent = (used * 100).div_ceil(UNITS_MAX);
        Some(view! {
            <span data-testid="storage-used" data-value=used.to_string()>{lang.storage_used(used, percent)}</span>
        })
    };
    let protected = move || {
        let (code, text) = match session.is_protected.get() {
            Some(true) => ("yes", lang.storage_protected()),
            Some(false) => ("no", lang.storage_unprotected()),
            None => ("unknown", lang.storage_protection_unknown()),
        };
        view! { <span data-testid="storage-protected" data-value=code>{text}</span> }
    };
    let count = move || lang.storage_count(&lang.entries(session.book.with(|book| book.len())));
    view! {
        <section class="card">
            <h2>{lang.storage_title()}</h2>
            <p>{lang.storage_lead()}</p>
            <ul class="plain" data-testid="storage-health">
                <li>{protected}</li>
                <li>{last_backup(session, "health-backup")}</li>
                <li>{count} " · " {used} " · " {lang.storage_capacity(ENTRIES_MAX)}</li>
            </ul>
            {delete_all(session)}
        </section>
        {quarantine()}
    }
    .into_any()
}

/// The age of the last backup in words, for the health line and the rail.
pub fn last_backup(session: Session, id: &'static str) -> impl Fn() -> AnyView + Copy + 'static {
    let lang = lang();
    move || {
        let (value, changes, text) = match session.last_backup() {
            Some(last) => {
                let changes = match last.changes {
                    0 => String::new(),
                    changes => lang.backup_changes(changes),
                };
                let age = match last.days {
                    ..=0 => lang.backup_today().to_owned(),
                    days => lang.backup_days_ago(&lang.days(days)),
                };
                (last.days.max(0).to_string(), last.changes.to_string(), format!("{age}{changes}"))
            }
            None => ("never".to_owned(), String::new(), lang.backup_never().to_owned()),
        };
        view! { <span data-testid=id data-value=value data-changes=changes>{text}</span> }.into_any()
    }
}

/// Asked twice; and it can be undone. Whoever presses twice without reading has emptied nothing:
/// the focus goes to the way back.
fn delete_all(session: Session) -> AnyView {
    let lang = lang();
    let asked = RwSignal::new(false);
    view! {
        <div class="row">
            <Show when=move || !asked.get()>
                <button type="button" class="quiet" data-testid="delete-all" on:click=move |_| {
                    session.later(move || {
                        asked.set(true);
                        request_animation_frame(|| focus("delete-all-cancel"));
                    });
                }>
                    {lang.delete_all()}
                </button>
            </Show>
            <Show when=move || asked.get()>
                <span role="alert">{lang.delete_all_ask()}</span>
                <button type="button" data-testid="delete-all-confirm" on:click=move |_| {
                    session.delete_all();
                    session.later(move || asked.set(false));
                }>
                    {lang.delete_all_confirm()}
                </button>
                <button
                    type="button"
                    class="quiet"
                    id="delete-all-cancel"
                    data-testid="delete-all-cancel"
                    on:click=move |_| session.later(move || asked.set(false))
                >
                    {lang.cancel()}
                </button>
            </Show>
        </div>
    }
    .into_any()
}

/// What could not be read, each as it was found. Nothing at all when there is none.
fn quarantine() -> AnyView {
    let session = Session::get();
    let lang = lang();
    let list = move || {
        session.save_state.track();
        let found = quarantined(&WebStorage::connect()).unwrap_or_default();
        if found.is_empty() {
            return None;
        }
        let rows = found.into_iter().map(|item| {
            let size = item.text.chars().count();
            let label = lang.quarantine_row(&item.when.replace('T', " "), size);
            let reason = item.reason.code();
            view! {
                <li class="row" data-testid="quarantine-row" data-value=reason>
                    <span>{label}</span>
                    <button type="button" on:click=move |_| download_unreadable(session, &item)>{lang.download_copy()}</button>
                </li>
            }
        });
        Some(view! {
            <section class="card">
                <h2>{lang.quarantine_title()}</h2>
                <p class="soft">{lang.quarantine_lead()}</p>
                <ul class="plain">{rows.collect_view()}</ul>
                <button type="button" data-testid="quarantine-download-all" on:click=move |_| download_quarantine(session)>
                    {lang.download_quarantine()}
                </button>
            </section>
        })
    };
    view! { {list} }.into_any()
}
