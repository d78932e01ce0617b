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
    authors; banker; biographer; bishop; boss; boxer; broadcaster; brother; brothers; businessman; \
    businessmen; businesswoman; caller; campaigner; campaigners; candidate; candidates; captain; \
    cardinal; chair; chairman; chairperson; chairwoman; champion; champions; chancellor; chief; chiefs; \
    clergyman; cleric; clerics; coach; colleague; colleagues; colonel; columnist; comedian; commander; \
    commander-in-chief; commanders; commentator; commentators; commissioner; commissioners; \
    conservatives; consultant; contractor; coordinator; correspondent; councillor; counsel; counselor; \
    counterpart; counterparts; critic; critics; dad; daughter; daughters; defendant; delegate; \
    delegates; democrats; deputies; deputy; detective; detractors; developer; diplomat; diplomats; \
    director; directors; doctor; doctors; donor; driver; driver's; economist; economists; editor; \
    editors; engineer; engineers; envoy; envoys; executive; executives; expert; experts; farmer; \
    farmers; father; fighter; fighters; filmmaker; firefighter; firefighters; fisherman; foreman; \
    founder; founders; friend; friends; general; generals; governor; governors; guard; guards; guest; \
    guests; head; heads; historian; historians; host; hosts; husband; insider; insiders; inspector; \
    investigator; investigators; investor; investors; jihadist; journalist; journalists; judge; judges; \
    juror; jurors; justice; king; lawmaker; lawmakers; lawyer; lawyers; leader; leaders; lecturer; \
    legislator; legislators; liberals; lieutenant; lobbyist; loyalist; loyalists; magistrate; man; \
    manager; managers; mayor; mayors; mediator; mediators; medic; medics; member; members; men; \
    militant; militants; minister; ministers; moderator; moderators; monitor; monitors; mother; mp; \
    mps; musician; narrator; negotiator; negotiators; neighbor; neighbors; neighbour; neighbours; \
    nominee; nominees; nurse; observer; observers; officer; officers; official; officials; operative; \
    operatives; opponent; opponents; organiser; organisers; organizer; organizers; owner; owners; \
    parent; parents; partner; partners; passenger; pastor; patient; patients; people; person; photographer; \
    pilot; pilots; player; playwright; policeman; policemen; politician; politicians; pollster; \
    pollsters; pope; preacher; premier; president; presidents; priest; prince; producer; professor; \
    professors; prosecutor; prosecutors; protester; protesters; psychologist; publisher; pundit; \
    pundits; queen; questioner; rapper; rebel; rebels; recruiter; refugee; refugees; reporter; \
    reporters; representative; representatives; republican; republicans; rescuer; rescuers; researcher; \
    researchers; resident; residents; rival; rivals; scholar; scholars; scientist; scientists; \
    secretary; senator; senators; sergeant; serviceman; sheriff; singer; sister; soldier; soldiers; \
    son; sons; source; sources; speaker; spokesman; spokesmen; spokespeople; spokesperson; \
    spokespersons; spokeswoman; staffer; staffers; star; strategist; strategists; student; students; \
    successor; supporter; supporters; surgeon; surrogate; surrogates; survivor; survivors; teacher; \
    teachers; trader; traders; tycoon; undersecretary; user; users; veteran; veterans; victim; victims; \
    viewer; viewers; villager; villagers; volunteer; volunteers; voter; voters; warden; whistleblower; \
    widow; wife; witness; witnesses; woman; women; worker; workers; writer; writers; youth";

/// Nouns for bodies, and for papers that speak for them.
pub(crate) const GROUPS: &str = "\
    ad; administration; administrations; ads; advert; agencies; agency; air; airline; alliance; \
    ambassador's; army; article; assembly; association; authorities; authority; bank; blog; board; \
    body; broadcaster; bulletin; bureau; cabinet; cable; campaign; caption; chamber; channel; charity; \
    church; clip; club; coalition; commercial; commission; committee; companies; company; complaint; \
    confederation; congress; corporation; council; court; courts; defence; department; directorate; \
    document; documents; email; embassy; federation; filing; firm; force; forces; foundation; \
    government; governments; group; groups; headline; headquarters; hospital; house; institute; \
    intelligence; judiciary; junta; lawsuit; leadership; legislature; letter; magazine; manufacturer; \
    media; memo; memos; military; militia; ministries; ministry; mission; mosque; movement; navy; \
    network; newspaper; newspapers; observatory; office; operator; organisation; organisations; \
    organization; organizations; outlet; outlets; palace; panel; paper; parliament; parties; party; \
    police; poll; post; presidency; press; prosecution; regime; regulator; report; reports; \
    secretariat; senate; service; services; show; side; site; state; statement; states; station; study; \
    survey; team; television; text; think-tank; transcript; treasury; tribunal; troops; tweet; union; \
    unit; university; video; watchdog; website; white";

/// Nouns for bodies that stand before a body's own name: "shipping company Norlund".
pub(crate) const BODY_NOUNS: &str = "\
    agency; airline; alliance; association; automaker; band; bank; brewer; broadcaster; builder; \
    carmaker; chain; charity; chipmaker; club; coalition; company; conglomerate; consortium; \
    consultancy; contractor; cooperative; firm; foundation; giant; group; institute; insurer; \
    lender; magazine; maker; manufacturer; militia; ministry; movement; multinational; network; \
    newspaper; ngo; operator; organisation; organization; party; platform; regulator; retailer; \
    shipbuilder; shipyard; start-up; startup; station; supermarket; thinktank; union; university; \
    utility; watchdog; website";
