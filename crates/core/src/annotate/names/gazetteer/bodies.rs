//! Organizations that news names without saying what they are, and the words that make a run an organization.
//!
//! General knowledge: international bodies, governments by their seat, agencies, parties, companies, news outlets.
//! **Invariant:** sorted, one entry between two semicolons; a word that is also an everyday one stands here only if
//! its capital is enough evidence in the middle of a sentence.
//! Read by [`super`].

/// Words that make a capitalised run an organization.
pub(crate) const HEADS: &str = "\
    Academy; Administration; Aerospace; Agency; Aircraft; Airlines; Airways; Alliance; Army; Assembly; Association; \
    Authority; Bancorp; Bank; Board; Brigade; Broadcasting; Brotherhood; Bundesbank; Bundestag; Bureau; \
    Cabinet; Campaign; Center; Centre; Chamber; Church; Clinic; Club; Co; Coalition; College; Command; \
    Commission; Committee; Communications; Company; Confederation; Conference; Congress; Consortium; \
    Constabulary; Convention; Corp; Corporation; Corps; Council; Court; Courts; Cup; Democrats; \
    Department; Directorate; Division; Duma; Electronics; Exchange; Federation; Fleet; Force; Forces; Forum; \
    Foundation; Front; Fund; Government; Group; Guard; Guards; Headquarters; Holdings; Hospital; House; \
    Inc; Industries; Infirmary; Initiative; Institute; Institution; Insurance; Intelligence; Journal; \
    LLC; Laboratory; League; Limited; Lines; Logistics; Ltd; Media; Militia; Ministry; Mission; Mosque; \
    Motors; Movement; Museum; Navy; Network; News; Newspaper; Observatory; Office; Oil; Organisation; \
    Organization; PLC; Parliament; Partners; Partnership; Party; Pharmaceuticals; Police; Post; Press; \
    Rada; Radio; Railway; Railways; Registry; Republicans; School; Secretariat; Senate; Service; \
    Services; Shipping; Society; Software; Squadron; Studios; Syndicate; Systems; Taskforce; Team; \
    Technologies; Telecom; Telecoms; Telegraph; Television; Theatre; Times; Treasury; Tribunal; \
    Tribune; Trust; Union; University; Ventures; Watch";

/// Heads that may go on with "of", "for" or "on".
pub(crate) const OF_HEADS: &str = "\
    Academy; Agency; Army; Association; Bank; Board; Bureau; Chamber; Church; Coalition; College; \
    Commission; Committee; Community; Confederation; Congress; Council; Court; Department; Directorate; \
    Faculty; Federation; Forces; Friends; Front; House; Institute; League; Ministry; Movement; Museum; \
    Office; Organisation; Organization; Parliament; Party; School; Secretariat; Senate; Society; State; \
    Union; University";

/// Bodies, companies, platforms, parties, armed groups.
pub(crate) const BODIES: &str = "\
    10 Downing Street; ACLU; AFL-CIO; ANC; APEC; ASEAN; ATF; AU; AfD; African Union; Air Force; \
    Al Qaeda; Al-Qaeda; Al-Shabab; Amnesty International; Arab League; AstraZeneca; BJP; BP; BRICS; \
    Black Lives Matter; Boko Haram; Border Patrol; Bundesrat; Bundestag; Bundeswehr; C.I.A.; CDC; CDU; \
    CIA; CIS; CSTO; CSU; Clinton Foundation; Coast Guard; Commonwealth; Congress; Conservative Party; \
    Constitutional Court; Council of Europe; DEA; DHS; DNC; DOJ; Daesh; Defence Ministry; \
    Defense Department; Defense Ministry; Democratic National Committee; Democratic Party; \
    Department of Homeland Security; Department of Justice; Doctors Without Borders; Downing Street; \
    Duma; E.U.; ECB; ECOWAS; EPA; EU; Elysee; Energoatom; Eskom; Eurojust; European Central Bank; \
    European Commission; European Council; European Parliament; European Union; Europol; F.B.I.; FBI; \
    FCC; FDA; FDP; FEMA; FIFA; FSB; Fatah; Fed; Federal Reserve; Fidesz; Finance Ministry; \
    Foreign Ministry; Foreign Office; G-20; G-7; G-8; G20; G7; G8; GCC; GCHQ; GOP; GRU; \
    General Assembly; Greenpeace; Group of Seven; HUR; Hamas; Harvard; Harvard University; \
    Health Ministry; Hezbollah; High Court; Hizbollah; Home Office; House; House of Commons; \
    House of Lords; House of Representatives; Houthis; Human Rights Watch; IAEA; ICC; ICE; ICJ; ICRC; \
    IDF; IMF; IOC; IRGC; IRS; IS; ISI; ISIL; ISIS; Interior Ministry; \
    International Atomic Energy Agency; International Committee of the Red Cross; \
    International Court of Justice; International Criminal Court; International Monetary Fund; \
    Interpol; Islamic State; Israel Defense Forces; Justice Department; KGB; KKK; Knesset; Kremlin; \
    Ku Klux Klan; LAPD; Labour; Labour Party; Lib Dems; Liberal Democrats; Likud; \
    London Stock Exchange; MI5; MI6; MIT; MLB; MSF; Manchester United; Mercosur; Ministry of Defence; \
    Ministry of Defense; Ministry of Foreign Affairs; Mossad; Muslim Brotherhood; NAACP; NAFTA; NASA; \
    NASDAQ; NATO; NBA; NFL; NHL; NRA; NSA; NYPD; NYSE; Naftogaz; Nasdaq; National Guard; \
    New York Stock Exchange; OECD; OPEC; OPEC+; OSCE; Oxfam; PKK; PLO; PML-N; PPP; PTI; \
    Palestinian Authority; Parliament; Pentagon; Planned Parenthood; Princeton; Quds Force; RNC; Rada; \
    Real Madrid; Red Army; Red Crescent; Red Cross; Republican National Committee; Republican Party; \
    Revolutionary Guard; Revolutionary Guards; Rosatom; SADC; SBU; SCO; SDF; SEC; SNP; SPD; SVR; \
    Save the Children; Secret Service; Security Council; Senate; Servant of the People; Shin Bet; \
    Stanford; Starlink; State Department; State Duma; Supreme Court; Supreme Leader's Office; TSA; \
    Taleban; Taliban; Tea Party; Telegram; TikTok; Tokyo Stock Exchange; Tories; \
    Transparency International; Treasury; Treasury Department; Trump Organization; Truth Social; U.N.; \
    U.S. Air Force; U.S. Army; U.S. Congress; U.S. Navy; U.S. Senate; UCLA; UEFA; UKIP; UN; \
    UN General Assembly; UN Security Council; UNDP; UNESCO; UNHCR; UNICEF; UNRWA; US Air Force; \
    US Army; US Congress; US Navy; US Senate; US Supreme Court; USAID; Ukrainian Air Force; Ukrenergo; \
    United Auto Workers; United Nations; United Russia; Verkhovna Rada; WFP; WHO; WTO; Wagner; \
    Wagner Group; White House; Whitehall; WikiLeaks; Wikileaks; World Bank; World Food Programme; \
    World Health Organization; World Trade Organization; YPG; Yale; al-Qaeda; al-Qaida; al-Shabaab; \
    al-Shabab";

