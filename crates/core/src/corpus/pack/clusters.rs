//! Which reports tell of one event, read where it lies.
//!
//! **Invariant:** a report is in one cluster at most. Start at [`write()`] and [`Clusters::of`].

use std::collections::BTreeSet;

use crate::columns::{Bytes, Lists, Packed, Reader, Strings, Writer};
use crate::corpus::Joined;

/// The clusters of a pack.
#[derive(Debug)]
pub(super) struct Clusters {
    /// The reports that are in a cluster, ascending.
    reports: Packed,
    /// For each of them its cluster.
    of: Packed,
    /// For each cluster its reports, ascending.
    held: Lists,
    /// For each of them the event meant, an index into the events of its article.
    events: Lists,
    /// For each cluster the number of its rule.
    rules: Packed,
    names: Strings,
}

/// Reports of one event, as a pack tells of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told<'a> {
    /// The reports, two or more, ascending.
    pub reports: Vec<u32>,
    /// For each report the event meant, an index into the events of its article.
    pub events: Vec<u32>,
    /// Why they are taken for one, by the id of the rule.
    pub rule: &'a str,
}

/// The clusters of `corpus` as bytes.
pub(super) fn write(corpus: &Joined) -> Vec<u8> {
    let clusters = corpus.clusters();
    let mut of: Vec<(u32, u32)> = (0..)
        .zip(clusters)
        .flat_map(|(at, cluster)| cluster.reports.iter().map(move |report| (*report, at)))
        .collect();
    of.sort_unstable();
    let names: BTreeSet<&str> = clusters.iter().map(|cluster| &*cluster.evidence.rule).collect();
    let rule = |cluster: &crate::corpus::Cluster| {
        names.iter().position(|name| *name == cluster.evidence.rule).unwrap_or_default() as u32
    };
    let mut writer = Writer::default();
    writer.add(&Packed::write(&of.iter().map(|(report, _)| *report).collect::<Vec<_>>()));
    writer.add(&Packed::write(&of.iter().map(|(_, cluster)| *cluster).collect::<Vec<_>>()));
    writer.add(&Lists::write(clusters.iter().map(|cluster| cluster.reports.as_slice())));
    writer.add(&Lists::write(clusters.iter().map(|cluster| cluster.events.as_slice())));
    writer.add(&Packed::write(&clusters.iter().map(rule).collect::<Vec<_>>()));
    writer.add(&Strings::write(names.iter().copied()));
    writer.finish()
}

impl Clusters {
    pub(super) fn open(bytes: Bytes) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        let found = Self {
            reports: reader.packed()?,
            of: reader.packed()?,
            held: reader.lists()?,
            events: reader.lists()?,
            rules: reader.packed()?,
            names: reader.strings()?,
        };
        let fits = found.reports.len() == found.of.len()
            && [found.events.len(), found.rules.len()] == [found.held.len(); 2];
        (fits && reader.is_at_end()).then_some(found)
    }

    /// The cluster that report `report` is in.
    pub(super) fn of(&self, report: u32) -> Option<Told<'_>> {
        let at = self.reports.first_from(report);
        let cluster = self.of.get(at).filter(|_| self.reports.get(at) == Some(report))?;
        Some(Told {
            reports: self.held.get(cluster).collect(),
            events: self.events.get(cluster).collect(),
            rule: self.names.get(self.rules.get(cluster as usize)?),
        })
    }
}
