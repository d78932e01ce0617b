//! Set-up, build, serve and test, for `cargo xtask`.
//!
//! **Invariant:** everything that a fresh machine needs is installed into one cache folder by [`setup`], at versions
//! that stand in [`tools`] alone; nothing else on the machine changes, save for a browser where one is asked for.
//! The browser tests use [`server`] and [`tools`] from here.
//! Start at [`command::Command`].

pub mod agree;
pub mod bare;
pub mod bench;
pub mod build;
pub mod command;
pub mod corpus;
pub mod eval;
pub mod fuzz;
pub mod gazetteer;
pub mod hook;
pub mod language;
pub mod large;
pub mod module;
pub mod packer;
pub mod pictures;
pub mod run;
pub mod server;
pub mod setup;
pub mod single_file;
pub mod sizes;
pub mod test;
pub mod tools;
pub mod train;
