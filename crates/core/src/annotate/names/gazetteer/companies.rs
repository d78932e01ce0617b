//! Companies that news names without saying what they are.
//!
//! General knowledge of business pages.
//! **Invariant:** sorted, one entry between two semicolons; a company whose name is first a place or an everyday word
//! (Emirates, Shell, Target) is not here. Apple and Meta are: with a capital, news means the companies.
//! Read by [`super`].

/// Companies and their brands.
pub(crate) const COMPANIES: &str = "\
    AEG; AIG; AMD; AMR; AOL; AT&T; AXA; Airbus; Alcatel-Lucent; Alfa Romeo; Alibaba; Allianz; Amazon; \
    American Express; Apple; ArcelorMittal; Aston Martin; Audi; BAE Systems; BASF; BBVA; BHP Billiton; \
    BMW; BNP Paribas; BT; Bank of America; Barclays; Bayer; Bear Stearns; Bertelsmann; BioNTech; \
    BlackRock; Boeing; Bombardier; Bridgestone; Bristol-Myers Squibb; British Gas; Buick; ByteDance; \
    CITIC; CNOOC; Cadbury; Cadillac; Capgemini; Cargill; Carrefour; Chevrolet; Chevron; Chevy; \
    China Mobile; Chrysler; Cisco; Citibank; Citigroup; Coca-Cola; Comcast; Commerzbank; \
    ConocoPhillips; Costco; Credit Suisse; Daewoo; Daihatsu; Daimler; DaimlerChrysler; \
    Danone; Dassault; Deutsche Bank; Deutsche Boerse; Deutsche Telekom; Dow Chemical; \
    DreamWorks; DuPont; E.ON; EADS; EDF; EMI; Electrolux; Embraer; Enel; Ericsson; Exxon; Exxon Mobil; \
    ExxonMobil; Facebook; Fannie Mae; Ferrari; Fiat; Fitch; Ford Motor; Foxconn; Freddie Mac; Fujitsu; \
    GMAC; GMC; Gazprom; General Dynamics; General Electric; General Motors; GlaxoSmithKline; \
    Goldman Sachs; Google; Groupon; HBOS; HSBC; HTC; Halliburton; Harley-Davidson; Heineken; \
    Hewlett-Packard; Hitachi; Honda; Honeywell; Huawei; Hummer; HypoVereinsbank; Hyundai; IBM; IKEA; \
    ING; IndyMac; Infosys; Instagram; Intel; JCPenney; JP Morgan; JPMorgan; JPMorgan Chase; \
    Johnson & Johnson; KPMG; Kaspersky; Kaupthing; Kia; Kodak; Komatsu; Kraft Foods; L'Oreal; LVMH; \
    Lamborghini; Land Rover; Landsbanki; Lehman Brothers; Lenovo; Lexus; LinkedIn; Lloyds; Lloyds TSB; \
    Lockheed; Lockheed Martin; Lukoil; Magna International; Mazda; McDonald's; McDonnell Douglas; \
    McKinsey; Mercedes-Benz; Merrill Lynch; Meta; Michelin; Microsoft; Mitsubishi; Mitsui; Moderna; \
    Monsanto; Moody's; Morgan Stanley; Motorola; Nestle; Netflix; Nike; Nintendo; Nippon Steel; \
    Nissan; Nokia; Nomura; Nortel; Northern Rock; Northrop Grumman; Novartis; Nvidia; Opel; OpenAI; \
    Panasonic; PepsiCo; PetroChina; Petrobras; Peugeot; Pfizer; Philip Morris; Pixar; Pontiac; \
    Porsche; Pratt & Whitney; PricewaterhouseCoopers; Procter & Gamble; Qualcomm; RBS; \
    Raytheon; Renault; Repsol; Rheinmetall; Rio Tinto; Rolls-Royce; Rosneft; Royal Dutch Shell; SAP; \
    Saab; Sainsbury's; Samsung; Sanofi; Saudi Aramco; Sberbank; Scania; Seagate; Sega; \
    Siemens; Sinopec; Skoda; Snapchat; Societe Generale; SoftBank; Sony; SpaceX; Spotify; \
    Standard & Poor's; Standard Chartered; Starbucks; Statoil; Subaru; Sukhoi; Sun Microsystems; TSMC; \
    Tata Motors; Tata Steel; Tencent; Tesco; Tesla; Texas Instruments; Thales; ThyssenKrupp; \
    Time Warner; Toshiba; TotalEnergies; Toyota; Twitter; UBS; Uber; UniCredit; Unilever; Vauxhall; \
    Verizon; Viacom; Virgin Galactic; Vodafone; Volkswagen; Volvo; Wachovia; Walmart; Walt Disney; \
    Warner Bros; Washington Mutual; Wells Fargo; Westinghouse; WhatsApp; Xerox; Xiaomi; YouTube; ZTE; \
    eBay; iHeartMedia; iRobot";

/// Companies that fly what others make.
pub(crate) const CARRIERS: &str = "\
    Aer Lingus; Aeroflot; Air Berlin; Air Canada; Air China; Air France; Air India; Air New Zealand; \
    AirAsia; AirTran; Alitalia; All Nippon Airways; Cathay Pacific; China Eastern; China Southern; \
    DHL; El Al; FedEx; Finnair; Garuda Indonesia; JetBlue; KLM; Korean Air; Lufthansa; Qantas; \
    Ryanair; Singapore Airlines; Virgin Atlantic; Wizz Air; easyJet";
