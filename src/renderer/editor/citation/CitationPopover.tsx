import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getNodeByKey } from 'lexical';
import { Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { CitationItem } from '../../../shared/memo/document';
import { call } from '../../client';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Checkbox';
import { Popover } from '../../ui/Popover';
import styles from '../cards.module.css';
import { EntityPicker } from '../entities/EntityPicker';
import { citationItemOf } from '../insert';
import { newLocalId } from '../newLocalId';
import { keepFocus } from '../chips/keys';
import { CitationItemFields } from './CitationItemFields';
import { $isCitationNode, type CitationForm } from './CitationNode';

const SAVE_AFTER_MS = 250;

export interface CitationPopoverProps {
  nodeKey: string;
  anchor: HTMLElement;
  onClose: () => void;
}

/** A cited source with a name of its own, so that its fields stay the same when it changes places. */
interface Row {
  key: string;
  item: CitationItem;
}
interface Draft {
  rows: readonly Row[];
  form: CitationForm;
}

const rowOf = (item: CitationItem): Row => ({ key: newLocalId(), item });

/** Edits one citation: its sources in order, for each where in it and with which words around it, and who names the author. */
export function CitationPopover({ nodeKey, anchor, onClose }: CitationPopoverProps) {
  const [editor] = useLexicalComposerContext();
  const [draft, setDraft] = useState<Draft>(() =>
    editor.read(() => {
      const node = $getNodeByKey(nodeKey);
      return $isCitationNode(node)
        ? { rows: node.getItems().map(rowOf), form: node.getForm() }
        : { rows: [], form: undefined };
    }),
  );
  const { rows, form } = draft;
  const [adding, setAdding] = useState(false);
  const firstField = useRef<HTMLInputElement>(null);

  // Fields write into the document a moment after the last key, and at the latest on closing.
  const saved = useRef(draft);
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
    const timer = setTimeout(save, SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  });
  function save(): void {
    const now = latest.current;
    if (now === saved.current) return;
    saved.current = now;
    editor.update(() => {
      const node = $getNodeByKey(nodeKey);
      if (!$isCitationNode(node)) return;
      if (now.rows.length > 0) node.setItems(now.rows.map(({ item }) => item)).setForm(now.form);
      else node.remove();
    }, keepFocus);
  }
  const close = () => {
    save();
    onClose();
  };
  const setRows = (next: (rows: readonly Row[]) => readonly Row[]) =>
    setDraft((now) => ({ ...now, rows: next(now.rows) }));
  const change = (key: string, part: Partial<CitationItem>) =>
    setRows((now) => now.map((row) => (row.key === key ? { key, item: { ...row.item, ...part } } : row)));
  const move = (from: number, to: number) =>
    setRows((now) => {
      const next = [...now];
      const [row] = next.splice(from, 1);
      if (row) next.splice(to, 0, row);
      return next;
    });
  const removeAll = () => {
    latest.current = { rows: [], form };
    close();
  };

  return (
    <Popover label="Citation" open onOpenChange={(open) => !open && close()} anchor={anchor} initialFocus={firstField}>
      <div className={styles.citationForm}>
        {rows.map(({ key, item }, index) => (
          <CitationItemFields
            key={key}
            item={item}
            place={index}
            of={rows.length}
            named={index === 0 && form === 'narrative'}
            inputRef={index === 0 ? firstField : undefined}
            onChange={(part) => change(key, part)}
            onMove={move}
            onRemove={() => setRows((now) => now.filter((row) => row.key !== key))}
            onLeave={close}
          />
        ))}
        <Checkbox
          label="Name the author in the sentence"
          checked={form === 'narrative'}
          onChange={(narrative) => setDraft((now) => ({ ...now, form: narrative ? 'narrative' : undefined }))}
        />
        {adding ? (
          <EntityPicker
            label="Add a source or excerpt"
            kinds={['source', 'excerpt']}
            onCancel={() => setAdding(false)}
            onChoose={(entity) => {
              setAdding(false);
              void citationItemOf(entity, call).then((item) => setRows((now) => [...now, rowOf(item)]));
            }}
          />
        ) : (
          <div className={styles.formActs}>
            <Button icon={<Plus size={14} aria-hidden />} onClick={() => setAdding(true)}>
              Add source
            </Button>
            <Button icon={<Trash2 size={14} aria-hidden />} onClick={removeAll}>
              Remove citation
            </Button>
            <span className={styles.spring} />
            <Button look="secondary" onClick={close}>
              Done
            </Button>
          </div>
        )}
      </div>
    </Popover>
  );
}
