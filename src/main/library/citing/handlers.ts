import type { StyleInfo } from '../../../shared/citing/types';
import type { Handlers } from '../../../shared/contract';
import { CommonplaceError } from '../../../shared/result';
import { parseStyle } from '../../citing/csl-xml';
import { allStyleInfos, commonStyleInfos, localeNames, unknownStyle } from '../../citing/styles';
import { tryStyle } from '../../citing/try-style';
import type { LibraryContext } from '../context';
import { citationsOf } from './citations';
import { addedInfo, elementOf, listedInfo, styleInfo } from './resolve';
import { addedStyles, memosInStyle, saveStyle, trashStyle } from './store';

type Methods =
  'citing.styles' | 'citing.style' | 'citing.addStyle' | 'citing.removeStyle' | 'citing.locales' | 'citing.render';

/** Citation styles and rendered citations. */
export function citingHandlers({ db, change }: LibraryContext): Handlers<Methods> {
  const citations = citationsOf(db);
  return {
    async 'citing.styles'({ all }): Promise<StyleInfo[]> {
      const added = await db.read(async (reader) => {
        const infos: StyleInfo[] = [];
        for (const style of await addedStyles(reader)) infos.push(await listedInfo(reader, style));
        return infos;
      });
      const ids = new Set(added.map((style) => style.id));
      const packaged = all ? await allStyleInfos() : commonStyleInfos();
      return [...added, ...packaged.filter((style) => !ids.has(style.id))];
    },

    async 'citing.style'({ id }): Promise<StyleInfo> {
      const info = await db.read((reader) => styleInfo(reader, id));
      if (!info) throw unknownStyle(id);
      return info;
    },

    async 'citing.addStyle'({ xml }): Promise<StyleInfo> {
      const parsed = parseStyle(xml);
      tryStyle(await db.read((reader) => elementOf(reader, parsed)));
      const info = await db.read((reader) => addedInfo(reader, parsed, false));
      await change({ label: 'Add citation style' }, (action) => saveStyle(action, info, xml));
      return info;
    },

    async 'citing.removeStyle'({ id }) {
      const removed = await change({ label: 'Remove citation style' }, (action) => trashStyle(action, id));
      if (!removed) {
        throw new CommonplaceError(
          'not-found',
          'This style was not added to the library, so it cannot be removed. Only styles from your own files can.',
        );
      }
      return { memos: await db.read((reader) => memosInStyle(reader, id)) };
    },

    async 'citing.locales'(): Promise<string[]> {
      return localeNames();
    },

    async 'citing.render'({ styleId, locale, clusters }) {
      return citations.render(styleId, locale, clusters);
    },
  };
}
