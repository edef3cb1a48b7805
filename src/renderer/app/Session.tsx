import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../client/call';
import { useCall } from '../client/useCall';
import type { LibraryInfo } from '../../shared/domain/library';
import { CommonplaceError, failureFrom } from '../../shared/result';
import { Welcome } from '../features/welcome/Welcome';
import { Frame } from './Frame';
import { LibraryContext } from './library';
import { NavigationProvider } from './navigation';
import { readPlace, type Place } from './places';
import { usePreferences } from './preferences';

/** The welcome screen, or the frame of the open library at the place where it was left. */
export function Session() {
  const { preferences, change } = usePreferences();
  const current = useCall('library.current', {});
  const library = current.data ?? null;
  const reopening = useReopenLast(current.data, preferences.lastLibrary);

  const libraryId = library?.id;
  const libraryKey = library?.key;
  useEffect(() => {
    if (libraryKey) change(() => ({ lastLibrary: libraryKey }));
  }, [libraryKey, change]);

  useEffect(() => {
    document.title = library ? `${library.name} – Commonplace` : 'Commonplace';
  }, [library]);

  const remember = useCallback(
    (place: Place, beside: Place | null) => {
      if (libraryId) change((now) => ({ places: { ...now.places, [libraryId]: { place, beside } } }));
    },
    [libraryId, change],
  );

  if (current.isPending || (reopening.busy && !current.isError)) return null;
  if (!library) return <Welcome problem={reopening.problem ?? current.error ?? null} />;
  const saved = preferences.places[library.id];
  return (
    <LibraryContext value={library}>
      <NavigationProvider
        key={library.id}
        start={readPlace(saved?.place) ?? { view: 'sources' }}
        startBeside={readPlace(saved?.beside)}
        onMove={remember}
      >
        <Frame />
      </NavigationProvider>
    </LibraryContext>
  );
}

/** Opens the library that was open last, once, at the start of the window; closing it later leads to the welcome screen. */
function useReopenLast(
  current: LibraryInfo | null | undefined,
  key: string,
): { busy: boolean; problem: CommonplaceError | null } {
  const [stage, setStage] = useState<'waiting' | 'busy' | 'done'>('waiting');
  const [problem, setProblem] = useState<CommonplaceError | null>(null);
  const started = useRef(false);
  useEffect(() => {
    if (started.current || current === undefined) return;
    started.current = true;
    if (current !== null || key === '') return setStage('done');
    setStage('busy');
    call('library.open', { key })
      .catch((thrown: unknown) => {
        const failure = failureFrom(thrown);
        // A library that was moved or deleted since is not news worth an error: the list says so.
        if (failure.code !== 'not-found') {
          setProblem(new CommonplaceError(failure.code, failure.message, failure.details));
        }
      })
      .finally(() => setStage('done'));
  }, [current, key]);
  return { busy: stage !== 'done' && !current, problem };
}
