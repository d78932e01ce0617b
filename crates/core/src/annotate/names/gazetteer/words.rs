//! Words whose capital says nothing: peoples and creeds, days and months, and everyday words.
//!
//! General knowledge of the language. "Ukrainian" is no name here; "Stop" in capitals is no acronym.
//! **Invariant:** sorted, one entry between two semicolons; the everyday words are in lower case.
//! Read by [`super`].

/// Peoples, languages, creeds, with their plurals.
pub(crate) const DEMONYMS: &str = "\
    Abkhaz; Afghan; Afghans; African; Africans; Albanian; Albanians; Algerian; Algerians; American; \
    Americans; Amish; Angolan; Arab; Arabic; Arabs; Argentine; Argentinian; Armenian; Armenians; Asian; \
    Asians; Australian; Australians; Austrian; Austrians; Azerbaijani; Azeri; Bahraini; Balkan; Baltic; \
    Bangladeshi; Bangladeshis; Basque; Bavarian; Belarusian; Belarusians; Belgian; Belgians; Bengali; \
    Berliner; Bolivian; Bosnian; Bosnians; Brazilian; Brazilians; Brit; British; Briton; Britons; \
    Bruneian; Buddhist; Buddhists; Bulgarian; Bulgarians; Burmese; Burundian; Californian; Cambodian; \
    Cameroonian; Canadian; Canadians; Caribbean; Catalan; Catholic; Catholics; Caucasian; Chadian; \
    Chechen; Chechens; Chilean; Chinese; Christian; Christians; Colombian; Colombians; Communist; \
    Congolese; Conservative; Conservatives; Crimean; Croatian; Croats; Cuban; Cubans; Cypriot; Czech; \
    Czechs; Dane; Danes; Danish; Democrat; Democrats; Dutch; Ecuadorian; Egyptian; Egyptians; Emirati; \
    Emiratis; English; Englishman; Eritrean; Estonian; Estonians; Ethiopian; Ethiopians; European; \
    Europeans; Evangelical; Fijian; Filipino; Filipinos; Finn; Finnish; Finns; French; Frenchman; \
    Gambian; Gazan; Gazans; Gentile; Georgian; Georgians; German; Germans; Ghanaian; Greek; Greeks; \
    Guatemalan; Haitian; Hindu; Hindus; Hispanic; Hispanics; Honduran; Hungarian; Hungarians; Hutu; \
    Icelandic; Indian; Indians; Indonesian; Indonesians; Iranian; Iranians; Iraqi; Iraqis; Irish; \
    Islamic; Islamist; Islamists; Israeli; Israelis; Italian; Italians; Ivorian; Jamaican; Japanese; \
    Jew; Jewish; Jews; Jordanian; Jordanians; Kashmiri; Kazakh; Kazakhs; Kenyan; Kenyans; Korean; \
    Koreans; Kosovar; Kurd; Kurdish; Kurds; Kuwaiti; Kyrgyz; Laotian; Latin; Latino; Latinos; Latvian; \
    Latvians; Lebanese; Liberal; Liberals; Liberian; Libyan; Libyans; Lithuanian; Lithuanians; \
    Londoner; Macedonian; Malawian; Malay; Malaysian; Malaysians; Maltese; Marxist; Mexican; Mexicans; \
    Moldovan; Moldovans; Mongolian; Montenegrin; Mormon; Moroccan; Moroccans; Mozambican; Muscovite; \
    Muslim; Muslims; Namibian; Nazi; Nazis; Nepalese; Nepali; Nicaraguan; Nigerian; Nigerians; Nordic; \
    Norwegian; Norwegians; Omani; Orthodox; Ottoman; Pakistani; Pakistanis; Palestinian; Palestinians; \
    Panamanian; Paraguayan; Persian; Peruvian; Pole; Poles; Polish; Portuguese; Protestant; Punjabi; \
    Qatari; Qataris; Republican; Republicans; Roma; Romanian; Romanians; Russian; Russians; Rwandan; \
    Rwandans; Salafi; Salvadoran; Salvadorans; Saudi; Saudis; Scandinavian; Scot; Scots; Scotsman; Scottish; \
    Senegalese; Serb; Serbian; Serbs; Shia; Shias; Shiite; Shiites; Siberian; Sicilian; Sikh; Sikhs; Singaporean; \
    Sinhalese; Slavic; Slovak; Slovaks; Slovenian; Socialist; Socialists; Somali; Somalis; Soviet; \
    Soviets; Spaniard; Spaniards; Spanish; Sudanese; Sunni; Sunnis; Swede; Swedes; Swedish; Swiss; \
    Syrian; Syrians; Taiwanese; Tajik; Tamil; Tamils; Tanzanian; Tatar; Tatars; Texan; Thai; Thais; \
    Tibetan; Tibetans; Tories; Tory; Tunisian; Tunisians; Turk; Turkish; Turkmen; Turks; Tutsi; \
    Ugandan; Ugandans; Ukrainian; Ukrainians; Uruguayan; Uyghur; Uyghurs; Uzbek; Uzbeks; Venezuelan; \
    Venezuelans; Vietnamese; Welsh; Western; Westerner; Westerners; Yazidi; Yemeni; Yemenis; Yugoslav; \
    Zambian; Zimbabwean; Zimbabweans; Zionist";

