import { cslDateToEdtf } from '../../../shared/dates/csl-date';
import { cslNameFields, type CslDate, type CslItem } from '../../../shared/domain/csl';
import type { Reference } from '../../../shared/domain/references';
import { responsibleRole } from '../../../shared/sources/names';
import { latexKey } from '../../exporting/latex';
import {
  addressOf,
  customOf,
  dateOf,
  dateText,
  kindOf,
  namesOf,
  plainText,
  richText,
  unwritten,
  type Losses,
} from '../values';
import { yearAndMonth } from './dates';
import { writeLatex } from './latex';
import { writeNames } from './names';
import { babelNames, bibFields, bibtexFields, bibTypes, bibtexTypes, publisherFields, verbatim } from './tables';

type Dialect = 'bibtex' | 'biblatex';

/** BibTeX, UTF-8. What classic BibTeX has no type or field for stands in fields that it passes over. */
export function writeBibtex(references: readonly Reference[], losses: Losses): string {
  return entries(references, 'bibtex', losses);
}

/** BibLaTeX for biber, UTF-8, with EDTF dates. */
export function writeBiblatex(references: readonly Reference[], losses: Losses): string {
  return entries(references, 'biblatex', losses);
}

function entries(references: readonly Reference[], dialect: Dialect, losses: Losses): string {
  const used = new Set<string>();
  return references
    .map((reference) => {
      const { csl, collections } = reference;
      const biblatexType = bibTypes.write(csl.type).name;
      const type = dialect === 'biblatex' ? biblatexType : (bibtexTypes[biblatexType] ?? 'misc');
      if (collections.length > 0) losses.add('collections');
      const lines = fieldsOf(reference, type, dialect, losses).map(([name, value]) => `  ${name} = ${value}`);
      return `@${type}{${uniqueKey(latexKey(reference.citationKey), used)},\n${lines.join(',\n')}\n}\n`;
    })
    .join('\n');
}

/** Keys are unique in a library; taking characters out of two could make them the same. */
function uniqueKey(key: string, used: Set<string>): string {
  let unique = key;
  for (let count = 2; used.has(unique.toLowerCase()); count++) unique = `${key}-${count}`;
  used.add(unique.toLowerCase());
  return unique;
}

