/** Words that say what a name of several words is the name of. All folded. */

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u).filter(Boolean));

export const organisationHeads = set(`
ministry department agency council committee subcommittee commission bureau office directorate directorate-general authority administration inspectorate secretariat service services board panel tribunal court courts police constabulary gendarmerie parliament assembly senate congress
chamber legislature house cabinet bank university college school academy institute institution centre center laboratory observatory museum library archive archives society association federation confederation union league alliance coalition organisation organization foundation fund trust charity
company corporation group holdings holding industries enterprises partners associates bros brothers inc ltd llc plc gmbh corp co airlines airways railways railway lines shipping motors systems technologies energy petroleum oil telecom media press times post news herald gazette courier tribune chronicle journal
telegraph observer mirror mail echo standard star review wire broadcasting television radio network tv publishing publishers hospital clinic church diocese mission army navy force forces guard guards corps brigade battalion regiment division squadron militia intelligence command staff headquarters party front movement campaign initiative
partnership forum consortium cooperative collective committee's taskforce team unit club chancellery treasury exchequer presidency embassy consulate legation delegation watch international guild syndicate workers teamsters registry ombudsman regulator operator prosecution prosecutor's mint customs coastguard fleet dockyard shipyard works mills harbourworks hydrographic meteorological survey convoy column legion
politburo presidium soviet majlis diet synod vatican curia cartel gang mafia brotherhood network orchestra theatre opera ensemble insurance assurance logistics pharmaceuticals foods cement steel mining metals power electric gas waterworks utilities port's observers monitors lobby chapter
dredging trading engineering consulting materials minerals drilling printing textiles chemicals pharma semiconductors electronics robotics aerospace aviation maritime renewables ventures securities refineries brewery distillery foundry
`);

/** Heads that stand first, many of them in names that English takes over: "Radio Meridian", "Banco Central". */
export const organisationFirsts = set(
  `radio banco banque banca agence agencia agenzia tele télé universidad université universität università partido parti partito instituto institut istituto fundación fondation stiftung société compagnie sociedad crédit credito team club association alliance movement organisation organization federation syndicat sindicato ministerio ministère`,
);

/** Of them, those that are armed, political in the street, or loose. */
export const groupHeads = set(`militia brigade column front movement gang cartel mafia brotherhood collective legion`);

/** Lower-case bodies that speak and act though nobody wrote their names with capitals. */
export const bodyHeads = set(`
ministry government parliament cabinet embassy consulate army navy military police court prosecutor prosecutors regulator treasury administration
agency council committee commission bureau department directorate authority office service services bank union party company group institute mission delegation secretariat assembly senate board federation association
coastguard watchdog presidency junta opposition operator newspaper channel broadcaster airline tribunal inspectorate embassy
`);

export const placeHeads = set(`
river mountain mountains hill hills sea strait straits lake lakes island islands isle valley province region district city town village port harbour harbor peninsula bay gulf desert ocean street square bridge airport canal dam pass delta coast plateau plain forest park
county governorate oblast prefecture canton municipality quarter road avenue lane station terminal barracks basin reservoir channel sound cape reef glacier volcano crossing gate fort castle palace field fields archipelago estuary marsh falls springs ridge heights beach quay pier corridor bank shore territory territories borough suburb parish steppe creek brook pond lagoon loch fjord glen moor rapids oasis isthmus plains wharf embankment boulevard junction
`);
export const placeFirsts = set(
  `salar cerro valle bahía bahia laguna sierra pampa mount mt lake cape port fort upper lower north south east west northern southern eastern western new old saint st san santa great little inner outer central camp ras jebel river la los las le puerto punta ciudad villa monte rio río porto ponta cabo isla ilha bad tel kfar beit deir wadi nova novo nizhny veliky`,
);

/** Names of things: texts, laws, wars, days, works. Nobody who acts. */
export const thingHeads = set(`
convention treaty act agreement agreements protocol accord accords resolution declaration charter constitution war wars crisis revolution conference summit day week month year prize award report strategy plan programme program project law bill article chapter section annex table figure dome operation cup games
festival exhibition fair pact memorandum communiqué communique statement decree code regulation regulations directive amendment doctrine dialogue talks process deal election elections referendum uprising massacre genocide holocaust renaissance reformation enlightenment empire's era age period century peace armistice ceasefire truce
offensive siege battle campaign's bible quran koran gospel book index act's roadmap road-map framework initiative's ai covid covid-19 flu pandemic dollar euro pound rouble ruble lira rial dinar tariff tax clause appendix volume edition letter letters papers memoirs diary treatise theorem bulletin fellowship scholarship medal order cross oscar palme olympics championship
question questions answer answers note notes contents summary background introduction conclusion recommendations references acknowledgements hansard minutes agenda item session debate hearing inquiry review's house's telegram twitter facebook youtube instagram whatsapp internet web tiktok wikipedia google
boeing airbus kalashnikov mig bayraktar shahed iskander missile missiles aircraft submarine frigate destroyer tanker ship express pipeline gasline highway motorway line
`);

/** Capitalised words that name no actor. */
export const neverActors = set(`
i ok tv dvd cd pdf gdp gnp vat ai dna rna hiv aids covid covid-19 usd eur gbp ceo cfo coo mp mps mep meps phd ba ma bsc msc am pm ad bc bce ce gmt utc cet est edt pst hq id ids faq q&a q a ngo ngos pr hr it isbn issn url http www html sms gps lng lpg pvc sos vip no nr vol pp ibid op cit eg ie etc aka nb ps rsvp rip doi
christian christians christianity muslim muslims islam islamic islamist islamists jewish jew jews judaism catholic catholics catholicism protestant protestants orthodox buddhist buddhists buddhism hindu hindus hinduism sunni sunnis shia shias shi'ite shiite shiites sufi god allah bible koran quran qur'an ramadan easter christmas eid nowruz passover lent advent
latin arabic hebrew cyrillic persian farsi english communist communists communism marxist marxism fascist nazi nazis nazism bolshevik bolsheviks socialist social liberal conservative labour democrat democrats democratic republican republicans tory tories green greens
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn winter fall
internet web telegram twitter facebook youtube instagram whatsapp tiktok google wikipedia x cold west western westerner east eastern north northern south southern earth moon mars world state states government parliament ministry minister president republic kingdom union party council committee commission
embassy ambassador court congress senate house speaker chair chairman chairwoman director secretary general colonel captain judge professor doctor university church bank board assembly cabinet army navy force police department office agency service mission article annex section chapter table figure appendix part protocol treaty agreement convention act law bill constitution resolution
sir madam lord lady mr mrs ms dr prof gentlemen ladies yes oh ah hello dear thank thanks editor interviewer moderator question answer reuters/ap photo image source credit caption updated published posted share related articles read subscribe newsletter copyright author byline editor's print email cookies
capital ombudsman customs member members delegate delegates majesty excellency highness holiness honour honourable opposition prime foreign interior defence defense finance external internal first second third one two three
`);
