//! Dateline's page.
