import { Plus } from 'lucide-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { Input } from '../../ui/Field';
import styles from '../menus/rows.module.css';
import { OptionRow } from '../menus/OptionRow';
import { EntityRow, entityHeadings } from './EntityRow';
import { freshEntity, useEntities, type Entity, type EntityKind } from './useEntities';

export interface EntityPickerProps {
  label: string;
  kinds: readonly EntityKind[];
  onChoose: (entity: Entity) => void;
  onCancel?: () => void;
  /** Offers to make what was typed. */
  onCreate?: (text: string) => void;
  createLabel?: (text: string) => string;
  startWith?: string;
  /** Offered for creating while nothing is typed yet, e.g. the selected words. */
  suggestion?: string;
}

/** A box and a list below it: type, go down, Enter. */
export function EntityPicker({
  label,
  kinds,
  onChoose,
  onCancel,
  onCreate,
  createLabel = (text) => `Create “${text}”`,
  startWith = '',
  suggestion = '',
}: EntityPickerProps) {
  const id = useId();
  const [query, setQuery] = useState(startWith);
  const [at, setAt] = useState(0);
  const found = useEntities(query, kinds);
  const { entities } = found;
  const text = query.trim() || suggestion.trim();
  const exact = entities.some((entity) => entity.title.toLowerCase() === text.toLowerCase());
  const canCreate = onCreate !== undefined && text !== '' && !exact;
  const count = entities.length + (canCreate ? 1 : 0);
  const active = Math.min(at, Math.max(0, count - 1));

  /** A row that was pointed at, by mouse or arrows, is chosen as it is; the first one may lag behind what was typed. */
  const choose = (index: number, pointed: boolean) => {
    const entity = entities[index];
    if (entity && pointed) onChoose(entity);
    else if (entity) void freshEntity(entity, found, query).then(onChoose, () => onChoose(entity));
    else if (canCreate) onCreate(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt(Math.min(active + 1, count - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(active - 1, 0));
    else if (event.key === 'Enter' && count > 0) choose(active, active > 0);
    else if (event.key === 'Escape' && onCancel) onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={styles.picker}>
      <Input
        label={label}
        value={query}
        onChange={(value) => {
          setQuery(value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        autoFocus
        role="combobox"
        aria-expanded={count > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={count > 0 ? `${id}-${active}` : undefined}
      />
      <div id={`${id}-list`} role="listbox" aria-label={label} className={styles.rows}>
        {entities.map((entity, index) => (
          <div key={`${entity.kind} ${entity.id}`} role="presentation">
            {kinds.length > 1 && entity.kind !== entities[index - 1]?.kind && (
              <div className={styles.rowHeading} role="presentation">
                {entityHeadings[entity.kind]}
              </div>
            )}
            <OptionRow
              id={`${id}-${index}`}
              active={index === active}
              onHover={() => setAt(index)}
              onChoose={() => choose(index, true)}
            >
              <EntityRow entity={entity} />
            </OptionRow>
          </div>
        ))}
        {canCreate && (
          <OptionRow
            id={`${id}-${entities.length}`}
            active={active === entities.length}
            onHover={() => setAt(entities.length)}
            onChoose={() => choose(entities.length, true)}
          >
            <span className={styles.rowIcon}>
              <Plus size={14} aria-hidden />
            </span>
            <span className={styles.rowTitle}>{createLabel(text)}</span>
          </OptionRow>
        )}
        {count === 0 && <div className={styles.rowEmpty}>Nothing found.</div>}
      </div>
    </div>
  );
}
