/** What people are called beside their names. All folded; several words are parted by one space. */

const lines = (text: string) =>
  text
    .split(/[\n,]/u)
    .map((line) => line.trim())
    .filter(Boolean);

/** Before a name only, never alone. */
export const honorifics: ReadonlySet<string> = new Set(
  lines(`mr, mrs, ms, miss, dr, prof, sir, dame, lord, lady, sheikh, shaykh, sheikha, imam, mullah, ayatollah, grand ayatollah, hajji, haji, rev, reverend, father, sister, brother, rabbi,
  pope, saint, st, don, doña, señor, señora, monsieur, madame, mme, m, herr, frau, fr, herr dr, madam, mx, hon, the hon, the honourable, the right honourable, rt hon, emir, sultan, prince, princess, king, queen, tsar, czar, tsarina, emperor, empress, kaiser, khan, duke, duchess,
  count, countess, baron, baroness, viscount, earl, archduke, mother, hojatoleslam, hujjat al-islam, maulana, swami, archbishop, bishop, cardinal, patriarch, archimandrite, metropolitan, comrade, citizen, uncle, aunt`),
);

/** Gender that an honorific tells. */
export const honorificGender: ReadonlyMap<string, 'm' | 'f'> = new Map([
  ...lines(
    'mr, sir, lord, king, prince, emperor, tsar, czar, father, brother, herr, monsieur, señor, don, duke, count, baron, sheikh, imam, ayatollah, pope, bishop, archbishop, cardinal, sultan, emir, earl',
  ).map((word) => [word, 'm'] as const),
  ...lines(
    'mrs, ms, miss, dame, lady, queen, princess, empress, sister, mother, frau, madame, mme, señora, doña, duchess, countess, baroness',
  ).map((word) => [word, 'f'] as const),
]);

/** Offices and occupations, the last word of the phrase; what stands before it (foreign, deputy, Iranian) belongs to it. */
export const roleHeads: ReadonlySet<string> = new Set(
  lines(`president, vice-president, premier, chancellor, minister, secretary, undersecretary, ambassador, envoy, consul, attaché, attache, diplomat, governor, mayor, senator, congressman, congresswoman, representative, deputy, lawmaker, legislator, parliamentarian, mp, mep, member,
  speaker, spokesman, spokeswoman, spokesperson, commissioner, chairman, chairwoman, chairperson, chair, director, head, chief, leader, co-leader, commander, commandant, general, colonel, major, captain, lieutenant, sergeant, corporal, private, admiral, commodore, brigadier, marshal, officer, inspector, superintendent, constable, detective, sheriff,
  judge, justice, magistrate, prosecutor, attorney, lawyer, solicitor, barrister, counsel, advocate, ombudsman, ombudswoman, notary, professor, lecturer, scholar, historian, economist, analyst, researcher, fellow, scientist, chemist, physicist, biologist, hydrologist, engineer, geologist, archaeologist, archivist, librarian, curator, journalist, reporter, correspondent, editor, columnist, broadcaster, photographer,
  writer, author, novelist, poet, playwright, filmmaker, actor, actress, singer, artist, activist, campaigner, dissident, blogger, cleric, priest, theologian, monk, nun, doctor, physician, surgeon, nurse, teacher, headteacher, student, farmer, fisherman, shepherd, miner, driver, pilot, skipper, sailor, soldier, gunman, suspect, witness, resident, villager, shopkeeper, businessman, businesswoman, entrepreneur, banker,
  oligarch, tycoon, executive, ceo, founder, co-founder, manager, coordinator, organiser, organizer, negotiator, mediator, rapporteur, inspector-general, secretary-general, adviser, advisor, aide, assistant, official, clerk, registrar, treasurer, auditor, comptroller, trustee, councillor, councilor, counselor, counsellor, delegate, candidate, pensioner,
  monarch, ruler, dictator, strongman, warlord, rebel, mother, father, widow, widower, wife, husband, brother, sister, son, daughter, uncle, aunt, cousin, grandmother, grandfather, neighbour, neighbor, colleague, counterpart, predecessor, successor, rival, opponent, co-author, interviewer, moderator, expert, specialist, consultant, trader, broker, importer, exporter, publisher, composer, coach, champion, veteran, nominee, harbourmaster, harbormaster, stationmaster, lockkeeper, caretaker, bookseller, owner, tenant, landlord, patrolman, postman, col, gen, lt, maj, capt, sgt, gov, sen, rep, adm, brig, cmdr, insp, det, supt, cpl, amb, pres, cllr, justice, signalman, ferryman, baker, butcher, carpenter, electrician, mechanic, translator, interpreter, geographer, sociologist, anthropologist, demographer, epidemiologist, midwife, vet, forester, beekeeper, winemaker, grower, herder, trawlerman, docker, stevedore, foreman, shop steward, unionist, steward`),
);

