//! The marks of a template: one character before each of its words. The macro writes them, the
//! node layer reads them; both compile this file.

/// Opens an element: its name.
pub const HTML: char = '\u{1}';
/// Opens an element of a drawing.
pub const SVG: char = '\u{2}';
/// Ends the element opened last.
pub const END: char = '\u{3}';
/// An attribute that never changes: `name=value`.
pub const FIXED: char = '\u{4}';
/// A text that never changes.
pub const TEXT: char = '\u{5}';
/// The next part is a child.
pub const CHILD: char = '\u{6}';
/// The next part is the value of the attribute named.
pub const ATTRIBUTE: char = '\u{7}';
/// The next part is the value of the element's property named.
pub const PROPERTY: char = '\u{8}';
/// The next part says whether the element has the class named.
pub const CLASS: char = '\u{b}';
/// The next part is the value of the style property named.
pub const STYLE: char = '\u{c}';
/// The next part handles the event named.
pub const EVENT: char = '\u{e}';
/// The next part takes the element.
pub const TAKE: char = '\u{f}';
/// Every mark lies below this; no word holds such a character.
pub const FIRST_LETTER: char = '\u{10}';
