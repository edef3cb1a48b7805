import type { CslItem, CslType } from '../../../shared/domain/csl';
import { cslTypes } from '../../../shared/domain/csl';
import type { ImportedReference, ImportedReferences } from '../../../shared/domain/references';
import { emptyReference, ReferenceList } from '../finish';
import { keepCustom, kindOf, oneLine, setText, textVariables } from '../values';
import { readDateField, readYearMonthDay } from './dates';
import { readLatex, readVerbatim } from './latex';
import { readNames } from './names';
import { parseBib, withInheritance, type BibEntry } from './syntax';
import { babelNames, bibAliases, bibFields, bibTypes, genreKeys, publisherFields, verbatim } from './tables';

/** Whether a text is BibTeX or BibLaTeX: nothing but comments stands before its first entry. */
export function isBib(start: string): boolean {
  const [, type = ''] = /^(?:\s*%.*\n)*\s*@([a-z]+)\s*[{(]/iu.exec(start) ?? [];
  return (
    ['comment', 'preamble', 'string', 'xdata', 'set'].includes(type.toLowerCase()) ||
    bibTypes.read(type.toLowerCase()) !== undefined
  );
}

/** Reads BibTeX and BibLaTeX alike: what one of them lacks it does not use. */
export function readBib(text: string): ImportedReferences {
  const list = new ReferenceList();
  const { entries, refused } = parseBib(text);
  for (const entry of withInheritance(entries)) {
    if (entry.type === 'xdata' || entry.type === 'set') continue;
    list.read(entry.key || `@${entry.type}`, () => readEntry(entry));
  }
  for (const { entry, reason } of refused) list.refuse(entry, reason);
  return list.finish('a BibTeX file');
}

/** Subtypes that are not called as the CSL type they stand for. */
const subtypes: Readonly<Record<string, CslType>> = { magazine: 'article-magazine', newspaper: 'article-newspaper' };

class Fields {
  readonly #fields = new Map<string, string>();
  readonly #taken = new Set<string>();
  readonly #unknown: Set<string>;

  constructor({ fields }: BibEntry, unknown: Set<string>) {
    this.#unknown = unknown;
    for (const [written, value] of fields) {
      const name = bibAliases[written] ?? written;
      if (!this.#fields.has(name)) this.#fields.set(name, value);
    }
  }

  /** As TeX; '' if it is not there. */
  raw(name: string): string {
    this.#taken.add(name);
    return this.#fields.get(name) ?? '';
  }

  text(name: string): string {
    const tex = this.raw(name);
    return verbatim.has(name) ? readVerbatim(tex) : readLatex(tex, (command) => this.#unknown.add(command));
  }

  /** Names of the fields that nobody has asked for yet. */
  rest(): string[] {
    return [...this.#fields.keys()].filter((name) => !this.#taken.has(name));
  }
}

function readEntry(entry: BibEntry): ImportedReference {
  const unknown = new Set<string>();
  const fields = new Fields(entry, unknown);
  const type = typeOf(entry.type, fields);
  const reference = emptyReference(type);
  const { csl, lost } = reference;
  reference.citationKey = readLatex(entry.key);
  readTitles(csl, fields, type);
  for (const { field, variable: variableOf } of bibFields.rows) {
    const variable = variableOf(type);
    if (variable === undefined || fields.raw(field) === '') continue;
    readVariable(csl, variable, field, fields);
  }
  readGenre(csl, entry.type, type);
  readDirector(csl, fields);
  readNumbers(csl, fields, type);
  readPublisher(csl, fields, entry.type);
  const issued = readYearMonthDay(fields.raw('year'), fields.raw('month'), fields.raw('day'));
  csl.issued = readDateField(fields.raw('date')) ?? issued;
  setText(csl, 'note', [csl.note, fields.text('addendum')].filter(Boolean).join('. '));
  const [langid, language] = [fields.text('langid'), fields.text('language')];
  setText(csl, 'language', languageTag(langid || language));
  reference.tags = fields.text('keywords').split(fields.raw('keywords').includes(';') ? /;/u : /,/u);
  reference.notes = [fields.raw('annotation')].map((note) => noteText(note));
  reference.files = filesIn(fields.raw('file'));
  readEprint(csl, fields);
  for (const name of ['crossref', 'xdata', 'options', 'langidopts']) fields.raw(name);
  for (const name of fields.rest()) readUnknown(csl, name, fields);
  lost.push(...entry.repeated.map((name) => `a second “${name}”`));
  lost.push(...[...unknown].map((command) => `the TeX command \\${command}`));
  return reference;
}

function typeOf(entryType: string, fields: Fields): CslType {
  const subtype = fields.text('entrysubtype').toLowerCase();
  const known = subtypes[subtype] ?? cslTypes.find((type) => type === subtype);
  if (known !== undefined) return known;
  const isEvent = ['eventdate', 'eventtitle', 'venue'].some((name) => fields.raw(name) !== '');
  if (entryType === 'unpublished' && isEvent) return 'speech';
  if (subtype !== '') fields.text('entrysubtype');
  return bibTypes.read(entryType) ?? 'document';
}

/** Titles of several parts, as BibLaTeX prints them: "Title: Subtitle. Addition". */
function readTitles(csl: CslItem, fields: Fields, type: CslType): void {
  const joined = (name: string, title = name) => {
    const whole = [fields.text(title), fields.text(`${name.replace(/title$/u, '')}subtitle`)]
      .filter(Boolean)
      .join(': ');
    const addition = fields.text(`${name}addon`);
    return addition === '' ? whole : [whole, addition].filter(Boolean).join(/[.?!]$/u.test(whole) ? ' ' : '. ');
  };
  const isPart = bibFields.variable('booktitle', type) !== undefined;
  const main = joined('maintitle');
  const title = joined('title');
  if (fields.text('subtitle') !== '' && fields.raw('shorttitle') === '')
    setText(csl, 'title-short', fields.text('title'));
  const book = joined('booktitle');
  const journal = joined('journaltitle');
  setText(csl, 'title', isPart || main === '' ? title : main);
  setText(csl, 'volume-title', main === '' ? '' : isPart ? book : title);
  setText(csl, 'container-title', (isPart ? main || book : '') || journal || book);
  if (type === 'periodical' && fields.raw('issuetitle') !== '') {
    setText(csl, 'container-title', title);
    csl.title = joined('issuetitle');
  }
}

function readVariable(csl: CslItem, variable: string, field: string, fields: Fields): void {
  const kind = kindOf(variable);
  if (kind === 'names') return void (csl[variable] = readNames(fields.raw(field)));
  if (kind === 'date') return void (csl[variable] ??= readDateField(fields.raw(field)));
  const text = fields.text(field);
  if (variable === 'page') setText(csl, variable, text.replace(/\s*[–—-]+\s*/gu, '-'));
  else if (variable === 'DOI') setText(csl, variable, text.replace(/^https?:\/\/(?:dx\.)?doi\.org\//iu, ''));
  else setText(csl, variable, text);
}

/** "thesis" and "report" are kinds only where somebody said which; the entry types of BibTeX say some. */
function readGenre(csl: CslItem, entryType: string, type: CslType): void {
  const genre = typeof csl.genre === 'string' ? csl.genre : '';
  const said = genre === '' ? ({ mastersthesis: 'mathesis', phdthesis: 'phdthesis' }[entryType] ?? '') : genre;
  if (said === '') return;
  csl.genre = genreKeys[said.toLowerCase()] ?? said;
  if (said.toLowerCase() === type) delete csl.genre;
}

/** Films have a director where books have an editor, and classic BibTeX has only authors. */
function readDirector(csl: CslItem, fields: Fields): void {
  for (const role of ['editor', 'author'] as const) {
    const said = fields.text(`${role}type`).toLowerCase();
    if (said === '' || said === role || kindOf(said) !== 'names') continue;
    csl[said] = csl[role];
    delete csl[role];
  }
}

function readNumbers(csl: CslItem, fields: Fields, type: CslType): void {
  const issue = fields.text('issue');
  if (bibFields.variable('number', type) === 'issue' && csl.issue !== undefined && issue !== '')
    csl.issue = `${String(csl.issue)}, ${issue}`;
  else setText(csl, 'issue', issue);
  const part = fields.text('part');
  if (part !== '') csl.volume = [csl.volume, part].filter(Boolean).join('.');
}

/** Entry types in which the writer prints a site where the publisher belongs. */
const sites: ReadonlySet<string> = new Set(['online', 'misc', 'electronic', 'www']);

function readPublisher(csl: CslItem, fields: Fields, type: string): void {
  const address = /\\url\s*\{([^{}]*)\}|^\{?(https?:\/\/\S+?)\}?$/u.exec(fields.raw('howpublished'));
  if (address) setText(csl, 'URL', readVerbatim(address[1] ?? address[2] ?? ''));
  const all = publisherFields
    .map((name) => (address && name === 'howpublished' ? '' : fields.text(name)))
    .filter((text) => text !== '');
  const publisher = [...new Set(all)].join('; ');
  // A site without a publisher is printed in the publisher's place; one that is its own publisher says so.
  if (publisher !== csl['container-title'] || fields.text('selfpublished') !== '' || !sites.has(type))
    setText(csl, 'publisher', publisher);
}

function readEprint(csl: CslItem, fields: Fields): void {
  const archive = {
    arxiv: 'https://arxiv.org/abs/',
    jstor: 'https://www.jstor.org/stable/',
    pubmed: 'https://pubmed.ncbi.nlm.nih.gov/',
  };
  const base = Object.entries(archive).find(([name]) => name === fields.text('eprinttype').toLowerCase())?.[1];
  if (base !== undefined && fields.text('eprint') !== '') setText(csl, 'URL', base + fields.text('eprint'));
  for (const name of ['eprint', 'eprinttype', 'eprintclass']) keepCustom(csl, name, fields.text(name));
}

/** A variable of CSL under its own name, as we write those BibLaTeX has no field for; else kept under its name here. */
function readUnknown(csl: CslItem, name: string, fields: Fields): void {
  const variable = textVariables.get(name);
  const kind = kindOf(name);
  if (kind === 'names') csl[name] ??= readNames(fields.raw(name));
  else if (kind === 'date') csl[name] ??= readDateField(fields.raw(name));
  else if (variable === undefined || !setText(csl, variable, fields.text(name)))
    keepCustom(csl, name, fields.text(name));
}

function languageTag(name: string): string {
  return babelNames.find(([, babel]) => babel === name.toLowerCase())?.[0] ?? name;
}

/** Notes may have paragraphs: empty lines part them. */
function noteText(tex: string): string {
  return tex
    .split(/\n\s*\n/u)
    .map((paragraph) => readLatex(paragraph))
    .join('\n');
}

/** Files as JabRef and Zotero write them, "description:path:type" parted by semicolons, or a bare path. */
function filesIn(tex: string): string[] {
  const signs = (text: string, separator: string) =>
    text.split(new RegExp(`(?<!\\\\)${separator}`, 'u')).map((part) => part.replace(/\\([\\:;{}_])/gu, '$1'));
  return signs(tex.replace(/^\{|\}$/gu, ''), ';')
    .map((file) => {
      const parts = file.split(/(?<!\\):(?!\\\\|\/)/u);
      return oneLine(parts.length >= 3 ? (parts[1] ?? '') : file).replace(/\\([\\:;{}_])/gu, '$1');
    })
    .filter((path) => path !== '');
}