/// Capitalised words that name no person, place or organization.
pub(crate) const NEVER: &str = "\
    A; ADHD; AIDS; AM; ASAP; Advent; Advertisement; Allah; Applause; Apr; April; Aug; \
    August; B; BA; BBQ; BST; BTW; Bible; Brexit; C; CEO; CEOs; CET; CFO; CO2; COVID; COVID-19; CPR; \
    CV; Cabinet; Celsius; Christmas; Cold; Constitution; Coronavirus; Covenant; Covid; Covid-19; D; \
    DIY; DNA; DUI; DVD; Dec; December; Dh; Diwali; E; EDT; EST; ET; ETF; ETFs; EUR; Easter; Eid; \
    Email; F; FAQ; FYI; Fahrenheit; Feb; February; Fri; Friday; Fridays; G; GBP; GCSE; GDP; GMT; GPA; \
    GPS; God; H; HIV; Halloween; Hanukkah; Holocaust; I; I'd; I'll; I'm; I've; ICU; ID; II; III; IMHO; \
    IMO; IPO; IQ; IT; IV; IVF; IX; Image; Images; Internet; J; Jan; January; Jul; July; Jun; June; K; \
    Koran; L; LED; LGBT; LGBTQ; LMAO; LOL; LPG; Laughter; Lent; M; MA; MEPs; MPs; MRI; MVP; Mar; \
    March; May; Mon; Monday; Mondays; Mr; Mrs; Ms; Muslim-majority; N; NGO; NGOs; Nobel; Nov; \
    November; O; OK; OMG; Oct; October; Olympic; Olympics; P; PC; PCR; PM; PPE; PR; PTSD; Passover; \
    PhD; PhDs; Photo; Photos; Picture; Print; Published; Q; Q&A; QR; Quran; R; RFP; RNA; ROI; RSVP; \
    Ramadan; Read; Related; Rs; S; SIM; SUV; SUVs; Sat; Saturday; Saturdays; Sep; Sept; September; \
    Share; Sun; Sunday; Sundays; T; TBA; TBD; TV; Thanksgiving; Thu; Thurs; Thursday; Thursdays; \
    Torah; Tue; Tues; Tuesday; Tuesdays; U; UAV; UAVs; USB; USD; UTC; Updated; V; VAT; VI; VII; VIII; \
    VIP; VIPs; VPN; Video; W; WMD; WTF; Watch; Web; Wed; Wednesday; Wednesdays; WiFi; X; XI; XII; Y; \
    Z";

