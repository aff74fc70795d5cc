//! The engine: the rules with the order and the small lists that they are computed with. A package
//! of its own, so that it is compiled for speed and the rest of the program for size; the program
//! takes its modules in as if they were its own.

pub mod order;
pub mod rules;
pub mod sorted;
