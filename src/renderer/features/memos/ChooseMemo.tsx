import { FileText, Plus } from 'lucide-react';
import { useCallback } from 'react';
import type { MemoSummary } from '../../../shared/domain/memos';
import { displayDate } from '../../../shared/dates/display';
import { useCall } from '../../client';
import { ChooseBox, Dialog, pick, type ChoiceGroup } from '../../ui';
import styles from './memos.module.css';

const NEW = { id: null, title: 'New memo' } as const;
type Choice = MemoSummary | typeof NEW;
const SHOWN = 8;

/** Asks which memo to open and write into: the latest ones, or a new one (null). */
export function ChooseMemo({ onChoose, onClose }: { onChoose: (memoId: string | null) => void; onClose: () => void }) {
  const memos = useCall('memos.list', {}).data;
  const groupsFor = useCallback(
    (typed: string): ChoiceGroup<Choice>[] => {
      const latest = [...(memos ?? [])].sort((a, b) => (a.modifiedAt < b.modifiedAt ? 1 : -1));
      return [{ items: [...pick(typed, latest, ({ title }) => [title], SHOWN), NEW] }];
    },
    [memos],
  );
  if (!memos) return null;
  return (
    <Dialog open onClose={onClose} title="No memo is open. Write in which one?">
      <ChooseBox
        label="Find a memo"
        groupsFor={groupsFor}
        keyOf={({ id }) => id ?? 'new'}
        onChoose={({ id }) => onChoose(id)}
        renderItem={(memo) => (
          <>
            {memo.id === null ? <Plus size={15} aria-hidden /> : <FileText size={15} aria-hidden />}
            <span className={styles.choiceTitle} dir="auto">
              {memo.title}
            </span>
            {memo.id !== null && <span className={styles.choiceDate}>{displayDate(memo.modifiedAt.slice(0, 10))}</span>}
          </>
        )}
      />
    </Dialog>
  );
}
