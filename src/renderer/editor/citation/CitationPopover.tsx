import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getNodeByKey } from 'lexical';
import { ArrowDown, ArrowUp, Plus, Trash2, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { locatorLabels, type LocatorLabel } from '../../../shared/domain/common';
import { locatorName } from '../../../shared/excerpts/locator';
import type { CitationItem } from '../../../shared/memo/document';
import { call, useCall } from '../../client';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Checkbox';
import { FieldRow, Input } from '../../ui/Field';
import { IconButton } from '../../ui/IconButton';
import { Popover } from '../../ui/Popover';
import { Select } from '../../ui/Select';
import { useOpenElsewhere } from '../elsewhere';
import styles from '../cards.module.css';
import { EntityPicker } from '../entities/EntityPicker';
import { citationItemOf } from '../insert';
import { keepFocus } from '../useChip';
import { $isCitationNode } from './CitationNode';

const SAVE_AFTER_MS = 250;
const labels = locatorLabels.map((value) => ({ value, label: locatorName(value) }));

export interface CitationPopoverProps {
  nodeKey: string;
  anchor: HTMLElement;
  onClose: () => void;
}

/** Edits one citation: its sources in order, and for each where in it and with which words around it. */
export function CitationPopover({ nodeKey, anchor, onClose }: CitationPopoverProps) {
  const [editor] = useLexicalComposerContext();
  const [items, setItems] = useState<readonly CitationItem[]>(() =>
    editor.read(() => {
      const node = $getNodeByKey(nodeKey);
      return $isCitationNode(node) ? node.getItems() : [];
    }),
  );
  const [adding, setAdding] = useState(false);
  const firstField = useRef<HTMLInputElement>(null);

  // Fields write into the document a moment after the last key, and at the latest on closing.
  const saved = useRef(items);
  const latest = useRef(items);
  useEffect(() => {
    latest.current = items;
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
      if (now.length > 0) node.setItems(now);
      else node.remove();
    }, keepFocus);
  }
  const close = () => {
    save();
    onClose();
  };
  const change = (index: number, part: Partial<CitationItem>) =>
    setItems((now) => now.map((item, at) => (at === index ? { ...item, ...part } : item)));
  const move = (index: number, by: number) =>
    setItems((now) => {
      const next = [...now];
      const [item] = next.splice(index, 1);
      if (item) next.splice(index + by, 0, item);
      return next;
    });
  const remove = (index: number) => setItems((now) => now.filter((_, at) => at !== index));
  const removeAll = () => {
    latest.current = [];
    close();
  };

  return (
    <Popover label="Citation" open onOpenChange={(open) => !open && close()} anchor={anchor} initialFocus={firstField}>
      <div className={styles.citationForm}>
        {items.map((item, index) => (
          <ItemFields
            key={`${item.sourceId} ${index}`}
            item={item}
            inputRef={index === 0 ? firstField : undefined}
            onChange={(part) => change(index, part)}
            onUp={index > 0 ? () => move(index, -1) : undefined}
            onDown={index < items.length - 1 ? () => move(index, 1) : undefined}
            onRemove={items.length > 1 ? () => remove(index) : undefined}
            onLeave={close}
          />
        ))}
        {adding ? (
          <EntityPicker
            label="Add a source or excerpt"
            kinds={['source', 'excerpt']}
            onCancel={() => setAdding(false)}
            onChoose={(entity) => {
              setAdding(false);
              void citationItemOf(entity, call).then((item) => setItems((now) => [...now, item]));
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

interface ItemFieldsProps {
  item: CitationItem;
  inputRef: React.Ref<HTMLInputElement> | undefined;
  onChange: (part: Partial<CitationItem>) => void;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
  onRemove: (() => void) | undefined;
  onLeave: () => void;
}

function ItemFields({ item, inputRef, onChange, onUp, onDown, onRemove, onLeave }: ItemFieldsProps) {
  const source = useCall('sources.get', { id: item.sourceId });
  const excerpt = useCall('excerpts.get', { id: item.excerptId ?? '' }, { enabled: item.excerptId !== null }).data;
  const openElsewhere = useOpenElsewhere();
  const snapshotPlace = excerpt && {
    at: { snapshotId: excerpt.anchor.snapshotId, start: excerpt.anchor.start, end: excerpt.anchor.end },
  };
  const openSource = () => {
    onLeave();
    openElsewhere({ view: 'sources', id: item.sourceId, ...snapshotPlace });
  };
  const enterCloses = (event: React.KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      onLeave();
    }
  };
  return (
    <fieldset className={styles.itemFields}>
      <legend className={styles.itemLegend}>
        <span className={styles.itemTitle} title={source.data?.title}>
          {source.error ? 'A source that is not in the library any more' : source.data?.shortCitation}
          <span className={styles.itemDetail}> {source.data?.title}</span>
        </span>
        {onUp && <IconButton small label="Move up" icon={<ArrowUp size={14} />} onClick={onUp} />}
        {onDown && <IconButton small label="Move down" icon={<ArrowDown size={14} />} onClick={onDown} />}
        {onRemove && <IconButton small label="Remove this source" icon={<X size={14} />} onClick={onRemove} />}
      </legend>
      <FieldRow>
        <Select<LocatorLabel>
          label="Locator"
          value={item.label}
          options={labels}
          onChange={(label) => onChange({ label })}
        />
        <Input
          label={locatorName(item.label)}
          value={item.locator}
          maxLength={200}
          placeholder="3 or 3–5"
          ref={inputRef}
          onChange={(locator) => onChange({ locator })}
          onKeyDown={enterCloses}
        />
      </FieldRow>
      <FieldRow>
        <Input
          label="Before"
          value={item.prefix}
          maxLength={1000}
          placeholder="see"
          onChange={(prefix) => onChange({ prefix })}
          onKeyDown={enterCloses}
        />
        <Input
          label="After"
          value={item.suffix}
          maxLength={1000}
          placeholder="emphasis added"
          onChange={(suffix) => onChange({ suffix })}
          onKeyDown={enterCloses}
        />
      </FieldRow>
      <div className={styles.formActs}>
        <Checkbox
          label="Leave out the author"
          checked={item.suppressAuthor}
          onChange={(suppressAuthor) => onChange({ suppressAuthor })}
        />
        <span className={styles.spring} />
        <Button look="link" onClick={openSource}>
          {excerpt ? 'Open at the excerpt' : 'Open the source'}
        </Button>
      </div>
    </fieldset>
  );
}