function fieldsOf(
  { csl, tags, notes }: Reference,
  type: string,
  dialect: Dialect,
  losses: Losses,
): [name: string, value: string][] {
  const fields: [string, string][] = [];
  const written = new Set<string>();
  const taken = new Set<string>();
  /** A value in braces, so that nothing in it ends it. */
  const add = (field: string, tex: string, variable?: string) => {
    const name = dialect === 'bibtex' ? (bibtexFields[field] ?? field) : field;
    if (tex === '' || taken.has(name)) return;
    taken.add(name);
    fields.push([name, `{${tex}}`]);
    if (variable !== undefined) written.add(variable);
  };

  if (bibTypes.read(type) !== csl.type) add('entrysubtype', subtypes[csl.type] ?? csl.type);
  const role = responsibleRole(csl);
  if (role !== undefined && role !== 'author' && role !== 'editor') {
    // A name that a style prints. BibLaTeX knows directors as a kind of editor.
    const place = dialect === 'biblatex' && role === 'director' ? 'editor' : 'author';
    add(place, writeNames(namesOf(csl, role)), role);
    add(`${place}type`, role);
  }
  for (const { field, variable: variableOf } of bibFields.rows) {
    const variable = variableOf(csl.type);
    if (variable !== undefined && !written.has(variable)) add(field, valueOf(csl, field, variable), variable);
  }
  // Where nothing is said, the styles say "PhD thesis" and "Technical report", which may be wrong.
  if (type === 'phdthesis') add('type', 'Thesis');
  if (type === 'techreport') add('type', 'Report');
  const publisher = publisherField(type);
  add(publisher, valueOf(csl, publisher, 'publisher'), 'publisher');
  if (type === 'online' || type === 'misc') {
    const site = valueOf(csl, publisher, 'container-title');
    add(publisher, site);
    // Else the reader would take it for a site that stands in the place of a publisher it lacks.
    if (written.has('publisher') && site === valueOf(csl, publisher, 'publisher')) add('selfpublished', 'true');
  }
  const issued = yearAndMonth(csl.issued);
  if (dialect === 'biblatex' && cslDateToEdtf(csl.issued) !== '') add('date', dateTex(csl.issued), 'issued');
  else {
    add(
      'year',
      issued.complete ? dateTex(csl.issued).slice(0, issued.month === '' ? undefined : 4) : issued.year,
      'issued',
    );
    if (issued.month !== '') fields.push(['month', issued.month]);
    if (!issued.complete) add('date', dateTex(csl.issued));
  }
  const babel = babelNames.find(([tag]) => tag === csl.language)?.[1];
  if (dialect === 'biblatex' && babel !== undefined) add('langid', babel, 'language');
  else add('language', valueOf(csl, 'language', 'language'), 'language');
  if (dialect === 'biblatex' && namesWithParticles(csl)) add('options', 'useprefix=true');
  add('keywords', writeLatex(tags.join(tags.some((tag) => tag.includes(',')) ? '; ' : ', ')));
  add(
    'annotation',
    notes
      .flatMap((note) => note.split('\n'))
      .map((line) => writeLatex(line))
      .join('\n\n'),
  );
  for (const [name, text] of Object.entries(customOf(csl))) {
    if (/^[a-z][a-z0-9_.+-]*$/u.test(name)) add(name, verbatim.has(name) ? raw(text) : writeLatex(text));
  }
  // Everything else under its own name, which TeX passes over and we read.
  written.add('custom');
  for (const variable of unwritten(csl, written)) add(variable.toLowerCase(), valueOf(csl, '', variable), variable);
  losses.addUnwritten(csl, written);
  return fields;
}

/** A variable as TeX, without the outer braces. */
function valueOf(csl: CslItem, field: string, variable: string): string {
  const kind = kindOf(variable);
  if (kind === 'names') return writeNames(namesOf(csl, variable));
  if (kind === 'date') return dateTex(dateOf(csl, variable));
  if (variable === 'URL') return raw(addressOf(csl));
  if (verbatim.has(field)) return raw(plainText(csl, variable));
  if (variable === 'page')
    return writeLatex(plainText(csl, variable).replace(/\s*[-–—]+\s*/gu, '-')).replaceAll('-', '--');
  const tex = writeLatex(richText(csl, variable));
  return tex !== '' && (titles.has(field) || (listed.has(field) && /\band\b/iu.test(tex))) ? `{${tex}}` : tex;
}

function dateTex(date: CslDate | undefined): string {
  const edtf = date === undefined ? '' : cslDateToEdtf(date);
  return edtf === '' ? writeLatex(dateText(date)) : edtf;
}

/** Titles keep their capitals: BibTeX styles would lower them. */
const titles = new Set(['title', 'shorttitle', 'booktitle', 'journaltitle', 'series', 'eventtitle', 'origtitle']);
/** Fields that hold a list parted by "and". */
const listed = new Set<string>([...publisherFields, 'location']);
/** CSL types that BibLaTeX has a word of its own for. */
const subtypes: Readonly<Record<string, string>> = { 'article-magazine': 'magazine', 'article-newspaper': 'newspaper' };

function publisherField(type: string): string {
  const field: Record<string, string> = {
    report: 'institution',
    techreport: 'institution',
    thesis: 'institution',
    phdthesis: 'school',
    online: 'organization',
    misc: 'howpublished',
    booklet: 'howpublished',
  };
  return field[type] ?? 'publisher';
}

/** Addresses and identifiers are read by packages that want them as they are. */
function raw(text: string): string {
  return text.replace(/[{}\\\s]/gu, (sign) => encodeURIComponent(sign));
}

function namesWithParticles(csl: CslItem): boolean {
  return cslNameFields.some((role) => namesOf(csl, role).some((name) => name['non-dropping-particle']));
}
