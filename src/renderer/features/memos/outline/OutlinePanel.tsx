import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { editorShortcuts } from '../../../editor/keys';
import { goToHeading, moveSection, shiftSection } from '../../../editor/outline/acts';
import { parentOf, sectionEnd, stepTarget, type OutlineHeading } from '../../../editor/outline/sections';
import { useCurrentHeading, useHeadings } from '../../../editor/outline/useOutline';
import { EmptyState, Kbd, useToasts } from '../../../ui';
import type { SidePanelProps } from '../side/panels';
import { outlineKey } from './outlineKey';
import { OutlineRow } from './OutlineRow';
import styles from './outline.module.css';
import { keyAt, useSectionDrag } from './useSectionDrag';

/** Indexes of the headings that are not folded away. */
function unfolded(headings: readonly OutlineHeading[], folded: ReadonlySet<string>): number[] {
  const rows: number[] = [];
  for (let index = 0; index < headings.length;) {
    rows.push(index);
    index = folded.has(headings[index]!.key) ? sectionEnd(headings, index) : index + 1;
  }
  return rows;
}

/** The headings of a memo as a tree. Sections are moved by dragging, or with Alt and the arrows. */
export function OutlinePanel({ editor, scroller }: SidePanelProps) {
  const headings = useHeadings(editor);
  const current = useCurrentHeading(editor, scroller, headings);
  const toasts = useToasts();
  const tree = useRef<HTMLDivElement>(null);
  // The row the keys are at; where they are not in here, the current one.
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const drag = useSectionDrag(headings, (key, before) => moveSection(editor, key, before));

  const rows = useMemo(() => unfolded(headings, folded), [headings, folded]);
  const active = headings.findIndex(({ key }) => key === (activeKey ?? current));
  const activeRow = Math.max(
    0,
    rows.findLastIndex((index) => index <= active),
  );
  const inSight = headings[rows[activeRow] ?? 0]?.key;
  useEffect(() => {
    if (inSight) rowOf(tree.current, inSight)?.scrollIntoView({ block: 'nearest' });
  }, [inSight]);

  if (headings.length === 0) {
    return (
      <EmptyState title="No headings yet">
        Headings become an outline, to jump by and to move whole sections in. Type <code>#</code> and a space in an
        empty line, or press <Kbd shortcut={editorShortcuts.heading1} />.
      </EmptyState>
    );
  }

  const focusRow = (row: number) => {
    const index = rows[Math.max(0, Math.min(rows.length - 1, row))];
    if (index !== undefined) rowOf(tree.current, headings[index]!.key)?.focus();
  };
  const fold = (key: string, shut: boolean) =>
    setFolded((now) => (shut ? new Set(now).add(key) : new Set([...now].filter((each) => each !== key))));

  const onKeyDown = (event: KeyboardEvent) => {
    const act = outlineKey(event);
    const index = rows[activeRow];
    if (act === null || index === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const { key } = headings[index]!;
    const hasMore = sectionEnd(headings, index) > index + 1;
    switch (act.kind) {
      case 'go':
        return focusRow(act.to === 'first' ? 0 : act.to === 'last' ? rows.length - 1 : activeRow + act.to);
      case 'jump':
        return goToHeading(editor, scroller, key);
      case 'move': {
        const target = stepTarget(headings, index, act.by);
        if (target !== null) moveSection(editor, key, headings[target]?.key ?? null);
        return;
      }
      case 'shift':
        if (!shiftSection(editor, key, act.by)) {
          toasts.say('The section stays at its level: headings have four. Move what is under it first.');
        }
        return;
      case 'fold':
        if (hasMore && !folded.has(key)) fold(key, true);
        else if (parentOf(headings, index) >= 0) focusRow(rows.indexOf(parentOf(headings, index)));
        return;
      case 'unfold':
        if (folded.has(key)) fold(key, false);
        else if (hasMore) focusRow(activeRow + 1);
    }
  };

  return (
    <div
      ref={tree}
      className={styles.tree}
      role="tree"
      aria-label="Outline"
      onKeyDown={onKeyDown}
      onClick={(event) => {
        const key = keyAt(event.target);
        if (!key) return;
        if ((event.target as Element).closest('[data-fold]')) return fold(key, !folded.has(key));
        goToHeading(editor, scroller, key);
      }}
      onFocus={(event) => setActiveKey(keyAt(event.target))}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setActiveKey(null)}
      {...drag.handlers}
    >
      {rows.map((index, row) => {
        const { key, level, text } = headings[index]!;
        const last = row === rows.length - 1;
        return (
          <OutlineRow
            key={key}
            headingKey={key}
            level={level}
            text={text}
            current={key === current}
            focusable={row === activeRow}
            hasMore={sectionEnd(headings, index) > index + 1}
            folded={folded.has(key)}
            dragged={key === drag.dragged}
            gap={drag.gap === index ? 'before' : last && drag.gap === headings.length ? 'after' : null}
          />
        );
      })}
    </div>
  );
}

function rowOf(tree: HTMLElement | null, key: string): HTMLElement | null {
  return tree?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? null;
}
