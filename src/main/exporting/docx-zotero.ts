import { createHash } from 'node:crypto';
import type { CslElement } from 'citeproc';
import type { ParagraphChild, TextRun } from 'docx';
import { runsText } from '../citing/markup';
import { cslStyleId } from '../citing/styles';
import type { CitationItem } from '../../shared/memo/document';
import { xmlEscape } from '../xml';
import { fieldEnd, fieldStart } from './docx-fields';
import type { PreparedCitation, PreparedMemo } from './prepared';

/**
 * Citations as Zotero's plugin for Word keeps them: a field whose code is the citation as JSON, with the source's CSL-JSON in
 * it, so that it works on a machine whose Zotero lacks the source. What the field shows is what we rendered, until
 * Zotero is asked to refresh.
 */
const schema = 'https://github.com/citation-style-language/schema/raw/master/csl-citation.json';

/** What opens the field that the bibliography's paragraphs stand in. */
export function zoteroBibliographyStart(): TextRun[] {
  return fieldStart('ADDIN ZOTERO_BIBL {"uncited":[],"omitted":[],"custom":[]} CSL_BIBLIOGRAPHY');
}

interface Place {
  shown: ParagraphChild[];
  /** Number of the note in which it stands; 0 in the text. */
  note: number;
  /** How many citations there were up to this one. */
  count: number;
  sources: PreparedMemo['sources'];
}

export function zoteroCitation(citation: PreparedCitation, { shown, note, count, sources }: Place): ParagraphChild[] {
  const said = runsText(citation.runs);
  const code = {
    citationID: key(`citation ${count} ${said}`),
    properties: { formattedCitation: said, plainCitation: said, noteIndex: note },
    citationItems: citation.items.map((item) => citationItem(item, sources)),
    schema,
  };
  return [...fieldStart(`ADDIN ZOTERO_ITEM CSL_CITATION ${JSON.stringify(code)}`), ...shown, fieldEnd()];
}

function citationItem(item: CitationItem, sources: PreparedMemo['sources']) {
  const source = sources.get(item.sourceId);
  const id = key(source?.citationKey ?? item.sourceId);
  return {
    id,
    // An address that no Zotero library has: Zotero takes the source from the field, and one source for one address.
    uris: [`http://zotero.org/users/local/${key('commonplace')}/items/${id}`],
    itemData: { ...source?.csl, id },
    ...(item.locator === '' ? {} : { locator: item.locator, label: item.label.replace('sub-verbo', 'sub verbo') }),
    ...(item.prefix === '' ? {} : { prefix: `${item.prefix} ` }),
    ...(item.suffix === '' ? {} : { suffix: ` ${item.suffix}` }),
    ...(item.suppressAuthor ? { 'suppress-author': true } : {}),
  };
}

/** Eight letters and digits, as Zotero's keys are; the same for the same text. */
function key(text: string): string {
  const letters = '23456789ABCDEFGHIJKLMNPQRSTUVWXYZ';
  const bytes = createHash('sha256').update(text).digest();
  return [...bytes.subarray(0, 8)].map((byte) => letters[byte % letters.length]).join('');
}

/** Zotero's settings of the document, in properties of at most 255 characters each. */
export function zoteroPreferences(memo: PreparedMemo): { name: string; value: string }[] {
  const hasBibliography = memo.bibliography.length > 0 ? 1 : 0;
  const data =
    '<data data-version="3" zotero-version="7.0.0">' +
    `<session id="${key(memo.title)}"/>` +
    `<style id="${xmlEscape(styleAddress(memo))}" locale="${xmlEscape(memo.locale)}" hasBibliography="${hasBibliography}" bibliographyStyleHasBeenSet="${hasBibliography}"/>` +
    '<prefs><pref name="fieldType" value="Field"/>' +
    `${memo.noteStyle ? '<pref name="noteType" value="1"/>' : ''}</prefs></data>`;
  const parts = data.match(/[^]{1,255}/gu) ?? [];
  return parts.map((value, index) => ({ name: `ZOTERO_PREF_${index + 1}`, value }));
}

/** The style's id as the style itself says it: the address by which Zotero finds it. */
function styleAddress({ style, styleId }: PreparedMemo): string {
  const elements = (parent: CslElement, name: string) =>
    parent.children.filter((child): child is CslElement => typeof child !== 'string' && child.name === name);
  const id = elements(style, 'info')
    .flatMap((info) => elements(info, 'id'))[0]
    ?.children.join('')
    .trim();
  return id === undefined || id === '' ? `http://www.zotero.org/styles/${cslStyleId(styleId)}` : id;
}
