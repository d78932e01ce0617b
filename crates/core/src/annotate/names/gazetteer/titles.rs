//! Titles and offices that stand before a person's name.
//!
//! General knowledge of how English-language papers introduce people. A title is never part of the name.
//! **Invariant:** sorted, one entry between two semicolons, as capitalised before a name; short forms with and without
//! their full stop. Read by [`super`].

/// Titles before a name.
pub(crate) const TITLES: &str = "\
    Acting President; Adm; Adm.; Admiral; Adviser; Advisor; Ambassador; Archbishop; Attorney General; \
    Ayatollah; Baron; Baroness; Bishop; Brig. Gen.; Brigadier; Brigadier General; CEO; CFO; \
    Cabinet Secretary; Campaign Manager; Capt; Capt.; Captain; Cardinal; Chair; Chairman; Chairwoman; \
    Chancellor; Chief; Chief Economist; Chief Executive; Chief Executive Officer; Chief Inspector; \
    Chief Justice; Chief Minister; Chief Negotiator; Chief of Staff; Co-chair; Coach; Col; Col.; \
    Colonel; Commander; Commander-in-Chief; Commerce Secretary; Commissioner; Comrade; Congressman; \
    Congresswoman; Constable; Consul; Consul General; Corporal; Correspondent; Councillor; \
    Crown Prince; Dame; Dean; Defence Minister; Defence Secretary; Defense Minister; Defense Secretary; \
    Democrat; Democratic; Deputy; Deputy Chairman; Deputy Foreign Minister; Deputy Governor; \
    Deputy Minister; Deputy Prime Minister; Detective; Director; Director General; Director-General; \
    Doctor; Dr; Dr.; Editor; Education Secretary; Emir; Emperor; Energy Minister; Envoy; \
    Executive Director; Father; Field Marshal; Finance Minister; First Lady; First Minister; \
    Foreign Minister; Foreign Secretary; GOP Rep.; Gen; Gen.; General; General Secretary; Gov; Gov.; \
    Governor; Grand Ayatollah; Head; Health Minister; Health Secretary; High Commissioner; \
    High Representative; Home Secretary; Homeland Security Secretary; Hon; Hon.; Honourable; \
    House Speaker; Imam; Inspector; Inspector General; Interim President; Interior Minister; \
    Interior Secretary; Judge; Justice; Justice Minister; Justice Secretary; King; Labour MP; Lady; \
    Leader; Lieut; Lieutenant; Lieutenant Colonel; Lieutenant General; Lieutenant Governor; Lord; Lt; \
    Lt.; Lt. Col.; Lt. Gen.; MEP; MLA; MP; Madam; Maj; Maj.; Maj. Gen.; Major; Major General; \
    Majority Leader; Manager; Managing Director; Marshal; Mayor; Metropolitan; Minister; \
    Minority Leader; Miss; Monsignor; Mr; Mr.; Mrs; Mrs.; Ms; Ms.; National Security Adviser; \
    National Security Advisor; Negotiator; Nominee; Officer; Pastor; Patriarch; Permanent Secretary; \
    Police Chief; Pope; Premier; President; President-elect; Press Secretary; Prime Minister; Prince; \
    Princess; Principal Secretary; Private; Prof; Prof.; Professor; Queen; Rabbi; Rear Admiral; Rector; \
    Rep; Rep.; Representative; Republican; Republican Rep.; Rev; Rev.; Reverend; Saint; Secretary; \
    Secretary General; Secretary of Defense; Secretary of State; Secretary-General; Sen; Sen.; \
    Senate Majority Leader; Senator; Sergeant; Sgt; Sgt.; Sheikh; Sheriff; Sir; Sister; \
    Solicitor General; Speaker; Special Envoy; Special Representative; Spokesman; Spokesperson; \
    Spokeswoman; Sultan; Superintendent; Supreme Leader; Surgeon General; Taoiseach; Tory; \
    Treasury Secretary; Under Secretary; Undersecretary; Union Minister; Vice Admiral; Vice Chair; \
    Vice Chairman; Vice President; Vice-President; Whip";
