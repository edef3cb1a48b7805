import type { CslName } from '../../../shared/domain/csl';
import { parsePublicationDate, withoutDateAtEnd } from './dates';

const organisationWords =
  /(?<!\p{L})(?:agenc(?:y|ies|ia|e)|agência|agentur|agenzia|agentura|alliance|army|assembly|associat(?:ion|es|ed)|asociación|authority|bank|board|broadcasting|bureau|cabinet|cent(?:er|re|ro)|chamber|coalition|college|commission|committee|commissariat|company|congress|consejo|conseil|consulate|correspondents|corporation|council|court|department|desk|directorate|diario|ediciones|editorial|editors|editora|embassy|faculty|federation|fondation|forum|foundation|fundación|gazette|government|group|grupo|herald|inc|initiative|institut(?:e|ion|o|et)?|instytut|journal|league|llc|ltd|media|minist(?:ry|ère|erio|ério|ero|erium|erstwo)|mission|monitor|movement|museum|network|news|newsroom|nachrichten|noticias|observatory|observer|office|organi[sz]ation|parliament|party|periódico|policy|post|presidency|press|presse|prensa|project|radio|redac(?:ción|ção|tion)|redaktion|redakc(?:ja|e|ia)|redazione|rédaction|registry|report|reporters|republic|research|review|secretariat|senate|service|society|staff|station|stiftung|studies|survey|team|television|think tank|times|tribune|tv|union|univers(?:ity|idad|idade|ität|ité|ità|iteit)|watch|wire|zeitung|zentrum|jazeera|xinhua|reuters|interfax|anadolu|bloomberg|министерство|агентство|институт|центр|редакция|университет|посольство|правительство|служба|новости|інститут|міністерство|редакція|bakanlığı|ajansı|enstitüsü|merkezi|gazetesi|haber|nazirliyi|agentliyi|mərkəzi|redaksiya|xəbər|وزارت|خبرگزاری|مرکز|مؤسسه|موسسه|دانشگاه|سازمان|سفارت|روزنامه|گروه|سرویس|وكالة|وزارة|وكالات|التحرير|مركز|معهد|通讯社|通信社|编辑部|編集部|新闻|新聞)(?![\p{L}])/iu;

/** Accounts and placeholders that systems write where an author should stand. */
const nobody =
  /^(?:admin(?:istrat[oe]r)?|super ?user|root|editor|editors|staff|staff (?:writer|reporter|report)|webmaster|web ?master|web ?editor|guest(?: (?:author|writer))?|user|author|unknown|anonymous|none|null|undefined|n\/?a|default|test|moderator|redaktor|redacteur|login|not available|no author|\[.*\]|\{.*\})$/iu;

const roleWords =
  'correspondents?|reporters?|editors?|editor-in-chief|writers?|columnists?|analysts?|producers?|fellow|contributors?|directors?|professors?|lecturers?|journalists?|photographers?|researchers?|commentators?|bloggers?|chief|journalistes?|correspondante?s?|envoyée?s?|rédact(?:eur|rice)s?|redakteur(?:in)?|korrespondent(?:in)?|autor(?:in)?|corresponsal(?:es)?|periodistas?|redactora?|giornalista|corrispondente|repórter|jornalista|redacteur|verslaggever|dziennikarz|dziennikarka|корреспонденты?|редактор|журналист(?:ка)?|обозреватель|аналитик|журналіст(?:ка)?|кореспондент(?:ка)?|muhabiri?|editör(?:ü)?|yazarı|gazeteci|müxbir(?:i)?|redaktoru|خبرنگار|دبیر|سردبیر|مراسل(?:نا)?|محرر|כתב(?:ת)?|记者|記者|编辑|기자';
const roleQualities =
  'senior|chief|staff|deputy|managing|executive|associate|assistant|political|diplomatic|diplomacy|foreign|international|business|economics?|energy|security|defen[cs]e|science|health|technology|environment|world|news|national|local|special|contributing|freelance|guest|former|our|the|legal|education|transport|europe|africa|asia|middle east|washington|bureau|news desk|(?:grand )?reporter|специальный|собственный|siyasi|dış haberler';
