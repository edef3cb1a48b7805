import { parse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { cslItem } from '../src/shared/domain/csl';
import { documentCitations } from '../src/shared/memo/clusters';
import { memoDocument } from '../src/shared/memo/document';
import { wordCount } from '../src/shared/memo/text';
import { largeMemo, makeMemo } from './memo';

describe('the memo that benchmarks use', () => {
  it('is always the same, valid, and as large as it says', () => {
    const memo = makeMemo();
    expect(makeMemo()).toEqual(memo);
    const { clusters, notes } = documentCitations(memo.document, true);
    expect(clusters).toHaveLength(largeMemo.citations);
    expect(notes).toHaveLength(largeMemo.citations);
    expect(new Set(clusters.flatMap(({ items }) => items.map((item) => item.sourceId))).size).toBe(largeMemo.sources);
    expect(memo.document.blocks.filter(({ type }) => type === 'paragraph')).toHaveLength(largeMemo.paragraphs);
    expect(wordCount(memo.document)).toBeGreaterThan(48_000);
    parse(memoDocument, memo.document);
    for (const { csl } of memo.sources) parse(cslItem, csl);
  });
});