/// News agencies, broadcasters and papers.
pub(crate) const OUTLETS: &str = "\
    ABC; ABC News; AFP; ANI; ANSA; AP; ARD; Agence France Presse; Agence France-Presse; Al Arabiya; \
    Al Jazeera; Al Mayadeen; Al-Jazeera; Anadolu; Anadolu Agency; Asahi Shimbun; Associated Press; \
    Axios; BBC; BBC News; Bild; Bloomberg; Bloomberg News; Boston Globe; Breitbart; Breitbart News; \
    BuzzFeed; C-SPAN; CBS; CBS News; CCTV; CGTN; CNBC; CNN; CNN International; Channel 4; \
    Chicago Tribune; China Daily; Corriere della Sera; DPA; DW; Daily Beast; Daily Caller; Daily Mail; \
    Daily Telegraph; Der Spiegel; Deutsche Welle; Die Welt; Die Zeit; Drudge Report; EFE; Economist; \
    El Mundo; El Pais; Euronews; Evening Standard; Fars; Federalist; Financial Times; Forbes; Fortune; \
    Fox; Fox Business; Fox News; France 24; Frankfurter Allgemeine Zeitung; Getty; Getty Images; \
    Global Times; Guardian; Haaretz; Hindustan Times; HuffPost; Huffington Post; IRNA; ITV; Interfax; \
    Interfax-Ukraine; Izvestia; Jerusalem Post; Kommersant; Kyiv Independent; Kyiv Post; Kyodo; \
    LA Times; La Repubblica; Le Figaro; Le Monde; Liberation; Los Angeles Times; MSNBC; Meduza; \
    Miami Herald; Morning Star; Moscow Times; Mother Jones; NBC; NBC News; NHK; NPR; NYT; \
    National Review; New York Daily News; New York Post; New York Times; New Yorker; Newsweek; Nikkei; \
    Novaya Gazeta; PBS; POLITICO; PTI; People's Daily; Politico; Pravda; RFE/RL; RFI; RIA; RIA Novosti; \
    RT; Radio Free Europe; Radio Liberty; Reuters; Rolling Stone; Rossiya 1; Russia Today; SANA; Salon; \
    Sky News; Slate; South China Morning Post; Spiegel; Sputnik; Straits Times; Suddeutsche Zeitung; \
    TASS; TIME; Tasnim; Tass; The Associated Press; The Atlantic; The Daily Beast; The Economist; \
    The Guardian; The Hill; The Hindu; The Huffington Post; The Independent; The Kyiv Independent; \
    The Mirror; The Moscow Times; The Nation; The New York Times; The New Yorker; The Sun; \
    The Telegraph; The Times; The Times of India; The Times of Israel; The Wall Street Journal; \
    The Washington Post; Thomson Reuters; Time; Time magazine; Times of India; Times of Israel; UNIAN; \
    USA Today; Ukrainska Pravda; Ukrinform; VOA; Vanity Fair; Voice of America; Vox; WAFA; WSJ; \
    Wall Street Journal; Washington Post; Washington Times; Western Journal; Xinhua; Yonhap; ZDF; dpa";
