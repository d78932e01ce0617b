//! Nouns for people by what they do or are, and nouns for bodies that speak, in lower case.
//!
//! General knowledge of how news describes those it quotes: "a senior official", "critics", "the air force".
//! **Invariant:** sorted, one entry between two semicolons.
//! Read by [`super`].

/// Nouns for people, singular and plural.
pub(crate) const HUMANS: &str = "\
    abolitionist; academic; academics; activist; activists; actor; actors; actress; adviser; advisers; \
    advisor; advisors; advocate; advocates; agent; agents; aide; aides; allies; ally; ambassador; \
    ambassadors; americans; analyst; analysts; anchor; announcer; archbishop; artist; assistant; \
    associate; associates; astronaut; athlete; attendee; attendees; attorney; attorneys; author; \
    authors; baker; banker; barber; barrister; barristers; biographer; bishop; boss; boxer; \
    broadcaster; brother; brothers; businessman; businessmen; businesswoman; butcher; bystander; \
    bystanders; caller; campaigner; campaigners; candidate; candidates; captain; captor; cardinal; \
    chair; chairman; chairperson; chairwoman; champion; champions; chancellor; chef; chief; chiefs; \
    cleaner; clergyman; cleric; clerics; clerk; coach; colleague; colleagues; colonel; columnist; \
    comedian; commander; commander-in-chief; commanders; commentator; commentators; commissioner; \
    commissioners; commuter; commuters; conservatives; consultant; contractor; cook; coordinator; \
    correspondent; councillor; counsel; counselor; counterpart; counterparts; critic; critics; \
    customer; customers; dad; daughter; daughters; dealer; defendant; defender; delegate; delegates; \
    democrats; deputies; deputy; detective; detractors; developer; diplomat; diplomats; director; \
    directors; doctor; doctors; donor; driver; driver's; economist; economists; editor; editors; \
    electrician; engineer; engineers; envoy; envoys; epidemiologist; epidemiologists; executive; \
    executives; expert; experts; eyewitness; eyewitnesses; fan; fans; farmer; farmers; father; fighter; \
    fighters; filmmaker; firefighter; firefighters; fisherman; fishermen; forecaster; forecasters; \
    foreman; founder; founders; friend; friends; general; generals; geologist; geologists; goalkeeper; \
    governor; governors; grandfather; grandmother; guard; guards; guest; guests; head; heads; \
    historian; historians; host; hostage; hostages; hosts; hunter; husband; imam; inmate; inmates; \
    insider; insiders; inspector; investigator; investigators; investor; investors; jihadist; jockey; \
    journalist; journalists; judge; judges; juror; jurors; justice; king; landlord; landlords; \
    lawmaker; lawmakers; lawyer; lawyers; leader; leaders; lecturer; legislator; legislators; liberals; \
    lieutenant; lobbyist; loyalist; loyalists; magistrate; man; manager; managers; mayor; mayors; \
    mechanic; mediator; mediators; medic; medics; member; members; men; meteorologist; meteorologists; \
    midfielder; midwife; militant; militants; miner; miners; minister; ministers; moderator; \
    moderators; monitor; monitors; mother; mp; mps; musician; narrator; negotiator; negotiators; \
    neighbor; neighbors; neighbour; neighbours; nominee; nominees; nurse; nurses; observer; observers; \
    officer; officers; official; officials; operative; operatives; opponent; opponents; organiser; \
    organisers; organizer; organizers; owner; owners; paramedic; paramedics; parent; parents; partner; \
    partners; passenger; passengers; pastor; patient; patients; pensioner; pensioners; people; person; \
    pharmacist; photographer; physician; physicians; pilot; pilots; player; playwright; plumber; \
    policeman; policemen; politician; politicians; pollster; pollsters; pope; postman; preacher; \
    premier; president; presidents; priest; prince; prisoner; prisoners; producer; professor; \
    professors; prosecutor; prosecutors; protester; protesters; psychologist; publisher; pundit; \
    pundits; pupil; pupils; queen; questioner; rapper; rebel; rebels; receptionist; recruiter; refugee; \
    refugees; registrar; reporter; reporters; representative; representatives; republican; republicans; \
    rescuer; rescuers; researcher; researchers; resident; residents; rival; rivals; sailor; sailors; \
    scholar; scholars; scientist; scientists; secretary; seismologist; seismologists; senator; \
    senators; sergeant; serviceman; shareholder; shareholders; shepherd; sheriff; shopkeeper; \
    shopkeepers; singer; sister; skipper; smuggler; soldier; soldiers; solicitor; solicitors; son; \
    sons; source; sources; speaker; spokesman; spokesmen; spokespeople; spokesperson; spokespersons; \
    spokeswoman; staffer; staffers; star; strategist; strategists; striker; student; students; \
    successor; supporter; supporters; surgeon; surrogate; surrogates; survivor; survivors; taxi; \
    teacher; teachers; tenant; tenants; tourist; tourists; trader; traders; trainer; tycoon; \
    undersecretary; user; users; vet; veteran; veterans; victim; victims; viewer; viewers; villager; \
    villagers; virologist; volunteer; volunteers; voter; voters; waiter; waitress; warden; weaver; \
    welder; whistleblower; widow; wife; winger; witness; witnesses; woman; women; worker; workers; \
    writer; writers; youth";

/// Nouns for bodies, and for papers that speak for them.
pub(crate) const GROUPS: &str = "\
    ad; administration; administrations; ads; advert; agencies; agency; air; airline; alliance; \
    ambassador's; army; article; assembly; association; authorities; authority; bank; bloc; blog; \
    board; body; brewer; broadcaster; bulletin; bureau; cabinet; cable; campaign; caption; carmaker; \
    chamber; channel; charity; church; clip; club; coalition; commercial; commission; committee; \
    companies; company; complaint; confederation; congress; consortium; cooperative; corporation; \
    council; court; courts; defence; department; developer; directorate; document; documents; email; \
    embassy; federation; filing; firm; force; forces; foundation; government; governments; group; \
    groups; headline; headquarters; hospital; house; inquest; inquiry; institute; insurer; \
    intelligence; judiciary; junta; jury; lawsuit; leadership; legislature; letter; magazine; \
    manufacturer; media; memo; memos; military; militia; ministries; ministry; mission; mosque; \
    movement; navy; network; newspaper; newspapers; observatory; office; operator; organisation; \
    organisations; organization; organizations; outlet; outlets; palace; panel; paper; parliament; \
    parties; party; police; poll; post; presidency; press; prosecution; regime; regulator; regulators; \
    report; reports; retailer; secretariat; senate; service; services; show; side; site; state; \
    statement; states; station; study; survey; team; television; text; think-tank; transcript; \
    treasury; tribunal; troops; tweet; union; unit; university; video; watchdog; website; white";

/// Nouns for bodies that stand before a body's own name: "shipping company Norlund".
pub(crate) const BODY_NOUNS: &str = "\
    agency; airline; alliance; association; automaker; band; bank; brewer; broadcaster; builder; \
    carmaker; chain; charity; chipmaker; club; coalition; company; conglomerate; consortium; \
    consultancy; contractor; cooperative; firm; foundation; giant; group; institute; insurer; \
    lender; magazine; maker; manufacturer; militia; ministry; movement; multinational; network; \
    newspaper; ngo; operator; organisation; organization; party; platform; regulator; retailer; \
    shipbuilder; shipyard; start-up; startup; station; supermarket; thinktank; union; university; \
    utility; watchdog; website";
