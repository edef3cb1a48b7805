import { describe, expect, it } from 'vitest';
import { outline, readDocument } from './testing';

describe('a Markdown text', () => {
  it.each([
    ['YAML', '---\ntitle: "Grain: by rail"\nauthor: [Ana Petrova, Omar Reyes]\ndate: 2031-05-12\n---\n'],
    [
      'TOML',
      '+++\ntitle = "Grain: by rail"\nauthors = [\n"Ana Petrova",\n\'Omar Reyes\',\n]\ndate = 2031-05-12T10:00:00Z # the first\ndraft = false\n[params]\ntitle = "not this"\n+++\n',
    ],
    ['a title block', '% Grain: by rail\n% Ana Petrova; Omar Reyes\n% 12 May 2031\n'],
  ])('has its metadata from %s', async (_name, front) => {
    const { csl, warnings } = await readDocument('grain.md', `${front}\nNo ship has come since the autumn.`);
    expect(csl).toMatchObject({
      title: 'Grain: by rail',
      author: [{ family: 'Petrova' }, { family: 'Reyes' }],
      issued: { 'date-parts': [[2031, 5, 12]] },
    });
    expect(warnings).toEqual([]);
  });

  it('says when its front matter cannot be read', async () => {
    const { warnings } = await readDocument(
      'grain.md',
      '+++\ntitle = "open\n+++\n\nNo ship has come since the autumn.',
    );
    expect(warnings).toEqual([expect.stringContaining('front matter')]);
  });

  it('has tables, notes, and what its images and its HTML hold', async () => {
    const document = await readDocument(
      'grain.md',
      [
        '# Grain',
        'Paid[^b] twice.[^a] ![The quay at night](quay.jpg)',
        '![](x.png)',
        '| a | b |\n|---|---|\n| 1 | |\n| | *2* |',
        '<table><tr><td>left</td><td>right</td></tr></table>\n<ul><li>one</li></ul><script>alert(1)</script>',
        '[^a]: See the ledger.\n\n    It is lost.\n[^b]: The other one.',
      ].join('\n\n'),
    );
    expect(outline(document)).toEqual([
      'heading 1|Grain',
      'paragraph|Paidb twice.a|superscript:b|superscript:a',
      'caption|[The quay at night]',
      'table-row|a\tb',
      'table-row|1',
      'table-row|\t2|emphasis:2',
      'table-row|left\tright',
      'list-item 1|one',
      'footnote|The other one.',
      'footnote|See the ledger.',
      'footnote|It is lost.',
    ]);
  });
});
