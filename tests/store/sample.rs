//! Books to test with.

use xueshi::sorted::SortedMap;

use xueshi::book::{Book, Change, Draft, Profile, Template};
use xueshi::rules::conversion::{Method, Unit};
use xueshi::rules::date::day;
use xueshi::rules::entry::ConversionUse;
use xueshi::rules::{
    City, ConversionRule, Entry, EntryId, Filing, Form, Hours, Notice, Outcome, Route, Status, Subject, Year,
};
use xueshi::store::memory::Memory;
use xueshi::store::{BookId, Opened, Store};

pub const NOW: &str = "2026-11-21T09:00:00+08:00";

/// A small generator whose sequence depends on its seed alone.
pub struct Seeded(u64);

impl Seeded {
    pub fn new(seed: u64) -> Seeded {
        Seeded(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub fn below(&mut self, end: usize) -> usize {
        (self.next() >> 11) as usize % end
    }

    pub fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }
}

pub fn me() -> BookId {
    BookId::new("me").unwrap()
}

pub fn open(memory: &Memory) -> (Store<Memory>, Opened) {
    Store::open(memory.clone(), me(), NOW)
}

/// What a tab goes on with after another one has saved, when nothing clashes.
pub fn take_over(store: &mut Store<Memory>, ours: &Book) -> Book {
    let taken = store.take_over(ours, NOW, &mut || panic!("no copy is made"));
    assert_eq!(taken.clashes, []);
    taken.opened.book
}

/// An entry as people have them: a title of some twenty characters, an organiser, a number.
pub fn entry(number: u64) -> Entry {
    let mut seeded = Seeded::new(number + 1);
    let year = 2016 + seeded.below(11) as u16;
    let month = 1 + seeded.below(12) as u32;
    let topic =
        seeded.of(&["建筑工程施工安全与质量管理", "人工智能与数字化转型", "生态环境保护法律法规与政策"]);
    let kind = seeded.of(&["专题培训班", "高级研修班", "继续教育网络课程"]);
    let place =
        seeded.of(&["安徽省住房和城乡建设厅", "淮北市人力资源和社会保障局", "六安市专业技术人员培训中心"]);
    Entry {
        // Random numbers below 2⁵³, as the app gives them: they are 15 or 16 digits long.
        id: EntryId(seeded.next() >> 11),
        year: Year::known(year),
        title: format!("{topic}{kind}（第{}期）", 1 + number % 40),
        subject: seeded.of(Subject::ALL),
        form: seeded.of(Form::ALL),
        route: seeded.of(&Route::ALL),
        organiser: place.to_owned(),
        start: Some(day(year, month, 1)),
        end: day(year, month, 2 + seeded.below(26) as u32),
        hours: Hours::from_hundredths(50 * (1 + seeded.below(96) as u64)),
        outcome: seeded.of(Outcome::ALL),
        certificate: format!("皖继教{year}{month:02}{number:06}"),
        status: seeded.of(Status::ALL),
        filing: seeded.of(Filing::ALL),
        conversion: None,
        evidence: if number.is_multiple_of(3) { "证书复印件".to_owned() } else { String::new() },
        remarks: String::new(),
    }
}

pub fn profile() -> Profile {
    Profile {
        name: "王\"小\"明".to_owned(),
        unit: "淮北市建筑设计院\n第二所".to_owned(),
        city: City::Huaibei,
        city_by_year: SortedMap::from([(Year::known(2023), City::Luan)]),
        title_held_since: Some(day(2019, 12, 31)),
        cycle_from: Some(Year::known(2022)),
        cycle_to: Some(Year::known(2026)),
        ..Profile::default()
    }
}

pub fn conversions() -> Vec<ConversionRule> {
    vec![ConversionRule {
        name: "论文".to_owned(),
        kind: "核心期刊".to_owned(),
        unit: Unit::Item,
        hours_per_unit: Some(Hours::from_hundredths(1250)),
        cap_per_year: None,
        subject: Some(Subject::Professional),
        method: Method::New,
        source: "市人社局答复".to_owned(),
    }]
}

/// A book of so many entries, one of them by conversion.
pub fn book(entries: u64) -> Book {
    let mut all: Vec<_> = (0..entries).map(entry).collect();
    if let Some(first) = all.first_mut() {
        first.route = Route::Conversion;
        first.conversion = Some(ConversionUse { rule: "论文".to_owned(), quantity: Some(Hours::whole(2)) });
        first.start = None;
    }
    let book = Book::from_parts(profile(), conversions(), all);
    assert_eq!(book.len() as u64, entries, "the ids are distinct");
    book
}

/// The change that made a book out of nothing.
pub fn whole(book: &Book) -> Change {
    let mut empty = Book::default();
    let mut change = empty.put(book.entries().map(|entry| (**entry).clone()));
    change.profile = empty.set_profile(book.profile().clone()).profile;
    change.conversions = empty.set_conversions(book.conversions().to_vec()).conversions;
    change
}

/// A storage that holds a book of so many entries, saved twice, and the book.
pub fn stored(entries: u64) -> (Memory, Book) {
    let memory = Memory::new();
    let mut book = book(entries);
    let (mut store, _) = open(&memory);
    store.save(&book, &whole(&book), NOW).unwrap();
    let edit = edit(&mut book, 0, "再存一次");
    store.save(&book, &edit, NOW).unwrap();
    (memory, book)
}

/// Changes the remarks of the n-th entry.
pub fn edit(book: &mut Book, number: usize, remarks: &str) -> Change {
    let mut entry = (**book.entries().nth(number).unwrap()).clone();
    entry.remarks = remarks.to_owned();
    book.put([entry])
}

/// An imported notice that states one of everything; another city for another number.
pub fn notice(number: u16) -> Notice {
    let text = include_str!("../fixtures/notice-2027.json");
    let read = xueshi::exchange::notice::read(text).expect("a sound notice");
    Notice { city: Some(City::ALL[usize::from(number) % City::ALL.len()]), ..read }
}

pub fn template(name: &str) -> Template {
    Template::of(name, &Draft { title: "学术例会 \"x\"".into(), hours: "1.5".into(), ..Draft::default() })
        .expect("a name")
}
