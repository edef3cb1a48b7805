import type { LexicalEditor } from 'lexical';
import { useMemo, useState, useSyncExternalStore } from 'react';
import * as v from 'valibot';
import { useChoice } from '../../app/preferences';
import { readingMinutes } from '../../editor/counts/blockCounts';
import { MemoCounts, type Counted } from '../../editor/counts/MemoCounts';
import { count, Popover } from '../../ui';
import { ParagraphLanguage } from './ParagraphLanguage';
import { TargetForm } from './TargetForm';
import styles from './foot.module.css';

const targets = v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(1)));
const noTargets = {};

/** Words, characters and reading time of a memo, or of what is selected in it; and how far it is from its target. */
export function MemoFoot({ editor, memoId }: { editor: LexicalEditor; memoId: string }) {
  const counts = useMemo(() => new MemoCounts(editor), [editor]);
  const counted = useSyncExternalStore(counts.subscribe, counts.get);
  const [all, setAll] = useChoice<Record<string, number>>('memo.targets', targets, noTargets);
  const target = all[memoId] ?? null;
  const set = (next: number | null) => {
    const { [memoId]: _, ...others } = all;
    setAll(next === null ? others : { ...others, [memoId]: next });
  };
  const [choosing, setChoosing] = useState(false);
  const share = target === null ? 0 : Math.min(1, counted.all.words / target);
  return (
    <footer className={styles.foot} role="group" aria-label="Length of the memo">
      <Popover
        label="Words to write"
        side="top"
        open={choosing}
        onOpenChange={setChoosing}
        trigger={
          <button type="button" className={styles.words} aria-label={`${wordsText(counted, target)}. Set a target`}>
            {wordsText(counted, target)}
          </button>
        }
      >
        <TargetForm
          target={target}
          onSet={(next) => {
            set(next);
            setChoosing(false);
          }}
        />
      </Popover>
      {target !== null && (
        <span
          className={styles.progress}
          role="progressbar"
          aria-label="Words of the target"
          aria-valuenow={Math.round(share * 100)}
          aria-valuemin={0}
          aria-valuemax={100}
        >
          <span style={{ width: `${share * 100}%` }} />
        </span>
      )}
      {otherFacts(counted).map((fact) => (
        <span key={fact} className={styles.fact}>
          {fact}
        </span>
      ))}
      <ParagraphLanguage editor={editor} />
    </footer>
  );
}

function wordsText({ all, selected }: Counted, target: number | null): string {
  if (selected) return `${selected.words.toLocaleString()} of ${count(all.words, 'word')} selected`;
  return target === null ? count(all.words, 'word') : `${all.words.toLocaleString()} of ${count(target, 'word')}`;
}

function otherFacts({ all, selected }: Counted): string[] {
  if (selected) return [count(selected.characters, 'character')];
  return [
    ...(all.footnoteWords > 0 ? [`${count(all.footnoteWords, 'word')} in footnotes`] : []),
    count(all.characters, 'character'),
    ...(all.words > 0 ? [`${count(readingMinutes(all.words), 'minute')} to read`] : []),
  ];
}
