//! A backup beside a book: what is new, what is there already, what differs; and the book that
//! comes of restoring it.

use std::collections::HashMap;
use std::sync::Arc;

use super::Backup;
use crate::book::{Book, Draft, Field, Profile};
use crate::order::sort_by;
use crate::rules::entry::coded;
use crate::rules::{Entry, EntryId};
use crate::sorted::SortedSet;

coded! {
    /// How a backup is restored.
    Mode {
        /// What is new is added; where both differ, the book keeps its own.
        Keep = "merge",
        /// What is new is added; where both differ, the backup's is taken.
        Take = "merge-backup",
        /// What is new is added; where both differ, both stay.
        Both = "merge-both",
        /// The book becomes what the backup holds.
        Replace = "replace",
    }
}

/// An entry that the book and the backup hold differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    pub ours: Arc<Entry>,
    pub theirs: Arc<Entry>,
    pub differs: Vec<Field>,
}

/// A backup compared with a book, entry by entry: by id, then by content, then by what an
/// activity is known by (title, last day, subject). Each of the book's entries answers for at
/// most one of the backup's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    pub new: Vec<Arc<Entry>>,
    pub same: usize,
    pub clashes: Vec<Clash>,
    /// The backup's profile is another one than the book's, and the book's is not empty.
    pub profile_differs: bool,
    /// Conversion rules that the book has by the same name with other figures.
    pub rules_differ: usize,
    /// Imported notices that the book has for the same year and place with other contents.
    pub notices_differ: usize,
    /// Entries that only the book has: replacing would remove them.
    pub only_ours: usize,
}

pub fn compare(book: &Book, backup: &Backup) -> Comparison {
    let theirs: Vec<&Arc<Entry>> = backup.book.entries().collect();
    let mut open: Vec<bool> = vec![true; theirs.len()];
    let mut free: SortedSet<EntryId> = book.entries().map(|entry| (entry.id, ())).collect();
    let mut found = Comparison::default();
    let mut pairs = Vec::new();
    pass(&theirs, &mut open, |entry| {
        let is_it = |id: &EntryId| book.entry(*id).is_some_and(|ours| clash(ours, entry).is_none());
        ids_for(entry.id).take(3).find(is_it).is_some_and(|id| free.remove(&id).is_some())
    });
    let by_content = index(book, &free, content);
    pass(&theirs, &mut open, |entry| take(&by_content, &mut free, &content(entry)).is_some());
    found.same = open.iter().filter(|open| !**open).count();
    pass(&theirs, &mut open, |entry| {
        let is_free = free.remove(&entry.id);
        if is_free.is_some() {
            pairs.push((entry.id, (*entry).clone()));
        }
        is_free.is_some()
    });
    let by_activity = index(book, &free, activity);
    pass(&theirs, &mut open, |entry| {
        let twin = take(&by_activity, &mut free, &activity(entry));
        pairs.extend(twin.map(|id| (id, (*entry).clone())));
        twin.is_some()
    });
    found.new =
        theirs.iter().zip(open).filter(|(_, open)| *open).map(|(entry, _)| (*entry).clone()).collect();
    found.clashes = pairs.into_iter().filter_map(|(id, theirs)| clash(book.entry(id)?, &theirs)).collect();
    found.only_ours = free.len();
    let profile = backup.book.profile();
    let is_open = |profile: &Profile| *profile == Profile::default();
    found.profile_differs = profile != book.profile() && !is_open(book.profile()) && !is_open(profile);
    let differs = backup
        .book
        .conversions()
        .iter()
        .filter(|rule| book.conversions().iter().any(|ours| ours.name == rule.name && ours != *rule));
    found.rules_differ = differs.count();
    let notices = backup.book.notices().iter();
    let differs = notices.filter(|theirs| book.notice_like(theirs).is_some_and(|ours| ours != *theirs));
    found.notices_differ = differs.count();
    found
}