/** Words that stand before a role's head: "deputy prime minister", "former foreign minister". */
export const roleModifiers: ReadonlySet<string> = new Set(
  lines(`prime, foreign, interior, defence, defense, finance, justice, health, education, energy, transport, trade, agriculture, environment, labour, labor, culture, economy, economic, oil, petroleum, home, internal, external, affairs, state, acting, interim, deputy, first, second, vice, former, ex, current, outgoing, incoming, new, late, then, senior, junior, chief, lead, principal, assistant, associate, under, permanent,
  special, presidential, parliamentary, federal, national, regional, provincial, local, municipal, military, naval, army, air, police, intelligence, security, political, opposition, government, party, union, press, human, rights, civil, public, supreme, high, general, attorney, brigadier, major, lieutenant, rear, executive, managing, editorial, trade, harbour, harbor, ports, water, fisheries, mining, railway, emergency, rescue, election, climate, nuclear, arms, peace, un, eu, nato, longtime, veteran, leading, prominent, independent, investigative, retired, elected, appointed, two-term, rebel, guerrilla, separatist, religious, spiritual, honorary, visiting, research, policy, communications, media, information, youth, women's, crown, chief-of-staff, commander-in-chief, field, fleet, group, wing, staff, his, her, their, my, our, israeli, chief executive, co, shadow, central, bank, council, court, county, district, city, town, village, constitutional, appeals, criminal, tax, customs, border, coast, guard`),
);

/** Fixed titles of several words, of which parts mean something else alone. */
export const fixedTitles: readonly string[] =
  lines(`secretary of state, secretary general, secretary-general, attorney general, prime minister, vice president, chief of staff, chief executive, chief justice, lord chancellor, supreme leader, crown prince, crown princess, member of parliament, member of the european parliament,
  speaker of the house, speaker of parliament, chargé d'affaires, charge d'affaires, commander in chief, commander-in-chief, first lady, first minister, national security adviser, national security advisor, press secretary, home secretary, foreign secretary, defence secretary, defense secretary, treasury secretary, high representative, high commissioner, special envoy, special rapporteur, head of state, head of government, rear admiral, vice admiral, major general, lieutenant general, lieutenant colonel, brigadier general, field marshal, staff sergeant, air marshal, air chief marshal, air vice marshal, solicitor general, inspector general, director general, director-general, governor general, governor-general, queen mother, archbishop of, bishop of, member of, head of, leader of, chair of, director of, minister of, minister for, minister of state for, president of, king of, queen of, prince of, princess of, duke of, emperor of, governor of, mayor of, ambassador to, ambassador in, ambassador of, envoy to, commander of, professor of, secretary for, secretary of, under-secretary for, commissioner for, spokesman for, spokeswoman for, spokesperson for, speaker of, chairman of, chairwoman of, editor of, founder of`);

/** Roles that women hold by the word, and men. */
export const roleGender: ReadonlyMap<string, 'm' | 'f'> = new Map([
  ...lines(
    'spokesman, congressman, chairman, businessman, fisherman, gunman, father, brother, husband, widower, son, uncle, grandfather, king, ombudsman, patrolman, postman, actor, strongman, ferryman, foreman',
  ).map((word) => [word, 'm'] as const),
  ...lines(
    'spokeswoman, congresswoman, chairwoman, businesswoman, mother, sister, wife, widow, daughter, aunt, grandmother, queen, actress, ombudswoman, nun, midwife',
  ).map((word) => [word, 'f'] as const),
]);

/** Particles inside family names; lower-case ones join capitalised words. */
export const nameParticles: ReadonlySet<string> = new Set(
  lines(
    'de, del, della, di, da, dos, das, do, du, des, van, von, der, den, ter, ten, te, bin, bint, ibn, ben, al, el, ul, ud, la, le, las, los, zu, af, av, oğlu, oglu, ogly, qizi, kızı, vander, vom, zum, abu, umm, abd, y, san, ap, ab, mac, mc, o, ag, ould, uld, wuld, uit, op',
  ),
);
/** What may stand after a name. */
export const nameSuffixes: ReadonlySet<string> = new Set(
  lines('jr, sr, ii, iii, iv, esq, phd, md, mbe, obe, cbe, kc, qc, ao, dbe, kbe'),
);
