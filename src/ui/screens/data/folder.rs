//! Backups into a folder of the person's choice, where the browser can.

use crate::ui::view::prelude::*;

use crate::ui::session::{FolderState, Session, lang};

pub fn folder() -> AnyView {
    let session = Session::get();
    (move || (session.backups.state.get() != FolderState::Absent).then(|| card(session))).into_any()
}

fn card(session: Session) -> AnyView {
    let lang = lang();
    let state = session.backups.state.get();
    let text = match &state {
        FolderState::Absent | FolderState::None => lang.folder_none().to_owned(),
        FolderState::Active { name, written: None } => lang.folder_active(name),
        FolderState::Active { name, written: Some(time) } => lang.folder_written(name, time),
        FolderState::Paused { name } => lang.folder_paused(name),
        FolderState::Failed { name, why } => lang.folder_failed(name, why),
    };
    let is_chosen = !matches!(state, FolderState::Absent | FolderState::None);
    let is_paused = matches!(state, FolderState::Paused { .. });
    let is_trouble = is_paused || matches!(state, FolderState::Failed { .. });
    view! {
        <section class="card">
            <h2>{lang.folder_title()}</h2>
            <p>{lang.folder_lead()}</p>
            <p role="status" class:error=is_trouble data-testid="folder-state" data-value=state.code()>{text}</p>
            <div class="row">
                {is_paused.then(|| view! {
                    <button type="button" class="primary" data-testid="folder-continue" on:click=move |_| session.continue_with_folder()>
                        {lang.folder_continue()}
                    </button>
                })}
                <button type="button" data-testid="folder-choose" on:click=move |_| session.choose_folder()>
                    {if is_chosen { lang.folder_other() } else { lang.folder_choose() }}
                </button>
                {is_chosen.then(|| view! {
                    <button type="button" class="quiet" data-testid="folder-stop" on:click=move |_| session.leave_folder()>
                        {lang.folder_stop()}
                    </button>
                })}
            </div>
        </section>
    }
    .into_any()
}
