//! Data and settings: the person, the people, the appearance, and where everything is kept.

mod backup;
mod folder;
mod people;
mod person;
mod recovery;
mod settings;
pub mod storage;

use crate::ui::view::prelude::*;

use crate::ui::session::lang;

#[component]
pub fn Data() -> impl IntoView {
    let lang = lang();
    view! {
        <header class="bar"><h1>{lang.data_title()}</h1></header>
        {person::person()}
        {people::people()}
        {settings::settings()}
        {storage::storage()}
        {backup::backup()}
        {folder::folder()}
        {recovery::recovery()}
        <section class="card">
            <h2>{lang.about_title()}</h2>
            <p>{lang.about_text()}</p>
        </section>
    }
}
