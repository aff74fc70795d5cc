//! The window pack, worked out by hand.