/** What follows a name: "Ana Petrova Senior Foreign Correspondent". */
const roleAfter = new RegExp(`[\\s,]+(?:(?:${roleQualities})\\s+)*(?:${roleWords})(?!\\p{L}).*$`, 'iu');
const roleBefore = new RegExp(`^(?:(?:${roleQualities})\\s+)*(?:${roleWords})\\s*[:：]?\\s+(?=\\S)`, 'iu');
const onlyRole = new RegExp(`^(?:\\S+\\s+){0,4}(?:${roleWords})(?:\\s+(?:in|at|of|for)\\s.*)?$`, 'iu');

const particles = new Set(
  'van von der den de del della dello di da dal do dos das du la le los las ten ter zu zum zur af av bin ben ibn al el ad abu bint st'.split(
    ' ',
  ),
);
const honorifics = /^(?:dr|prof|professor|mr|mrs|ms|mx|sir|dame|rev|amb|ambassador|gen|lt|col|maj|capt)\.?\s+/iu;
const suffixes = /^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|esq|mp|mep)\.?$/iu;

/** Whether a name is an organisation's rather than a person's, by the words such names are made of. */
export function isOrganisation(name: string): boolean {
  return organisationWords.test(name) || /^[A-Z]{2,8}$/u.test(name.trim()) || /^the\s/iu.test(name.trim());
}

/** A byline's start, in the languages sources most often come in. */
const bylineLead =
  /^(?:(?:written|reported|reporting|posted|published|text|story|words|analysis|commentary|opinion|article|interview|propos recueillis)\s+)?(?:by|par|von|por|di|door|av|af|przez|tekst|text|texte|testo|authors?|autor(?:en|es|in|a)?|auteur(?:s)?|autore|автор(?:ы|и)?|текст|yazar|yazan|haber|müəllif|نویسنده|نويسنده|نوشته(?:ٔ|ی)?|به قلم|گزارش از|بقلم|الكاتب|كتب|מאת|文|作者|记者|撰文|執筆|글|Από|του|de)(?:\(s\))?\s*(?:[:：|／/]\s*|\s+)/iu;

/** Names without the "By" before them. "Von" and "De" may be part of a name. */
export function withoutLead(text: string): string {
  return text.trim().replace(/^(?:(?:written|posted|story) )?(?:by|par|por|przez|door)(?::\s*|\s+)/iu, '');
}

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
    .filter((word) => word !== '' && !/^(?:and|und|et|y|e|&|и|və|ve|with|avec|mit|con|for|in|of|the)$/iu.test(word));
  if (words.length === 0 || words.length > 24) return false;
  const capital = words.filter((word) => !/^\p{Ll}/u.test(word) || particles.has(word.toLowerCase())).length;
  return capital / words.length >= 0.8 && !/^\p{Ll}/u.test(text);
}

/**
 * Several names in one string. Separators are commas, semicolons, slashes and "and" in some languages; what follows the
 * names ("…, The Gazette", "… in Tarsk", jobs, dates, addresses, handles) is dropped where it can be told from a name, and so
 * are accounts that nobody is ("admin").
 */
