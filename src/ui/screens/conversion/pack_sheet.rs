//! A rule pack: paste it or choose a file, look at every rule, take what is wanted.

use crate::sorted::SortedSet;
use crate::ui::view::prelude::*;
use leptos::html;

use crate::exchange::pack::{MAX_BYTES, Pack, PackError, PackRule, PackVerdict, read};
use crate::i18n::Lang;
use crate::rules::ConversionRule;
use crate::ui::atoms::Dialog;
use crate::ui::session::{Session, lang};

#[component]
pub fn PackSheet(open: RwSignal<bool>) -> impl IntoView {
    let label = Signal::derive(|| lang().rule_pack_title().to_owned());
    view! {
        <Dialog open=open on_close=move || open.set(false) class="sheet wide-sheet" label=label>
            {desk(open)}
        </Dialog>
    }
}

type Reading = Option<Result<Pack, PackError>>;

fn desk(open: RwSignal<bool>) -> AnyView {
    let session = Session::get();
    let lang = lang();
    let text = RwSignal::new(String::new());
    // Rules of the book that the person lets the pack replace.
    let replaced: RwSignal<SortedSet<usize>> = RwSignal::new(SortedSet::new());
    let file: NodeRef<html::Input> = NodeRef::new();
    let reading: Memo<Reading> = Memo::new(move |_| {
        text.with(|text| (!text.trim().is_empty()).then(|| session.book.with(|book| read(text, book))))
    });
    let load = move |loaded: String| {
        replaced.set(SortedSet::new());
        text.set(loaded);
    };
    let chosen = move || -> Vec<ConversionRule> {
        reading.with(|reading| {
            let Some(Ok(pack)) = reading else { return vec![] };
            let rules = pack.rules.iter().enumerate();
            let taken = rules.filter(|(index, rule)| match rule.verdict {
                PackVerdict::New => true,
                PackVerdict::Conflict(_) => replaced.with(|replaced| replaced.contains_key(index)),
                PackVerdict::Same | PackVerdict::Error(_) => false,
            });
            taken.filter_map(|(_, rule)| rule.rule.clone()).collect()
        })
    };
    let confirm = move || {
        let count = chosen().len();
        view! {
            <button
                type="button"
                class="primary"
                data-testid="pack-confirm"
                data-value=count.to_string()
                disabled=count == 0
                on:click=move |_| {
                    session.put_rules(untrack(chosen));
                    session.later(move || open.set(false));
                }
            >
                {lang.pack_confirm(count)}
            </button>
        }
    };
    view! {
        <div class="import-form">
            <p>{lang.pack_lead()}</p>
            <label class="field">
                <span>{lang.pack_paste_label()}</span>
                <textarea
                    class="paste"
                    rows="6"
                    spellcheck="false"
                    data-testid="pack-text"
                    prop:value=move || text.get()
                    on:input=move |event| load(event_target_value(&event))
                ></textarea>
            </label>
            <label class="field">
                <span>{lang.pack_file_label()}</span>
                <input
                    type="file"
                    accept=".json,application/json"
                    data-testid="pack-file"
                    node_ref=file
                    on:change=move |_| read_file(file, MAX_BYTES, load)
                />
            </label>
            {move || reading.with(|reading| match reading {
                None => ().into_any(),
                Some(Err(why)) => {
                    let text = lang.pack_problem(why);
                    view! { <p class="error" role="alert" data-testid="pack-refused">{text}</p> }.into_any()
                }
                Some(Ok(pack)) => review(session, lang, pack, replaced),
            })}
        </div>
        <footer class="dialog-foot">
            <button type="button" class="quiet" on:click=move |_| session.later(move || open.set(false))>
                {lang.form_discard()}
            </button>
            {confirm}
        </footer>
    }
    .into_any()
}

fn review(session: Session, lang: Lang, pack: &Pack, replaced: RwSignal<SortedSet<usize>>) -> AnyView {
    let rows = pack
        .rules
        .iter()
        .enumerate()
        .map(|(index, rule)| row(session, lang, index, rule, replaced))
        .collect_view();
    view! {
        <p data-testid="pack-head" data-value=pack.publisher.clone()>
            <b>{lang.pack_head(&pack.title, &pack.publisher, &pack.date)}</b>
        </p>
        <ul class="import-rows">{rows}</ul>
    }
    .into_any()
}

fn row(
    session: Session,
    lang: Lang,
    index: usize,
    rule: &PackRule,
    replaced: RwSignal<SortedSet<usize>>,
) -> AnyView {
    let draft = &rule.draft;
    let figure = match rule.rule.as_ref().and_then(|rule| Some((rule.hours_per_unit?, rule.unit))) {
        Some((hours, unit)) => lang.conversion_each(&hours.to_string(), lang.unit(unit)),
        None => lang.conversion_blank_figure().to_owned(),
    };
    let notes = match &rule.verdict {
        PackVerdict::New => ().into_any(),
        PackVerdict::Same => view! { <p class="soft">{lang.pack_same()}</p> }.into_any(),
        PackVerdict::Error(errors) => errors
            .iter()
            .map(|error| {
                let colon = lang.pick("：", ": ");
                let problem = lang.rule_problem(error.kind);
                view! { <p class="error">{lang.rule_field(error.field)} {colon} {problem}</p> }
            })
            .collect_view()
            .into_any(),
        PackVerdict::Conflict(fields) => {
            let names: Vec<String> = fields.iter().map(|&field| lang.rule_field(field).to_owned()).collect();
            let follow = rule.rule.as_ref().map_or(vec![], |changed| {
                session.book.with_untracked(|book| book.recomputed(&draft.name, changed))
            });
            let follow = follow
                .iter()
                .map(|change| {
                    let (before, after) = (change.before.to_string(), change.after.to_string());
                    view! { <p class="soft">{lang.conversion_change(&change.title, &before, &after)}</p> }
                })
                .collect_view();
            view! {
                <p class="soft">{lang.pack_differs(&lang.list(&names))}</p>
                <label class="row hint">
                    <input type="checkbox" data-testid="pack-replace" on:change=move |event| {
                        let take = event_target_checked(&event);
                        replaced.update(|replaced| {
                            if take { replaced.insert(index, ()) } else { replaced.remove(&index) };
                        });
                    } />
                    {lang.pack_replace()}
                </label>
                {follow}
            }
            .into_any()
        }
    };
    view! {
        <li class="import-row" data-testid="pack-row" data-value=rule.verdict.code()>
            <span class=format!("tag tag-{}", rule.verdict.code())>{lang.pack_verdict(&rule.verdict)}</span>
            <span></span>
            <span class="import-title">{draft.name.clone()}</span>
            <span class="soft">{figure}</span>
            <div class="import-notes">
                <p class="soft">{draft.source.clone()}</p>
                {notes}
            </div>
        </li>
    }
    .into_any()
}

/// Reads the file through the browser; one that is too large is not read, and its size refused.
pub fn read_file(input: NodeRef<html::Input>, most: usize, load: impl Fn(String) + Copy + 'static) {
    let Some(input) = input.get_untracked() else { return };
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    if file.size() as usize > most {
        return load(" ".repeat(most) + "{}");
    }
    leptos::task::spawn_local(async move {
        let text = wasm_bindgen_futures::JsFuture::from(file.text()).await;
        load(text.ok().and_then(|text| text.as_string()).unwrap_or_default());
        // The same file can be chosen again after it was mended.
        input.set_value("");
    });
}
