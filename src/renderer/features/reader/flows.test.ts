import { expect, test } from 'vitest';
import type { Block, BlockKind } from '../../../shared/domain/sources';
import { chunksOf, flowsOf, repeatsTitle } from './flows';

function blocks(...kinds: BlockKind[]): Block[] {
  return kinds.map((kind, index) => ({ kind, start: index * 10, end: index * 10 + 8, spans: [] }));
}

test('neighbouring list items make one list, neighbouring rows one table', () => {
  const flows = flowsOf(
    blocks('heading', 'list-item', 'list-item', 'paragraph', 'table-row', 'table-row', 'list-item'),
  );
  expect(flows.map(({ kind }) => kind)).toEqual(['block', 'list', 'block', 'table', 'list']);
});

test('chunks hold every flow once, in order, and a long text is cut', () => {
  const flows = flowsOf(blocks(...Array.from({ length: 100 }, () => 'paragraph' as const)));
  const chunks = chunksOf(flows, 80);
  expect(chunks.flatMap((chunk) => chunk.flows)).toEqual(flows);
  expect(chunks).toHaveLength(10);
  expect([chunks[1]?.start, chunks[1]?.end]).toEqual([100, 198]);
});

test('a heading that only repeats the title is known, unless something in it is highlighted', () => {
  const text = 'The gate at Tolm\n\nIt was shut.';
  const block: Block = { kind: 'heading', start: 0, end: 16, spans: [] };
  const flow = flowsOf([block])[0];
  expect(repeatsTitle(flow, text, 'The Gate at Tolm', [])).toBe(true);
  expect(repeatsTitle(flow, text, 'Who closed the gate?', [])).toBe(false);
  expect(repeatsTitle(flow, text, 'The gate at Tolm', [{ start: 4, end: 8 }])).toBe(false);
  expect(repeatsTitle(flowsOf([{ ...block, kind: 'paragraph' }])[0], text, 'The gate at Tolm', [])).toBe(false);
});
