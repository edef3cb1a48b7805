import type { CslItem } from '../domain/csl';
import { isSafeUrl } from '../memo/document';
import { cslText } from './describe';

/**
 * What CSL has no variable for, kept under these names in `custom`, where CSL-JSON allows it and BibTeX files carry it along:
 * the title in a language the reader knows, and the address of an archived copy.
 */
export const translatedTitleKey = 'translated-title';
export const archivedUrlKey = 'archive-url';

function custom(csl: CslItem, name: string): string {
  const { custom: values } = csl;
  if (typeof values !== 'object' || values === null || !Object.hasOwn(values, name)) return '';
  return cslText((values as Record<string, unknown>)[name]);
}

/** The title in another language, for brackets after it: a translation, else the original title of a translated work. '' for none. */
export function bracketedTitle(csl: CslItem): string {
  // RIS and EndNote call a translated title TT.
  const other =
    custom(csl, translatedTitleKey) || custom(csl, 'TT') || (csl.title ? cslText(csl['original-title']) : '');
  return other === cslText(csl.title) ? '' : other.replace(/^\[(.*)\]$/u, '$1');
}

/** The address of the archived copy: http or https, as a browser writes it; '' for none, or for what is no web address. */
export function archivedUrl(csl: CslItem): string {
  const address = custom(csl, archivedUrlKey);
  return /^https?:/iu.test(address) && address.length <= 4000 && isSafeUrl(address) ? new URL(address).href : '';
}
