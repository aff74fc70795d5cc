//! What went wrong with saving, and what just happened, each with the way out or back.

use crate::ui::view::prelude::*;

use super::export::{download_book, download_quarantine};
use super::session::{SaveState, Session, lang};

/// What went wrong with saving, and what to do: stays until it is mended.
#[component]
pub fn SaveTrouble() -> impl IntoView {
    let session = Session::get();
    let lang = lang();
    let text = move || match session.save_state.get() {
        SaveState::Saved if session.absence.get().is_some() => Some(lang.absent_listed()),
        SaveState::Saved => None,
        SaveState::Unsaved if session.absence.get().is_some() => Some(lang.absent_cleared()),
        SaveState::Unsaved => Some(lang.state_unsaved_long()),
        SaveState::Blocked => Some(lang.state_blocked_long()),
        SaveState::Full => Some(lang.state_full_long()),
        SaveState::Quarantined => Some(lang.state_quarantined_long()),
        SaveState::NewerSchema => Some(lang.state_newer_schema_long()),
    };
    view! {
        {move || {
            let text = text()?;
            let state = session.save_state.get();
            Some(view! {
                <section class="card trouble" role="alert" data-testid="storage-trouble">
                    <p>{text}</p>
                    <div class="row">
                        <button type="button" data-testid="backup-download" on:click=move |_| download_book(session)>
                            {lang.download_copy()}
                        </button>
                        {(state == SaveState::Saved).then(|| view! {
                            <button type="button" data-testid="begin-anew" on:click=move |_| session.begin_anew()>
                                {lang.begin_anew()}
                            </button>
                        })}
                        {matches!(state, SaveState::Unsaved | SaveState::Full).then(|| view! {
                            <button type="button" data-testid="save-again" on:click=move |_| session.save_again()>
                                {lang.try_again()}
                            </button>
                        })}
                        {(state == SaveState::Quarantined).then(|| quarantine_ways_out(session))}
                        {(state == SaveState::Quarantined).then(|| view! {
                            <button
                                type="button"
                                data-testid="quarantine-download"
                                on:click=move |_| download_quarantine()
                            >
                                {lang.download_quarantine()}
                            </button>
                        })}
                    </div>
                </section>
            })
        }}
    }
}

/// After something could not be read: back to the newest whole recovery point, or on without it.
fn quarantine_ways_out(session: Session) -> AnyView {
    let lang = lang();
    let offer = session.recovery_offer.get().map(|point| {
        let label = lang.restore_offer(&point.saved_at, &lang.entries(point.entries as usize));
        view! {
            <button type="button" class="primary" data-testid="recovery-offer" on:click=move |_| session.restore(point.number)>
                {label}
            </button>
        }
    });
    view! {
        {offer}
        <button type="button" data-testid="accept-loss" on:click=move |_| session.accept_loss()>
            {lang.accept_loss()}
        </button>
    }
    .into_any()
}

/// What just happened, with the way back. It stays until the next act or until it is closed, so
/// that nobody has to be quick.
#[component]
pub fn Notice() -> impl IntoView {
    let session = Session::get();
    view! {
        <div class="notice-place" role="status" aria-live="polite">
            {move || {
                let lang = lang();
                let notice = session.notice.get()?;
                Some(view! {
                    <div class="notice">
                        <span>{notice.text}</span>
                        {notice.can_undo.then(|| view! {
                            <button type="button" data-testid="undo" on:click=move |_| session.undo()>
                                {lang.undo()}
                            </button>
                        })}
                        <button
                            type="button"
                            class="quiet"
                            aria-label=lang.close()
                            on:click=move |_| session.later(move || session.notice.set(None))
                        >
                            "✕"
                        </button>
                    </div>
                })
            }}
        </div>
    }
}
