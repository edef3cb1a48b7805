import type { CslName } from '../../../shared/domain/csl';

const organisationWords =
  /\b(?:agenc(?:y|ies)|agence|agentur|alliance|army|assembly|associat(?:ion|es)|authority|bank|board|broadcasting|bureau|cabinet|cent(?:er|re)|chamber|coalition|college|commission|committee|commissariat|company|congress|consulate|correspondents?|corporation|council|court|department|desk|directorate|editorial|editors?|embassy|faculty|federation|forum|foundation|gazette|government|group|herald|inc|initiative|institut(?:e|ion|ion)?|journal|league|llc|ltd|media|ministry|mission|monitor|movement|museum|network|news|newsroom|observatory|observer|office|organi[sz]ation|party|policy|post|presidency|press|project|radio|registry|report(?:ers)?|republic|research|review|secretariat|senate|service|society|staff|station|studies|survey|team|television|think tank|times|tribune|tv|union|university|watch|wire|министерство|агентство|институт|центр|редакция|университет|посольство|правительство|служба|bakanlığı|ajansı|enstitüsü|nazirliyi|agentliyi|mərkəzi|وزارت|خبرگزاری|مرکز|مؤسسه|موسسه|دانشگاه|سازمان|سفارت|روزنامه|وكالة|وزارة)(?![\p{L}])/iu;

const particles = new Set(
  'van von der den de del della di da dos das du la le ten ter zu zum zur af av bin ibn al el ad abu bint'.split(' '),
);
const honorifics = /^(?:dr|prof|professor|mr|mrs|ms|mx|sir|dame|rev|amb|ambassador|gen|lt|col|maj|capt)\.?\s+/iu;
const suffixes = /^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|esq|mp|mep)\.?$/iu;

/** Whether a name is an organisation's rather than a person's, by the words such names are made of. */
export function isOrganisation(name: string): boolean {
  return organisationWords.test(name) || /^[A-Z]{2,8}$/u.test(name.trim()) || /^the\s/iu.test(name.trim());
}

/** A byline's start, in the languages sources most often come in. */
const bylineLead =
  /^(?:(?:written|reported|posted|text|story|words|analysis|commentary|opinion)\s+)?(?:by|par|von|por|door|av|authors?|autor(?:en|es)?|auteur(?:s)?|автор(?:ы)?|текст|yazar|müəllif|نویسنده|نويسنده|نوشته(?:ٔ|ی)?|بقلم|الكاتب)(?:\(s\))?\s*(?:[:：|]\s*|\s+)/iu;

/** The names in a byline ("By Ana Petrova and Omar Reyes"); null if the line is not one. */
export function parseByline(line: string): CslName[] | null {
  const text = line.trim().replace(/\s+/gu, ' ');
  if (text.length > 200) return null;
  const lead = bylineLead.exec(text);
  if (!lead) return null;
  const labelled = /[:：|]\s*$/u.test(lead[0]);
  const rest = text.slice(lead[0].length);
  // "By now it was clear" is a sentence: without a colon the rest must look like names.
  if (!labelled && (/[.!?]$/u.test(rest.replace(/\b(?:jr|sr|[\p{Lu}])\.$/iu, '')) || !looksLikeNames(rest)))
    return null;
  const names = parseNames(rest);
  return names.length > 0 && names.length <= 20 ? names : null;
}

function looksLikeNames(text: string): boolean {
  const words = text
    .split(/[\s,;]+/u)
    .filter((word) => word !== '' && !/^(?:and|und|et|y|e|&|и|və|ve|with|for|in|of|the)$/iu.test(word));
  if (words.length === 0 || words.length > 24) return false;
  const capital = words.filter((word) => !/^\p{Ll}/u.test(word) || particles.has(word.toLowerCase())).length;
  return capital / words.length >= 0.8 && !/^\p{Ll}/u.test(text);
}

/**
 * Several names in one string. Separators are commas, semicolons, slashes and "and" in some languages; what follows the
 * names ("…, The Gazette", "… in Tarsk", addresses, handles) is dropped where it can be told from a name.
 */
