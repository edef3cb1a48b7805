import { expect, test } from 'vitest';
import { moved, SnapshotBuilder } from './builder';

const written = (build: (builder: SnapshotBuilder) => void) => {
  const builder = new SnapshotBuilder();
  build(builder);
  const { text, blocks } = builder.finish();
  return blocks.map(({ kind, start, end, pageLabel, chapter }) =>
    [kind, text.slice(start, end), pageLabel, chapter].filter(Boolean).join('|'),
  );
};

test('an image becomes a caption after the block it stands in, unless its caption says the same', () => {
  expect(
    written((builder) => {
      builder.begin({ kind: 'paragraph' });
      builder.write('The mole at Tarsk ');
      builder.image('The mole\nfrom the sea.');
      builder.write('was broken.');
      builder.end();
      builder.image('Grain ships');
      builder.block({ kind: 'caption' }, 'Grain ships waiting off Tarsk');
      builder.image('IMG_2034.JPG');
      builder.image('Picture 3');
      builder.image('A map of Velia');
    }),
  ).toEqual([
    'paragraph|The mole at Tarsk was broken.',
    'caption|[The mole from the sea]',
    'caption|Grain ships waiting off Tarsk',
    'caption|[A map of Velia]',
  ]);
});

test('blocks say the page and the chapter they stand in', () => {
  expect(
    written((builder) => {
      builder.block({ kind: 'paragraph' }, 'Before.');
      builder.turnPage('xii');
      builder.enterChapter('One');
      builder.block({ kind: 'paragraph' }, 'Within.');
    }),
  ).toEqual(['paragraph|Before.', 'paragraph|Within.|xii|One']);
});

test('a page that begins inside a block is kept with its place', () => {
  const builder = new SnapshotBuilder();
  builder.turnPage('1');
  builder.block({ kind: 'paragraph' }, 'On one.');
  builder.begin({ kind: 'paragraph' });
  builder.write('Still on one, ');
  builder.turnPage('2');
  builder.write(' then on two. ');
  builder.turnPage('3');
  const { text, blocks } = builder.finish();
  const [, second] = moved(blocks, 10);
  expect(second).toMatchObject({ pageLabel: '1', pageBreaks: [{ at: 10 + text.indexOf('then'), label: '2' }] });
  const next = new SnapshotBuilder();
  next.turnPage('3');
  next.begin({ kind: 'paragraph' });
  next.turnPage('4');
  next.write('On four.');
  expect(next.finish().blocks).toMatchObject([{ pageLabel: '4' }]);
});
