//! Capitals, large and newsworthy cities, and regions below the country, of the whole world.
//!
//! General knowledge; several spellings of one place stand side by side (Kyiv and Kiev, Odesa and Odessa).
//! **Invariant:** sorted, one entry between two semicolons.
//! Read by [`super`].

/// Cities and parts of cities.
pub(crate) const CITIES: &str = "\
    Aachen; Abidjan; Abu Dhabi; Abuja; Acapulco; Accra; Addis Ababa; Adelaide; Aden; Agadez; Agadir; \
    Ahmedabad; Albuquerque; Aleppo; Alexandria; Algiers; Almaty; Amman; Amsterdam; Anchorage; Ankara; \
    Antalya; Antananarivo; Antwerp; Arbil; Arequipa; Arusha; Ashdod; Ashgabat; Ashkelon; Asmara; \
    Astana; Asuncion; Aswan; Athens; Atlanta; Auckland; Austin; Avdiivka; Baghdad; Bahir Dar; Bakhmut; \
    Baku; Baltimore; Bamako; Bandar Abbas; Bandung; Bangalore; Bangkok; Bangui; Barcelona; Basel; \
    Basra; Beersheba; Beijing; Beirut; Beit Hanoun; Belfast; Belgorod; Belgrade; Belo Horizonte; \
    Bengaluru; Benghazi; Berlin; Bern; Bethlehem; Birmingham; Bishkek; Blantyre; Bogota; Boise; \
    Bologna; Bombay; Bonn; Bordeaux; Boston; Brasilia; Bratislava; Brazzaville; Bremen; Brisbane; \
    Bristol; Bronx; Brooklyn; Brussels; Bryansk; Bucha; Bucharest; Budapest; Buenos Aires; Buffalo; \
    Bujumbura; Bukavu; Bukhara; Bulawayo; Busan; Cairo; Calgary; Cali; Cambridge; Camp David; Canberra; \
    Cancun; Cape Town; Capitol Hill; Caracas; Cardiff; Cartagena; Casablanca; Cebu; Cedar Rapids; \
    Charleston; Charlotte; Charlottesville; Chengdu; Chennai; Cherkasy; Chernigov; Chernihiv; \
    Chernivtsi; Chernobyl; Chicago; Chisinau; Chittagong; Chongqing; Christchurch; Cincinnati; \
    Ciudad Juarez; Cleveland; Cologne; Colombo; Columbus; Conakry; Constantine; Copenhagen; Cordoba; \
    Cusco; Dakar; Dallas; Damascus; Dar es Salaam; Darwin; Davao; Davos; Deir al-Balah; Delhi; \
    Den Haag; Denver; Derna; Des Moines; Detroit; Dhaka; Dnipro; Dnipropetrovsk; Dodoma; Doha; Donetsk; \
    Dresden; Dubai; Dublin; Durban; Dushanbe; Dusseldorf; Düsseldorf; East Jerusalem; Edinburgh; Eilat; \
    El Fasher; El Paso; Enerhodar; Entebbe; Erbil; Faisalabad; Fallujah; Fayetteville; Ferguson; Fez; \
    Flint; Florence; Fort Lauderdale; Fort Worth; Fortaleza; Frankfurt; Freetown; Fukuoka; Fukushima; \
    Gaborone; Garissa; Gaza; Gaza City; Gdansk; Geneva; Genoa; Ghent; Giza; Glasgow; Goma; Gothenburg; \
    Greensboro; Guadalajara; Guangzhou; Guantanamo; Guantanamo Bay; Guatemala City; Guayaquil; Gulu; \
    Hague; Haifa; Hamburg; Hanoi; Harare; Hargeisa; Harlem; Havana; Hebron; Helsinki; Herat; Hiroshima; \
    Ho Chi Minh City; Hodeidah; Hollywood; Homs; Honolulu; Horlivka; Houston; Hyderabad; Ibadan; Idlib; \
    Incheon; Indianapolis; Irpin; Isfahan; Islamabad; Istanbul; Ivano-Frankivsk; Izium; Izmir; Jabalia; \
    Jacksonville; Jaipur; Jakarta; Jeddah; Jenin; Jericho; Jerusalem; Johannesburg; Johor Bahru; Juba; \
    Kabul; Kaduna; Kaliningrad; Kampala; Kandahar; Kano; Kanpur; Kansas City; Karachi; Kathmandu; \
    Kaunas; Kazan; Kfar Aza; Khan Younis; Khan Yunis; Kharkiv; Kharkov; Khartoum; Kherson; \
    Khmelnytskyi; Kiev; Kigali; Kingston; Kinshasa; Kirkuk; Kisangani; Kismayo; Kisumu; Kobe; Kolkata; \
    Krakow; Kramatorsk; Krasnodar; Kremenchuk; Krivoy Rog; Kropyvnytskyi; Kryvyi Rih; Kuala Lumpur; \
    Kumasi; Kupiansk; Kursk; Kuwait City; Kyiv; Kyoto; La Paz; Lagos; Lahore; Las Vegas; Lausanne; \
    Leeds; Leipzig; Libreville; Lille; Lilongwe; Lima; Limassol; Lisbon; Liverpool; Ljubljana; Lome; \
    London; Long Island; Los Angeles; Luanda; Lubumbashi; Lucknow; Lugansk; Luhansk; Lusaka; Lutsk; \
    Luxor; Lviv; Lvov; Lyon; Lysychansk; Madrid; Maidan; Maiduguri; Malmo; Malmö; Managua; Manama; \
    Manaus; Manchester; Manhattan; Manila; Maputo; Mar-a-Lago; Maracaibo; Marawi; Marib; Mariupol; \
    Marrakesh; Marseille; Mecca; Medan; Medellin; Medina; Mekelle; Melbourne; Melitopol; Memphis; \
    Mendoza; Mexico City; Miami; Milan; Milwaukee; Minneapolis; Minsk; Misrata; Mogadishu; Mombasa; \
    Monrovia; Monterrey; Montevideo; Montreal; Moscow; Mosul; Mukalla; Multan; Mumbai; Munich; \
    Murmansk; Muscat; Mwanza; Mykolaiv; Mykolaivka; N'Djamena; Nablus; Nagasaki; Nagoya; Nagpur; \
    Nairobi; Nakuru; Nanjing; Naples; Nashville; Nassau; Naypyidaw; Nazareth; New Delhi; New Orleans; \
    New York; New York City; Newark; Newcastle; Niamey; Nice; Nicosia; Nikolaev; Nouakchott; \
    Novosibirsk; Nur-Sultan; Nyala; Oakland; Oaxaca; Odesa; Odessa; Oklahoma City; Omaha; Omdurman; \
    Omsk; Oran; Orlando; Osaka; Oslo; Ottawa; Ouagadougou; Oval Office; Oxford; Palermo; Palm Beach; \
    Palmyra; Panama City; Paris; Patna; Penang; Pensacola; Perth; Peshawar; Philadelphia; Phnom Penh; \
    Phoenix; Pittsburgh; Podgorica; Pokrovsk; Poltava; Port Harcourt; Port Moresby; Port Said; \
    Port Sudan; Port-au-Prince; Portland; Porto; Porto Alegre; Poznan; Prague; Pretoria; Pristina; \
    Pune; Pyongyang; Quebec City; Queens; Quetta; Quito; Rabat; Rafah; Raleigh; Ramallah; Rangoon; \
    Raqqa; Rawalpindi; Recife; Red Square; Reno; Reykjavik; Richmond; Riga; Rio de Janeiro; Rivne; \
    Riyadh; Rome; Rosario; Rostov; Rostov-on-Don; Rotterdam; Sacramento; Saint Petersburg; Salisbury; \
    Salt Lake City; Salvador; Salzburg; Samara; Samarkand; San Antonio; San Diego; San Francisco; \
    San Jose; San Juan; San Salvador; Sana'a; Sanaa; Santiago; Santo Domingo; Sao Paulo; Sapporo; \
    Sarajevo; Saratov; Scranton; Sde Boker; Seattle; Seoul; Sevastopol; Severodonetsk; Seville; Sfax; \
    Shanghai; Sharjah; Sharm el-Sheikh; Shenzhen; Shiraz; Sievierodonetsk; Silicon Valley; Simferopol; \
    Sirte; Skopje; Sloviansk; Smolensk; Sochi; Sofia; Soledar; Srinagar; St Louis; St Petersburg; \
    St. Louis; St. Petersburg; Stalingrad; Stockholm; Strasbourg; Stuttgart; Suez; Sumy; Surabaya; \
    Surat; Suva; Sydney; Tabriz; Taipei; Taiz; Tallahassee; Tallinn; Tampa; Tangier; Tashkent; Tbilisi; \
    Tegucigalpa; Tehran; Tel Aviv; Ternopil; The Hague; Thessaloniki; Tianjin; Tijuana; Tikrit; \
    Timbuktu; Tirana; Tokyo; Toronto; Tripoli; Tucson; Tulsa; Tunis; Turin; Tver; Ufa; Ulaanbaatar; \
    Ulan Bator; Utrecht; Uzhhorod; Valencia; Valletta; Valparaiso; Vancouver; Venice; Veracruz; Vienna; \
    Vientiane; Vilnius; Vinnytsia; Vladivostok; Volgograd; Voronezh; Vuhledar; Warsaw; Washington; \
    Washington D.C.; Washington DC; Washington, D.C.; Washington, DC; Wellington; West Palm Beach; \
    Windhoek; Winnipeg; Wuhan; Xi'an; Yalta; Yangon; Yaounde; Yekaterinburg; Yerevan; Yokohama; \
    Youngstown; Zagreb; Zamboanga; Zaporizhia; Zaporizhzhia; Zaporizhzhya; Zaporozhye; Zhytomyr; \
    Zurich; Zürich";

