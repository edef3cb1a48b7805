import { invisible, makeFolding, type FoldedText } from '../search/clusters';
import { punctuationForms } from '../search/letters';

/**
 * Folds what typesetting changes and leaves every letter alone: straight quotes and dashes, `...` for `…`, no soft
 * hyphens or zero-width characters, canonical decomposition (NFD), ligatures and Arabic presentation forms
 * taken apart, one space for any white space. Case, accents and digits stay: they are letters of the quotation.
 */
export const typographyFolding = makeFolding(foldCluster);

export function foldTypography(text: string): string {
  return typographyFolding.fold(text);
}

export function foldTypographyWithMap(text: string): FoldedText {
  return typographyFolding.foldWithMap(text);
}

const presentationForm = /[\uFB00-\uFB06\uFB13-\uFB17\uFB50-\uFDCF\uFDF0-\uFDFF\uFE70-\uFEFE]/gu;

function foldCluster(cluster: string): string {
  const visible = cluster
    .replace(invisible, '')
    .replace(presentationForm, (character) => character.normalize('NFKD'))
    .normalize('NFD');
  let folded = '';
  for (const character of visible) {
    folded += punctuationForms.get(character) ?? (/[\s\p{Cc}]/u.test(character) ? ' ' : character);
  }
  return folded;
}
