import { fold } from '../search/fold';
import type { PdfOutlineEntry } from './content';
import type { Draft } from './drafts';
import { rowText } from './rows';

/** Headings get their level from the outline where it names them, else from their size; what the outline names is a heading. */
export function withLevels(drafts: readonly Draft[], outline: readonly PdfOutlineEntry[]): Draft[] {
  const levels = new Map(outline.map(({ title, level }) => [keyOf(title), level]));
  const sizes = [...new Set(drafts.filter(isUnranked).map(sizeOf))].sort((a, b) => b - a);
  return drafts.map((draft): Draft => {
    const rows = draft.parts.flat();
    const level = rows.length <= 4 ? levels.get(keyOf(rows.map(rowText).join(' '))) : undefined;
    // Level 1 is the document's title.
    if (level !== undefined && (draft.kind === 'paragraph' || isUnranked(draft)))
      return { ...draft, kind: 'heading', level: Math.min(level + 1, 6) };
    return isUnranked(draft) ? { ...draft, level: Math.min(sizes.indexOf(sizeOf(draft)) + 1, 6) } : draft;
  });
}

function isUnranked({ kind, level }: Draft): boolean {
  return kind === 'heading' && level === undefined;
}

function sizeOf(draft: Draft): number {
  return Math.round((draft.parts[0]?.[0]?.size ?? 0) * 2) / 2;
}

function keyOf(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
