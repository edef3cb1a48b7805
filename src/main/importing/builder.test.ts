import { expect, test } from 'vitest';
import { SnapshotBuilder } from './builder';

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
      builder.page = 'xii';
      builder.chapter = 'One';
      builder.block({ kind: 'paragraph' }, 'Within.');
    }),
  ).toEqual(['paragraph|Before.', 'paragraph|Within.|xii|One']);
});
