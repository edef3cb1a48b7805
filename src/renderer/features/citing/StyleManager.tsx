import { Plus, Star, Trash2 } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { searchable, searchStyles } from '../../../shared/citing/search-styles';
import type { StyleInfo } from '../../../shared/citing/types';
import { useAct, useCall } from '../../client';
import { Button, count, cx, Dialog, IconButton, List, SearchBox } from '../../ui';
import { useStylesAtHand, withFirst } from './favourites';
import { kindName, StylePreview } from './StylePreview';
import { useAddStyle } from './useAddStyle';
import styles from './citing.module.css';

export interface StyleManagerProps {
  /** The style in use, shown first. */
  styleId: string;
  locale: string;
  /** What to show styles on; the latest sources where there are none. */
  sourceIds?: readonly string[];
  /** Uses the style; left out where there is no memo to use it for. */
  onUse?: (style: StyleInfo) => void;
  onClose: () => void;
}

const SHOWN_SOURCES = 4;
const none: readonly string[] = [];

/** Every citation style there is: found by typing, shown on one's own sources, added and taken out. */
export function StyleManager({ styleId, locale, sourceIds = none, onUse, onClose }: StyleManagerProps) {
  const usual = useCall('citing.styles', {}).data;
  const packaged = useCall('citing.styles', { all: true }).data;
  // subtle: reading thousands takes a while, in which a style may be added or taken out; the short list knows.
  const all = useMemo(() => {
    if (!packaged) return usual;
    return [...(usual ?? []).filter((style) => style.added), ...packaged.filter((style) => !style.added)];
  }, [packaged, usual]);
  const { first, star, used, isStarred } = useStylesAtHand();
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed);
  const found = useMemo(() => {
    const styles = searchable(withFirst(all ?? [], [styleId, ...first]));
    return (text: string) => searchStyles(styles, text);
  }, [all, styleId, first]);
  const shown = useMemo(() => found(query), [found, query]);

  const [chosen, setChosen] = useState(styleId);
  const current = shown.find(({ id }) => id === chosen) ?? shown[0];
  const latest = useCall(
    'sources.list',
    { sort: 'modified', limit: SHOWN_SOURCES },
    { enabled: sourceIds.length === 0 },
  ).data;
  const previewed = useMemo(
    () => (sourceIds.length > 0 ? sourceIds : (latest?.items ?? []).map(({ id }) => id)).slice(0, SHOWN_SOURCES),
    [sourceIds, latest],
  );

  const chooser = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const add = useAddStyle(({ id }) => {
    setTyped('');
    setChosen(id);
  });
  const remove = useAct('citing.removeStyle', {
    success: ({ memos }) =>
      memos === 0
        ? 'Style removed'
        : `Style removed; ${count(memos, 'memo')} written in it ${memos === 1 ? 'keeps' : 'keep'} it`,
  });
  const use = (style: StyleInfo | undefined) => {
    if (!style || style.broken || !onUse) return;
    used(style.id);
    onUse(style);
    onClose();
  };
  const [over, setOver] = useState(false);
  const carriesFiles = (event: React.DragEvent) => event.dataTransfer.types.includes('Files');

  return (
    <Dialog open onClose={onClose} title="Citation styles" wide>
      <div
        className={cx(styles.manager, over && styles.over)}
        // subtle: stopped here, or the window would bring the file in as a source.
        onDragOver={(event) => {
          if (!carriesFiles(event)) return;
          event.preventDefault();
          event.stopPropagation();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          if (!carriesFiles(event)) return;
          event.preventDefault();
          event.stopPropagation();
          setOver(false);
          for (const file of event.dataTransfer.files) void add(file);
        }}
      >
        <div className={styles.top}>
          <SearchBox
            ref={box}
            small
            autoFocus
            value={typed}
            aria-label="Find a citation style"
            placeholder={`Find among ${count(all?.length ?? 0, 'style')}`}
            onChange={setTyped}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) use(current);
              const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
              const next = shown[shown.findIndex(({ id }) => id === current?.id) + step];
              if (step === 0 || !next) return;
              event.preventDefault();
              setChosen(next.id);
            }}
          />
          <Button icon={<Plus size={14} aria-hidden />} onClick={() => chooser.current?.click()}>
            Add a .csl file
          </Button>
          <input
            ref={chooser}
            type="file"
            accept=".csl,application/xml"
            hidden
            aria-label="Citation style to add"
            onChange={(event) => {
              void add(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </div>
        <div className={styles.columns}>
          <div className={styles.list}>
            <List
              label="Citation styles"
              items={shown}
              keyOf={({ id }) => id}
              textOf={({ title }) => title}
              rowHeight={58}
              sameHeight
              selected={current ? [current.id] : []}
              onSelect={([id]) => id !== undefined && setChosen(id)}
              onOpen={use}
              typeAhead={false}
              renderRow={(style) => (
                <StyleRow style={style} starred={isStarred(style.id)} used={style.id === styleId} />
              )}
              empty={<p className={styles.quiet}>No style is called that. Add its .csl file, or drop it here.</p>}
            />
          </div>
          {current && (
            <section className={styles.detail} aria-label={current.title}>
              <h3 className={styles.name}>{current.title}</h3>
              <p className={styles.quiet}>
                {[kindName(current), current.added && 'added', current.parent && `stands for ${current.parent}`]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <div className={styles.acts}>
                {onUse && !current.broken && (
                  <Button look="primary" onClick={() => use(current)}>
                    Use this style
                  </Button>
                )}
                <IconButton
                  label={isStarred(current.id) ? 'Not a favourite any more' : 'Keep among the favourites'}
                  pressed={isStarred(current.id)}
                  icon={<Star size={15} fill={isStarred(current.id) ? 'currentColor' : 'none'} />}
                  onClick={() => star(current.id)}
                />
                {current.added && (
                  <Button icon={<Trash2 size={14} aria-hidden />} onClick={() => void remove.act({ id: current.id })}>
                    Remove
                  </Button>
                )}
              </div>
              <StylePreview key={current.id} style={current} locale={locale} sourceIds={previewed} />
            </section>
          )}
        </div>
      </div>
    </Dialog>
  );
}

function StyleRow({ style, starred, used }: { style: StyleInfo; starred: boolean; used: boolean }) {
  return (
    <div className={styles.row}>
      <span className={styles.rowTitle} title={style.title}>
        {style.title}
      </span>
      <span className={styles.quiet}>
        {[kindName(style), style.added && 'added', starred && 'favourite', used && 'in use']
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
  );
}
