import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import * as v from 'valibot';
import { call } from '../client/call';

const layout = v.record(v.string(), v.number());

/** What the window finds again at the next start. Every field falls back on its own, so one bad value loses nothing else. */
const preferencesSchema = v.looseObject({
  theme: v.fallback(v.picklist(['system', 'light', 'dark']), 'system'),
  density: v.fallback(v.picklist(['comfortable', 'dense']), 'comfortable'),
  /** Factor of the reading text's size. */
  readingScale: v.fallback(v.pipe(v.number(), v.minValue(0.8), v.maxValue(1.6)), 1),
  /** Width of the reading column in characters. */
  measure: v.fallback(v.pipe(v.number(), v.minValue(48), v.maxValue(90)), 66),
  /** Pane sizes by group of panes. */
  layouts: v.fallback(v.record(v.string(), layout), {}),
  sidebar: v.fallback(v.boolean(), true),
  /** Last place and second pane, by library id. */
  places: v.fallback(v.record(v.string(), v.object({ place: v.unknown(), beside: v.unknown() })), {}),
  /** Key of the library that was open last, to open it again. */
  lastLibrary: v.fallback(v.string(), ''),
  /** Small choices of single features, by name (sort order, collapsed sections). */
  choices: v.fallback(v.record(v.string(), v.unknown()), {}),
});
export type Preferences = v.InferOutput<typeof preferencesSchema>;

export interface PreferencesControl {
  preferences: Preferences;
  change: (update: (now: Preferences) => Partial<Preferences>) => void;
}

const PreferencesContext = createContext<PreferencesControl | null>(null);

export function usePreferences(): PreferencesControl {
  const control = use(PreferencesContext);
  if (!control) throw new Error('usePreferences needs a PreferencesProvider above it');
  return control;
}

function readPreferences(state: unknown): Preferences {
  return v.parse(preferencesSchema, typeof state === 'object' && state !== null ? state : {});
}

const SAVE_AFTER_MS = 100;

/** Shows nothing until the saved state is there: the window must not open at one place and jump to another. */
export function PreferencesProvider({ children }: { children: ReactNode }) {
  const [preferences, setPreferences] = useState<Preferences | null>(null);
  useEffect(() => {
    let gone = false;
    call('shell.loadState', {})
      .catch(() => ({}))
      .then((state) => !gone && setPreferences(readPreferences(state)));
    return () => {
      gone = true;
    };
  }, []);

  const saved = useRef<Preferences | null>(null);
  useEffect(() => {
    if (!preferences) return;
    const save = () => {
      if (saved.current === preferences) return;
      saved.current = preferences;
      // Losing a pane width is not worth a message.
      call('shell.saveState', { state: preferences }).catch(() => {});
    };
    if (saved.current === null) saved.current = preferences;
    const timer = setTimeout(save, SAVE_AFTER_MS);
    window.addEventListener('pagehide', save);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', save);
    };
  }, [preferences]);

  const { theme, density, readingScale, measure } = preferences ?? readPreferences({});
  useEffect(() => {
    const root = document.documentElement;
    if (theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
    root.dataset['density'] = density;
    root.style.setProperty('--reading-scale', String(readingScale));
    root.style.setProperty('--measure', `${measure}ch`);
  }, [theme, density, readingScale, measure]);

  const change = useCallback((update: (now: Preferences) => Partial<Preferences>) => {
    setPreferences((now) => (now ? { ...now, ...update(now) } : now));
  }, []);
  const control = useMemo(() => (preferences ? { preferences, change } : null), [preferences, change]);
  return control ? <PreferencesContext value={control}>{children}</PreferencesContext> : null;
}

/** A small remembered choice of one feature; values that `schema` refuses become the fallback. */
export function useChoice<T>(name: string, schema: v.GenericSchema<unknown, T>, fallback: T): [T, (value: T) => void] {
  const { preferences, change } = usePreferences();
  const parsed = v.safeParse(schema, preferences.choices[name]);
  const set = useCallback(
    (value: T) => change((now) => ({ choices: { ...now.choices, [name]: value } })),
    [change, name],
  );
  return [parsed.success ? parsed.output : fallback, set];
}
