//! Words in and around names that say where one begins and what it names.
//!
//! General knowledge of the language.
//! **Invariant:** words only; nothing here knows a document. Read by [`super::run`].

/// Small words inside names.
#[rustfmt::skip]
pub(super) const PARTICLES: &[&str] = &[
    "al", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "ibn", "la",
    "le", "ter", "ul", "van", "von", "zu",
];

/// Words that are never the first of a name that the tables do not know.
#[rustfmt::skip]
pub(super) const OPENERS: &[&str] = &[
    "A", "After", "All", "Also", "An", "And", "Any", "As", "At", "Before", "Both", "But", "By", "Each",
    "Even", "For", "From", "He", "Her", "Here", "His", "How", "If", "In", "It", "Its", "Many", "Most",
    "My", "Neighboring", "Neighbouring", "No", "Nor", "Not", "Now", "Of", "On", "Once", "Or", "Our", "She",
    "Since", "So", "Some", "That", "The", "Their", "Then", "There", "These", "They", "This", "Those", "To",
    "We", "What", "When", "Where", "Which", "While", "Who", "Why", "With", "Yet", "You", "Your",
];

/// Words that make a run a place when they end it.
#[rustfmt::skip]
pub(super) const SITES: &[&str] = &[
    "Airport", "Avenue", "Base", "Bay", "Beach", "Bridge", "Canal", "Coast", "County", "Desert",
    "District", "Forest", "Gulf", "Heights", "Hill", "Hills", "Island", "Islands", "Lake", "Mountain",
    "Mountains", "Oblast", "Ocean", "Park", "Peninsula", "Prison", "Province", "Raion", "Region", "River",
    "Road", "Sea", "Square", "Stadium", "Strait", "Street", "Valley", "Village",
];

/// Lower-case words after a name that make it a place, and before "of" a name.
#[rustfmt::skip]
pub(super) const AREAS: &[&str] = &[
    "airport", "area", "border", "camp", "city", "county", "district", "governorate", "hospital", "island",
    "municipality", "oblast", "neighborhood", "neighbourhood", "peninsula", "port", "prison", "province",
    "region", "regions", "river", "state", "suburb", "town", "township", "valley", "village",
];

/// Nouns for people that stand before the names of bodies as often.
#[rustfmt::skip]
pub(super) const EITHER: &[&str] = &[
    "allies", "ally", "broadcaster", "champion", "champions", "contractor", "developer", "host", "hosts",
    "neighbor", "neighbour", "opponent", "opponents", "owner", "parent", "partner", "partners", "producer",
    "publisher", "rival", "rivals",
];

/// Verbs whose object is a place, in war news.
#[rustfmt::skip]
pub(super) const TAKEN: &[&str] = &[
    "besieged", "bombarded", "captured", "entered", "occupied", "overran", "reached", "recaptured",
    "retook", "seized", "shelled",
];
