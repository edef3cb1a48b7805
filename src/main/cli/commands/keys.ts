import type { Command } from '../command';
import { usage } from '../options';
import { shown, table } from '../output';

export const keys: Command = {
  name: 'keys',
  synopsis: 'keys [--pattern PATTERN] [--apply]',
  summary: 'citation keys that would change if made anew by the library’s pattern or by this one; --apply does it',
  options: ['pattern', 'apply'],
  writes: true,
  async run({ words, options, output, result, open }) {
    if (words.length > 0)
      throw usage(`“${words.join(' ')}” is not part of the command; name a pattern with --pattern.`);
    const call = await open();
    const { pattern } = options;
    const preview = await call('citationKeys.preview', pattern === undefined ? {} : { pattern });
    if (options.apply) {
      if (pattern !== undefined) await call('citationKeys.setPattern', { pattern });
      await call('citationKeys.remake', {});
    }
    const { proposals, pinned, cited, kept } = preview;
    result({ ...preview, applied: options.apply ?? false }, () =>
      table(proposals.map(({ from, to, title }) => [`@${from}`, `@${to}`, shown(title)])),
    );
    const done = options.apply ? 'changed' : 'would change';
    output.err(
      `${preview.pattern}: ${proposals.length} ${done}; ${pinned} pinned, ${cited} cited in a memo, ${kept} as they are\n`,
    );
    return 0;
  },
};
