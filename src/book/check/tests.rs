//! What a draft's check lets through, and what it says of the rest.

use proptest::prelude::*;

use super::FieldErrorKind::{
    NotAChoice, NotAYear, NotYetOver, Required, RuleMissing, StartAfterEnd, TooLong,
};
use super::*;
use crate::rules::date::day;

fn today() -> Date {
    day(2026, 11, 21)
}

/// The least that makes an entry.
fn least() -> Draft {
    Draft {
        title: "智能电网新技术".into(),
        subject: "professional".into(),
        end: "2026-03-05".into(),
        hours: "6".into(),
        ..Draft::default()
    }
}

fn entry(draft: &Draft) -> Entry {
    draft.check(today()).expect("a sound draft").with_id(EntryId(1))
}

#[test]
fn what_is_left_open_takes_the_defaults() {
    let entry = entry(&least());
    assert_eq!(entry.year, Year::known(2026));
    assert_eq!((entry.form, entry.route), (Form::Class, Route::Class));
    assert_eq!((entry.outcome, entry.status), (Outcome::NotAssessed, Status::Completed));
    assert_eq!((entry.filing, entry.start, entry.conversion), (Filing::Unknown, None, None));
}

#[test]
fn an_open_form_follows_the_route() {
    for (route, form) in [
        ("ah-open-university", Form::Online),
        ("courseware", Form::Online),
        ("other-platform", Form::Online),
        ("class", Form::Class),
        ("conversion", Form::Research),
    ] {
        assert_eq!(entry(&Draft { route: route.into(), ..least() }).form, form, "{route}");
    }
}

#[test]
fn an_empty_draft_names_every_required_field() {
    let errors = Draft::default().check(today()).unwrap_err();
    let fields: Vec<Field> = errors.iter().map(|error| error.field).collect();
    assert_eq!(fields, [Field::Title, Field::Subject, Field::End, Field::Hours]);
    assert!(errors.iter().all(|error| error.kind == Required));
}

#[test]
fn each_field_says_what_is_wrong_with_it() {
    for (field, written, kind) in [
        (Field::Year, "二〇二六", NotAYear),
        (Field::Year, "1999", NotAYear),
        (Field::Title, " \u{3000}\u{200B}", Required),
        (Field::Title, &"长".repeat(201), TooLong { found: 201, most: 200 }),
        (Field::Subject, "other", NotAChoice),
        (Field::Form, "8", NotAChoice),
        (Field::Route, "home", NotAChoice),
        (Field::Organiser, &"长".repeat(501), TooLong { found: 501, most: 500 }),
        (Field::Start, "2026-02-30", FieldErrorKind::Date(DateError::NoSuchDay)),
        (Field::Start, "2026-03-06", StartAfterEnd),
        (Field::End, "soon", FieldErrorKind::Date(DateError::NotADate)),
        (Field::End, "2000-12-31", FieldErrorKind::Date(DateError::OutOfRange)),
        (Field::End, "2026-11-22", NotYetOver),
        (Field::Hours, "0", FieldErrorKind::Hours(HoursError::OutOfRange)),
        (Field::Hours, "1.005", FieldErrorKind::Hours(HoursError::TooManyDecimals)),
        (Field::Hours, "six", FieldErrorKind::Hours(HoursError::NotANumber)),
        (Field::Assessment, "maybe", NotAChoice),
        (Field::Status, "done", NotAChoice),
        (Field::Filing, "perhaps", NotAChoice),
    ] {
        let mut draft = least();
        *draft.get_mut(field) = written.into();
        assert_eq!(draft.check(today()), Err(vec![FieldError { field, kind }]), "{field:?} {written}");
    }
}

#[test]
fn only_a_planned_entry_may_end_after_today() {
    let end = Draft { end: "2026-12-01".into(), ..least() };
    assert!(end.check(today()).is_err());
    assert!(Draft { status: "planned".into(), ..end }.check(today()).is_ok());
}

#[test]
fn texts_lose_what_cannot_be_seen_and_only_remarks_keep_their_lines() {
    let entry = entry(&Draft {
        title: "\u{FEFF}　智能\n电网\u{0} ".into(),
        remarks: "一\r\n二\u{7}".into(),
        ..least()
    });
    assert_eq!((entry.title.as_str(), entry.remarks.as_str()), ("智能 电网", "一\n二"));
}

#[test]
fn a_conversion_keeps_its_rule_and_a_quantity_wants_one() {
    let ruled = Draft {
        route: "conversion".into(),
        conversion_rule: "论文".into(),
        conversion_quantity: "2".into(),
        ..least()
    };
    let used = entry(&ruled).conversion.expect("the rule");
    assert_eq!((used.rule.as_str(), used.quantity), ("论文", Some(Hours::whole(2))));
    assert_eq!(entry(&Draft { route: "class".into(), ..ruled.clone() }).conversion, None);
    assert_eq!(
        Draft { conversion_rule: String::new(), ..ruled }.check(today()),
        Err(vec![FieldError { field: Field::ConversionRule, kind: RuleMissing }])
    );
}

#[test]
fn field_codes_are_those_of_the_page() {
    for &field in Field::ALL {
        assert_eq!(Field::from_code(field.code()), Some(field));
        let mut draft = Draft::default();
        *draft.get_mut(field) = field.code().into();
        assert_eq!(draft.get(field), field.code());
    }
    assert_eq!(Field::Assessment.code(), "assessment");
}

proptest! {
    #[test]
    fn no_text_panics(draft in proptest::array::uniform17(any::<String>())) {
        let mut written = Draft::default();
        for (&field, text) in Field::ALL.iter().zip(draft) {
            *written.get_mut(field) = text;
        }
        let _ = written.check(today());
    }

    #[test]
    fn an_entry_survives_the_way_through_a_draft(
        title in "[^\\s]{1,20}", remarks in "[a-z一-龟]{0,9}", days in 0u64..9000, year in 2001u16..=2100,
        choice in 0usize..1000, cents in 1u64..=999_999, rule in "[a-z]{0,3}",
    ) {
        let route = Route::ALL[choice % 8];
        let end = day(2001, 1, 1) + chrono::Days::new(days);
        let draft = Draft {
            year: year.to_string(),
            title: format!("题{title}"),
            subject: Subject::ALL[choice % 2].code().into(),
            route: route.code().into(),
            start: day(2001, 1, 1).to_string(),
            end: end.to_string(),
            hours: Hours::from_hundredths(cents).to_string(),
            conversion_rule: rule,
            remarks,
            ..Draft::default()
        };
        let entry = entry(&draft);
        prop_assert_eq!(Draft::from_entry(&entry).check(today()).map(|c| c.with_id(entry.id)), Ok(entry));
    }
}
