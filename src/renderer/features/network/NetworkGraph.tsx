import { useEffect, useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { usePreferences } from '../../app/preferences';
import { useMedia } from '../../app/useMedia';
import type { Drawing } from './drawing';
import { placeActors } from './layout';
import styles from './network.module.css';
import type { VisibleNetwork } from './visible';

export interface GraphControl {
  zoomBy(factor: number): void;
  fit(): void;
  focus(): void;
}

export interface NetworkGraphProps {
  network: VisibleNetwork;
  /** Changes when other actors, not only other ties among them, are to be placed anew. */
  placing: string;
  chosen: string | null;
  onChoose: (id: string | null) => void;
  onOpen: (id: string) => void;
  /** What the chosen actor is, for screen readers. */
  announcement: string;
  ref: Ref<GraphControl>;
}

const directions = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' } as const;

/**
 * The picture of a network. Arrow keys walk from the chosen actor to its neighbours, Enter opens, plus and minus zoom, 0 shows all.
 * What it shows is in the table too, for whoever cannot see it.
 */
export function NetworkGraph({ network, placing, chosen, onChoose, onOpen, announcement, ref }: NetworkGraphProps) {
  const container = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing | null>(null);
  const [ready, setReady] = useState(false);
  const [drawn, setDrawn] = useState(false);
  const latest = useRef({ onChoose, onOpen });
  useEffect(() => {
    latest.current = { onChoose, onOpen };
  });

  useEffect(() => {
    let gone = false;
    // The graph library is only loaded where a network is looked at.
    void import('./drawing').then(({ openDrawing }) => {
      if (gone || !container.current) return;
      drawing.current = openDrawing(container.current, {
        onChoose: (id) => latest.current.onChoose(id),
        onOpen: (id) => latest.current.onOpen(id),
      });
      setReady(true);
    });
    return () => {
      gone = true;
      drawing.current?.close();
      drawing.current = null;
    };
  }, []);

  // subtle: not after the drawing is there, so that loading the one and working out the other take their time together.
  const [placed, setPlaced] = useState<{ network: VisibleNetwork; placing: string; places: Places } | null>(null);
  useEffect(() => {
    const ending = new AbortController();
    void placesOf(placing, network, ending.signal).then((places) => {
      if (places && !ending.signal.aborted) setPlaced({ network, placing, places });
    });
    return () => ending.abort();
  }, [network, placing]);
  const lastPlacing = useRef('');
  useEffect(() => {
    if (!ready || !placed) return;
    drawing.current?.show(placed.network, placed.places, lastPlacing.current !== placed.placing);
    lastPlacing.current = placed.placing;
    setDrawn(true);
  }, [ready, placed]);
  useEffect(() => {
    if (drawn) drawing.current?.choose(chosen);
  }, [drawn, chosen, placed]);

  const { theme } = usePreferences().preferences;
  const dark = useMedia('(prefers-color-scheme: dark)');
  useEffect(() => {
    if (drawn) drawing.current?.recolour();
  }, [drawn, theme, dark]);

  useImperativeHandle(ref, () => ({
    zoomBy: (factor) => drawing.current?.zoomBy(factor),
    fit: () => drawing.current?.fit(),
    focus: () => frame.current?.focus(),
  }));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !drawing.current) return;
    const direction = directions[event.key as keyof typeof directions];
    if (direction) {
      const next = drawing.current.towards(direction);
      if (next !== null) onChoose(next);
    } else if (event.key === 'Enter' && chosen !== null) onOpen(chosen);
    else if (event.key === '+' || event.key === '=') drawing.current.zoomBy(1.25);
    else if (event.key === '-') drawing.current.zoomBy(0.8);
    else if (event.key === '0') drawing.current.fit();
    else if (event.key === 'Home') onChoose(network.actors[0]?.id ?? null);
    else if (event.key === 'Escape' && chosen !== null) onChoose(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={frame}
      className={styles['graph']}
      role="application"
      aria-label="Network of actors. Arrow keys walk from actor to actor, Enter opens one. The table has the same."
      tabIndex={0}
      onKeyDown={onKeyDown}
      data-drawn={drawn && placed ? `${placed.network.actors.length} ${placed.network.ties.length}` : undefined}
    >
      {/* subtle: cytoscape would add a style element of this id, which our content policy refuses; network.module.css says the same. */}
      <span id="__________cytoscape_stylesheet" hidden />
      <div ref={container} className={styles['canvas']} aria-hidden />
      <p className="visually-hidden" aria-live="polite">
        {announcement}
      </p>
    </div>
  );
}

type Places = NonNullable<Awaited<ReturnType<typeof placeActors>>>;
/** The last few networks that were placed: coming back to one shows it as it was, at once. */
const layouts = new Map<string, Places>();

async function placesOf(placing: string, network: VisibleNetwork, signal: AbortSignal): Promise<Places | null> {
  const known = layouts.get(placing);
  if (known && network.actors.every(({ id }) => known.has(id))) return known;
  const places = await placeActors(
    network.actors.map(({ id }) => id),
    network.ties,
    signal,
  );
  if (places) {
    if (layouts.size > 8) layouts.clear();
    layouts.set(placing, places);
  }
  return places;
}
