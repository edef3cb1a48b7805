import { ArrowDown, ArrowUp, GripVertical, X } from 'lucide-react';
import { useState } from 'react';
import { citationSignals } from '../../../shared/citing/signals';
import { locatorLabels, type LocatorLabel } from '../../../shared/domain/common';
import { locatorName } from '../../../shared/excerpts/locator';
import type { CitationItem } from '../../../shared/memo/document';
import { typedLocator } from '../../../shared/memo/markdown/locators';
import { useCall } from '../../client';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Checkbox';
import { cx } from '../../ui/cx';
import { FieldRow, Input } from '../../ui/Field';
import { IconButton } from '../../ui/IconButton';
import { Select } from '../../ui/Select';
import { useOpenElsewhere } from '../elsewhere';
import { useChipLooks } from '../rendering';
import styles from '../cards.module.css';

const labels = locatorLabels.map((value) => ({ value, label: locatorName(value) }));
/** What a dragged row is carried as: no text, so that it lands nowhere else. */
const dragType = 'application/x-commonplace-cited-source';

export interface CitationItemFieldsProps {
  item: CitationItem;
  place: number;
  of: number;
  /** The sentence names the author already. */
  named: boolean;
  inputRef: React.Ref<HTMLInputElement> | undefined;
  onChange: (part: Partial<CitationItem>) => void;
  onMove: (from: number, to: number) => void;
  onRemove: () => void;
  onLeave: () => void;
}

/** One cited source: where in it, and with which words around it. Rows change places by their grip, the arrows, or Alt+Up and Alt+Down. */
export function CitationItemFields(props: CitationItemFieldsProps) {
  const { item, place, of, named, inputRef, onChange, onMove, onRemove, onLeave } = props;
  const source = useCall('sources.get', { id: item.sourceId });
  const excerpt = useCall('excerpts.get', { id: item.excerptId ?? '' }, { enabled: item.excerptId !== null }).data;
  const { locale } = useChipLooks();
  const openElsewhere = useOpenElsewhere();
  const [over, setOver] = useState(false);
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
  const arrowsMove = (event: React.KeyboardEvent) => {
    const to = event.key === 'ArrowUp' ? place - 1 : event.key === 'ArrowDown' ? place + 1 : -1;
    if (!event.altKey || to < 0 || to >= of) return;
    event.preventDefault();
    onMove(place, to);
  };
  const isRow = (event: React.DragEvent) => event.dataTransfer.types.includes(dragType);
  return (
    <fieldset
      className={cx(styles.itemFields, over && styles.itemOver)}
      onKeyDown={arrowsMove}
      onDragOver={(event) => {
        if (!isRow(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!isRow(event)) return;
        event.preventDefault();
        onMove(Number(event.dataTransfer.getData(dragType)), place);
      }}
    >
      <legend className={styles.itemLegend}>
        {of > 1 && (
          <span
            className={styles.itemGrip}
            draggable
            title="Drag to reorder, or Alt+Up and Alt+Down"
            onDragStart={(event) => event.dataTransfer.setData(dragType, String(place))}
          >
            <GripVertical size={14} aria-hidden />
          </span>
        )}
        <span className={styles.itemTitle} title={source.data?.title}>
          {source.error ? 'A source that is not in the library any more' : source.data?.shortCitation}
          <span className={styles.itemDetail}> {source.data?.title}</span>
        </span>
        {place > 0 && (
          <IconButton small label="Move up" icon={<ArrowUp size={14} />} onClick={() => onMove(place, place - 1)} />
        )}
        {place < of - 1 && (
          <IconButton small label="Move down" icon={<ArrowDown size={14} />} onClick={() => onMove(place, place + 1)} />
        )}
        {of > 1 && <IconButton small label="Remove this source" icon={<X size={14} />} onClick={onRemove} />}
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
          placeholder="3, ch. 4 or § 5"
          ref={inputRef}
          onChange={(locator) => onChange(typedLocator(locator) ?? { locator })}
          onKeyDown={enterCloses}
        />
      </FieldRow>
      <FieldRow>
        <Input
          label="Before"
          value={item.prefix}
          maxLength={1000}
          dir="auto"
          onChange={(prefix) => onChange({ prefix })}
          onKeyDown={enterCloses}
        />
        <Input
          label="After"
          value={item.suffix}
          maxLength={1000}
          placeholder="emphasis added"
          dir="auto"
          onChange={(suffix) => onChange({ suffix })}
          onKeyDown={enterCloses}
        />
      </FieldRow>
      <div className={styles.signals} role="group" aria-label="Words before the citation">
        {citationSignals(locale).map((signal) => (
          <Button
            key={signal}
            look="link"
            aria-pressed={item.prefix === signal}
            onClick={() => onChange({ prefix: item.prefix === signal ? '' : signal })}
          >
            <bdi>{signal}</bdi>
          </Button>
        ))}
      </div>
      <div className={styles.formActs}>
        {!named && (
          <Checkbox
            label="Leave out the author"
            checked={item.suppressAuthor}
            onChange={(suppressAuthor) => onChange({ suppressAuthor })}
          />
        )}
        <span className={styles.spring} />
        <Button look="link" onClick={openSource}>
          {excerpt ? 'Open at the excerpt' : 'Open the source'}
        </Button>
      </div>
    </fieldset>
  );
}
