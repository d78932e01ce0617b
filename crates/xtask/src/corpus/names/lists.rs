//! The lists that names are drawn from.
//!
//! Countries and cities are real; given and family names are common ones of many languages, joined by chance.
//! **Invariant:** a list keeps its order and length: another one is another corpus. Start at [`COUNTRIES`].

/// A country: its name, what is of it, its first cities.
#[derive(Clone, Copy, Debug)]
pub struct Country {
    /// As it is called.
    pub name: &'static str,
    /// What is of it.
    pub of: &'static str,
    /// Its seat of government first.
    pub cities: [&'static str; 3],
}

const fn country(name: &'static str, of: &'static str, cities: [&'static str; 3]) -> Country {
    Country { name, of, cities }
}

/// From the one that is written about most.
#[rustfmt::skip]
pub const COUNTRIES: [Country; 40] = [
    country("the United States", "US", ["Washington", "New York", "Chicago"]),
    country("Russia", "Russian", ["Moscow", "Kazan", "Rostov"]),
    country("China", "Chinese", ["Beijing", "Shanghai", "Wuhan"]),
    country("Ukraine", "Ukrainian", ["Kyiv", "Odesa", "Kharkiv"]),
    country("Britain", "British", ["London", "Manchester", "Leeds"]),
    country("France", "French", ["Paris", "Lyon", "Marseille"]),
    country("Germany", "German", ["Berlin", "Munich", "Hamburg"]),
    country("India", "Indian", ["New Delhi", "Mumbai", "Chennai"]),
    country("Japan", "Japanese", ["Tokyo", "Osaka", "Sapporo"]),
    country("Turkey", "Turkish", ["Ankara", "Istanbul", "Izmir"]),
    country("Brazil", "Brazilian", ["Brasilia", "Sao Paulo", "Recife"]),
    country("Italy", "Italian", ["Rome", "Milan", "Naples"]),
    country("Spain", "Spanish", ["Madrid", "Barcelona", "Seville"]),
    country("Poland", "Polish", ["Warsaw", "Krakow", "Gdansk"]),
    country("Canada", "Canadian", ["Ottawa", "Toronto", "Vancouver"]),
    country("Australia", "Australian", ["Canberra", "Sydney", "Perth"]),
    country("Mexico", "Mexican", ["Mexico City", "Monterrey", "Puebla"]),
    country("Nigeria", "Nigerian", ["Abuja", "Lagos", "Kano"]),
    country("Egypt", "Egyptian", ["Cairo", "Alexandria", "Suez"]),
    country("South Korea", "South Korean", ["Seoul", "Busan", "Daegu"]),
    country("Kenya", "Kenyan", ["Nairobi", "Mombasa", "Kisumu"]),
    country("Argentina", "Argentine", ["Buenos Aires", "Rosario", "Mendoza"]),
    country("South Africa", "South African", ["Pretoria", "Johannesburg", "Durban"]),
    country("Indonesia", "Indonesian", ["Jakarta", "Surabaya", "Bandung"]),
    country("Sweden", "Swedish", ["Stockholm", "Gothenburg", "Malmo"]),
    country("Norway", "Norwegian", ["Oslo", "Bergen", "Tromso"]),
    country("Greece", "Greek", ["Athens", "Thessaloniki", "Patras"]),
    country("the Netherlands", "Dutch", ["The Hague", "Amsterdam", "Rotterdam"]),
    country("Portugal", "Portuguese", ["Lisbon", "Porto", "Braga"]),
    country("Chile", "Chilean", ["Santiago", "Valparaiso", "Concepcion"]),
    country("Peru", "Peruvian", ["Lima", "Cusco", "Arequipa"]),
    country("Morocco", "Moroccan", ["Rabat", "Casablanca", "Fez"]),
    country("Ghana", "Ghanaian", ["Accra", "Kumasi", "Tamale"]),
    country("Vietnam", "Vietnamese", ["Hanoi", "Da Nang", "Hue"]),
    country("Thailand", "Thai", ["Bangkok", "Chiang Mai", "Phuket"]),
    country("Austria", "Austrian", ["Vienna", "Graz", "Salzburg"]),
    country("Hungary", "Hungarian", ["Budapest", "Debrecen", "Szeged"]),
    country("Romania", "Romanian", ["Bucharest", "Cluj", "Iasi"]),
    country("Finland", "Finnish", ["Helsinki", "Tampere", "Turku"]),
    country("Kazakhstan", "Kazakh", ["Astana", "Almaty", "Shymkent"]),
];

/// Given names of women.
#[rustfmt::skip]
pub const GIVEN_HER: [&str; 40] = [
    "Anna", "Maria", "Elena", "Sofia", "Laura", "Ingrid", "Olena", "Fatima", "Amina", "Grace", "Mei",
    "Yuki", "Priya", "Zoë", "Chloe", "Helen", "Ruth", "Nadia", "Leila", "Marta", "Julia", "Katarina", "Ewa",
    "Carmen", "Lucia", "Beatriz", "Rosa", "Ana", "Nina", "Irina", "Vera", "Astrid", "Emma", "Claire",
    "Sarah", "Rachel", "Joyce", "Esther", "Hana", "Miriam",
];
/// Given names of men.
#[rustfmt::skip]
pub const GIVEN_HIM: [&str; 40] = [
    "Thomas", "Peter", "Ivan", "Oleksandr", "Andriy", "Mikhail", "José", "Carlos", "Luis", "Ahmed", "Omar",
    "Yusuf", "Kwame", "Daniel", "David", "Michael", "John", "Robert", "James", "Paul", "Marc", "Pierre",
    "Hans", "Erik", "Lars", "Marek", "Piotr", "Stefan", "Viktor", "Dmitri", "Rajesh", "Arjun", "Kenji",
    "Wei", "Minh", "Samuel", "Emeka", "Hassan", "Karim", "Tomás",
];
/// Family names.
#[rustfmt::skip]
pub const FAMILY: [&str; 56] = [
    "Lundqvist", "Okonjo", "Marchenko", "Petrov", "Haddad", "Nakamura", "Ferreira", "Kowalczyk", "Brandt",
    "Moreau", "Rossetti", "Iyer", "Mensah", "Castillo", "Novak", "Horvath", "Papadakis", "Larsen",
    "Virtanen", "Demir", "Aydin", "Rahimi", "Nguyen", "Tanaka", "Whitfield", "Carver", "Holloway",
    "Prentice", "Sinclair", "O’Malley", "McBride", "van der Meer", "de Souza", "Al-Rashid", "Ben Salah",
    "Ibarra", "Quintero", "Vasquez", "Duarte", "Bianchi", "Keller", "Vogel", "Szabo", "Popescu",
    "Bondarenko", "Tkachuk", "Orlov", "Sidorov", "Achterberg", "Lindgren", "Eriksen", "Mbeki-Nkosi",
    "Owusu", "Kamau", "Wanjiru", "Adeyemi",
];
/// What made family names end in.
#[rustfmt::skip]
pub const FAMILY_ENDS: [&str; 12] =
    [
    "sky", "enko", "ov", "son", "ez", "ini", "mann", "wu", "adi", "oglu", "stad", "eira",
];
/// What stands before a name.
#[rustfmt::skip]
pub const OFFICES: [&str; 20] = [
    "President", "Prime Minister", "Foreign Minister", "Defence Minister", "Finance Minister",
    "Interior Minister", "Health Minister", "Governor", "Mayor", "Senator", "Ambassador", "General",
    "Judge", "Special Envoy", "Deputy Prime Minister", "Police Chief", "Energy Minister",
    "Justice Minister", "Chief Executive", "Professor",
];
/// What made towns end in.
#[rustfmt::skip]
pub const PLACE_ENDS: [&str; 8] = [
    "ville", "burg", "ton", "abad", "grad", "pur", "field", "mouth",
];
/// Fields of government.
#[rustfmt::skip]
pub const FIELDS: [&str; 16] = [
    "Health", "Education", "Transport", "Energy", "Agriculture", "Trade", "Finance", "Justice", "Labour",
    "Tourism", "Water", "Environment", "Housing", "Industry", "Defence", "Planning",
];
/// What bodies and parties call themselves.
#[rustfmt::skip]
pub const QUALITIES: [&str; 12] = [
    "National", "Democratic", "United", "Progressive", "Liberal", "Freedom", "Unity", "Reform",
    "Independent", "Social", "Popular", "Civic",
];

impl Default for Country {
    fn default() -> Self {
        COUNTRIES[0]
    }
}
