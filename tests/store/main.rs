//! The storage rules, told as tests: nothing is lost, whatever fails.

mod damage;
mod failures;
mod kills;
mod limits;
mod moving;
mod recovery;
mod roundtrip;
mod sample;
mod shelf;
mod sight;
mod tabs;
