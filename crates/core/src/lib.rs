//! Dateline's domain: news text in, what is reported to have happened when out.
//!
//! Text becomes a picture in six steps, each a plain function: [`read`] turns bytes into a [`read::Document`],
//! [`annotate`] finds times, names, quotations and events in it, [`corpus`] joins many documents into one
//! immutable value, [`explore`] answers a [`explore::Query`], [`layout`] turns the findings into plain shapes, and
//! [`engine`] is the door through which a page or a command asks for all of that at once.
//!
//! **Invariant:** nothing here knows a browser, a file system, a clock or a source of randomness; the same
//! documents and decisions give the same bytes on every machine.
//! An arrow between these rooms points to the left only: `read` knows none of the others.
//!
//! Where to start: [`span`], [`civil`] and [`evidence`] are the words that every room uses.

pub mod annotate;
#[cfg(test)]
mod chain;
pub mod civil;
pub mod columns;
pub mod corpus;
pub mod engine;
pub mod evidence;
pub mod explore;
pub mod fold;
pub mod json;
pub mod layout;
pub mod order;
pub mod read;
pub mod span;
pub mod terms;
