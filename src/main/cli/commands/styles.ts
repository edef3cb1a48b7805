import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { searchable, searchStyles } from '../../../shared/citing/search-styles';
import type { StyleInfo } from '../../../shared/citing/types';
import { CommonplaceError } from '../../../shared/result';
import { runsText } from '../../citing/markup';
import type { Command } from '../command';
import { usage } from '../options';
import { table } from '../output';

export const styleList: Command = {
  name: 'styles list',
  synopsis: 'styles list [--filter WORDS]',
  summary: 'citation styles by id: those added and the usual ones, or every one that fits the words',
  options: ['filter'],
  writes: false,
  async run({ words, options, result, open }) {
    if (words.length > 0) throw usage('“styles list” takes no further words; search with --filter.');
    const call = await open();
    const { filter } = options;
    const all = await call('citing.styles', { all: filter !== undefined });
    const found = filter === undefined ? all : searchStyles(searchable(all), filter);
    result(found, () =>
      table(
        found.map(({ id, kind, broken, added, title }) => [
          id,
          broken ? 'cannot be read' : kind,
          added ? 'added' : '',
          title,
        ]),
      ),
    );
    return 0;
  },
};

export const styleAdd: Command = {
  name: 'styles add',
  synopsis: 'styles add FILE.csl…',
  summary: 'add citation styles to the library; a broken one is refused with the reason',
  options: [],
  writes: true,
  async run({ words, result, open }) {
    if (words.length === 0) throw usage('Name a .csl file.');
    const call = await open();
    const added: StyleInfo[] = [];
    for (const file of words) {
      const xml = await readFile(file, 'utf8').catch(() => {
        throw new CommonplaceError('bad-input', `“${file}” cannot be read. Check its name.`);
      });
      added.push(await call('citing.addStyle', { fileName: basename(file), xml }));
    }
    result(added, () => table(added.map(({ id, kind, title }) => [id, kind, title])));
    return 0;
  },
};

export const styleShow: Command = {
  name: 'styles show',
  synopsis: 'styles show STYLE [--locale xx-XX]',
  summary: 'one citation style at work on the sources last changed: cited, cited again, and the bibliography',
  options: ['locale'],
  writes: false,
  async run({ words, options, result, open }) {
    const [id] = words;
    if (id === undefined || words.length > 1) throw usage('Name one style by its id.');
    const call = await open();
    const style = await call('citing.style', { id });
    const { items } = await call('sources.list', { sort: 'modified', limit: 3 });
    const cited = [...items.slice(0, 1), ...items].map((source, index) => ({
      id: `c${index}`,
      note: style.noteStyle ? index + 1 : 0,
      items: [{ sourceId: source.id }],
    }));
    const rendered = await call('citing.render', { styleId: id, locale: options.locale ?? 'en-GB', clusters: cited });
    const citations = rendered.citations.map(({ runs }) => runsText(runs));
    const bibliography = rendered.bibliography.map(({ runs }) => runsText(runs));
    result({ ...style, citations, bibliography }, () =>
      [`${style.title}\n${style.kind}`, citations.join('\n'), bibliography.join('\n')].filter(Boolean).join('\n\n'),
    );
    return 0;
  },
};

export const styleRemove: Command = {
  name: 'styles remove',
  synopsis: 'styles remove STYLE',
  summary: 'take an added citation style out of the lists; memos written in it keep it',
  options: [],
  writes: true,
  async run({ words, result, output, open }) {
    const [id] = words;
    if (id === undefined || words.length > 1) throw usage('Name one style by its id.');
    const call = await open();
    const { memos } = await call('citing.removeStyle', { id });
    result({ id, memos }, () => '');
    if (memos > 0) output.err(`${memos} ${memos === 1 ? 'memo keeps' : 'memos keep'} it.\n`);
    return 0;
  },
};
