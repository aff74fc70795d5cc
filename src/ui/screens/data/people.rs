//! Several people in one browser, and the demo person.

use crate::ui::view::prelude::*;

use crate::store::BookId;
use crate::ui::session::{Session, lang};

pub fn people() -> AnyView {
    let session = Session::get();
    let lang = lang();
    let list = move || {
        let open = session.book_id.get();
        let mut books = session.books.get();
        if books.iter().all(|listed| listed.id != open) {
            let name = session.book.with_untracked(|book| book.profile().name.clone());
            books.push(crate::store::Listed { id: open.clone(), name });
        }
        books
            .into_iter()
            .map(|listed| {
                let name = if listed.id.is_demo() {
                    lang.demo_book().to_owned()
                } else if listed.name.is_empty() {
                    lang.people_unnamed().to_owned()
                } else {
                    listed.name
                };
                view! { <option value=listed.id.as_str().to_owned() selected=listed.id == open>{name}</option> }
            })
            .collect_view()
    };
    view! {
        <section class="card">
            <h2>{lang.people_title()}</h2>
            <div class="row">
                <label class="field">
                    <span>{lang.people_select()}</span>
                    <select data-testid="profile-select" disabled=move || session.is_demo() on:change=move |event| {
                        if let Some(id) = BookId::new(&event_target_value(&event)) {
                            session.open_book(id);
                        }
                    }>{list}</select>
                </label>
                <button type="button" data-testid="profile-add" on:click=move |_| session.add_book()>
                    {lang.people_add()}
                </button>
                <Show when=move || !session.is_demo()>
                    <button type="button" data-testid="demo-start" on:click=move |_| session.enter_demo()>
                        {lang.demo_start()}
                    </button>
                </Show>
            </div>
        </section>
    }
    .into_any()
}
