//! The bytes that have a short form as the input of a node's only arc, commonest first.
//!
//! **Invariant:** the order is the format's: the first 63 of the table in the `fst` package, of whose 256 no more fit.

/// So many fit beside a state: six bits, of which none is zero.
pub(in super::super) const MOST: usize = 63;

/// The common inputs; a node's state holds the rank, counted from 1.
pub(in super::super) const COMMON: [u8; MOST] =
    *b"te/oasripcnw.hlm-du012g=:bf3y5&_4v9678k%?xCDASFIBEjPTzRNM+LOqHG";