/// The book that restoring makes. Merging is idempotent, and backups that touch different things
/// can be merged in any order.
pub fn merged(book: &Book, backup: &Backup, mode: Mode) -> Book {
    if mode == Mode::Replace {
        return backup.book.clone();
    }
    let mut next = book.clone();
    let comparison = compare(book, backup);
    for entry in &comparison.new {
        add(&mut next, entry, &backup.book);
    }
    for Clash { ours, theirs, .. } in &comparison.clashes {
        match mode {
            Mode::Take => drop(next.put([Entry { id: ours.id, ..(**theirs).clone() }])),
            Mode::Both => add(&mut next, theirs, &backup.book),
            Mode::Keep | Mode::Replace => {}
        }
    }
    if !comparison.profile_differs && *book.profile() == Profile::default()
        || comparison.profile_differs && mode == Mode::Take
    {
        next.set_profile(backup.book.profile().clone());
    }
    let mut rules = book.conversions().to_vec();
    let mut added = false;
    for rule in backup.book.conversions() {
        match rules.iter_mut().find(|ours| ours.name == rule.name) {
            Some(ours) if mode == Mode::Take => *ours = rule.clone(),
            Some(_) => {}
            None => {
                rules.push(rule.clone());
                added = true;
            }
        }
    }
    if added {
        sort_by(&mut rules, |a, b| a.name.cmp(&b.name));
    }
    next.set_conversions(rules);
    for notice in backup.book.notices() {
        if mode == Mode::Take || next.notice_like(notice).is_none() {
            next.put_notice(notice.clone());
        }
    }
    for template in backup.book.templates() {
        let is_known = next.templates().iter().any(|ours| ours.name == template.name);
        if mode == Mode::Take || !is_known {
            next.put_template(template.clone());
        }
    }
    next
}

/// Adds an entry under its id or, where that is another one's, under the next free one, which is
/// always the same for the same entry.
fn add(book: &mut Book, entry: &Entry, backup: &Book) {
    let is_free =
        |id: &EntryId| book.entry(*id).is_none() && (*id == entry.id || backup.entry(*id).is_none());
    let id = ids_for(entry.id).find(is_free).unwrap_or(entry.id);
    book.put([Entry { id, ..entry.clone() }]);
}

/// The ids that an entry may be given, its own first: random-looking numbers below 2⁵³.
fn ids_for(id: EntryId) -> impl Iterator<Item = EntryId> {
    std::iter::successors(Some(id), |id| {
        let next = id.0.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
        Some(EntryId(next >> 11))
    })
}

/// Offers every entry that is still open; what is taken is open no more.
fn pass<'a>(theirs: &[&'a Arc<Entry>], open: &mut [bool], mut takes: impl FnMut(&'a Arc<Entry>) -> bool) {
    for (entry, open) in theirs.iter().zip(open) {
        *open = *open && !takes(entry);
    }
}

fn index(
    book: &Book,
    free: &SortedSet<EntryId>,
    key: impl Fn(&Entry) -> String,
) -> HashMap<String, Vec<EntryId>> {
    let mut index: HashMap<String, Vec<EntryId>> = HashMap::new();
    for entry in book.entries().filter(|entry| free.contains_key(&entry.id)) {
        index.entry(key(entry)).or_default().push(entry.id);
    }
    index
}

fn take(index: &HashMap<String, Vec<EntryId>>, free: &mut SortedSet<EntryId>, key: &str) -> Option<EntryId> {
    let id = index.get(key)?.iter().copied().find(|id| free.contains_key(id))?;
    free.remove(&id);
    Some(id)
}

/// Everything but the id.
fn content(entry: &Entry) -> String {
    let draft = Draft::from_entry(entry);
    Field::ALL.iter().map(|&field| draft.get(field)).collect::<Vec<_>>().join("\u{1F}")
}

fn activity(entry: &Entry) -> String {
    format!("{}\u{1F}{}\u{1F}{}", entry.title, entry.end, entry.subject.code())
}

/// `None` when they differ in nothing but the id.
fn clash(ours: &Arc<Entry>, theirs: &Arc<Entry>) -> Option<Clash> {
    let (a, b) = (Draft::from_entry(ours), Draft::from_entry(theirs));
    let differs: Vec<Field> =
        Field::ALL.iter().copied().filter(|&field| a.get(field) != b.get(field)).collect();
    (!differs.is_empty()).then(|| Clash { ours: ours.clone(), theirs: theirs.clone(), differs })
}
