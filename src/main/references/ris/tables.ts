import { fieldTable, typeTable } from '../tables';

/**
 * RIS reference types (RefMan 2011, with EndNote's later ones), as Zotero documents them where it has the type. A type of
 * ours is written as the first row says; the rows below it are read only.
 */
export const risTypes = typeTable(
  [
    ['article-journal', 'JOUR'],
    ['article-magazine', 'MGZN'],
    ['article-newspaper', 'NEWS'],
    ['article', 'UNPB'],
    ['bill', 'BILL'],
    ['book', 'BOOK'],
    ['broadcast', 'MULTI'],
    ['chapter', 'CHAP'],
    ['classic', 'CLSWK'],
    ['dataset', 'DATA'],
    ['document', 'GEN'],
    ['entry-dictionary', 'DICT'],
    ['entry-encyclopedia', 'ENCYC'],
    ['figure', 'FIGURE'],
    ['graphic', 'ART'],
    ['hearing', 'HEAR'],
    ['legal_case', 'CASE'],
    ['legislation', 'STAT'],
    ['manuscript', 'MANSCPT'],
    ['map', 'MAP'],
    ['motion_picture', 'MPCT'],
    ['musical_score', 'MUSIC'],
    ['pamphlet', 'PAMP'],
    ['paper-conference', 'CPAPER'],
    ['patent', 'PAT'],
    ['periodical', 'JFULL'],
    ['personal_communication', 'PCOMM'],
    ['post', 'ICOMM'],
    ['post-weblog', 'BLOG'],
    ['regulation', 'LEGAL'],
    ['report', 'RPRT'],
    ['software', 'COMP'],
    ['song', 'SOUND'],
    ['speech', 'SLIDE'],
    ['standard', 'STAND'],
    ['thesis', 'THES'],
    ['webpage', 'ELEC'],
    // What RIS has no word for goes out as the nearest.
    ['entry', 'ENCYC'],
    ['interview', 'PCOMM'],
    ['review', 'JOUR'],
    ['review-book', 'JOUR'],
    ['treaty', 'LEGAL'],
    // Read only.
    ['article-journal', 'ABST'],
    ['article-journal', 'EJOUR'],
    ['article-journal', 'INPR'],
    ['book', 'CTLG'],
    ['book', 'EBOOK'],
    ['book', 'EDBOOK'],
    ['book', 'SER'],
    ['bill', 'UNBILL'],
    ['chapter', 'ECHAP'],
    ['classic', 'ANCIENT'],
    ['dataset', 'AGGR'],
    ['dataset', 'DBASE'],
    ['document', 'GRANT'],
    ['document', 'GRNT'],
    ['figure', 'CHART'],
    ['figure', 'EQUA'],
    ['manuscript', 'UNPD'],
    ['motion_picture', 'ADVS'],
    ['motion_picture', 'VIDEO'],
    ['paper-conference', 'CONF'],
    ['report', 'GOVDOC'],
    ['webpage', 'WEB'],
  ],
  'GEN',
);

const meetings = 'paper-conference speech hearing performance event interview treaty';

/**
 * RIS tags and what they hold by type, as Zotero documents them. EndNote's own record has the same fields under other names
 * (../endnote.ts). What needs more than a line a value is not here: dates of publication, pages, ISBN and ISSN, keywords, notes.
 */
export const risFields = fieldTable([
  ['AU', { motion_picture: 'director', song: 'composer', musical_score: 'composer', '*': 'author' }],
  [
    'A2',
    {
      book: 'collection-editor',
      interview: 'interviewer',
      'personal_communication post': 'recipient',
      'motion_picture song musical_score': 'author',
      broadcast: 'director',
      '*': 'editor',
    },
  ],
  ['A3', { book: 'editor', 'motion_picture broadcast': 'producer', '*': 'collection-editor' }],
  ['A4', { motion_picture: 'contributor', '*': 'translator' }],
  ['TI', 'title'],
  ['ST', 'title-short'],
  [
    'T2',
    {
      'book software map report': 'collection-title',
      'paper-conference speech': 'event-title',
      hearing: 'section',
      '*': 'container-title',
    },
  ],
  ['J2', 'container-title-short'],
  [
    'T3',
    {
      'bill hearing legislation patent regulation standard': 'authority',
      'book software map report': 'container-title',
      '*': 'collection-title',
    },
  ],
  ['RI', 'reviewed-title'],
  ['PB', { legal_case: 'authority', '*': 'publisher' }],
  ['CY', { [meetings]: 'event-place', '*': 'publisher-place' }],
  ['C1', { [meetings]: 'publisher-place', map: 'scale', patent: 'submitted' }],
  ['C2', { chapter: 'container-author' }],
  ['C3', { 'paper-conference speech': 'container-title', graphic: 'dimensions' }],
  ['C5', { 'song broadcast motion_picture': 'medium' }],
  ['C6', { 'article patent standard treaty': 'status' }],
  ['Y2', 'accessed'],
  ['ET', { 'bill hearing legislation': 'chapter-number', 'software dataset': 'version', '*': 'edition' }],
  ['VL', 'volume'],
  ['NV', 'number-of-volumes'],
  ['IS', { chapter: 'collection-number', '*': 'issue' }],
  ['M1', { 'book report': 'collection-number', '*': 'number' }],
  ['SE', { chapter: 'chapter-number', '*': 'section' }],
  ['M3', { 'graphic interview': 'medium', '*': 'genre' }],
  ['OP', { 'bill hearing legal_case legislation regulation treaty': 'references' }],
  ['DO', 'DOI'],
  ['CN', 'call-number'],
  ['AN', 'archive_location'],
  ['DB', 'archive'],
  ['DP', 'source'],
  ['LA', 'language'],
  ['AB', 'abstract'],
  ['M2', 'note'],
]);

/** Tags that other programs write for the same. */
export const risAliases: Readonly<Record<string, string>> = {
  A1: 'AU',
  T1: 'TI',
  CT: 'TI',
  JF: 'T2',
  JO: 'T2',
  BT: 'T2',
  JA: 'J2',
  J1: 'J2',
  N2: 'AB',
  Y1: 'PY',
  PP: 'CY',
  L3: 'DO',
  LK: 'UR',
};

/** Types whose SP and EP say how long the work is, not where it stands. */
export const wholeWorks: Readonly<Record<string, string>> = {
  book: 'number-of-pages',
  thesis: 'number-of-pages',
  manuscript: 'number-of-pages',
  pamphlet: 'number-of-pages',
  motion_picture: 'dimensions',
  song: 'dimensions',
  broadcast: 'dimensions',
};
/** Types whose own number stands in SN. */
export const numberedInSn: ReadonlySet<string> = new Set(['report', 'patent']);
