import type { CslItem } from '../../shared/domain/csl';
import { bracketedTitle } from '../../shared/sources/beyond-csl';
import { upright } from './markup';

/**
 * An item with its title in another language in brackets after the title, which no CSL variable can say: upright beside an
 * italic title, in its own capitals. Short titles do not repeat it.
 */
export function withBracketedTitle(csl: CslItem, mark: (text: string) => string = upright): CslItem {
  const other = bracketedTitle(csl);
  if (other === '') return csl;
  const title = String(csl.title ?? '');
  return {
    ...csl,
    title: `${title} ${mark(`<span class="nocase">[${other}]</span>`)}`,
    'title-short': csl['title-short'] ?? title,
  };
}