export function parseNames(text: string): CslName[] {
  const clean = text
    .replace(/<[^>]*>|\S+@\S+\.\S+|https?:\/\/\S+|@\w+/gu, ' ')
    .replace(/\s*[|•·–—]\s.*$/u, '')
    .replace(/\s+(?:for|of|in|at|from|on)\s+\p{Lu}.*$/u, (tail) => (isOrganisation(text) ? tail : ''))
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[,;:]$/u, '');
  if (clean === '') return [];
  // "Petrova, Ana; Reyes, Omar": semicolons separate inverted names.
  const groups = clean.includes(';') ? clean.split(/\s*;\s*/u) : [clean];
  const names: CslName[] = [];
  for (const group of groups) {
    const inverted = /^([\p{L}'’ -]+),\s*([\p{L}.'’ -]+)$/u.exec(group);
    if (inverted && (groups.length > 1 || (inverted[1] ?? '').split(' ').length === 1) && !/ (?:and|&) /u.test(group)) {
      names.push(parseName(group));
      continue;
    }
    if (isOrganisation(group) && !/,/u.test(group)) {
      names.push({ literal: group });
      continue;
    }
    for (const part of group.split(/\s*,\s*(?:and\s+|&\s*)?|\s+(?:and|und|et|и|və|ve|و|&)\s+|\s*[/،、]\s*/u)) {
      const name = part.trim();
      const previous = names.at(-1);
      if (suffixes.test(name) && previous?.family) previous.suffix = name;
      // Within a list of people, an organisation or a job is where they work, not who wrote.
      else if (name !== '' && !(names.length > 0 && (isOrganisation(name) || /^\p{Ll}/u.test(name))))
        names.push(parseName(name));
    }
  }
  return unique(names.filter((name) => (name.literal ?? name.family ?? '') !== ''));
}

/** One name, "Given Family" or "Family, Given"; organisations and single words are literal. */
export function parseName(text: string): CslName {
  const name = text.replace(/\s+/gu, ' ').trim().replace(honorifics, '').slice(0, 200);
  if (name === '') return {};
  const comma = /^([^,]+),\s*([^,]+)(?:,\s*([^,]+))?$/u.exec(name);
  if (comma?.[1] && comma[2] && !isOrganisation(name)) {
    if (suffixes.test(comma[2])) return { ...parseName(comma[1]), suffix: comma[2] };
    return withParticle({
      family: capitals(comma[1]),
      given: capitals(comma[2]),
      ...(comma[3] ? { suffix: comma[3] } : {}),
    });
  }
  const words = name.split(' ');
  if (words.length < 2 || words.length > 6 || isOrganisation(name) || /\d/u.test(name)) return { literal: name };
  let suffix = '';
  if (words.length > 2 && suffixes.test(words.at(-1) ?? '')) suffix = words.pop() ?? '';
  // Russian style "Петров И. И.": initials last.
  if (/^\p{Lu}\.(?:\s?\p{Lu}\.)?$/u.test(words.slice(1).join(' '))) {
    return { family: words[0] ?? '', given: words.slice(1).join(' ') };
  }
  let from = words.length - 1;
  while (from > 1 && particles.has((words[from - 1] ?? '').toLowerCase()) && /^\p{Ll}/u.test(words[from - 1] ?? ''))
    from -= 1;
  const parsed = withParticle({
    given: capitals(words.slice(0, from).join(' ')),
    family: capitals(words.slice(from).join(' ')),
  });
  return suffix === '' ? parsed : { ...parsed, suffix };
}

function withParticle(name: CslName): CslName {
  const match = /^((?:(?:van|von|der|den|ten|ter|zu|zum|zur|af|av)\s+)+)(.+)$/u.exec(name.family ?? '');
  if (!match?.[1]) return name;
  return { ...name, 'non-dropping-particle': match[1].trim(), family: match[2] ?? '' };
}

/** "JOHANNA" as printed in a byline becomes "Johanna"; initials stay. */
function capitals(text: string): string {
  if (!/\p{Lu}{3}/u.test(text) || /\p{Ll}/u.test(text)) return text.trim();
  return text.trim().replace(/(\p{Lu})(\p{Lu}{2,})/gu, (_, first: string, rest: string) => first + rest.toLowerCase());
}

function unique(names: CslName[]): CslName[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = JSON.stringify([name.literal, name.family, name.given]).toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
