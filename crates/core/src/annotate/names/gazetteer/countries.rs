//! Countries, with their common variants and short forms, and the large regions and waters of the world.
//!
//! General knowledge; former states stand here too, since articles look back.
//! **Invariant:** sorted, one entry between two semicolons, spelled without diacritics except where both are usual.
//! Read by [`super`].

/// Countries.
pub(crate) const COUNTRIES: &str = "\
    Afghanistan; Albania; Algeria; America; Andorra; Angola; Antigua and Barbuda; Argentina; Armenia; \
    Australia; Austria; Azerbaijan; Bahamas; Bahrain; Bangladesh; Barbados; Belarus; Belgium; Belize; \
    Benin; Bhutan; Bolivia; Bosnia; Bosnia and Herzegovina; Botswana; Brazil; Britain; Brunei; \
    Bulgaria; Burkina Faso; Burma; Burundi; Cabo Verde; Cambodia; Cameroon; Canada; Cape Verde; \
    Central African Republic; Chad; Chile; China; Colombia; Comoros; Congo; Costa Rica; Cote d'Ivoire; \
    Croatia; Cuba; Cyprus; Czech Republic; Czechia; Czechoslovakia; DPRK; DR Congo; DRC; \
    Democratic Republic of Congo; Democratic Republic of the Congo; Denmark; Djibouti; Dominica; \
    Dominican Republic; East Germany; East Timor; Ecuador; Egypt; El Salvador; Emirates; England; \
    Equatorial Guinea; Eritrea; Estonia; Eswatini; Ethiopia; Fiji; Finland; France; Gabon; Gambia; \
    Georgia; Germany; Ghana; Great Britain; Greece; Greenland; Grenada; Guatemala; Guinea; \
    Guinea-Bissau; Guyana; Haiti; Holland; Honduras; Hong Kong; Hungary; Iceland; India; Indonesia; \
    Iran; Iraq; Ireland; Israel; Italy; Ivory Coast; Jamaica; Japan; Jordan; KSA; Kazakhstan; Kenya; \
    Kiribati; Kosovo; Kuwait; Kyrgyzstan; Laos; Latvia; Lebanon; Lesotho; Liberia; Libya; \
    Liechtenstein; Lithuania; Luxembourg; Macau; Macedonia; Madagascar; Malawi; Malaysia; Maldives; \
    Mali; Malta; Marshall Islands; Mauritania; Mauritius; Mexico; Micronesia; Moldova; Monaco; \
    Mongolia; Montenegro; Morocco; Mozambique; Myanmar; Namibia; Nauru; Nepal; Netherlands; \
    New Zealand; Nicaragua; Niger; Nigeria; North Korea; North Macedonia; Northern Ireland; Norway; \
    Oman; PRC; Pakistan; Palau; Palestine; Panama; Papua New Guinea; Paraguay; \
    People's Republic of China; Peru; Philippines; Poland; Portugal; Puerto Rico; Qatar; \
    Republic of Congo; Romania; Russia; Russian Federation; Rwanda; Saint Lucia; Samoa; San Marino; \
    Saudi Arabia; Scotland; Senegal; Serbia; Seychelles; Sierra Leone; Singapore; Slovakia; Slovenia; \
    Solomon Islands; Somalia; Somaliland; South Africa; South Korea; South Sudan; Soviet Union; Spain; \
    Sri Lanka; St Lucia; Sudan; Suriname; Swaziland; Sweden; Switzerland; Syria; Taiwan; Tajikistan; \
    Tanzania; Thailand; Timor-Leste; Togo; Tonga; Trinidad and Tobago; Tunisia; Turkey; Turkiye; \
    Turkmenistan; Tuvalu; Türkiye; U.A.E.; U.K.; U.S.; U.S.A.; U.S.S.R.; UAE; UK; US; USA; USSR; \
    Uganda; Ukraine; United Arab Emirates; United Kingdom; United States; United States of America; \
    Uruguay; Uzbekistan; Vanuatu; Vatican City; Venezuela; Viet Nam; Vietnam; Wales; West Germany; \
    Yemen; Yugoslavia; Zaire; Zambia; Zanzibar; Zimbabwe";

/// Continents, regions of continents, seas, straits, rivers and mountains.
pub(crate) const WATERS: &str = "\
    Adriatic Sea; Aegean Sea; Africa; Alps; Amazon River; Andes; Antarctica; Arabian Peninsula; \
    Arabian Sea; Arctic; Arctic Ocean; Asia; Asia-Pacific; Atlantic; Atlantic Ocean; Azov Sea; \
    Bab al-Mandab; Balkans; Baltic Sea; Baltics; Bay of Bengal; Bering Strait; Black Sea; Bosphorus; \
    Caribbean; Carpathians; Caspian Sea; Caucasus; Central America; Central Asia; Central Europe; \
    Crimean Peninsula; Danube; Dardanelles; Dnieper; Dniester; Dnipro River; East Africa; East Asia; \
    East China Sea; Eastern Europe; English Channel; Euphrates; Eurasia; Europe; Far East; \
    Golan Heights; Great Lakes; Gulf of Aden; Gulf of Finland; Gulf of Guinea; Gulf of Mexico; \
    Gulf of Oman; Himalayas; Horn of Africa; Indian Ocean; Indo-Pacific; Indochina; Ionian Sea; \
    Jordan River; Kerch Strait; Korean Peninsula; Lake Chad; Lake Victoria; Latin America; Levant; \
    Mediterranean; Mediterranean Sea; Mekong; Middle East; Mississippi River; Mount Everest; Near East; \
    Nile; North Africa; North America; North Caucasus; North Sea; Oceania; Pacific; Pacific Ocean; \
    Panama Canal; Persian Gulf; Red Sea; Rhine; Sahara; Sahel; Scandinavia; Sea of Azov; Sea of Japan; \
    Siberia; Sinai; Sinai Peninsula; South America; South Asia; South Caucasus; South China Sea; \
    South-East Asia; Southeast Asia; Southern Africa; Strait of Hormuz; Sub-Saharan Africa; Suez Canal; \
    Taiwan Strait; Tigris; Urals; Volga; West Africa; Western Europe; Yellow Sea";
