//! The window pack, worked out by hand: what stands on the papers, in which words, on which sheets.

mod forms;
mod imported;
mod notation;
mod sheets;
mod words;
