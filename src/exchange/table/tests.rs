//! Delimited text, its quotes and its line numbers.

use proptest::prelude::*;

use super::*;

/// `line: cell | cell`, one row a line; `!` for a quote that never closes.
fn shown(text: &str) -> String {
    let row = |row: &TableRow| {
        format!("{}{}: {}\n", row.line, if row.unclosed { "!" } else { "" }, row.cells.join(" | "))
    };
    Table::read(text).rows.iter().map(row).collect()
}

#[test]
fn each_row_knows_the_line_on_which_it_starts() {
    for (text, rows) in [
        ("学时,备注\n1,a\n2,b\n", "1: 学时 | 备注\n2: 1 | a\n3: 2 | b\n"),
        ("学时,备注\r\n1,a\r\n2,b", "1: 学时 | 备注\n2: 1 | a\n3: 2 | b\n"),
        ("学时,备注\r1,a\r2,b\r", "1: 学时 | 备注\n2: 1 | a\n3: 2 | b\n"),
        ("\n\n学时,备注\n\n , \n1,a\n,\n2,b\n\n", "3: 学时 | 备注\n6: 1 | a\n8: 2 | b\n"),
        ("\r\n学时,备注\r\n\r\n1,a\r\n", "2: 学时 | 备注\n4: 1 | a\n"),
        ("学时,备注\n1,\"a\nb\"\n2,c\n", "1: 学时 | 备注\n2: 1 | a\nb\n4: 2 | c\n"),
        ("学时,备注\r\n1,\"a\r\n\r\nb\"\r\n2,c", "1: 学时 | 备注\n2: 1 | a\r\n\r\nb\n5: 2 | c\n"),
        ("学时,备注\n1,\"说\"\"好\"\"\"\n", "1: 学时 | 备注\n2: 1 | 说\"好\"\n"),
        ("\u{FEFF}学时,备注\n1,a", "1: 学时 | 备注\n2: 1 | a\n"),
        ("", ""),
        ("\n \n,,\n", ""),
    ] {
        assert_eq!(shown(text), rows, "{text:?}");
    }
}

#[test]
fn the_delimiter_is_the_one_that_the_header_fits() {
    for (text, rows) in [
        ("学时\t备注\n1\ta,b;c\n", "1: 学时 | 备注\n2: 1 | a,b;c\n"),
        ("学时;备注\n1,5;a\n", "1: 学时 | 备注\n2: 1,5 | a\n"),
        ("\"学时\",\"说;a;b\",备注\n1,,a\n", "1: 学时 | 说;a;b | 备注\n2: 1 |  | a\n"),
        ("学时\n1\n", "1: 学时\n2: 1\n"),
    ] {
        assert_eq!(shown(text), rows, "{text:?}");
    }
}

#[test]
fn a_quote_that_never_closes_costs_one_row() {
    for (text, rows) in [
        ("学时,备注\n1,a\n2,\"b\n3,c\n4,d\n", "1: 学时 | 备注\n2: 1 | a\n3!: 2 | b\n\n4: 3 | c\n5: 4 | d\n"),
        ("学时,备注\n1,\"a", "1: 学时 | 备注\n2!: 1 | a\n"),
        ("学时,备注\n1,5\" 管\n2,b", "1: 学时 | 备注\n2: 1 | 5\" 管\n3: 2 | b\n"),
    ] {
        assert_eq!(shown(text), rows, "{text:?}");
    }
}

#[test]
fn rows_beyond_the_bound_are_left_out_by_line() {
    let text = format!("学时\n{}", "1\n".repeat(MAX_ROWS));
    assert_eq!(Table::read(&text).cut_at, None);
    let table = Table::read(&format!("{text}1\n"));
    assert_eq!((table.rows.len(), table.cut_at), (MAX_ROWS + 1, Some(MAX_ROWS as u64 + 2)));
}

proptest! {
    #[test]
    fn no_text_panics_and_lines_only_rise(text in "[\"',;\t\r\na学时]{0,60}") {
        let rows = Table::read(&text).rows;
        prop_assert!(rows.windows(2).all(|pair| pair[0].line < pair[1].line));
        prop_assert!(rows.iter().all(|row| row.line as usize <= text.split(['\r', '\n']).count()));
    }
}