/// Everyday words, in lower case.
pub(crate) const COMMON: &str = "\
    a; able; about; above; accord; across; act; action; actually; ad; add; added; adding; \
    additionally; after; afterwards; again; against; age; ago; agreement; ahead; air; airport; all; \
    allies; ally; almost; along; already; also; although; always; am; ambassador; amendment; amid; \
    among; an; analysis; analysts; and; another; any; anybody; anyone; anything; apart; apparently; \
    appeal; are; area; army; around; arrest; article; as; aside; ask; asked; at; attack; attacks; \
    attorney; attorneys; authorities; avenue; award; away; back; bad; ban; bank; based; battle; bay; \
    be; because; before; behind; being; believe; below; beneath; best; better; between; beyond; big; \
    bill; black; blood; body; bomb; bonds; book; both; boulevard; boy; bridge; bring; build; building; \
    business; but; by; call; called; calls; campaign; can; can't; capital; case; castle; cathedral; \
    chairman; championship; change; chapter; chief; child; children; church; cities; citizens; city; \
    clearly; close; college; coming; comment; commission; committee; company; conference; conflict; \
    could; couldn't; council; country; court; crisis; critics; cup; currently; cut; day; days; dead; \
    deal; dear; death; debate; deep; defence; defense; demand; democracy; democratic; democrats; \
    despite; did; didn't; died; different; director; district; do; doctors; does; doesn't; don't; \
    done; down; dream; drone; drones; due; during; each; earlier; early; earnings; earth; east; \
    eastern; eight; eighteen; eighty; either; election; elections; eleven; else; emergency; empire; \
    end; ending; energy; enough; especially; even; eventually; every; everybody; everyone; everything; \
    ex; exactly; except; experts; face; fact; fair; fake; family; far; federal; festival; fewer; \
    fierce; fifteen; fifth; fifty; fighting; figure; final; finally; fire; first; five; focus; \
    following; food; for; force; forces; foreign; former; fortunately; forty; forum; four; fourteen; \
    fourth; free; fresh; friends; from; full; fund; further; furthermore; future; games; \
    garden; general; generals; get; girl; give; given; global; go; going; good; got; government; \
    governor; great; green; ground; group; growth; gulf; had; half; hall; happy; hard; has; have; \
    haven't; having; he; he'd; he'll; he's; head; health; help; hence; her; here; here's; hers; \
    herself; high; him; himself; his; history; home; hope; hopefully; hospital; hours; house; how; \
    however; huge; human; hundreds; if; immediately; in; including; indeed; independent; inside; \
    instead; interior; international; into; investigators; is; island; islands; isn't; it; it'll; \
    it's; its; itself; job; join; journalists; just; keep; key; killed; king; kingdom; know; lake; \
    land; large; last; late; later; latest; law; lawyers; leader; leaders; leading; league; left; \
    less; let; let's; life; light; like; likely; list; little; live; local; long; look; lost; love; \
    made; main; major; make; making; man; many; mass; maybe; mayor; me; meanwhile; media; medical; \
    meet; meeting; members; men; might; military; million; millions; mine; minister; ministers; \
    ministry; miss; missile; missiles; money; month; months; more; moreover; morning; mosque; most; \
    mother; mount; mountain; mr; much; must; my; myself; nation; nations; naturally; near; nearly; \
    need; negotiators; neither; never; nevertheless; new; news; next; night; nine; nineteen; ninety; \
    no; nobody; none; nonetheless; nor; normal; north; northern; not; notably; note; nothing; now; \
    number; observers; obviously; ocean; of; off; offices; officials; oil; old; olympics; on; once; \
    one; only; open; operation; opinion; opposition; or; order; other; others; otherwise; our; ours; \
    out; outside; over; overall; overnight; own; pact; page; palace; parents; park; parliament; part; \
    parties; party; past; peace; people; perhaps; permanent; personally; place; plan; play; please; \
    plus; point; police; policy; political; poll; polls; poor; possibly; power; powerful; president; \
    presidential; press; previously; price; prices; prior; private; prize; pro; profits; program; \
    programme; project; protesters; protocol; province; public; put; question; questions; quick; \
    quite; race; rather; read; ready; real; really; recent; recently; red; regarding; regardless; \
    region; representatives; republic; republican; republicans; residents; resolution; revolution; \
    right; rights; river; road; roughly; rule; run; sad; said; sales; same; say; says; school; scores; \
    sea; second; secret; section; security; see; senator; senators; senior; separately; series; seven; \
    seventeen; seventy; several; shall; share; shares; she; she'll; she's; should; show; shows; side; \
    similarly; simply; since; six; sixteen; sixty; small; smart; so; social; soldiers; some; somebody; \
    somehow; someone; something; sometimes; soon; source; sources; south; southern; speaking; special; \
    specifically; spokesman; spokesperson; spokeswoman; spring; square; stadium; state; statement; \
    states; station; still; stock; stocks; stop; story; strait; street; strike; strikes; strong; \
    students; success; such; suddenly; summer; summit; super; support; supporters; sure; surely; \
    surprisingly; system; take; talks; tax; team; tell; temple; ten; thank; thanks; that; that's; the; \
    their; theirs; them; themselves; then; there; there's; thereafter; therefore; these; they; \
    they'll; they're; they've; thing; things; think; third; thirteen; thirty; this; those; though; \
    thousands; three; through; throughout; thus; time; times; title; to; today; together; tomorrow; \
    tonight; too; top; total; tower; town; trade; treaty; troops; true; twelve; twenty; twice; two; \
    under; unfortunately; union; university; unless; unlike; until; up; upon; us; use; usually; value; \
    various; very; victims; victory; video; view; visitors; volume; vote; voters; wait; wake; want; \
    wanted; war; was; water; way; we; we'll; we're; we've; weapons; week; weeks; welcome; well; went; \
    were; west; western; what; what's; whatever; when; whenever; where; whereas; wherever; whether; \
    which; while; white; who; who's; whoever; whole; whom; whose; why; widely; wife; will; win; \
    winter; with; within; without; woman; women; won; won't; words; work; workers; world; would; wow; \
    wrong; year; years; yes; yesterday; yet; you; you'll; you're; you've; young; your; yours; zero";
