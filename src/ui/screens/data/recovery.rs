//! The recovery points of the open book.

use crate::ui::view::prelude::*;

use crate::ui::export::download_recovered;
use crate::ui::session::{Session, lang};

pub fn recovery() -> AnyView {
    let session = Session::get();
    let lang = lang();
    let list = move || {
        session.book.track();
        session.save_state.track();
        session.saved_at.track();
        let points = session.recovery_points();
        if points.is_empty() {
            return view! { <p class="soft">{lang.recovery_none()}</p> }.into_any();
        }
        let rows = points.into_iter().map(|point| {
            let number = point.number;
            view! {
                <li class="row" data-testid="recovery-row" data-value=point.reason.code()>
                    <span>{point.kept_at.replace('T', " ")}</span>
                    <span class="soft">
                        {lang.recovery_reason(point.reason)} " · " {lang.entries(point.entries as usize)}
                    </span>
                    <button type="button" data-testid="recovery-restore" on:click=move |_| session.restore(number)>
                        {lang.recovery_restore()}
                    </button>
                    <button type="button" class="quiet" data-testid="recovery-download" on:click=move |_| {
                        download_recovered(session, number, &point.kept_at);
                    }>
                        {lang.download_copy()}
                    </button>
                </li>
            }
        });
        view! { <ul class="plain">{rows.collect_view()}</ul> }.into_any()
    };
    view! {
        <section class="card">
            <h2>{lang.recovery_title()}</h2>
            <p class="soft">{lang.recovery_lead()}</p>
            {list}
        </section>
    }
    .into_any()
}
