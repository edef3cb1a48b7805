import type { StyleInfo } from '../../../shared/citing/types';
import type { Handlers } from '../../../shared/contract';
import { CommonplaceError } from '../../../shared/result';
import { parseStyle } from '../../citing/csl-xml';
import { localeNames, packagedStyleInfos } from '../../citing/styles';
import { tryStyle } from '../../citing/try-style';
import type { LibraryContext } from '../context';
import { citationsOf } from './citations';
import { addedStyles, saveStyle, trashStyle } from './store';

type Methods = 'citing.styles' | 'citing.addStyle' | 'citing.removeStyle' | 'citing.locales' | 'citing.render';

/** Citation styles and rendered citations. */
export function citingHandlers({ db, change }: LibraryContext): Handlers<Methods> {
  const citations = citationsOf(db);
  return {
    async 'citing.styles'({ all }): Promise<StyleInfo[]> {
      const added = await db.read(addedStyles);
      const ids = new Set(added.map((style) => style.id));
      return [...added, ...packagedStyleInfos(all).filter((style) => !ids.has(style.id))];
    },

    async 'citing.addStyle'({ xml }): Promise<StyleInfo> {
      const parsed = parseStyle(xml);
      tryStyle(parsed.style);
      await change({ label: 'Add citation style' }, (action) => saveStyle(action, parsed, xml));
      return { id: parsed.id, title: parsed.title, noteStyle: parsed.noteStyle, added: true };
    },

    async 'citing.removeStyle'({ id }): Promise<null> {
      const removed = await change({ label: 'Remove citation style' }, (action) => trashStyle(action, id));
      if (!removed) {
        throw new CommonplaceError(
          'not-found',
          'This style was not added to the library, so it cannot be removed. Only styles from your own files can.',
        );
      }
      return null;
    },

    async 'citing.locales'(): Promise<string[]> {
      return localeNames();
    },

    async 'citing.render'({ styleId, locale, clusters }) {
      return citations.render(styleId, locale, clusters);
    },
  };
}
