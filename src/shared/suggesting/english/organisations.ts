/** International bodies and others that are named everywhere: name | other names. Facts, compiled by hand. */
export const organisationRows = `
United Nations|UN,U.N.
United Nations Security Council|UN Security Council,U.N. Security Council,UNSC
United Nations General Assembly|UN General Assembly,U.N. General Assembly
European Union|EU,E.U.
European Commission|
European Parliament|
European Council|
European Court of Human Rights|ECHR
Council of Europe|
North Atlantic Treaty Organization|NATO,North Atlantic Treaty Organisation,Nato
Organization for Security and Co-operation in Europe|OSCE
International Atomic Energy Agency|IAEA
International Monetary Fund|IMF
World Bank|
World Health Organization|WHO,World Health Organisation
World Trade Organization|WTO,World Trade Organisation
International Criminal Court|ICC
International Court of Justice|ICJ
International Committee of the Red Cross|ICRC
Red Cross|
Red Crescent|
African Union|AU
Arab League|League of Arab States
League of Nations|
Association of Southeast Asian Nations|ASEAN,Asean
Shanghai Cooperation Organisation|SCO
Organization of the Petroleum Exporting Countries|OPEC,Opec
Gulf Cooperation Council|GCC
Commonwealth of Independent States|CIS
Collective Security Treaty Organization|CSTO
Economic Community of West African States|ECOWAS
UNESCO|Unesco
UNICEF|Unicef
UNHCR|
Interpol|
Europol|
Amnesty International|
Human Rights Watch|
Médecins Sans Frontières|MSF,Doctors Without Borders
Greenpeace|
Reuters|
Associated Press|AP
Agence France-Presse|AFP
Interfax|
TASS|Tass
RIA Novosti|
Anadolu Agency|Anadolu
IRNA|
Bloomberg|Bloomberg News
Deutsche Welle|
Radio Free Europe/Radio Liberty|RFE/RL,Radio Free Europe
Wall Street Journal|
Le Monde|
Der Spiegel|
Sky News|
Gazprom|
Rosneft|
Bellingcat|
Lancet|
Transparency International|
Reporters Without Borders|RSF
World Food Programme|WFP,World Food Program
Food and Agriculture Organization|FAO
International Labour Organization|ILO
International Maritime Organization|IMO
International Organization for Migration|IOM
Organisation for the Prohibition of Chemical Weapons|OPCW
UNRWA|
OHCHR|
European Central Bank|ECB
Organisation for Economic Co-operation and Development|OECD
Asian Development Bank|ADB
Xinhua|
Al Jazeera|
BBC|
CNN|
New York Times|
Washington Post|
Guardian|
Financial Times|
Pentagon|
Central Intelligence Agency|CIA,C.I.A.
Federal Bureau of Investigation|FBI,F.B.I.
National Security Agency|NSA
U.S. State Department|State Department,US State Department,Department of State
Federal Reserve|Fed
Bundestag|
Knesset|
Majlis|
Duma|State Duma
Verkhovna Rada|
Sejm|
Lok Sabha|
House of Commons|
House of Lords|
House of Representatives|
Federal Security Service|FSB
KGB|
Mossad|
Revolutionary Guards|
Hezbollah|Hizbollah,Hizbullah
Hamas|
Houthis|
Boko Haram|
Al-Shabaab|al-Shabaab,al-Shabab
Muslim Brotherhood|
Rapid Support Forces|
Islamic Revolutionary Guard Corps|IRGC
Israel Defense Forces|IDF,Israel Defence Forces
Wagner Group|Wagner
Taliban|
Islamic State|ISIS,ISIL,Daesh
Al-Qaeda|al-Qaeda,Al Qaeda,al-Qaida
`;

/** Which of them are armed or loose groups rather than organisations. */
export const groupNames: ReadonlySet<string> = new Set([
  'hezbollah',
  'hamas',
  'taliban',
  'islamic state',
  'al-qaeda',
  'houthis',
  'boko haram',
  'al-shabaab',
  'rapid support forces',
  'wagner group',
]);

/** Abbreviations of bodies that every state has: abbreviation | what it stands for. */
export const commonBodyRows = `
MFA|Ministry of Foreign Affairs
MoD|Ministry of Defence
MOD|Ministry of Defence
MoI|Ministry of Interior
MIA|Ministry of Internal Affairs
`;