export function parseNames(text: string): CslName[] {
  const whole = text.replace(/\s+/gu, ' ').trim();
  const clean = withoutDateAtEnd(
    whole
      .replace(/<[^>]*>|\S+@\S+\.\S+|(?:https?:|www\.)\S+|(?<!\S)@[\w.]+/giu, ' ')
      .replace(/\s*\((?:with|avec|mit|con|com|met|с|при участии)\s+([^)]*)\)/giu, ', $1')
      .replace(/\s*\([^)]*\)\s*$/u, '')
      .replace(/\s*(?:[|•·]|\s[–—-])(?:\s.*)?$/u, '')
      .replace(/^(.+?)\s+(?:for|of|in|at|from|on)\s+(?:the\s+)?\p{Lu}.*$/u, (line, name: string) =>
        isOrganisation(name) ? line : name,
      )
      .replace(/\s+/gu, ' ')
      .trim(),
  ).replace(/[\s,;:–—-]+$|^[\s,;:–—-]+/gu, '');
  if (clean === '') return [];
  // "Petrova, Ana; Reyes, Omar": semicolons separate inverted names.
  const groups = clean.includes(';') ? clean.split(/\s*;\s*/u) : [clean];
  const names: CslName[] = [];
  for (const group of groups) {
    const inverted = /^([\p{L}'’ -]+),\s*([\p{L}.'’ -]+)$/u.exec(group);
    const isInverted =
      inverted &&
      (groups.length > 1 || !(inverted[1] ?? '').includes(' ')) &&
      !/ (?:and|&) /u.test(group) &&
      !onlyRole.test(inverted[2] ?? '');
    if (isInverted) names.push(parseName(group));
    else if (isOrganisation(group) && !/,/u.test(group) && person(group) === null && !withStaff.test(group))
      names.push({ literal: group });
    else for (const part of separated(group)) add(part.trim());
  }
  return unique(names.filter((name) => !isNobody(name.literal ?? name.family ?? '')));

  function add(part: string): void {
    const name = person(part) ?? part;
    const previous = names.at(-1);
    if (suffixes.test(name) && previous?.family) previous.suffix = name;
    // Within a list of people, an organisation or a job is where they work, not who wrote.
    else if (
      name !== '' &&
      !onlyRole.test(name) &&
      !(names.length > 0 && (isOrganisation(name) || /^\p{Ll}|^\p{Script=Latin}+$/u.test(name)))
    )
      names.push(parseName(name));
  }
}

/** "Omar Reyes and Bay Wire Staff": a person, and the colleagues. */
const withStaff =
  /^\p{Lu}\S+ (?:\S+ )?\p{Lu}\S+ (?:and|with|&|und|et|y|e|и) .*(?:staff|agenc(?:y|ies)|reporters|correspondents|team|desk|newsroom)$/iu;

/** A name without the job before or after it; null where no job is named. */
function person(text: string): string | null {
  const name = text.replace(roleBefore, '').replace(roleAfter, '').trim();
  const words = name.split(' ');
  if (name === text || (words.length < 2 && /^\p{Script=Latin}/u.test(name)) || name === '') return null;
  // "Ana Petrova BNA": the desk's initials were part of the job.
  return words.length > 2 && /^\p{Lu}{2,6}$/u.test(words.at(-1) ?? '') && !/^\p{Lu}+$/u.test(words[0] ?? '')
    ? words.slice(0, -1).join(' ')
    : name;
}

/** Names that stand together. "y", "e" and the like separate full names only: "Ortega y Gasset" is one. */
function separated(group: string): string[] {
  return group
    .split(/\s*,\s*(?:and\s+|&\s*)?|\s+(?:and|und|et|и|та|και|və|ve|och|og|oraz|و|with|avec|&|\+)\s+|\s*[/،、]\s*/u)
    .flatMap((part) => {
      const pair = /^(\S+ \S+.*) (?:y|e|i|en|a|si|și|та) (\S+ \S+.*)$/u.exec(part);
      return pair ? [pair[1] ?? '', pair[2] ?? ''] : [part];
    });
}

function isNobody(name: string): boolean {
  return (
    !/\p{L}/u.test(name) ||
    nobody.test(name) ||
    // A handle, or a site's address.
    /^[a-z0-9._-]+$/u.test(name) ||
    /^[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|info|[a-z]{2})$/iu.test(name) ||
    parsePublicationDate(name) !== null
  );
}

/** One name, "Given Family" or "Family, Given"; organisations and single words are literal. */
export function parseName(text: string): CslName {
  const name = text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(honorifics, '')
    .replace(/[\s–—|:-]+$/u, '')
    .slice(0, 200);
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
  while (from > 1 && particles.has((words[from - 1] ?? '').toLowerCase())) from -= 1;
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
    const key = JSON.stringify([name.literal, name.family, name.given]).normalize('NFC').toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
