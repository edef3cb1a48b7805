import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore, type KeyboardEvent, type RefObject } from 'react';
import { IconButton } from '../../ui/IconButton';
import { Input } from '../../ui/Field';
import { mostHits, type FindSession, type FindState } from './FindSession';
import type { FindTarget } from './FindTarget';
import { useFindSurfaces } from './surfaces';
import { ReplaceRow } from './ReplaceRow';
import { useMarks } from './useMarks';
import styles from './find.module.css';

export interface FindBarProps {
  field: RefObject<HTMLInputElement | null>;
  session: FindSession;
  target: FindTarget;
  surface: RefObject<HTMLElement | null>;
  replacing: boolean;
  onReplacing: (replacing: boolean) => void;
  onClose: () => void;
}

/** The slim bar over a text: what is looked for, which of how many hits is shown, and how exact to be. */
export function FindBar({ field, session, target, surface, replacing, onReplacing, onClose }: FindBarProps) {
  const surfaces = useFindSurfaces();
  const state = useSyncExternalStore(session.subscribe, session.state);
  const bar = useRef<HTMLDivElement>(null);
  useMarks(session, target, surface);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [field]);
  // The bar takes its room from above, and the words stay where they are.
  useLayoutEffect(() => {
    const text = bar.current?.nextElementSibling;
    const height = bar.current?.offsetHeight ?? 0;
    if (text) text.scrollTop += height;
    return () => {
      if (text) text.scrollTop -= height;
    };
  }, [replacing]);
  useEffect(() => target.onText?.(() => void session.textChanged(target.readText())), [session, target]);
  useEffect(() => surfaces.looked(state.query), [surfaces, state.query]);

  // What is typed here leads to its first hit; what is typed in the text leaves the text where it is.
  const [start, end] = session.hit ?? [];
  useEffect(() => {
    if (start === undefined || end === undefined || !bar.current?.contains(document.activeElement)) return;
    target.reveal([start, end]);
  }, [target, start, end, state.query]);

  // Escape in the text closes the bar too, unless it means something there.
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const onEscape = (event: globalThis.KeyboardEvent) => {
      const isHere = event.target instanceof Node && surface.current?.contains(event.target);
      if (event.key === 'Escape' && isHere && !event.defaultPrevented && !event.isComposing) close.current();
    };
    window.addEventListener('keydown', onEscape);
    return () => window.removeEventListener('keydown', onEscape);
  }, [surface]);

  const step = (direction: 1 | -1) => {
    session.step(direction);
    if (session.hit) target.reveal(session.hit);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && event.target === field.current) step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={bar} className={styles.bar} role="search" aria-label="Find in this text" onKeyDown={onKeyDown}>
      <div className={styles.row}>
        <Input
          ref={field}
          label="Find in this text"
          hideLabel
          placeholder="Find in this text"
          className={styles.field}
          dir="auto"
          value={state.query}
          onChange={(query) => void session.look({ query })}
        />
        <span className={styles.count} role="status" aria-busy={!state.complete}>
          {describe(state)}
        </span>
        <IconButton
          label="Previous"
          shortcut="shift+enter"
          icon={<ChevronUp size={16} />}
          disabled={state.hits.length === 0}
          onClick={() => step(-1)}
        />
        <IconButton
          label="Next"
          shortcut="enter"
          icon={<ChevronDown size={16} />}
          disabled={state.hits.length === 0}
          onClick={() => step(1)}
        />
        <div className={styles.choices}>
          <Choice
            name="Whole words"
            on={state.wholeWords}
            onChange={(wholeWords) => void session.look({ wholeWords })}
          />
          <Choice name="Match exactly" on={state.exact} onChange={(exact) => void session.look({ exact })} />
          {target.replace && <Choice name="Replace" on={replacing} onChange={onReplacing} />}
        </div>
        <IconButton className={styles.close} label="Close" shortcut="escape" icon={<X size={15} />} onClick={onClose} />
      </div>
      {replacing && <ReplaceRow session={session} target={target} />}
    </div>
  );
}

function Choice({ name, on, onChange }: { name: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <button type="button" className={styles.choice} aria-pressed={on} onClick={() => onChange(!on)}>
      {name}
    </button>
  );
}

function describe({ query, hits, current, complete, wrapped }: FindState): string {
  if (query === '') return '';
  if (hits.length === 0) return complete ? 'Nothing found' : '';
  const many = `${hits.length.toLocaleString()}${!complete ? '…' : hits.length === mostHits ? ' and more' : ''}`;
  if (current < 0) return many;
  const place = `${(current + 1).toLocaleString()} of ${many}`;
  if (wrapped === 'to-start') return `Again from the top: ${place}`;
  return wrapped === 'to-end' ? `Again from the end: ${place}` : place;
}