/// States, provinces, historical regions, islands.
pub(crate) const REGIONS: &str = "\
    Abkhazia; Aceh; Alabama; Alaska; Alberta; Amazonia; Amhara; Anbar; Andalusia; Andhra Pradesh; \
    Arizona; Arkansas; Assam; Azores; Bali; Balochistan; Bashkortostan; Basque Country; Bavaria; \
    Bengal; Bermuda; Biafra; Bible Belt; Bihar; Borneo; Borno; Brandenburg; British Columbia; \
    British Virgin Islands; Brittany; Bukovina; Cabinda; California; Canary Islands; Casamance; \
    Catalonia; Cayman Islands; Chagos Islands; Chechnya; Chiapas; Colorado; Connecticut; Cornwall; \
    Corsica; Crete; Crimea; D.C.; Dagestan; Dalmatia; Darfur; Delaware; Diego Garcia; \
    Dnipropetrovsk Oblast; Donbas; Donbass; Essex; Falkland Islands; Falklands; Faroe Islands; \
    Flanders; Florida; Fujian; Galicia; Galilee; Gauteng; Gaza Strip; Gibraltar; Goa; Golan; \
    Ground Zero; Guam; Guangdong; Gujarat; Hainan; Haryana; Hawaii; Hejaz; Helmand; Herzegovina; Hesse; \
    Himachal Pradesh; Hokkaido; Hubei; Hunan; Idaho; Illinois; Indiana; Ingushetia; Inner Mongolia; \
    Iowa; Iraqi Kurdistan; Isle of Man; Ituri; Jammu; Java; Jharkhand; Jubaland; Kalimantan; Kamchatka; \
    Kansas; Karabakh; Karnataka; Kashmir; Kashmir Valley; Katanga; Kent; Kentucky; Kerala; \
    Khyber Pakhtunkhwa; Kivu; Kordofan; Kurdistan; Kuril Islands; KwaZulu-Natal; Kyushu; Lombardy; \
    Louisiana; Luzon; Madeira; Madhya Pradesh; Maharashtra; Maine; Manchuria; Manipur; Manitoba; \
    Maryland; Massachusetts; Michigan; Midwest; Mindanao; Minnesota; Mississippi; Missouri; Montana; \
    Nagaland; Nagorno-Karabakh; Natal; Nebraska; Negev; Nevada; New Brunswick; New England; \
    New Hampshire; New Jersey; New Mexico; New South Wales; Newfoundland; Nineveh; Normandy; \
    North Carolina; North Dakota; North Kivu; Northern Territory; Nova Scotia; Odisha; Ogaden; Ohio; \
    Okinawa; Oklahoma; Ontario; Oregon; Orissa; Oromia; Papua; Paracel Islands; Patagonia; \
    Pennsylvania; Pomerania; Provence; Puglia; Punjab; Puntland; Quebec; Queensland; Rajasthan; \
    Rakhine; Republika Srpska; Rhode Island; Rojava; Rust Belt; Sabah; Sakhalin; Sarawak; Sardinia; \
    Saskatchewan; Saxony; Scarborough Shoal; Senkaku Islands; Shan; Sichuan; Sicily; Silesia; Sinaloa; \
    Sindh; Snake Island; South Australia; South Carolina; South Dakota; South Kivu; South Ossetia; \
    Spratly Islands; Sulawesi; Sumatra; Surrey; Sussex; Svalbard; Swat; Tamil Nadu; Tasmania; \
    Tatarstan; Telangana; Tennessee; Texas; Thrace; Thuringia; Tibet; Tigray; Transnistria; Transvaal; \
    Transylvania; Tuscany; Ulster; Umbria; Utah; Uttar Pradesh; Uttarakhand; Veneto; Vermont; Victoria; \
    Virginia; Visayas; Vojvodina; Volyn; Wall Street; Wallonia; Waziristan; West Bank; West Bengal; \
    West Papua; West Virginia; Western Australia; Western Sahara; Wisconsin; Wyoming; Xinjiang; \
    Yorkshire; Yucatan; Yukon; Yunnan; Zakarpattia; Zhejiang; Zmiinyi Island";
