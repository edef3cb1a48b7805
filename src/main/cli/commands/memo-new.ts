import { memoTemplates, templateFacts } from '../../../shared/memo/templates/names';
import type { Command } from '../command';
import { findCollection } from '../find';
import { oneOf, usage } from '../options';
import { shown } from '../output';

export const memoNew: Command = {
  name: 'memo new',
  synopsis: `memo new --template ${memoTemplates.join('|')} [--title TEXT] [--collection NAME] [--from DATE] [--to DATE]`,
  summary:
    'a memo made of what is in the library: a chronology of its events, a sheet of its claims, its sources annotated',
  options: ['template', 'title', 'collection', 'from', 'to'],
  writes: true,
  async run({ words, options, result, open }) {
    if (words.length > 0) throw usage(`“${words.join(' ')}” is not part of the command; give a title with --title.`);
    const template = oneOf(options.template ?? 'memo', memoTemplates, '--template');
    if ((options.from || options.to) && !templateFacts[template].dated)
      throw usage('Only a chronology has dates; leave --from and --to out, or type: --template chronology');
    if (options.collection && !templateFacts[template].collected)
      throw usage('This template takes nothing from the library; leave --collection out.');
    const call = await open();
    const { document: _document, ...memo } = await call('memos.fromTemplate', {
      template,
      ...(options.title ? { title: options.title } : {}),
      ...(options.collection ? { collectionId: (await findCollection(call, options.collection)).id } : {}),
      from: options.from ?? '',
      to: options.to ?? '',
    });
    result({ memo }, () => `${memo.id}  ${shown(memo.title)}  (${memo.words} words, ${memo.citations} citations)`);
    return 0;
  },
};
